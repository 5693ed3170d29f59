"""Declared totals: the sums that must stay close to the truth, worked out from the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.disclosure.cubes.coded import Coded, mark, summed, written
from analytics.disclosure.cubes.coding import Spread, coded_rows
from analytics.disclosure.cubes.translating import Integers, Places


@dataclass(frozen=True)
class Margin:
    """All sums over one combination of columns; () is the grand total.

    `weight` (whole, positive) is the importance of a squared error in one of these sums. At most
    one column may be spread: a row then counts under several of its values, or under none.
    """

    columns: tuple[str, ...]
    weight: int = 1


class Under(NamedTuple):
    """Of the r-th row or cell the totals `totals[starts[r]:starts[r + 1]]`, in order."""

    starts: Places
    totals: Places


@dataclass(frozen=True)
class Totals:
    """The rows in two ways, and of every total its `weight` and its `margin` (position).

    `adds`: under which totals a row counts when it stands for others; `truth`: when it is itself.
    """

    adds: Coded
    truth: Coded
    weight: NDArray[np.float64]
    margin: Integers

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.adds.codes)

    def added(self, weights: Integers) -> Integers:
        """Every total when each row stands for its weight."""
        return summed(self.adds, weights, len(self.weight))

    def truly(self, counts: Integers) -> Integers:
        """Every total when each row is itself, so many times."""
        return summed(self.truth, counts, len(self.weight))

    def under(self, rows: Integers) -> Under:
        """The totals under which some rows (by position) count when they stand for others."""
        return Under(*written(self.adds, rows))


def crossed(*axes: Sequence[Margin]) -> tuple[Margin, ...]:
    """Every combination of one margin from each axis; their weights are multiplied."""
    return tuple(
        Margin(
            columns=tuple(column for part in parts for column in part.columns),
            weight=int(np.prod([part.weight for part in parts])),
        )
        for parts in product(*axes)
    )


def month_numbers(days: "pd.Series[pd.Timestamp]") -> "pd.Series[int]":
    """Months counted since year 0 (year * 12 + month - 1), a missing day is -1."""
    numbers = days.dt.year * 12 + days.dt.month - 1
    return numbers.fillna(-1).astype("int64")


def running_months(
    first: "pd.Series[int]", leaving: "pd.Series[int]", last: int
) -> "pd.Series[int]":
    """The month ends at which each row is running: from `first` up to, not with, `leaving`.

    Month numbers; a negative `leaving` means still running at `last`, the last closed month. The
    result is a spread column: the month numbers, with the row's position as index.
    """
    start: Integers = np.asarray(first, dtype=np.int64)
    stop = leaving.to_numpy(dtype=np.int64)
    stop = np.where(stop < 0, last + 1, np.minimum(stop, last + 1))
    positions, months = spread_over(np.maximum(stop - start, 0), start)
    return pd.Series(months, index=positions)


def spread_over(lengths: Integers, first: Integers) -> tuple[Places, Places]:
    """Per row so many whole numbers on end, the first of them given: the rows, and the numbers."""
    rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    ahead = (first - np.cumsum(lengths) + lengths).astype(np.int32)
    return rows, np.arange(len(rows), dtype=np.int32) + ahead[rows]


def declare(rows: pd.DataFrame, margins: Sequence[Margin], spread: Spread) -> Totals:
    """The totals of all margins over the rows; numbered by value, so the row order is no matter.

    `spread` gives the columns in which a row counts under several values (the talents of a scan,
    the months in which a match runs): the values, with row positions as index. Where a row by
    itself counts under others, those stand under the same name with TRULY behind it. ValueError
    on missing values.
    """
    adds, truth = coded_rows(rows, [margin.columns for margin in margins], spread)
    occurs = np.zeros(len(adds.numbers), dtype=np.bool_)
    for one in {id(coded): coded for coded in (adds, truth)}.values():
        mark(one, occurs)
    adds.numbers[:] = np.cumsum(occurs, dtype=np.int32) - 1
    margin_of = np.searchsorted(adds.bases, np.flatnonzero(occurs), side="right") - 1
    weight = np.array([margin.weight for margin in margins], dtype=np.float64)
    return Totals(adds, truth, weight[margin_of], margin_of)
