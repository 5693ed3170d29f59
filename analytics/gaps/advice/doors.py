"""The doors to knock on first: in each area the best next place, and who could offer it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps.advice.next_place import Step, best_steps
from analytics.gaps.advice.places import Candidate, experience, places_to_ask
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Members, buurten_of
from data.reference.areas import Level

SOUGHT = 6  # steps in each area


class Door(NamedTuple):
    """Where to go for an area (code): for which place, and to whom; None when nobody fits yet."""

    area: str
    step: Step
    place: Candidate | None


class Round(NamedTuple):
    """A round along doors: the areas in order, with how far someone goes (metres) on a day.

    `each` is how many places are sought for every area.
    """

    level: Level
    areas: tuple[str, ...]
    as_of: date
    catchment: float
    each: int


def doors(marts: Marts, asked: Round) -> list[Door]:
    """The doors of a round, in its order; areas where no place is lacking have none."""
    members = buurten_of(marts, asked.level)
    mine = {area: members[area] for area in asked.areas}
    known = snapshot(marts, asked.as_of)
    return doors_along(known, mine, metres(), asked.catchment, asked.each)


def doors_along(
    known: Snapshot, members: Members, distances: pd.DataFrame, catchment: float, each: int
) -> list[Door]:
    """The doors for areas, another ontwikkelplaats at every door.

    In each area the first steps for which somebody can be asked; when that is too few, the first
    steps for which nobody fits yet.
    """
    reached, done = near(distances, catchment), experience(known)
    found: list[Door] = []
    for area, buurten in members.items():
        mine: list[Door] = []
        for step in best_steps(known, reached, buurten, SOUGHT):
            candidates = places_to_ask(done, distances, step, catchment)
            mine.append(Door(area, step, _first_new(candidates, [*found, *mine])))
        found += sorted(mine, key=lambda door: door.place is None)[:each]
    return found


def _first_new(candidates: Sequence[Candidate], found: Sequence[Door]) -> Candidate | None:
    taken = {door.place.place_id for door in found if door.place}
    return next((place for place in candidates if place.place_id not in taken), None)
