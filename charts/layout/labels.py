"""Names on a map: broken over lines, and from which scale each can stand where it stands.

A name stands from the scale at which it fits its area and touches no name before it. The scale is
in letter sizes a degree of latitude: it does not matter whether a map is larger or its letters
are smaller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, inf, radians, sqrt

METRES_PER_DEGREE = 111_257.0  # of latitude
SQUARE_METRES_PER_HECTARE = 10_000.0
LETTER_WIDTH = 0.54  # of the letter size, on average
LINE_HEIGHT = 1.2
ROOM = 0.85  # of the side of a square as large as the area, because areas are no squares
LONG_LINE = 9  # letters: a longer name is broken where it can be


@dataclass(frozen=True)
class Label:
    """A name with its place in degrees, and the size of its area in hectares.

    `figure` is the longest text that can stand under the name, "" for none.
    """

    code: str
    name: str
    longitude: float
    latitude: float
    hectares: float
    figure: str = ""

    @property
    def lines(self) -> list[str]:
        """The name, over two lines when it is long and can be broken."""
        for sign, broken in ((" ", ""), ("-", "-")):
            head, found, tail = self.name.partition(sign)
            if found and len(self.name) > LONG_LINE:
                return [f"{head}{broken}", tail]
        return [self.name]

    def fits_from(self) -> float:
        """From which scale the name is no larger than a square as large as its area."""
        side = sqrt(self.hectares * SQUARE_METRES_PER_HECTARE) / METRES_PER_DEGREE * ROOM
        return max(self._wide(), self._high()) / side if side else inf

    def clears_from(self, other: "Label") -> float:
        """From which scale two names do not touch."""
        east = abs(self.longitude - other.longitude) * cos(radians(self.latitude))
        north = abs(self.latitude - other.latitude)
        wide, high = (self._wide() + other._wide()) / 2, (self._high() + other._high()) / 2
        return min(wide / east if east else inf, high / north if north else inf)

    def _wide(self) -> float:
        return max(map(len, [*self.lines, self.figure])) * LETTER_WIDTH

    def _high(self) -> float:
        return (len(self.lines) + bool(self.figure)) * LINE_HEIGHT


def scales(labels: Sequence[Label]) -> list[float]:
    """From which scale every label stands, the first ones first.

    A label gives way to one before it that stands at a scale at which the two would touch.
    """
    found: list[float] = []
    for label in labels:
        pairs = [(label.clears_from(other), own) for other, own in zip(labels, found, strict=False)]
        found.append(max([label.fits_from(), *(clear for clear, own in pairs if own < clear)]))
    return found
