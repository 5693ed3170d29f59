"""What if there were more places: a day as it would be with some added. Nothing is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps.advice.next_place import without_place
from analytics.gaps.distance import metres, near
from analytics.gaps.index.ranking import ranking_of
from analytics.gaps.reach import reach
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Around, Members, buurten_of, free_by_talent, waiting_by_talent
from analytics.scope.areas import NamedArea, all_areas
from data.reference.areas import Level

NEW = "nieuwe plek"


class Addition(NamedTuple):
    """A place that is not there: the code of its buurt, the talent it asks, its free positions."""

    buurt: str
    talent: str
    positions: int


class Prospect(NamedTuple):
    """What an area (code) has on a day.

    `lacking` counts the residents (each once) who wait with a talent for which no position is free
    within reach; `reach` is free positions per talent with which a resident waits, shared with who
    competes for them, None where nobody waits; `rank` is that of the gap index, None of a blind
    spot.
    """

    area: str
    lacking: int
    reach: float | None
    rank: int | None


class Gain(NamedTuple):
    """Residents of one area, each counted once.

    `waiting` wait with a talent, `lacking` of them with one for which no position is free within
    reach. The additions bring a position for a talent to `gained`; `left` still lack one.
    """

    waiting: int
    lacking: int
    gained: int
    left: int


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
    lacking = without_place(known, near(metres(), around.catchment))
    people, served = waiting.sum(axis="columns"), (shared * waiting).sum(axis="columns")
    ranking = ranking_of(known, areas, around.members, around.catchment)
    ranks = {gap.area.code: gap.rank for gap in ranking.gaps}
    return [
        Prospect(
            area=area.code,
            lacking=_people(lacking[lacking["buurt"].isin(mine)]),
            reach=_per(float(served[mine].sum()), int(people[mine].sum())),
            rank=ranks.get(area.code),
        )
        for area in areas
        for mine in [list(around.members[area.code])]
    ]


def gain_of(
    known: Snapshot, additions: Sequence[Addition], buurten: Sequence[str], catchment: float
) -> Gain:
    """What additions bring to the residents of some buurten; `catchment` in metres."""
    mine = replace(known, wanted=known.wanted[known.wanted["buurt"].isin(buurten)])
    reached = near(metres(), catchment)
    before = without_place(mine, reached)
    after = without_place(with_additions(mine, additions), reached)
    gained = before.loc[before.index.difference(after.index)]
    return Gain(*map(_people, (mine.wanted, before, gained, after)))


def _people(wanted: pd.DataFrame) -> int:
    return int(wanted["resident_id"].nunique())


def _per(amount: float, people: int) -> float | None:
    return amount / people if people else None


def gain_with(marts: Marts, asked: Around, additions: tuple[Addition, ...]) -> Gain:
    """What additions bring to the residents of an area."""
    buurten = buurten_of(marts, asked.level)[asked.area]
    return gain_of(snapshot(marts, asked.as_of), additions, buurten, asked.catchment)


def prospects_with(
    marts: Marts, level: Level, as_of: date, catchment: float, additions: tuple[Addition, ...]
) -> list[Prospect]:
    """What every area of a level would have with the additions; `catchment` in metres."""
    known = with_additions(snapshot(marts, as_of), additions)
    areas = [area for area in all_areas(marts) if area.level is level]
    return prospects(known, areas, Setting(buurten_of(marts, level), catchment))
