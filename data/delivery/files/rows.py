"""The rows of a sheet, so held that millions of them fit: each different cell of a column once.

Behind one another in one array stands of every cell its number among the different cells of its
column. Rows may differ in length: a row takes no more than the cells that it has.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Any, Generic, TypeVar, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.delivery.files.coded import EMPTY, Coded, Codes, Flags, Indexes

V = TypeVar("V")
_BLOCK = 10_000  # so many rows at a time become lists


class Rows(Sequence[list[V]], Generic[V]):
    """Rows as lists of cells, each made when it is asked for; `column` gives them by column."""

    def __init__(
        self, rows: Iterable[Sequence[Any]] = (), clean: Callable[[Any], V] | None = None
    ) -> None:
        """Takes in the rows, one by one; two equal cells of a column become one.

        `clean` makes a cell of what stands in the rows; without it the cells themselves do.
        """
        widths = array("I")
        given = chain.from_iterable(_measured(rows, widths))
        cells = np.fromiter(map(clean, given) if clean else given, dtype=object)
        self._starts: NDArray[np.int64] = np.append(0, np.cumsum(widths, dtype=np.int64))
        self._codes: Codes = np.empty(len(cells), np.int32)
        self._distinct: list[list[V]] = []
        for _, places in self._by_position():
            self._codes[places], distinct = pd.factorize(cells[places])
            self._distinct.append(distinct.tolist())

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> list[V]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[V]]: ...
    def __getitem__(self, index: int | slice) -> list[V] | list[list[V]]:
        """A row, or a list of those that follow one another."""
        if isinstance(index, slice):
            first, last, _ = index.indices(len(self))
            return self._between(first, max(first, last))
        at = range(len(self))[index]
        return self._between(at, at + 1)[0]

    def __iter__(self) -> Iterator[list[V]]:
        """Every row."""
        for first in range(0, len(self), _BLOCK):
            yield from self[first : first + _BLOCK]

    def _between(self, first: int, last: int) -> list[list[Any]]:
        starts = self._starts[first : last + 1].tolist()
        known: list[list[Any]] = self._distinct
        codes = [self._codes[start:end].tolist() for start, end in pairwise(starts)]
        return [
            [None if code == EMPTY else known[at][code] for at, code in enumerate(row)]
            for row in codes
        ]

    def cells(self) -> int:
        """The number of cells of all rows together."""
        return len(self._codes)

    def width(self) -> int:
        """The number of cells of the longest row."""
        return len(self._distinct)

    def column(self, position: int, rows: Indexes) -> Coded[V]:
        """The cells of these rows at a position; none where a row is shorter."""
        codes = np.full(len(rows), EMPTY, np.int32)
        places = self._starts[rows] + position
        reaching = places < self._starts[rows + 1]
        codes[reaching] = self._codes[places[reaching]]
        known = self._distinct[position] if position < self.width() else []
        return Coded(codes, known, all_differ=True).at(slice(None))

    def filled(self, start: int = 0) -> Flags:
        """Per row whether any cell from the position `start` on has a value."""
        found = np.zeros(len(self), np.bool_)
        for rows, places in islice(self._by_position(), start, None):
            found[rows] |= self._codes[places] != EMPTY
        return found

    def having(self, test: Callable[[V], bool]) -> list[int]:
        """The indexes of the rows of which a cell passes the test, in order."""
        found = np.zeros(len(self), np.bool_)
        for known, (rows, places) in zip(self._distinct, self._by_position(), strict=True):
            passed = Coded(self._codes[places], known).rows(test)
            found[rows[passed]] = True
        having: list[int] = np.flatnonzero(found).tolist()
        return having

    def clear(self) -> None:
        """Lets go of the rows."""
        self._starts = self._starts[:1].copy()
        self._codes, self._distinct = self._codes[:0].copy(), []

    def _by_position(self) -> Iterator[tuple[Indexes, NDArray[np.int64]]]:
        """For every position the rows that reach it, and the places of their cells."""
        widths = np.diff(self._starts)
        rows, position = np.flatnonzero(widths), 0
        while len(rows):
            yield rows, self._starts[rows] + position
            position += 1
            rows = rows[widths[rows] > position]


def _measured(rows: Iterable[Sequence[V]], widths: "array[int]") -> Iterator[Sequence[V]]:
    for row in rows:
        widths.append(len(row))
        yield row
