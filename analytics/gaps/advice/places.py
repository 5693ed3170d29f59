"""Whom to ask for one more place: ontwikkelplaatsen nearby that do well and fit the talent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps.advice.next_place import Step
from analytics.gaps.distance import metres
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import rows

LEAST_SHARE = 0.1  # of what the city offers for a talent: what makes a sector one that fits


class Place(NamedTuple):
    """An ontwikkelplaats that takes part."""

    place_id: str
    place_name: str
    sector: str
    buurt: str


class Candidate(NamedTuple):
    """An ontwikkelplaats that could take more people for a talent.

    `metres` from the buurt where it is wanted; `free` its free positions for the talent;
    `matches` all that it made, `fitting` those with the talent; `share` (0 to 1) is which part of
    what the city offers for the talent comes from its sector.
    """

    place_id: str
    place_name: str
    sector: str
    buurt: str
    metres: float
    free: int
    matches: int
    fitting: int
    share: float


@dataclass(frozen=True)
class Experience:
    """What the ontwikkelplaatsen that take part have done and offer now.

    `matches` by key of the place; `fitting` (matches) and `free` (positions) by place and talent;
    `shares` by sector and talent: which part (0 to 1) it is of what the city offers for the
    talent, in open positions and matches that were made.
    """

    places: Sequence[Place]
    matches: Counter[str]
    fitting: Counter[tuple[str, str]]
    free: Counter[tuple[str, str]]
    shares: Mapping[tuple[str, str], float]


def experience(known: Snapshot) -> Experience:
    """The experience of a day."""
    places = rows(known.places, Place)
    fitting, open_now = _totals(known.matches, "matches"), _totals(known.vacancies, "positions")
    matches: Counter[str] = Counter()
    for (place_id, _), amount in fitting.items():
        matches[place_id] += amount
    shares = sector_shares(places, fitting + open_now)
    return Experience(places, matches, fitting, _totals(known.vacancies, "free"), shares)


def sector_shares(
    places: Sequence[Place], offered: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], float]:
    """Which part of what is offered (by place and talent) for a talent comes from each sector."""
    sector_of = {place.place_id: place.sector for place in places}
    sums: Counter[tuple[str, str]] = Counter()
    city: Counter[str] = Counter()
    for (place_id, talent), amount in offered.items():
        if place_id in sector_of:
            sums[sector_of[place_id], talent] += amount
            city[talent] += amount
    return {(sector, talent): amount / city[talent] for (sector, talent), amount in sums.items()}


def _totals(frame: pd.DataFrame, amount: str) -> Counter[tuple[str, str]]:
    totals: Counter[tuple[str, str]] = Counter()
    columns = (frame[name].tolist() for name in ("place_id", "talent", amount))
    for place_id, talent, number in zip(*columns, strict=True):
        totals[place_id, talent] += number
    return totals


def places_to_ask(
    known: Experience, distances: pd.DataFrame, step: Step, catchment: float
) -> list[Candidate]:
    """The ontwikkelplaatsen within `catchment` (metres) of a step that could take more.

    These take part now, have made a match, and either know the talent or are of a sector that
    offers much of it. Who knows the talent comes first, then who made most matches, then who is
    closest.
    """
    away = distances.loc[step.buurt].to_dict()
    found = [
        _candidate(known, place, step.talent, away[place.buurt])
        for place in known.places
        if known.matches[place.place_id] and away[place.buurt] <= catchment
    ]
    fits = [place for place in found if place.fitting or place.share >= LEAST_SHARE]
    return sorted(fits, key=_order)


def _candidate(known: Experience, place: Place, talent: str, away: float) -> Candidate:
    key = place.place_id, talent
    return Candidate(
        *place,
        metres=away,
        free=known.free[key],
        matches=known.matches[place.place_id],
        fitting=known.fitting[key],
        share=known.shares.get((place.sector, talent), 0.0),
    )


def _order(place: Candidate) -> tuple[bool, int, float, str]:
    return not place.fitting, -place.matches, place.metres, place.place_id


def whom_to_ask(
    marts: Marts, steps: Sequence[Step], as_of: date, catchment: float
) -> list[list[Candidate]]:
    """For each step of an advice the places to ask, on a day."""
    known = experience(snapshot(marts, as_of))
    return [places_to_ask(known, metres(), step, catchment) for step in steps]
