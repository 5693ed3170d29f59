"""Points against two axes: the ends of the axes, the legend, and where names stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from charts.layout.axis import Axis, number_axis
from charts.layout.keys import Key, Sign, once
from charts.layout.strokes import Stroke
from charts.layout.trend import Axes
from charts.pictures import Curve, Dot, Scatter

HEADROOM = 1.12
TOWERING = 2  # times the highest point
# The picture for which names are placed, in letters: as narrow and as low as the smallest medium.
WIDE, HIGH = 85.0, 25.0
HALF_LINE = 0.5
AWAY = 1.0  # letters between a point and its name
QUIET = ("line", "idle")  # inks of what is not the subject


class Side(StrEnum):
    """Where a name stands, seen from its point; the first that is free is taken."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"


def axes(picture: Scatter) -> Axes:
    """From zero (or the lowest value below it): all points, and of every line half its length.

    A line that climbs far above all points may leave at the top: else it would press the points,
    which the picture is about, flat against the bottom.
    """
    across, up = [dot.x for dot in picture.dots], [dot.y for dot in picture.dots]
    middle = max((curve.y[len(curve.y) // 2] for curve in picture.curves), default=0.0)
    highest = max(up, default=0.0)
    return Axes(
        _axis([*across], picture.decimals),
        _axis([*up, min(middle, TOWERING * highest)], picture.decimals),
    )


def _axis(values: Sequence[float], decimals: int) -> Axis:
    low, high = min([0.0, *values]), max(values, default=0.0) * HEADROOM or 1
    return number_axis(low, high if high > low else low + 1, decimals)


def stroke(curve: Curve) -> Stroke:
    """How a line behind the points is drawn."""
    return Stroke.DASH if curve.is_dashed else Stroke.SOLID


def keys(picture: Scatter) -> list[Key]:
    """Every kind of line behind the points once: the two ends of one limit are one kind."""
    return once(Key(curve.name, curve.ink, Sign.LINE, stroke(curve)) for curve in picture.curves)


def ordered(dots: Sequence[Dot]) -> list[Dot]:
    """The points from below to above: those that are the subject on top."""
    return sorted(dots, key=lambda dot: dot.ink not in QUIET)


@dataclass(frozen=True)
class Box:
    """A rectangle in letters from the left bottom."""

    left: float
    bottom: float
    right: float
    top: float

    def touches(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    @property
    def is_inside(self) -> bool:
        """Whether it lies in the picture; half a line may hang over the axis below it."""
        is_between = self.left >= 0 and self.right <= WIDE
        return is_between and self.bottom >= -HALF_LINE and self.top <= HIGH


def named(picture: Scatter) -> list[tuple[Dot, Side]]:
    """The points that have a name beside them, each with the side where it is free.

    Where no side is free, the first that lies inside the picture.
    """
    found = axes(picture)
    taken = [_around(*_place(dot, found)) for dot in picture.dots]
    names = []
    for dot in (dot for dot in picture.dots if dot.is_named):
        boxes = _boxes(*_place(dot, found), len(dot.name) * 0.9)
        inside = {side: box for side, box in boxes.items() if box.is_inside} or boxes
        free = [side for side, box in inside.items() if not any(map(box.touches, taken))]
        side = next(iter([*free, *inside]))
        taken.append(boxes[side])
        names.append((dot, side))
    return names


def _place(dot: Dot, found: Axes) -> tuple[float, float]:
    return found.across.part(dot.x) * WIDE, found.up.part(dot.y) * HIGH


def _around(x: float, y: float) -> Box:
    half = AWAY / 2
    return Box(x - half, y - half / 2, x + half, y + half / 2)


def _boxes(x: float, y: float, wide: float) -> dict[Side, Box]:
    """The rectangle of a name at every side; a line is one high."""
    half = wide / 2
    middles = {
        Side.RIGHT: (x + AWAY + half, y),
        Side.LEFT: (x - AWAY - half, y),
        Side.ABOVE: (x, y + AWAY),
        Side.BELOW: (x, y - AWAY),
    }
    return {
        side: Box(a - half, b - HALF_LINE, a + half, b + HALF_LINE)
        for side, (a, b) in middles.items()
    }
