"""Declared totals: the sums that must stay close to the truth, as a sparse matrix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

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

    def of_rows(self, at: Integers) -> "Totals":
        """The same totals over some of the rows, by position."""
        adds = self.adds[at]
        return replace(self, adds=adds, truth=adds if self.truth is self.adds else self.truth[at])


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
    start = first.to_numpy(dtype=np.int64)
    stop = leaving.to_numpy(dtype=np.int64)
    stop = np.where(stop < 0, last + 1, np.minimum(stop, last + 1))
    lengths = np.maximum(stop - start, 0)
    offsets = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    positions = np.repeat(np.arange(len(start)), lengths)
    return pd.Series(np.repeat(start, lengths) + offsets, index=positions, dtype="int64")


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
        self.spread = spread
        self.known: dict[str, Integers] = {}

    def codes(self, column: str) -> Integers:
        if column not in self.known:
            source = self.spread[column] if column in self.spread else self.rows[column]
            self.known[column] = _codes(source)
        return self.known[column]

    def members(self, margin: Margin) -> tuple[Places, Places]:
        """Row positions and, next to them, the total of the margin that they count under."""
        spread = [column for column in margin.columns if column in self.spread]
        at = np.arange(len(self.rows), dtype=np.int32)
        if spread:
            at = self.spread[spread[0]].index.to_numpy(dtype=np.int32)
        combined = np.zeros(len(at), dtype=np.int64)
        for column in margin.columns:
            codes = self.codes(column)
            part = codes if column in self.spread else codes[at]
            combined = combined * (codes.max(initial=0) + 1) + part
        return at, _numbered(combined)


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
    at: list[Places] = [np.zeros(0, dtype=np.int32)]
    total: list[Places] = [np.zeros(0, dtype=np.int32)]
    sizes: list[int] = []
    for margin in margins:
        rows_in, totals_in = coder.members(margin)
        at.append(rows_in)
        total.append(totals_in + np.int32(sum(sizes)))
        sizes.append(int(totals_in.max(initial=-1)) + 1)
    place = (np.concatenate(at), np.concatenate(total))
    del at, total  # the matrix is the largest that there is: nothing is held twice
    ones = np.ones(len(place[0]), dtype=np.int8)
    matrix = sparse.csr_array((ones, place), shape=(len(rows), sum(sizes)))
    weight = np.repeat(np.array([margin.weight for margin in margins], dtype=np.float64), sizes)
    margin_of = np.repeat(np.arange(len(margins), dtype=np.int64), sizes)
    return Totals(matrix, matrix, weight, margin_of)
