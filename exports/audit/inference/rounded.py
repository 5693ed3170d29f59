"""Figures that are protected by small count rounding: do they keep it, and what do they tell?

Each finest cell was rounded by itself and all else is a sum of cells. So a published 0 says
0..base-1, the base says 1..base, more says that the count is less than the base away; sums say
nothing beyond their cells. It is believed only of figures that keep it: they add up, and no cell
or difference of sums is 1..base-1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from exports.audit.figure import Figure
from exports.audit.inference.intervals import Ranges, narrowed
from exports.audit.inference.system import System, build


@dataclass(frozen=True)
class Broken:
    """The rounding is not kept, as this figure shows."""

    figure: Figure
    reason: str


def told_by(value: int, base: int) -> tuple[int, int]:
    """The counts that a rounded cell leaves, by the method, which is public."""
    if value == 0:
        return 0, base - 1
    if value == base:
        return 1, base
    return value - base + 1, value + base - 1


def has_exact_cells(figures: Iterable[Figure], base: int) -> bool:
    """Whether rounded counts are not all multiples of the base: a cell of it and more is exact."""
    return any(figure.low == figure.high and figure.low % base for figure in figures)


def cells_of_rounded(figures: Sequence[Figure], base: int) -> list[Figure] | Broken:
    """What rounded figures of one family tell of the finest cells that they fix."""
    if not figures:
        return []
    system = build(figures)
    if system is None:
        return list(figures)
    ranges = narrowed(system)
    if ranges.conflict is not None:
        figure = figures[min(ranges.conflict, len(figures) - 1)]
        return Broken(figure, "telt niet op met de andere afgeronde cijfers")
    known = np.flatnonzero(ranges.low == ranges.high)
    small = known[(ranges.low[known] > 0) & (ranges.low[known] < base)]
    if len(small):
        figure = _cell_figure(system, ranges, int(small[0]), base)
        return Broken(figure, f"is {int(ranges.low[small[0]])} en dat is niet afgerond")
    return [_cell_figure(system, ranges, int(column), base) for column in known]


def _cell_figure(system: System, ranges: Ranges, column: int, base: int) -> Figure:
    cell = system.cell(column)
    low, high = told_by(int(ranges.low[column]), base)
    some = system.figures[0]
    return Figure(
        cell.measure, cell.buurten, cell.first, cell.last, cell.attributes, low, high,
        withheld=True, where=some.where, export=some.export, protected=True,
    )  # fmt: skip
