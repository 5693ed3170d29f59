"""Names on a map: broken over lines, and from which scale each can stand where it stands.

A name stands from the scale at which it lies inside its area with room around it, so that no border
and no outline runs through it, and touches no name before it. The scale is in letter sizes a degree
of latitude: it does not matter whether a map is larger or its letters are smaller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, inf, radians

from charts.layout.rooms import Room, room
from data.reference.areas import Level

METRES_PER_DEGREE = 111_257.0  # of latitude
LETTER_WIDTH = 0.54  # of the letter size, on average
LINE_HEIGHT = 1.2
AROUND = 0.4  # letter sizes that stay free around a name: a border, or half of an outline
LONG_LINE = 9  # letters: a longer name is broken where it can be
ALWAYS = 0.1  # a scale below that of any map


@dataclass(frozen=True)
class Label:
    """A name, and the shape of the level in which it stands: the largest of its area.

    `figure` is the longest text that can stand under the name, "" for none. `is_named` says that
    the title names the area: then it stands at every scale.
    """

    name: str
    level: Level
    shape: str
    figure: str = ""
    is_named: bool = False

    @property
    def lines(self) -> list[str]:
        """The name, over two lines when it is long and can be broken."""
        for sign, broken in ((" ", ""), ("-", "-")):
            head, found, tail = self.name.partition(sign)
            if found and len(self.name) > LONG_LINE:
                return [f"{head}{broken}", tail]
        return [self.name]

    @cached_property
    def room(self) -> Room:
        """Where in its area there is most room for the name."""
        return room(self.level, self.shape, self._wide(), self._high())

    def fits_from(self) -> float:
        """From which scale the name lies inside its area."""
        return ALWAYS if self.is_named else self.room.scale

    def clears_from(self, other: "Label") -> float:
        """From which scale two names do not touch."""
        (longitude, latitude), (to, up) = self.room.place, other.room.place
        east, north = abs(longitude - to) * cos(radians(latitude)), abs(latitude - up)
        wide, high = (self._wide() + other._wide()) / 2, (self._high() + other._high()) / 2
        return min(wide / east if east else inf, high / north if north else inf)

    def _wide(self) -> float:
        return max(map(len, [*self.lines, self.figure])) * LETTER_WIDTH + 2 * AROUND

    def _high(self) -> float:
        return (len(self.lines) + bool(self.figure)) * LINE_HEIGHT + AROUND


def scales(labels: Sequence[Label]) -> list[float]:
    """From which scale every label stands, the first ones first.

    A label gives way to one before it that stands at a scale at which the two would touch.
    """
    found: list[float] = []
    for label in labels:
        pairs = [(label.clears_from(other), own) for other, own in zip(labels, found, strict=False)]
        found.append(max([label.fits_from(), *(clear for clear, own in pairs if own < clear)]))
    return found
