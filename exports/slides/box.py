"""A place on a slide."""

from collections.abc import Iterator
from dataclasses import dataclass

from pptx.util import Inches

SLIDE_WIDTH, SLIDE_HEIGHT = 13.333, 7.5


@dataclass(frozen=True)
class Box:
    """A rectangle in inches from the left upper corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in the unit of the file."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)

    def grid(self, columns: int, rows: int, gap: float) -> Iterator["Box"]:
        """The box in equal cells, row by row."""
        width = (self.width - gap * (columns - 1)) / columns
        height = (self.height - gap * (rows - 1)) / rows
        for place in range(columns * rows):
            row, column = divmod(place, columns)
            left, top = self.left + column * (width + gap), self.top + row * (height + gap)
            yield Box(left, top, width, height)
