"""Names on a map: broken over lines, and left out where they would touch another name."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

# The scale for which names are placed; narrower maps show no names.
PIXELS_PER_DEGREE = 4_000.0  # of latitude: a map of 480 pixels wide
METRES_PER_DEGREE = 111_257.0  # of latitude
SQUARE_METRES_PER_HECTARE = 10_000.0
LETTER_WIDTH = 0.56  # of the letter size, on average
LINE_HEIGHT = 1.25
ROOM = 0.8  # of the width of a square, because areas are no squares
LONG_LINE = 9  # letters: a longer name is broken where it can be


@dataclass(frozen=True)
class Label:
    """A name with its place in degrees, and the size of its area in hectares."""

    code: str
    name: str
    longitude: float
    latitude: float
    hectares: float

    @property
    def text(self) -> str:
        """The name, over two lines when it is long and can be broken."""
        for sign, broken in ((" ", "\n"), ("-", "-\n")):
            head, found, tail = self.name.partition(sign)
            if found and len(self.name) > LONG_LINE:
                return f"{head}{broken}{tail}"
        return self.name

    def touches(self, other: "Label", size: float) -> bool:
        """Whether the two names would overlap at a letter size in pixels."""
        east = (self.longitude - other.longitude) * cos(radians(self.latitude))
        north = self.latitude - other.latitude
        wide = (self._letters() + other._letters()) * size * LETTER_WIDTH / 2
        high = (self._lines() + other._lines()) * size * LINE_HEIGHT / 2
        return abs(east) * PIXELS_PER_DEGREE < wide and abs(north) * PIXELS_PER_DEGREE < high

    def fits(self, size: float) -> bool:
        """Whether the name is narrower than a square as large as its area."""
        side = sqrt(self.hectares * SQUARE_METRES_PER_HECTARE) / METRES_PER_DEGREE
        return self._letters() * size * LETTER_WIDTH <= side * ROOM * PIXELS_PER_DEGREE

    def _letters(self) -> int:
        return max(len(line) for line in self.text.split("\n"))

    def _lines(self) -> int:
        return self.text.count("\n") + 1


def fitting(labels: Sequence[Label], size: float) -> list[Label]:
    """The labels that fit their area and can stand together, the first ones first."""
    placed: list[Label] = []
    for label in labels:
        if label.fits(size) and not any(label.touches(other, size) for other in placed):
            placed.append(label)
    return placed
