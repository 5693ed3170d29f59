"""Ontwikkelplaatsen and the vacatures that they offer."""

from dataclasses import dataclass

import numpy as np

from data.demo import story
from data.demo.city import City, settle
from data.demo.days import ANNOUNCED, LAST, NEVER, activity_between, draw_days
from data.demo.draw import Floats, Ints, waiting_days, weighted, weighted_rows

_PLACES_THAT_LEAVE = 0.05
_STAYS = 150  # days that a place takes part at the least
_VACANCIES_THAT_CLOSE = 0.30
_FIRST_VACANCY_WITHIN = 30.0  # days after joining, on average
_OPEN_FOR = 20  # days at the least
_USUALLY_OPEN_FOR = 170.0
_POSITIONS = np.array([0.56, 0.24, 0.11, 0.05, 0.04])  # one to five
_FEWER_WHERE_LACKING = 0.10


@dataclass(frozen=True)
class Places:
    """Places by day of joining; those of the pilot come first."""

    sector: Ints
    buurt: Ints
    joined: Ints
    left: Ints


@dataclass(frozen=True)
class Vacancies:
    """Vacancies by day of opening; `kind` counts the kinds of the story.

    `stadsdeel` and `place_left` are those of the place.
    """

    place: Ints
    stadsdeel: Ints
    place_left: Ints
    talent: Ints
    kind: Ints
    positions: Ints
    opened: Ints
    closed: Ints


def make_places(rng: np.random.Generator, city: City, split: story.Split) -> Places:
    """All places, each joined after the start in its wijk; a few leave."""
    buurt, joined = settle(rng, city, city.room_for_places, split)
    sector = weighted(rng, story.numbers(story.sectors(), "share"), split.total)
    return Places(sector, buurt, joined, _leaving(rng, joined))


def _leaving(rng: np.random.Generator, joined: Ints) -> Ints:
    # the places of the pilot are all there at the announcement
    earliest = np.maximum(joined, ANNOUNCED) + _STAYS
    leaves = (earliest <= LAST) & (rng.random(len(joined)) < _PLACES_THAT_LEAVE)
    left = np.full(len(joined), NEVER)
    left[leaves] = draw_days(rng, earliest[leaves], LAST)
    return left


def make_vacancies(
    rng: np.random.Generator, city: City, places: Places, split: story.Split
) -> Vacancies:
    """All vacancies, opened while their place takes part; every place offers one if it can."""
    pilot = int(np.searchsorted(places.joined, ANNOUNCED, "right"))
    early = _offered(rng, places, np.arange(pilot), split.pilot, (0, ANNOUNCED))
    newcomers = np.arange(pilot, len(places.joined))
    late = _offered(rng, places, newcomers, split.later, (ANNOUNCED + 1, LAST))
    place, opened = (np.concatenate(pair) for pair in zip(early, late, strict=True))
    order = np.argsort(opened, kind="stable")
    return _described(rng, city, places, place[order], opened[order])


def _offered(
    rng: np.random.Generator, places: Places, newcomers: Ints, count: int, period: tuple[int, int]
) -> tuple[Ints, Ints]:
    """Places and days of `count` vacancies in a period: one for each newcomer, then for any."""
    first, last = period
    once = newcomers[:count]
    tenure = activity_between(np.maximum(places.joined, first), last)
    place = np.concatenate([once, weighted(rng, tenure, count - len(once))])
    latest = np.minimum(places.left[place] - 1, last)
    soon = places.joined[once] + waiting_days(rng, _FIRST_VACANCY_WITHIN, len(once))
    latest[: len(once)] = np.minimum(latest[: len(once)], soon)
    return place, draw_days(rng, np.maximum(places.joined[place], first), latest)


def _described(
    rng: np.random.Generator, city: City, places: Places, place: Ints, opened: Ints
) -> Vacancies:
    count = len(place)
    offered = [row["with_vacancy"] == "yes" for row in story.kinds()]
    stadsdeel = city.stadsdeel[places.buurt[place]]
    return Vacancies(
        place=place,
        stadsdeel=stadsdeel,
        place_left=places.left[place],
        talent=_asked(rng, city, places.sector[place], stadsdeel),
        kind=weighted(rng, story.numbers(story.kinds(), "share") * offered, count),
        positions=1 + weighted(rng, _POSITIONS, count),
        opened=opened,
        closed=np.minimum(_closing(rng, opened), places.left[place]),
    )


def _asked(rng: np.random.Generator, city: City, sector: Ints, stadsdeel: Ints) -> Ints:
    fewer: Floats = _FEWER_WHERE_LACKING ** story.lacks(city.stadsdelen)
    by_sector = story.sector_talents()
    weights = (by_sector[:, None, :] * fewer[None, :, :]).reshape(-1, by_sector.shape[1])
    return weighted_rows(rng, weights, sector * len(fewer) + stadsdeel)


def _closing(rng: np.random.Generator, opened: Ints) -> Ints:
    closes = rng.random(len(opened)) < _VACANCIES_THAT_CLOSE
    closed = opened + _OPEN_FOR + waiting_days(rng, _USUALLY_OPEN_FOR, len(opened))
    return np.where(closes, closed, NEVER)
