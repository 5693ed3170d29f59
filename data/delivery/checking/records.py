"""The rows of one table after reading: typed values, and for each bad row its first problem."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.contract.columns import Table
from data.delivery.checking.places import Places
from data.delivery.files.coded import EMPTY, Coded, Flags, Indexes
from data.delivery.files.raw import Cell
from data.delivery.reading.cells import Typed


@dataclass(frozen=True)
class Problem:
    """Why a row is refused, and the contract's name of the column where it shows."""

    column: str
    reason: str


@dataclass
class Records:
    """Rows of one table as columns; `places` says per row its sheet and its row number.

    `replaced` are rows of which a newer export has another edition: they count as duplicates.
    `postcodes`: by row, also beside a buurt; they are read and not kept.
    `shares`: of the rows whose postcode fits badly, how much of it lies in the buurt at most.
    """

    table: Table
    places: Places = field(default_factory=Places)
    cells: dict[str, Coded[Cell]] = field(default_factory=dict)
    values: dict[str, Coded[Typed]] = field(default_factory=dict)
    problems: dict[int, Problem] = field(default_factory=dict)
    replaced: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    postcodes: Coded[str | None] = field(default_factory=lambda: Coded.empty(0))
    shares: dict[int, float] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of rows that were read."""
        return len(self.places)

    def refuse(self, rows: Iterable[int], column: str, reason: str) -> None:
        """Notes a problem of rows (indexes); the first problem of a row is the one that counts."""
        problem = Problem(column, reason)
        for row in rows:
            if row not in self.replaced:
                self.problems.setdefault(row, problem)

    def replace(self, row: int) -> None:
        """Notes that a newer export has this row (index): it is neither taken nor refused."""
        self.replaced.add(row)
        self.problems.pop(row, None)

    def sound(self) -> Indexes:
        """The indexes of the rows without a problem so far."""
        is_sound = np.ones(len(self), np.bool_)
        is_sound[[*self.problems, *self.replaced]] = False
        return np.flatnonzero(is_sound)

    def key(self, row: int) -> tuple[Typed, ...]:
        """The typed key of a row."""
        return tuple(self.values[name][row] for name in self.table.key)

    def keys(self) -> Indexes:
        """Per row a number that rows with the same key share; EMPTY without a whole key."""
        first, *further = (self.values[name].equals().astype(np.intp) for name in self.table.key)
        for part in further:
            is_empty = (first == EMPTY) | (part == EMPTY)
            first = pd.factorize(first * (part.max(initial=0) + 1) + part)[0]
            first[is_empty] = EMPTY
        return first

    def let_go(self) -> None:
        """Forgets the rows: what became of them stands elsewhere."""
        self.places = Places()
        self.cells.clear()
        self.values.clear()

    def content(self, row: int) -> tuple[object, ...]:
        """Everything that the row says, so that two notations of the same row are equal."""
        return tuple(_alike(self.values[column.name][row]) for column in self.table.columns)

    def differ(self, rows: Indexes, others: Indexes) -> Flags:
        """For each pair of rows (indexes) whether they have other content."""
        found = np.zeros(len(rows), np.bool_)
        for column in self.table.columns:
            numbers = self.values[column.name].mapped(_alike).equals()
            found |= numbers[rows] != numbers[others]
        return found


def _alike(value: Typed) -> object:
    return frozenset(value) if isinstance(value, tuple) else value
