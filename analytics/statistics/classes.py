"""Round classes for maps: at most five, without gaps, the same for every moment of a series.

The borders (`analytics.statistics.breaks`) are found over the values of all moments together, and
are then moved to the nearest round number, so that a reader can say them aloud.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor, log10

import numpy as np

from analytics.statistics import breaks
from analytics.statistics.breaks import Amounts
from data.dutch import number, signed

MOST_CLASSES = 5
_SAMPLE = 60  # quantiles that stand for all values
_ROUND_NUMBERS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


class Scheme(StrEnum):
    """How borders are found; the value stands in addresses."""

    NATURAL = "natuurlijk"
    PRETTY = "gelijk"
    QUANTILES = "kwantielen"

    @property
    def label(self) -> str:
        """The scheme as a choice in a list."""
        return _LABELS[self]


_LABELS = {
    Scheme.NATURAL: "natuurlijke groepen",
    Scheme.PRETTY: "gelijke stappen",
    Scheme.QUANTILES: "even veel gebieden per klasse",
}


@dataclass(frozen=True)
class Classes:
    """Classes of values; class i runs from border i-1 up to (not with) border i.

    `decimals` is how values are written: a value falls in the class of what is written. Values
    are zero or more; of changes (`is_change`) the middle class is zero.
    """

    borders: tuple[float, ...]
    decimals: int
    is_change: bool = False

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self.borders) + 1

    def index(self, value: float) -> int:
        """The class of a value, 0 for the lowest."""
        return bisect_right(self.borders, round(value, self.decimals))

    def labels(self) -> list[str]:
        """What each class holds, in words, from low to high."""
        if not self.borders:
            return ["0 of meer"]
        if self.is_change:
            return [self._change_label(index) for index in range(self.count)]
        pairs = zip((0, *self.borders), self.borders, strict=False)
        ranges = [self._range(low, high) for low, high in pairs]
        return [*ranges, f"{self._text(self.borders[-1])} of meer"]

    def _range(self, low: float, high: float) -> str:
        if self.decimals:
            return f"{self._text(low)} tot {self._text(high)}"
        last = high - 1
        return self._text(low) if last == low else f"{self._text(low)} t/m {self._text(last)}"

    def _text(self, border: float) -> str:
        is_whole = all(edge == int(edge) for edge in self.borders)
        return number(border, 0 if is_whole else self.decimals)

    def _change_label(self, index: int) -> str:
        """Of a class of changes, from its first value to its last, both included."""
        step = 10**-self.decimals
        edges = [signed(border, self.decimals) for border in self.borders]
        lasts = [signed(border - step, self.decimals) for border in self.borders]
        if index == 0:
            return f"{lasts[0]} of minder"
        if index == self.count - 1:
            return f"{edges[-1]} of meer"
        first, last = edges[index - 1], lasts[index]
        if first == last:
            return first if self.borders[index - 1] else "gelijk"
        return f"{first} tot {last}"


def round_classes(
    values: Iterable[float], decimals: int, scheme: Scheme = Scheme.NATURAL
) -> Classes:
    """Classes of values from zero up, by a scheme; pool the values of all moments of a series.

    Zeros do not decide: areas where nothing happened yet would pull all borders down.
    """
    amounts = _amounts(values, decimals)
    if not amounts.size:
        return Classes((), decimals)
    return Classes(_rounded(_borders(amounts, scheme, MOST_CLASSES), decimals), decimals)


def change_classes(changes: Iterable[float], decimals: int) -> Classes:
    """Classes around zero for changes: much less, less, equal, more, much more."""
    step = 10**-decimals
    amounts = _amounts(map(abs, changes), decimals)
    if not amounts.size:
        return Classes((), decimals)
    [much, *_] = *_rounded(_borders(amounts, Scheme.NATURAL, 2), decimals), 2 * step
    much = max(much, 2 * step)  # "more" must hold something too
    return Classes((round(step - much, decimals), 0.0, step, much), decimals, is_change=True)


def _amounts(values: Iterable[float], decimals: int) -> Amounts:
    amounts = np.array([round(value, decimals) for value in values], dtype=float)
    return amounts[amounts > 0]


def _borders(amounts: Amounts, scheme: Scheme, most: int) -> list[float]:
    """The lowest value of every class but the first, before it is made round."""
    distinct = np.unique(amounts)
    if distinct.size == 1:
        return [float(distinct[0])]
    if scheme is Scheme.PRETTY:
        return _pretty(amounts, most)
    if distinct.size <= most:
        return [float(value) for value in distinct[1:]]
    ends = _upper_ends(amounts, scheme, most)[:-1]
    return [float(distinct[distinct > end].min()) for end in ends if end < distinct[-1]]


def _pretty(amounts: Amounts, most: int) -> list[float]:
    """Equal steps, the smallest that need no more than the most classes."""
    ends: list[float] = []
    for wanted in range(2, most + 1):
        found = breaks.pretty(amounts, wanted)
        ends = found if len(found) <= most else ends
    return ends[:-1]


def _upper_ends(amounts: Amounts, scheme: Scheme, most: int) -> list[float]:
    if scheme is Scheme.QUANTILES:
        return breaks.quantiles(amounts, most)
    sample = _sampled(amounts)
    return breaks.natural(sample, min(most, len(set(sample))))


def _sampled(amounts: Amounts) -> Amounts:
    """Values with the same spread, few enough for a method that compares all with all."""
    if amounts.size <= _SAMPLE:
        return amounts
    return np.quantile(amounts, np.linspace(0, 1, _SAMPLE), method="nearest")


def _rounded(borders: Sequence[float], decimals: int) -> tuple[float, ...]:
    """The nearest round number of every border, each once, none below the smallest step."""
    step = 10**-decimals
    found = {max(_nearest_round(border, decimals), step) for border in borders if border > 0}
    return tuple(sorted(found))


def _nearest_round(border: float, decimals: int) -> float:
    power: float = 10.0 ** floor(log10(border))
    choices = [round(part * power, decimals) for part in _ROUND_NUMBERS]
    return min(choices, key=lambda choice: abs(choice - border))
