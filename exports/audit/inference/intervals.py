"""Ranges of cells by simple sums: what follows from one row at a time, until nothing changes."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from exports.audit.inference.system import System
from exports.audit.partition import Integers

MOST = 10**7  # more people than any city has
_ROUNDS = 500


@dataclass(frozen=True)
class Ranges:
    """Per cell its lowest and highest count; `conflict` is a row that cannot be, or None."""

    low: Integers
    high: Integers
    conflict: int | None = None

    @property
    def open(self) -> Integers:
        """The cells that are not known exactly."""
        return np.flatnonzero(self.low < self.high).astype(np.int64)


@dataclass(frozen=True)
class _Entries:
    """The entries of some rows of a matrix, sorted by column."""

    row: Integers
    column: Integers
    value: Integers

    def of_rows(self, wanted: "np.typing.NDArray[np.bool_]") -> "_Entries":
        keep = wanted[self.row]
        return _Entries(self.row[keep], self.column[keep], self.value[keep])


def narrowed(system: System) -> Ranges:
    """The ranges that the rows leave, whole numbers throughout; never narrower than the truth."""
    cells = system.matrix.shape[1]
    low = np.zeros(cells, dtype=np.int64)
    high = np.full(cells, MOST, dtype=np.int64)
    coordinates = sparse.coo_array(system.matrix.tocsc())
    entries = _Entries(
        coordinates.row.astype(np.int64), coordinates.col.astype(np.int64), coordinates.data
    )
    for _ in range(_ROUNDS):
        before = int(low.sum()), int(high.sum())
        conflict = _round(system, entries, low, high)
        if conflict is not None:
            return Ranges(low, high, conflict)
        if before == (int(low.sum()), int(high.sum())):
            break
        is_open = np.zeros(len(system.low), dtype=bool)
        is_open[entries.row[(low < high)[entries.column]]] = True
        entries = entries.of_rows(is_open)
    return Ranges(low, high, _impossible(system, low, high))


def _sums(rows: Integers, values: Integers, number: int) -> Integers:
    return np.bincount(rows, weights=values, minlength=number).astype(np.int64)


def _impossible(system: System, low: Integers, high: Integers) -> int | None:
    """A row whose bounds cannot be reached any more, or whose cell has no count left."""
    positive, negative = system.matrix.maximum(0), system.matrix.minimum(0)
    least = positive @ low + negative @ high
    most = positive @ high + negative @ low
    wrong = np.flatnonzero((least > system.high) | (most < system.low))
    return int(wrong[0]) if len(wrong) else None


def _round(system: System, entries: _Entries, low: Integers, high: Integers) -> int | None:
    """One pass over the rows, in place; a row that cannot be when a range becomes empty."""
    if len(entries.row) == 0:
        return None
    row, column, value = entries.row, entries.column, entries.value
    up = value > 0
    least = value * np.where(up, low[column], high[column])
    most = value * np.where(up, high[column], low[column])
    rows = len(system.low)
    room = system.high[row] - (_sums(row, least, rows)[row] - least)
    need = system.low[row] - (_sums(row, most, rows)[row] - most)
    above = np.where(up, room // value, need // value)
    below = np.where(up, -(-need // value), -(-room // value))
    starts = np.flatnonzero(np.r_[True, column[1:] != column[:-1]])
    touched = column[starts]
    high[touched] = np.minimum(high[touched], np.minimum.reduceat(above, starts))
    low[touched] = np.maximum(low[touched], np.maximum.reduceat(below, starts))
    empty = low > high
    return int(row[np.flatnonzero(empty[column])[0]]) if empty.any() else None
