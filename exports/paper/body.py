"""What a kind of picture hands to the sheet: its drawing, and the keys of its legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exports.paper.shapes import Element


class Sign(StrEnum):
    """How a key shows its colour: as it looks in the picture."""

    FILL = "fill"
    LINE = "line"
    DASH = "dash"
    RING = "ring"
    CIRCLE = "circle"
    SQUARE = "square"
    UP = "triangle-up"
    DIAMOND = "diamond"
    CROSS = "cross"
    DOWN = "triangle-down"


@dataclass(frozen=True)
class Key:
    """One entry of a legend; `colour` is #RRGGBB."""

    text: str
    colour: str
    sign: Sign = Sign.FILL


@dataclass(frozen=True)
class Body:
    """A drawing as wide as the sheet's text, from (0, 0) down to `height`."""

    drawing: Element
    height: float
    keys: Sequence[Key] = ()
