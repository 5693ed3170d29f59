"""The buurten of the wijken where Buurt in Bloei has started, and who settles there when."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from data.demo import story
from data.demo.days import ANNOUNCED, LAST, activity_between, draw_days, number_of
from data.demo.draw import Floats, Ints, weighted
from data.reference.areas import Level, at_level
from data.reference.population import people_in

POPULATION_YEAR = 2023  # one year for all of the story, so that more years change nothing in it


@dataclass(frozen=True)
class City:
    """One entry for each buurt of a started wijk, and the stadsdelen that `stadsdeel` counts."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    stadsdelen: tuple[str, ...]
    stadsdeel: Ints
    started: Ints
    inhabitants: Floats
    room_for_places: Floats


def started_city() -> City:
    """The started part of the city, from the areas and the rollout of the story."""
    plan = {row["wijk_code"]: row for row in story.rows("rollout")}
    stadsdelen = tuple(area.code for area in at_level(Level.STADSDEEL))
    parents = {area.code: stadsdelen.index(area.parent) for area in at_level(Level.WIJK)}
    buurten = [area for area in at_level(Level.BUURT) if area.parent in plan]
    starts = [date.fromisoformat(plan[area.parent]["started_on"]) for area in buurten]
    people = people_in(POPULATION_YEAR)
    inhabitants = np.array([float(people.get(area.code, 0)) for area in buurten])
    factors = np.array([float(plan[area.parent]["places_factor"]) for area in buurten])
    return City(
        codes=tuple(area.code for area in buurten),
        names=tuple(area.name.partition(",")[0] for area in buurten),
        stadsdelen=stadsdelen,
        stadsdeel=np.array([parents[area.parent] for area in buurten]),
        started=np.array([number_of(start) for start in starts]),
        inhabitants=inhabitants,
        # business parks have few inhabitants and yet places
        room_for_places=(inhabitants + 400) * factors,
    )


def settle(
    rng: np.random.Generator, city: City, weights: Floats, split: story.Split
) -> tuple[Ints, Ints]:
    """Buurten and days by day, as many before and after the announcement as `split` says.

    Each comes after the start in its wijk. A buurt comes up in proportion to its weight and to
    how long and busy it has been there.
    """
    buurten, days = [], []
    for count, first, last in ((split.pilot, 0, ANNOUNCED), (split.later, ANNOUNCED + 1, LAST)):
        earliest = np.maximum(city.started, first)
        buurt = weighted(rng, weights * activity_between(earliest, last), count)
        buurten.append(buurt)
        days.append(draw_days(rng, earliest[buurt], last))
    day = np.concatenate(days)
    order = np.argsort(day, kind="stable")
    return np.concatenate(buurten)[order], day[order]
