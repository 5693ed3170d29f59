"""The entries of a legend, the same in every medium."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from charts.layout.strokes import Stroke


class Sign(StrEnum):
    """How a key shows its colour: as it looks in the picture."""

    FILL = "fill"
    LINE = "line"
    RING = "ring"
    SPOT = "spot"


class Pattern(StrEnum):
    """What lies over a fill, so that it can be told apart without colour."""

    PLAIN = "plain"
    LINES = "lines"
    CROSSES = "crosses"
    DOTS = "dots"
    RULES = "rules"


@dataclass(frozen=True)
class Key:
    """One entry of a legend; `ink` is a meaning (charts/theme.py) or a colour (#RRGGBB).

    A line has its stroke, a fill its pattern, a spot the number of its symbol.
    """

    text: str
    ink: str
    sign: Sign = Sign.FILL
    stroke: Stroke = Stroke.SOLID
    pattern: Pattern = Pattern.PLAIN
    symbol: int = 0


def once(keys: Iterable[Key]) -> list[Key]:
    """Every key once, in the order in which they come."""
    return list(dict.fromkeys(keys))
