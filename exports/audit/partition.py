"""The finest cells that figures together speak of, per measure: areas x days x attributes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.reference.code_lists import code_lists
from exports.audit.figure import Attributes, Figure
from exports.audit.words.geography import Buurten

Integers = NDArray[np.int64]
REST = "(overig)"
_BEGINNING = 0
# Every match has a kind: the values of the list are all there is.
_COMPLETE = frozenset(("kind",))


@dataclass(frozen=True)
class Regions:
    """Areas cut into parts that no figure cuts further; `parts_of` an area are numbers."""

    parts: tuple[Buurten, ...]
    parts_of: Mapping[Buurten, Integers]


def regions(areas: Iterable[Buurten]) -> Regions:
    """Cuts areas: buurten that are always together in an area stay one part."""
    distinct = sorted(set(areas), key=sorted)
    signature: dict[int, list[int]] = defaultdict(list)
    for number, area in enumerate(distinct):
        for buurt in area:
            signature[buurt].append(number)
    together: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for buurt, numbers in signature.items():
        together[tuple(numbers)].add(buurt)
    inside: list[list[int]] = [[] for _ in distinct]
    for place, numbers_ in enumerate(together):
        for number in numbers_:
            inside[number].append(place)
    parts = tuple(frozenset(part) for part in together.values())
    found = {
        area: np.array(places, dtype=np.int64)
        for area, places in zip(distinct, inside, strict=True)
    }
    return Regions(parts, found)


@dataclass(frozen=True)
class Cell:
    """One cell: what is counted, where, over which days, of which attributes (REST: the others)."""

    measure: str
    buurten: Buurten
    first: int | None
    last: int
    attributes: Attributes


class Block:
    """The cells of one measure, numbered from `offset`: part of area x days x attributes.

    For a stock the days are the moments at which it is told; for a flow they are the stretches
    between all first and last days.
    """

    def __init__(
        self, measure: str, figures: Sequence[Figure], areas: Regions, offset: int
    ) -> None:
        self.measure = measure
        self.offset = offset
        self.areas = areas
        self.is_stock = all(figure.first == figure.last for figure in figures)
        self._edges = self._cut(figures)
        self._values = attribute_values(figures)
        self._shape = (
            len(areas.parts),
            len(self._edges) - (0 if self.is_stock else 1),
            *(len(values) for values in self._values.values()),
        )
        self.size = int(np.prod(self._shape))
        self._steps = [int(np.prod(self._shape[axis + 1 :])) for axis in range(len(self._shape))]

    def _cut(self, figures: Sequence[Figure]) -> list[int]:
        if self.is_stock:
            return sorted({figure.last for figure in figures})
        firsts = {figure.first or _BEGINNING for figure in figures}
        return sorted(firsts | {figure.last + 1 for figure in figures})

    def times(self, first: int | None, last: int) -> Integers:
        """The numbers of the stretches (or moments) in a span of days."""
        if self.is_stock:
            return np.array([self._edges.index(last)], dtype=np.int64)
        start, stop = (self._edges.index(day) for day in (first or _BEGINNING, last + 1))
        return np.arange(start, stop, dtype=np.int64)

    def cells(self, figure: Figure) -> Integers:
        """The numbers of the cells that a figure is the sum of."""
        named = dict(figure.attributes)
        axes = [self.areas.parts_of[figure.buurten], self.times(figure.first, figure.last)]
        for name, values in self._values.items():
            chosen = [values.index(named[name])] if name in named else range(len(values))
            axes.append(np.array(chosen, dtype=np.int64))
        return self._numbers(axes)

    def slab(self, part: int, times: Integers) -> Integers:
        """All cells of one part of an area in some stretches, whatever their attributes."""
        axes = [np.array([part], dtype=np.int64), times]
        axes += [np.arange(len(values), dtype=np.int64) for values in self._values.values()]
        return self._numbers(axes)

    def _numbers(self, axes: Sequence[Integers]) -> Integers:
        found = np.array([self.offset], dtype=np.int64)
        for axis, step in zip(axes, self._steps, strict=True):
            found = np.add.outer(found, axis * step).ravel()
        return found

    @property
    def moments(self) -> list[int]:
        """The moments of a stock, or the days on which the stretches of a flow begin and end."""
        return self._edges

    def cell(self, number: int) -> Cell:
        """What the cell of that number is."""
        part, time, *rest = np.unravel_index(number - self.offset, self._shape)
        names = zip(self._values.items(), rest, strict=True)
        attributes = tuple((name, values[int(place)]) for (name, values), place in names)
        first, last = self._days(int(time))
        return Cell(self.measure, self.areas.parts[int(part)], first, last, attributes)

    def _days(self, time: int) -> tuple[int | None, int]:
        if self.is_stock:
            return self._edges[time], self._edges[time]
        return self._edges[time] or None, self._edges[time + 1] - 1


def attribute_values(figures: Sequence[Figure]) -> dict[str, list[str]]:
    """Per attribute its values, with REST for what no figure names unless nothing can be left."""
    seen: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        for name, value in figure.attributes:
            seen[name].add(value)
    return {
        name: sorted(values) if _is_whole(name, values, figures) else sorted(values | {REST})
        for name, values in sorted(seen.items())
    }


def _is_whole(name: str, values: set[str], figures: Sequence[Figure]) -> bool:
    """Whether the values make up the total: by the code list, or because totals show it."""
    listed = {value.lower() for value in code_lists().get(name, ())}
    return (name in _COMPLETE and listed <= values) or _adds_up(name, values, figures)


def _adds_up(name: str, values: set[str], figures: Sequence[Figure]) -> bool:
    """Whether each total that is told beside all its parts is their sum, at least once above 0."""
    known = {figure.key: figure.low for figure in figures if figure.low == figure.high}
    shown = False
    for figure in figures:
        if figure.low != figure.high or name in dict(figure.attributes):
            continue
        parts = [known.get(replace(figure, attributes=_with(figure, name, v)).key) for v in values]
        whole = [part for part in parts if part is not None]
        if len(whole) == len(values):
            if sum(whole) != figure.low:
                return False
            shown = shown or figure.low > 0
    return shown


def _with(figure: Figure, name: str, value: str) -> Attributes:
    return tuple(sorted((*figure.attributes, (name, value))))
