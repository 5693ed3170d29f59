"""Rows as small whole numbers, from which the totals that a row stands under are worked out.

A row stands under a hundred totals and more. Written out for every row of a large delivery they
would be its largest table by far, so they are worked out anew each time they are asked for.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.disclosure.cubes.translating import Integers, Places, translated


class Coded(NamedTuple):
    """Rows, and the rule by which they stand under combinations of values of columns.

    `codes` (rows x plain columns): the value of a row, as its place among the different ones. Of a
    spread column s, row r has the `values[firsts[s, r]:firsts[s, r + 1]]`, in order.
    Margin m: the combinations from `bases[m]` on. There a row has that of its values in the plain
    columns `columns[m]`, each times its stride (0: no column), and of each value in the spread
    column `spread[m]` (-1: none) times `steps[m]`.
    `numbers`: per combination the total that it is, for those that occur. `most`: the largest
    number of totals of one row.
    """

    codes: Places
    values: Places
    firsts: Integers
    columns: Places
    strides: Integers
    spread: Places
    steps: Integers
    bases: Integers
    numbers: Places
    most: int


@translated
def by_row(rows: Places, codes: Places, firsts: Integers, values: Places) -> None:
    """Put codes next to the others of their row in `values`, in order; `firsts`: where rows begin.

    `firsts` (one more than there are rows) and `values` (as many as there are codes) are filled.
    """
    firsts[:] = 0
    for row in rows:
        firsts[row + 1] += 1
    firsts[:] = np.cumsum(firsts)
    free = firsts[:-1].copy()
    for at in range(len(rows)):
        row, code = rows[at], codes[at]
        place = free[row]
        while place > firsts[row] and values[place - 1] > code:
            values[place] = values[place - 1]
            place -= 1
        values[place] = code
        free[row] += 1


@translated
def combinations(coded: Coded, row: int, found: Integers) -> int:
    """Fill `found` with the combinations of a row, each once and in order; how many they are."""
    many = 0
    for margin in range(len(coded.bases)):
        plain = coded.bases[margin]
        for axis in range(coded.columns.shape[1]):
            column = coded.columns[margin, axis]
            plain += coded.codes[row, column] * coded.strides[margin, axis]
        spread = coded.spread[margin]
        if spread < 0:
            found[many] = plain
            many += 1
        else:
            first, last = coded.firsts[spread, row], coded.firsts[spread, row + 1]
            for at in range(first, last):
                if at == first or coded.values[at] != coded.values[at - 1]:
                    found[many] = plain + coded.values[at] * coded.steps[margin]
                    many += 1
    return many


@translated
def totals_of(coded: Coded, row: int, found: Integers) -> int:
    """Fill `found` with the totals of a row, each once and in order; how many they are."""
    many = combinations(coded, row, found)
    for at in range(many):
        found[at] = coded.numbers[found[at]]
    return many


@translated
def mark(coded: Coded, occurs: NDArray[np.bool_]) -> None:
    """Note of every combination that a row has that it occurs."""
    found = np.empty(coded.most, dtype=np.int64)
    for row in range(len(coded.codes)):
        for at in range(combinations(coded, row, found)):
            occurs[found[at]] = True


@translated
def summed(coded: Coded, values: Integers, totals: int) -> Integers:
    """Every total of so many when each row adds its value to those that it stands under."""
    sums = np.zeros(totals, dtype=np.int64)
    found = np.empty(coded.most, dtype=np.int64)
    for row in range(len(values)):
        if values[row]:
            for at in range(totals_of(coded, row, found)):
                sums[found[at]] += values[row]
    return sums


@translated
def written(coded: Coded, rows: Integers) -> tuple[Places, Places]:
    """The totals of some rows, written out: the r-th has those from `starts[r]` to the next."""
    found = np.empty(coded.most, dtype=np.int64)
    starts = np.zeros(len(rows) + 1, dtype=np.int32)
    for place in range(len(rows)):
        starts[place + 1] = starts[place] + totals_of(coded, rows[place], found)
    totals = np.empty(starts[-1], dtype=np.int32)
    for place in range(len(rows)):
        many = totals_of(coded, rows[place], found)
        for at in range(many):
            totals[starts[place] + at] = found[at]
    return starts, totals


def most_of(spread: Places, firsts: Integers) -> int:
    """The largest number of totals that one row can stand under."""
    longest = np.diff(firsts, axis=1).max(axis=1, initial=0)
    return int((spread < 0).sum() + longest[spread[spread >= 0]].sum())
