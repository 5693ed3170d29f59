"""What if there were more places: a day as it would be with some added. Nothing is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.areas import NamedArea, all_areas
from analytics.gaps.advice import uncovered
from analytics.gaps.distance import metres, near
from analytics.gaps.index import ranking_of
from analytics.gaps.reach import reach
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Members, buurten_of, free_by_talent, waiting_by_talent
from analytics.marts import Marts
from data.areas import Level

NEW = "nieuwe plek"


class Addition(NamedTuple):
    """A place that is not there: the code of its buurt, the talent it asks, its free positions."""

    buurt: str
    talent: str
    positions: int


class Prospect(NamedTuple):
    """What an area (code) has on a day.

    `lacking` counts residents who wait without a free position for their talent within reach (with
    two talents twice); `reach` is free positions per resident who waits, shared with who competes
    for them, None where nobody waits; `rank` is that of the gap index, None of a blind spot.
    """

    area: str
    lacking: int
    reach: float | None
    rank: int | None


class Setting(NamedTuple):
    """The buurten of each area, and how far someone goes in metres."""

    members: Members
    catchment: float


def with_additions(known: Snapshot, additions: Sequence[Addition]) -> Snapshot:
    """The same day with one open vacature more for each addition."""
    if not additions:
        return known
    rows = [_vacancy(number, addition) for number, addition in enumerate(additions, start=1)]
    added = pd.DataFrame(rows, columns=known.vacancies.columns)
    vacancies = pd.concat([known.vacancies, added.astype(known.vacancies.dtypes)])
    return replace(known, vacancies=vacancies.reset_index(drop=True))


def _vacancy(number: int, addition: Addition) -> tuple[str | int, ...]:
    name = f"{NEW} {number}"
    kind = sector = ""
    amounts = addition.positions, addition.positions
    return name, name, name, sector, addition.buurt, addition.talent, kind, *amounts


def prospects(known: Snapshot, areas: Sequence[NamedArea], around: Setting) -> list[Prospect]:
    """What every area has on a day, in the given order."""
    waiting = waiting_by_talent(known)
    shared = reach(free_by_talent(known), waiting, metres(), around.catchment)
    lacking = uncovered(known, near(metres(), around.catchment)).sum(axis="columns")
    people, served = waiting.sum(axis="columns"), (shared * waiting).sum(axis="columns")
    ranking = ranking_of(known, areas, around.members, around.catchment)
    ranks = {gap.area.code: gap.rank for gap in ranking.gaps}
    return [
        Prospect(
            area=area.code,
            lacking=int(lacking[mine].sum()),
            reach=_per(float(served[mine].sum()), int(people[mine].sum())),
            rank=ranks.get(area.code),
        )
        for area in areas
        for mine in [list(around.members[area.code])]
    ]


def _per(amount: float, people: int) -> float | None:
    return amount / people if people else None


def prospects_with(
    marts: Marts, level: Level, as_of: date, catchment: float, additions: tuple[Addition, ...]
) -> list[Prospect]:
    """What every area of a level would have with the additions; `catchment` in metres."""
    known = with_additions(snapshot(marts, as_of), additions)
    areas = [area for area in all_areas(marts) if area.level is level]
    return prospects(known, areas, Setting(buurten_of(marts, level), catchment))
