"""Declared totals: the sums that must stay close to the truth, as a sparse matrix."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from analytics.disclosure.cubes.changes import translated

Integers = NDArray[np.int64]
Places = NDArray[np.int32]  # of rows and totals: there are too many of them for more
Spread = Mapping[str, "pd.Series[Any]"]
TRULY = " waar"


@dataclass(frozen=True)
class Margin:
    """All sums over one combination of columns; () is the grand total.

    `weight` (whole, positive) is the importance of a squared error in one of these sums. At most
    one column may be spread: a row then counts under several of its values, or under none.
    """

    columns: tuple[str, ...]
    weight: int = 1


@dataclass(frozen=True)
class Totals:
    """`adds` and `truth` (rows x totals, 0/1), and of every total `weight` and `margin` (position).

    `adds`: under which totals a row counts when it stands for others; `truth`: when it is itself.
    """

    adds: sparse.csr_array
    truth: sparse.csr_array
    weight: NDArray[np.float64]
    margin: Integers

    def added(self, weights: Integers) -> Integers:
        """Every total when each row stands for its weight."""
        return _summed(self.adds.indptr, self.adds.indices, weights, len(self.weight))

    def truly(self, counts: Integers) -> Integers:
        """Every total when each row is itself, so many times."""
        return _summed(self.truth.indptr, self.truth.indices, counts, len(self.weight))

    def of_rows(self, at: Integers) -> "Totals":
        """The same totals over some of the rows, by position (different ones, in order)."""
        if len(at) == self.adds.shape[0]:
            return self
        adds = self.adds[at]
        return replace(self, adds=adds, truth=adds if self.truth is self.adds else self.truth[at])


@translated
def _summed(starts: Places, totals: Places, values: Integers, many: int) -> Integers:
    # As a product of matrices, which would first write out a wide 1 for each of its many ones.
    sums = np.zeros(many, dtype=np.int64)
    for row in range(len(values)):
        if values[row]:
            for at in range(starts[row], starts[row + 1]):
                sums[totals[at]] += values[row]
    return sums


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


def _codes(values: "pd.Series[Any]") -> Integers:
    codes, _ = pd.factorize(values, sort=True)
    if (codes < 0).any():
        raise ValueError(f"column {values.name} has missing values: give them a name of their own")
    return codes.astype(np.int64)


def _numbered(values: Integers) -> Places:
    """Of every value its place among the different ones, in order; without sorting them."""
    is_there = np.zeros(values.max(initial=-1) + 1, dtype=np.bool_)
    is_there[values] = True
    places = np.cumsum(is_there, dtype=np.int32) - 1
    numbers: Places = places[values]
    return numbers


class _Coder:
    """Columns as whole numbers, each column coded once."""

    def __init__(self, rows: pd.DataFrame, spread: Spread) -> None:
        self.rows = rows
        self.spread = {name: values.sort_index(kind="stable") for name, values in spread.items()}
        self.known: dict[str, Integers] = {}

    def codes(self, column: str) -> Integers:
        if column not in self.known:
            source = self.spread[column] if column in self.spread else self.rows[column]
            self.known[column] = _codes(source)
        return self.known[column]

    def at(self, margin: Margin) -> Places:
        """The row positions that count under totals of the margin, in order."""
        for column in margin.columns:
            if column in self.spread:
                return self.spread[column].index.to_numpy(dtype=np.int32)
        return np.arange(len(self.rows), dtype=np.int32)

    def totals(self, margin: Margin, at: Places) -> Places:
        """Next to those positions, the total of the margin that each counts under."""
        combined = np.zeros(len(at), dtype=np.int64)
        for column in margin.columns:
            codes = self.codes(column)
            part = codes if column in self.spread else codes[at]
            combined = combined * (codes.max(initial=0) + 1) + part
        return _numbered(combined)


def declare(rows: pd.DataFrame, margins: Sequence[Margin], spread: Spread) -> Totals:
    """The totals of all margins over the rows; numbered by value, so the row order is no matter.

    `spread` gives the columns in which a row counts under several values (the talents of a scan,
    the months in which a match runs): the values, with row positions as index. Where a row by
    itself counts under others, those stand under the same name with TRULY behind it. ValueError
    on missing values.
    """
    stands = {name: values for name, values in spread.items() if not name.endswith(TRULY)}
    if len(stands) == len(spread):
        return _declared(rows, margins, spread)
    both = {
        name: pd.concat([values, _below(spread.get(name + TRULY, values), len(rows))])
        for name, values in stands.items()
    }
    declared = _declared(pd.concat([rows, rows], ignore_index=True), margins, both)
    return replace(declared, adds=declared.adds[: len(rows)], truth=declared.truth[len(rows) :])


def _below(values: "pd.Series[Any]", rows: int) -> "pd.Series[Any]":
    """The values of a spread column as those of rows that come so many places later."""
    later: pd.Series[Any] = values.set_axis(values.index + rows)
    return later


def _declared(rows: pd.DataFrame, margins: Sequence[Margin], spread: Spread) -> Totals:
    coder = _Coder(rows, spread)
    sizes: list[int] = []
    ones = _Ones(len(rows), map(coder.at, margins))
    for margin in margins:
        at = coder.at(margin)
        totals = coder.totals(margin, at)
        ones.put(at, totals + np.int32(sum(sizes)))
        sizes.append(int(totals.max(initial=-1)) + 1)
    matrix = ones.matrix(sum(sizes))
    weight = np.repeat(np.array([margin.weight for margin in margins], dtype=np.float64), sizes)
    margin_of = np.repeat(np.arange(len(margins), dtype=np.int64), sizes)
    return Totals(matrix, matrix, weight, margin_of)


class _Ones:
    """A sparse matrix of 0 and 1 that is filled row by row in place: nothing is held twice.

    It is the largest thing that there is.
    """

    def __init__(self, rows: int, places: Iterable[Places]) -> None:
        """`places`: the rows that will be put, as often as they will."""
        none = np.zeros(rows, dtype=np.int64)
        many = sum((np.bincount(at, minlength=rows) for at in places), none)
        self.starts = np.concatenate([[0], np.cumsum(many)]).astype(np.int32)
        self.ends = self.starts[:-1].copy()
        self.columns = np.empty(self.starts[-1], dtype=np.int32)

    def put(self, at: Places, columns: Places) -> None:
        """A one in each of these rows (in order), in the column next to it."""
        many = np.bincount(at, minlength=len(self.ends))
        before = np.arange(len(at)) - (np.cumsum(many) - many)[at]
        self.columns[self.ends[at] + before] = columns
        self.ends += many

    def matrix(self, width: int) -> sparse.csr_array:
        """The matrix, with so many columns."""
        ones = np.ones(len(self.columns), dtype=np.int8)
        shape = (len(self.ends), width)
        matrix = sparse.csr_array((ones, self.columns, self.starts), shape=shape)
        matrix.sum_duplicates()
        return matrix
