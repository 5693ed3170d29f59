"""Matches: residents on the positions of vacancies, and residents with each other.

A position is a row of matches one after the other, so that there are never more running matches
than positions. More of them are drawn than needed; a choice that favours busy days keeps exactly
as many as the story tells.
"""

from dataclasses import dataclass

import numpy as np

from data.demo import story
from data.demo.city import City
from data.demo.days import ACTIVITY, ANNOUNCED, LAST, MATCHING_START, NEVER, draw_days
from data.demo.draw import Ints, keep, waiting_days, weighted
from data.demo.residents import Scans
from data.demo.seekers import NOBODY, everywhere, find, local_group, nearby
from data.demo.supply import Vacancies
from data.demo.terms import Terms, make_terms

NO_VACANCY = -1

_WITHOUT_VACANCY = 0.15
_LINKS_AGREE = 0.2  # of the matches between residents have an agreed end
_LINKED_WITHIN = 120.0  # days after the scan, on average
_MATCHES_A_POSITION = 6
_FIRST_GAP = 70.0  # days that a position is free, on average
_NEXT_GAP = 50.0
_FOUND_NEARBY = 0.75
_LOOKING_BACK = 200.0


@dataclass(frozen=True)
class Matches:
    """Matches; `vacancy` is NO_VACANCY for a match between residents."""

    scan: Ints
    vacancy: Ints
    matched: Ints
    kind: Ints
    terms: Terms

    def only(self, chosen: Ints) -> "Matches":
        """The chosen matches, in the order of `chosen`."""
        return Matches(
            self.scan[chosen],
            self.vacancy[chosen],
            self.matched[chosen],
            self.kind[chosen],
            self.terms.only(chosen),
        )


def make_matches(
    rng: np.random.Generator,
    city: City,
    vacancies: Vacancies,
    scans: Scans,
    split: story.Split,
) -> Matches:
    """All matches by day; those without a vacancy make the totals exact."""
    possible = _with_scan(rng, city, vacancies, scans, _occupied(rng, vacancies))
    early = np.flatnonzero(possible.matched <= ANNOUNCED)
    late = np.flatnonzero(possible.matched > ANNOUNCED)
    early = _kept(rng, possible, early, split.pilot)
    late = _kept(rng, possible, late, split.later)
    placed = possible.only(np.concatenate([early, late]))
    linked = (
        _links(rng, scans, split.pilot - len(early), 0, ANNOUNCED),
        _links(rng, scans, split.later - len(late), ANNOUNCED + 1, LAST),
    )
    every = joined((placed, *linked))
    return every.only(np.argsort(every.matched, kind="stable"))


def joined(parts: tuple[Matches, ...]) -> Matches:
    """Several sets of matches as one, one after the other."""
    terms = [part.terms for part in parts]
    return Matches(
        scan=np.concatenate([part.scan for part in parts]),
        vacancy=np.concatenate([part.vacancy for part in parts]),
        matched=np.concatenate([part.matched for part in parts]),
        kind=np.concatenate([part.kind for part in parts]),
        terms=Terms(
            started=np.concatenate([term.started for term in terms]),
            agreed=np.concatenate([term.agreed for term in terms]),
            ended=np.concatenate([term.ended for term in terms]),
            reason=np.concatenate([term.reason for term in terms]),
        ),
    )


def _occupied(rng: np.random.Generator, vacancies: Vacancies) -> Matches:
    """What could happen on every position: match after match, nobody named yet."""
    vacancy = np.repeat(np.arange(len(vacancies.place)), vacancies.positions)
    free_from = np.maximum(vacancies.opened[vacancy], MATCHING_START)
    gap = _FIRST_GAP
    rounds = []
    for _ in range(_MATCHES_A_POSITION):
        matched = free_from + waiting_days(rng, gap, len(vacancy))
        still_open = matched < np.minimum(vacancies.closed[vacancy], LAST + 1)
        vacancy, matched = vacancy[still_open], matched[still_open]
        kind = vacancies.kind[vacancy]
        terms = make_terms(rng, matched, kind, vacancies.place_left[vacancy])
        rounds.append(Matches(np.full(len(vacancy), NOBODY), vacancy, matched, kind, terms))
        free_from, gap = terms.ended + 1, _NEXT_GAP
    return joined(tuple(rounds))


def _with_scan(
    rng: np.random.Generator,
    city: City,
    vacancies: Vacancies,
    scans: Scans,
    possible: Matches,
) -> Matches:
    """Those of the possible matches for which there is a resident, each on a vacancy once."""
    talent = vacancies.talent[possible.vacancy]
    group = local_group(city, vacancies.stadsdeel[possible.vacancy], talent)
    near = find(rng, nearby(scans, city), group, possible.matched, _LOOKING_BACK)
    far = find(rng, everywhere(scans), talent, possible.matched, _LOOKING_BACK)
    stays_near = (near != NOBODY) & (rng.random(len(near)) < _FOUND_NEARBY)
    scan = np.where(stays_near, near, far)
    pairs = possible.vacancy * len(scans.day) + scan
    first = np.unique(pairs, return_index=True)[1]
    chosen = first[scan[first] != NOBODY]
    named = Matches(scan, possible.vacancy, possible.matched, possible.kind, possible.terms)
    return named.only(chosen)


def _kept(rng: np.random.Generator, possible: Matches, stage: Ints, total: int) -> Ints:
    count = round((1 - _WITHOUT_VACANCY) * total)
    return stage[keep(rng, ACTIVITY[possible.matched[stage]], count)]


def _links(rng: np.random.Generator, scans: Scans, count: int, first: int, last: int) -> Matches:
    """`count` matches between residents, made from day `first` to `last`."""
    scan = rng.integers(0, np.searchsorted(scans.day, last, "right"), count)
    earliest = np.maximum(scans.day[scan], max(first, MATCHING_START))
    latest = np.minimum(earliest + waiting_days(rng, _LINKED_WITHIN, count), last)
    matched = draw_days(rng, earliest, latest)
    between = [row["with_vacancy"] == "no" for row in story.kinds()]
    kind = weighted(rng, story.numbers(story.kinds(), "share") * between, count)
    terms = make_terms(rng, matched, kind, np.full(count, NEVER), agrees=_LINKS_AGREE)
    return Matches(scan, np.full(count, NO_VACANCY), matched, kind, terms)
