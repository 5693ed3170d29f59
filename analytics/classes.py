"""Round classes for maps: at most five, without gaps.

Borders are 1, 2 or 5 times a power of ten, or multiples of one such number.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

from data.dutch import number

MOST_CLASSES = 5
_ROUND_NUMBERS = (1, 2, 5)


@dataclass(frozen=True)
class Classes:
    """Classes of values from zero up; class i runs from border i-1 up to (not with) border i.

    `decimals` is how values are written: a value falls in the class of what is written.
    """

    borders: tuple[float, ...]
    decimals: int

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
        pairs = zip((0, *self.borders), self.borders, strict=False)
        ranges = [self._range(low, high) for low, high in pairs]
        return [*ranges, f"{self._text(self.borders[-1])} of meer"]

    def _range(self, low: float, high: float) -> str:
        if self.decimals:
            return f"{self._text(low)} tot {self._text(high)}"
        last = high - 1
        return self._text(low) if last == low else f"{self._text(low)}–{self._text(last)}"

    def _text(self, border: float) -> str:
        is_whole = all(edge == int(edge) for edge in self.borders)
        return number(border, 0 if is_whole else self.decimals)


def round_classes(values: Sequence[float], decimals: int) -> Classes:
    """Classes that spread the values most evenly, with equal or with growing borders.

    Zeros do not decide: areas where nothing happened yet would pull all borders down. Borders
    are sought among whole numbers of the last decimal, so that none has more decimals than the
    values.
    """
    scale = 10**decimals
    amounts = [amount for value in values if (amount := round(value * scale)) > 0]
    if not amounts:
        return Classes((), decimals)
    equal, growing = _equal_borders(max(amounts)), _growing_borders(min(amounts), max(amounts))
    borders = min(equal, growing, key=lambda borders: _fullest(borders, amounts))
    return Classes(tuple(border / scale for border in borders), decimals)


def _fullest(borders: Sequence[int], amounts: Sequence[int]) -> int:
    """How many amounts lie in the class that holds the most."""
    return max(Counter(bisect_right(borders, amount) for amount in amounts).values())


def _equal_borders(highest: int) -> list[int]:
    """Multiples of the smallest round step that needs no more than the most classes."""
    step = next(step for step in _round_steps() if highest < step * MOST_CLASSES)
    return list(range(step, highest + 1, step))


def _growing_borders(lowest: int, highest: int) -> list[int]:
    """The highest of the round numbers above the lowest and up to the highest amount."""
    steps = takewhile(lambda step: step <= highest, _round_steps())
    return [step for step in steps if step > lowest][-(MOST_CLASSES - 1) :]


def _round_steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, ... without end."""
    for power in count():
        yield from (step * 10**power for step in _ROUND_NUMBERS)
