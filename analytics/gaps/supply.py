"""Supply and demand per talent: inside the border of an area, and within reach of who lives there.

People cross the street: what counts for them is what lies within reach, and what counts for a free
position is who can reach it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

import numpy as np
import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot, snapshot
from data.reference.areas import Level

Members = Mapping[str, Sequence[str]]  # the codes of the buurten of each area, by its code


@dataclass(frozen=True)
class Around:
    """What is asked: an area with what lies around it, on a day.

    `catchment` is how far someone goes, in metres; `talent` "" is every talent.
    """

    level: Level
    area: str
    as_of: date
    catchment: float
    talent: str = ""


class Balanced(NamedTuple):
    """Waiting residents and free positions for one talent in one area.

    Inside the border; `waiting_near` are the residents who reach a place in the area, `free_near`
    the positions that residents of the area reach. A resident with two talents waits for both.
    """

    area: str
    talent: str
    waiting: int
    free: int
    waiting_near: int
    free_near: int

    @property
    def difference(self) -> int:
        """Free positions within reach less residents who wait there: below zero is a lack."""
        return self.free_near - self.waiting_near

    @property
    def ratio(self) -> float | None:
        """Free positions per resident who waits, within reach; None where nobody waits."""
        return self.free_near / self.waiting_near if self.waiting_near else None


Shape = TypeVar("Shape", bound=NamedTuple)


def rows(frame: pd.DataFrame, shape: type[Shape]) -> list[Shape]:
    """The rows of a frame as tuples with names; columns that the shape does not name are left."""
    columns = (frame[name].tolist() for name in shape._fields)
    return [shape._make(values) for values in zip(*columns, strict=True)]


def buurten_of(marts: Marts, level: Level) -> dict[str, tuple[str, ...]]:
    """The codes of the buurten inside every area of a level."""
    found = marts.buurten(level)
    pairs: defaultdict[str, list[str]] = defaultdict(list)
    for area, buurt in zip(found["area_code"], found["buurt_code"], strict=True):
        pairs[area].append(buurt)
    return {area: tuple(buurten) for area, buurten in pairs.items()}


def waiting_by_talent(known: Snapshot) -> pd.DataFrame:
    """Residents who wait: a row per buurt, a column per talent; with two talents in both."""
    return _grid(known, known.wanted, 1)


def free_by_talent(known: Snapshot) -> pd.DataFrame:
    """Free positions: a row per buurt, a column per talent that is asked."""
    return _grid(known, known.vacancies, known.vacancies["free"])


def _grid(known: Snapshot, frame: pd.DataFrame, amounts: "int | pd.Series[int]") -> pd.DataFrame:
    buurten, talents = known.buurten.index, pd.Index(known.talents)
    grid = np.zeros((len(buurten), len(talents)), dtype="int64")
    rows_at = buurten.get_indexer(pd.Index(frame["buurt"]))
    columns_at = talents.get_indexer(pd.Index(frame["talent"]))
    np.add.at(grid, (rows_at, columns_at), amounts)
    return pd.DataFrame(grid, buurten, list(talents))


def supply_and_demand(known: Snapshot, members: Members, reached: pd.DataFrame) -> list[Balanced]:
    """What there is and what is asked, per area and talent.

    `reached` says of every buurt (row) whether its residents reach a place in a buurt (column).
    """
    buurten, ways = reached.index, reached.to_numpy(dtype="int64")
    inside = np.array([buurten.isin(codes) for codes in members.values()], dtype="int64")
    waiting = waiting_by_talent(known).reindex(buurten).to_numpy()
    free = free_by_talent(known).reindex(buurten).to_numpy()
    every = pd.MultiIndex.from_product([list(members), known.talents], names=["area", "talent"])
    amounts = {
        "waiting": inside @ waiting,
        "free": inside @ free,
        "waiting_near": (inside @ ways.T > 0) @ waiting,
        "free_near": (inside @ ways > 0) @ free,
    }
    columns = {name: grid.ravel() for name, grid in amounts.items()}
    return rows(pd.DataFrame(columns, every).reset_index(), Balanced)


def balances(marts: Marts, level: Level, as_of: date, catchment: float) -> list[Balanced]:
    """The supply and demand of every area of a level on a day; `catchment` in metres."""
    reached = near(metres(), catchment)
    return supply_and_demand(snapshot(marts, as_of), buurten_of(marts, level), reached)
