"""Records that came after their month was published: they count in the first open month.

And records that were there, but have another month now: they counted already.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from analytics.disclosure.cubes.rounding import Cube
from analytics.disclosure.published import Names, Published, names_of
from analytics.disclosure.rows import Rows

_MONTHS = 12


@dataclass(frozen=True)
class Placed:
    """Rows in the months in which they count, with what is known of their records from now on."""

    rows: Rows
    moved_to: "pd.Series[pd.Timestamp]"
    known: Names
    moved: dict[str, int]


def place(rows: Rows, cube: Cube, key: bytes, published: Published, until: date) -> Placed:
    """Moves late rows to the first open month; while there is none they count for nothing.

    `until` is the last day that goes out now.
    A row that was moved before stays in the month to which it was moved. A row that was there
    and has an open month now has counted: it stays in the last published month.
    """
    frame = rows.frame
    names = names_of(key, cube.name, frame[cube.identity])
    month = _counting_month(frame["month"], names, published)
    is_told = month <= _number(until)
    is_moved = is_told & (month != frame["month"])
    placed = frame.assign(
        month=month,
        quarter=month // 3,
        year=month // _MONTHS,
        count=np.where(is_told, frame["count"], 0),
    )
    return Placed(
        rows=Rows(placed, rows.spread),
        moved_to=month.map({number: _first_day(number) for number in month.unique()}).where(
            is_moved
        ),
        known=np.union1d(published.known, names[is_told]),
        moved={
            **published.moved,
            **dict(zip(names[is_moved].astype(np.str_).tolist(), month[is_moved], strict=True)),
        },
    )


def _counting_month(
    month: "pd.Series[int]", names: Names, published: Published
) -> "pd.Series[int]":
    """The month in which each row counts, by what was published of it before."""
    if published.until is None:
        return month
    first_open = _number(published.until) + 1
    is_open, is_known = month >= first_open, np.isin(names, published.known)
    month = month.mask(~is_open & ~is_known, first_open)
    month = month.mask(is_open & is_known, first_open - 1)
    was_moved = np.isin(names, np.array(list(published.moved), dtype=names.dtype))
    moved_to = [published.moved[name] for name in names[was_moved].astype(np.str_)]
    before = pd.Series(moved_to, index=month.index[was_moved], dtype="float64")
    return before.reindex(month.index).fillna(month).astype("int64")


def _number(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _first_day(month: int) -> pd.Timestamp:
    return pd.Timestamp(month // _MONTHS, month % _MONTHS + 1, 1)
