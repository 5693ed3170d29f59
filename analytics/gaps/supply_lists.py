"""The lists behind supply and demand: the free positions within reach, and who waits where."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps.counts import LONG_WAIT_DAYS
from analytics.gaps.distance import metres
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Around, buurten_of, rows


class Opening(NamedTuple):
    """An open vacature with free positions, and how far it is in metres (0 inside the area)."""

    place_id: str
    place_name: str
    sector: str
    buurt: str
    talent: str
    kind: str
    free: int
    metres: float


class Queue(NamedTuple):
    """Residents of a buurt who wait with a talent.

    `long` counts those who wait longer than 90 days, `longest` is the longest wait in days.
    """

    buurt: str
    talent: str
    waiting: int
    long: int
    longest: int


def openings(
    known: Snapshot, distances: pd.DataFrame, buurten: Sequence[str], catchment: float
) -> list[Opening]:
    """The vacatures with a free position within `catchment` of the buurten, most free first."""
    found = known.vacancies[known.vacancies["free"] > 0]
    away = found["buurt"].map(distances.loc[list(buurten)].min())
    found = found.assign(metres=away.mask(found["buurt"].isin(buurten), 0.0))
    order = ["free", "metres", "vacancy_id"]
    ordered = found.sort_values(order, ascending=[False, True, True])
    return rows(ordered[ordered["metres"] <= catchment], Opening)


def queues(known: Snapshot, buurten: Sequence[str]) -> list[Queue]:
    """Who waits in the buurten, per buurt and talent, most first."""
    mine = known.wanted[known.wanted["buurt"].isin(buurten)]
    groups = mine.assign(long=mine["days"] > LONG_WAIT_DAYS).groupby(
        ["buurt", "talent"], as_index=False
    )
    summed = groups.agg(
        waiting=("resident_id", "size"), long=("long", "sum"), longest=("days", "max")
    )
    order = ["waiting", "longest", "buurt", "talent"]
    return rows(summed.sort_values(order, ascending=[False, False, True, True]), Queue)


def free_around(marts: Marts, asked: Around) -> list[Opening]:
    """The free positions in and around an area."""
    buurten = buurten_of(marts, asked.level)[asked.area]
    found = openings(snapshot(marts, asked.as_of), metres(), buurten, asked.catchment)
    return [opening for opening in found if asked.talent in ("", opening.talent)]


def waiting_in(marts: Marts, asked: Around) -> list[Queue]:
    """Who waits in an area."""
    found = queues(snapshot(marts, asked.as_of), buurten_of(marts, asked.level)[asked.area])
    return [queue for queue in found if asked.talent in ("", queue.talent)]
