"""From the columns of rows to whole numbers: the rows of a cube as `coded.Coded`."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analytics.disclosure.cubes.coded import Coded, by_row, most_of
from analytics.disclosure.cubes.translating import Integers, Places

Spread = Mapping[str, "pd.Series[Any]"]
TRULY = " waar"


class _Columns(NamedTuple):
    """The columns that margins name: the plain ones, the spread ones, and how many values each."""

    plain: list[str]
    spread: list[str]
    sizes: dict[str, int]


def coded_rows(
    rows: pd.DataFrame, margins: Sequence[tuple[str, ...]], spread: Spread
) -> tuple[Coded, Coded]:
    """The rows as they count when they stand for others, and as they are themselves.

    The second is the first where nothing in `spread` has a name with TRULY behind it. They share
    their `numbers`, which are still to be given. ValueError on missing values.
    """
    used = list(dict.fromkeys(column for columns in margins for column in columns))
    plain = [column for column in used if column not in spread]
    codes = {column: _codes(rows[column]) for column in plain}
    named = {column: _named(spread, column) for column in used if column in spread}
    values = {column: _codes(pd.concat(named[column])) for column in named}
    sizes = {column: int(code.max(initial=0)) + 1 for column, code in (codes | values).items()}
    adds = _under(_Columns(plain, list(named), sizes), margins, _beside(codes, len(rows)))
    ways = [
        [_part(named[column], values[column], way) for column in named]
        for way in range(1 + any(name.endswith(TRULY) for name in spread))
    ]
    both = [_standing(adds, parts, len(rows)) for parts in ways]
    return both[0], both[-1]


def _codes(values: "pd.Series[Any]") -> Places:
    codes, _ = pd.factorize(values, sort=True)
    if (codes < 0).any():
        raise ValueError(f"column {values.name} has missing values: give them a name of their own")
    return codes.astype(np.int32)


def _named(spread: Spread, column: str) -> list["pd.Series[Any]"]:
    """The values of a spread column, and those of rows by themselves where these are others."""
    truly = spread.get(column + TRULY)
    return [spread[column]] if truly is None else [spread[column], truly]


def _part(named: Sequence["pd.Series[Any]"], codes: Places, way: int) -> tuple[Places, Places]:
    """The rows and the codes of a spread column in the first or in the second way."""
    one = named[min(way, len(named) - 1)]
    start = 0 if one is named[0] else len(named[0])
    return one.index.to_numpy(dtype=np.int32), codes[start : start + len(one)]


def _beside(codes: Mapping[str, Places], rows: int) -> Places:
    """The codes of the plain columns side by side; at least one column."""
    beside = np.zeros((rows, max(len(codes), 1)), dtype=np.int32)
    for place, column in enumerate(codes):
        beside[:, place] = codes[column]
    return beside


def _under(columns: _Columns, margins: Sequence[tuple[str, ...]], codes: Places) -> Coded:
    """The rule of the margins, without the values of spread columns."""
    widest = max((len(names) for names in margins), default=0)
    shape = (len(margins), max(widest, 1))
    at, strides = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int64)
    spread = np.full(len(margins), -1, dtype=np.int32)
    steps = np.zeros(len(margins), dtype=np.int64)
    for margin, names in enumerate(margins):
        for axis, name in enumerate(names):
            stride = prod(columns.sizes[later] for later in names[axis + 1 :])
            if name in columns.spread:
                spread[margin], steps[margin] = columns.spread.index(name), stride
            else:
                at[margin, axis], strides[margin, axis] = columns.plain.index(name), stride
    ends = np.cumsum([0, *(prod(columns.sizes[name] for name in names) for names in margins)])
    none = np.zeros(0, dtype=np.int32), np.zeros((0, len(codes) + 1), dtype=np.int64)
    numbers = np.zeros(ends[-1], dtype=np.int32)
    return Coded(codes, *none, at, strides, spread, steps, ends[:-1].astype(np.int64), numbers, 0)


def _standing(coded: Coded, parts: Sequence[tuple[Places, Places]], rows: int) -> Coded:
    """The same rows with the values of the spread columns: per column the rows and the codes."""
    firsts: Integers = np.zeros((len(parts), rows + 1), dtype=np.int64)
    values = np.empty(sum(len(codes) for _, codes in parts), dtype=np.int32)
    start = 0
    for place, (at, codes) in enumerate(parts):
        by_row(at, codes, firsts[place], values[start : start + len(codes)])
        firsts[place] += start
        start += len(codes)
    return coded._replace(values=values, firsts=firsts, most=most_of(coded.spread, firsts))
