"""The cells of a cube, and how the value of a cell rests on a few of its rows."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from analytics.disclosure import keyed

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Cells:
    """Rows that count, grouped into cells.

    Per row that counts its place among all rows (`at`), its cell (`of_row`) and its count; per cell
    its keyed `marks`; `ranked` holds the rows that count sorted by cell and within a cell in keyed
    order.
    """

    at: Integers
    of_row: Integers
    row_count: Integers
    marks: NDArray[np.bytes_]
    ranked: Integers

    @property
    def count(self) -> Integers:
        """The true count of every cell."""
        counts = np.bincount(self.of_row, weights=self.row_count, minlength=len(self.marks))
        return counts.astype(np.int64)

    @property
    def first(self) -> Integers:
        """Per cell the place in `ranked` of its first row."""
        places = np.searchsorted(self.of_row[self.ranked], np.arange(len(self.marks)))
        return places.astype(np.int64)

    def rows_of(self, some: Integers) -> sparse.csr_array:
        """Some cells x all rows: the count of every row of those cells, as narrow as it can be."""
        place = (self.of_row.astype(np.int32), self.at.astype(np.int32))
        entries = (self.row_count.astype(np.int32), place)
        return sparse.csr_array(entries, shape=(len(self.marks), 1 + self.at.max(initial=0)))[some]

    def any_of(self, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Per cell whether it has one of the flagged rows."""
        return np.bincount(self.of_row, weights=rows, minlength=len(self.marks)) > 0

    def known(self, threshold: int, decided: Mapping[str, int]) -> Integers:
        """The published value of every cell: its count, the decision, or -1 when undecided."""
        count = self.count
        values = np.where(count < threshold, -1, count)
        small = np.flatnonzero(values < 0)
        found = [decided.get(name, -1) for name in keyed.names(self.marks[small])]
        values[small] = np.array(found, dtype=np.int64)
        return values

    def weights(self, values: Integers, threshold: int) -> Integers:
        """The weight of every row: a cell's value, shared by value // threshold of its rows.

        So every weight is 0 or at least the threshold.
        """
        size = np.bincount(self.of_row, minlength=len(values))
        bearers = np.clip(values // threshold, 1, size)
        place = np.empty(len(self.of_row), dtype=np.int64)
        place[self.ranked] = np.arange(len(place)) - np.repeat(self.first, size)
        many, value = bearers[self.of_row], values[self.of_row]
        share = value // many + (place < value % many)
        return np.where((place < many) & (value > 0), share, 0)


def group(rows: pd.DataFrame, name: str, grain: list[str], identity: str, key: bytes) -> Cells:
    """Group the rows that count into the cells of the cube `name`.

    Rows of one cell are ranked by the keyed hash of their `identity`, so that a row keeps its
    rank when its other columns change; "" when a cell is never more than one row.
    """
    at = np.flatnonzero(rows["count"])
    rows = rows.iloc[at]
    values = rows[grain].assign(cube=name)
    numbers = values.groupby(list(values.columns), sort=True).ngroup()
    of_row = np.asarray(numbers, dtype=np.int64)
    heads = np.unique(of_row, return_index=True)[1]
    marks = keyed.digests(key, "cel", values.iloc[heads])
    rank = np.zeros(len(rows), dtype=np.int64)
    if identity:
        shared = np.flatnonzero(np.bincount(of_row)[of_row] > 1)  # one row by itself needs no rank
        drawn = keyed.digests(key, "rij", rows.iloc[shared][[identity]].assign(cube=name))
        rank[shared[keyed.order(drawn)]] = np.arange(len(shared))
    ranked = np.lexsort((rank, of_row)).astype(np.int64)
    return Cells(at, of_row, rows["count"].to_numpy(dtype=np.int64), marks, ranked)
