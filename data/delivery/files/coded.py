"""A column that holds every different value once, and of each row the number of its value.

A large delivery has few different days and names, and what is found out about a value (what it
means, whether it is known) is found out once and not row by row.
"""

from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import Any, Generic, TypeAlias, TypeVar, cast

import numpy as np
import pandas as pd
from numpy.typing import DTypeLike, NDArray

V = TypeVar("V")
W = TypeVar("W")
Codes: TypeAlias = NDArray[np.signedinteger[Any]]
Indexes: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]

EMPTY = -1  # the number of a row without a value
_BLOCK = 50_000  # so many rows at a time become objects


class Coded(Generic[V]):
    """The values of a column by row; None (which V then has) where there is none.

    `distinct` are its different values, each row has the index of its own in `codes`. They stand
    in the order in which they come first. After a change or a join two of them may be equal;
    `all_differ` says that no two are.
    """

    def __init__(self, codes: Codes, distinct: list[V], *, all_differ: bool = False) -> None:
        self.distinct = distinct
        self.all_differ = all_differ
        self.codes: Codes = codes.astype(np.min_scalar_type(-len(distinct) - 1), copy=False)

    @classmethod
    def of(cls, values: Iterable[V]) -> "Coded[V]":
        """The column of these values."""
        codes, distinct = pd.factorize(np.fromiter(values, dtype=object))
        return cls(codes, distinct.tolist(), all_differ=True)

    @classmethod
    def empty(cls, length: int) -> "Coded[V]":
        """The column of so many rows without a value."""
        return cls(np.full(length, EMPTY, np.int8), [])

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.codes)

    def __getitem__(self, row: int) -> V:
        """The value of a row, by its index."""
        code = int(self.codes[row])
        return cast(V, None) if code == EMPTY else self.distinct[code]

    def __iter__(self) -> Iterator[V]:
        """The value of every row."""
        known: list[Any] = [*self.distinct, None]  # EMPTY is the last one
        for start in range(0, len(self), _BLOCK):
            yield from map(known.__getitem__, self.codes[start : start + _BLOCK].tolist())

    @property
    def filled(self) -> Flags:
        """Per row whether it has a value."""
        filled: Flags = self.codes != EMPTY
        return filled

    def counts(self) -> list[int]:
        """How many rows have each of the different values."""
        counts = np.bincount(self.codes[self.filled], minlength=len(self.distinct))
        counted: list[int] = counts.tolist()
        return counted

    def rows(self, test: Callable[[V], bool]) -> list[int]:
        """The indexes of the rows whose value passes the test, in order."""
        passed = np.fromiter(map(test, self.distinct), np.bool_, len(self.distinct))
        if not passed.any():
            return []
        found: list[int] = np.flatnonzero(np.append(passed, False)[self.codes]).tolist()
        return found

    def empty_rows(self) -> list[int]:
        """The indexes of the rows without a value, in order."""
        found: list[int] = np.flatnonzero(self.codes == EMPTY).tolist()
        return found

    def mapped(self, change: Callable[[V], W]) -> "Coded[W]":
        """The column with every different value changed; None makes its rows empty."""
        changed = [change(value) for value in self.distinct]
        if all(map(is_, changed, self.distinct)):
            return cast("Coded[W]", self)
        kept = [value for value in changed if value is not None]
        if len(kept) == len(changed):
            return Coded(self.codes, kept)
        is_kept = np.fromiter((value is not None for value in changed), np.bool_, len(changed))
        numbers = np.where(is_kept, np.cumsum(is_kept) - 1, EMPTY)
        return Coded(np.append(numbers, EMPTY)[self.codes], kept)

    def at(self, rows: Indexes | slice) -> "Coded[V]":
        """The column of these rows only, with the values that they have."""
        codes = np.full(len(chosen := self.codes[rows]), EMPTY, np.int32)
        filled = chosen != EMPTY
        codes[filled], used = pd.factorize(chosen[filled])
        distinct = [self.distinct[code] for code in used.tolist()]
        return Coded(codes, distinct, all_differ=self.all_differ)

    def or_else(self, other: "Coded[V]") -> "Coded[V]":
        """The column with the values of another, as long, where it has none."""
        codes = np.where(self.filled, self.codes, self._after(other))
        return Coded(codes, [*self.distinct, *other.distinct]).at(slice(None))

    def followed_by(self, other: "Coded[V]") -> "Coded[V]":
        """The rows of this column and then those of another."""
        codes = np.concatenate([self.codes.astype(np.int32), self._after(other)])
        return Coded(codes, [*self.distinct, *other.distinct])

    def _after(self, other: "Coded[V]") -> Codes:
        codes = other.codes.astype(np.int32)
        return np.where(other.filled, codes + len(self.distinct), codes)

    def equals(self) -> Codes:
        """Per row a number that equal values share; EMPTY where there is none."""
        if self.all_differ:
            return self.codes
        values = np.fromiter(self.distinct, dtype=object, count=len(self.distinct))
        return np.append(pd.factorize(values)[0], EMPTY)[self.codes]

    def array(self, dtype: DTypeLike, rows: Indexes) -> NDArray[Any]:
        """The values of these rows as an array."""
        codes = self.codes[rows]
        empty = [None] if (codes == EMPTY).any() else []
        return np.array([*self.distinct, *empty], dtype=dtype)[codes]

    def days(self) -> NDArray[np.datetime64]:
        """The values, which are days, by row; NaT where there is none."""
        return self.array("datetime64[D]", np.arange(len(self)))
