"""Where shapes are drawn, and in which dress."""

from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor

from exports.house import House

NORMAL, SMALL = 11, 9  # letter sizes of charts, in points


@dataclass(frozen=True)
class Canvas:
    """The shapes of a slide, the house style, and the size of letters in points."""

    shapes: Any
    house: House
    size: int = NORMAL

    def ink(self, name: str) -> RGBColor:
        """The colour of an ink as python-pptx wants it."""
        return rgb(self.house.colour(name))

    def sized(self, size: int) -> "Canvas":
        """The same with letters of another size."""
        return replace(self, size=size)


def rgb(colour: str) -> RGBColor:
    """A colour #RRGGBB as python-pptx wants it."""
    return RGBColor.from_string(colour.removeprefix("#"))
