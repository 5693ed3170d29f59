"""What lies on the areas of a map: the symbols of spots, and lines between areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from charts.pictures import AreaMap
from geo.boundaries import label_points
from geo.rings import NARROWING, Point

# Paths around the middle, as large as a circle of radius 1; a group keeps its symbol.
SYMBOLS = (
    "M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0z",
    "M-.9,-.9h1.8v1.8h-1.8z",
    "M0,-1.25L1.25,0 0,1.25 -1.25,0z",
    "M0,-1.2L1.15,.8H-1.15z",
    "M0,1.2L1.15,-.8H-1.15z",
    "M-.4,-1.2h.8v.8h.8v.8h-.8v.8h-.8v-.8h-.8v-.8h.8z",
    "M0,-1.15L1.1,-.35 .68,.95 -.68,.95 -1.1,-.35z",
    "M-.6,-1.05h1.2L1.2,0 .6,1.05h-1.2L-1.2,0z",
    "M-1.2,-.7h2.4v1.4h-2.4z",
    "M-.7,-1.2h1.4v2.4h-1.4z",
)
SMALLEST, GROWTH = 3.0, 1.5  # pixels of a radius, on a map of about 600 wide
THINNEST, THICKEST = 0.9, 7.0  # pixels of a flow
BEND = 0.15  # of its length: flows to and fro do not lie over each other
STRETCHES = 12  # of a bow that is drawn as a chain of straight lines


def symbols(picture: AreaMap) -> dict[str, int]:
    """The number of the symbol of every group that spots can be in."""
    groups = [*picture.groups, *sorted({spot.group for spot in picture.spots})]
    return {group: rank % len(SYMBOLS) for rank, group in enumerate(dict.fromkeys(groups))}


def radius(size: float) -> float:
    """How large a spot is drawn, in pixels."""
    return SMALLEST + GROWTH * sqrt(size)


@dataclass(frozen=True)
class Bow:
    """A flow as a bow from one area to another, in degrees, with its width in pixels."""

    start: Point
    middle: Point  # to which both ends point
    end: Point
    width: float
    detail: str

    def chain(self) -> list[Point]:
        """The bow (a quadratic Bézier curve) as a chain of straight lines."""
        return [self._at(step / STRETCHES) for step in range(STRETCHES + 1)]

    def _at(self, part: float) -> Point:
        weights = ((1 - part) ** 2, 2 * part * (1 - part), part**2)
        places = (self.start, self.middle, self.end)
        east, north = (
            sum(weight * place[axis] for weight, place in zip(weights, places, strict=True))
            for axis in (0, 1)
        )
        return east, north


def bows(picture: AreaMap) -> Sequence[Bow]:
    """The flows of a map, as wide as their amounts."""
    points = label_points(picture.level)
    most = max((flow.amount for flow in picture.flows), default=0) or 1
    return [
        Bow(
            points[flow.origin],
            _bent(points[flow.origin], points[flow.destination]),
            points[flow.destination],
            THINNEST + (THICKEST - THINNEST) * flow.amount / most,
            flow.detail,
        )
        for flow in picture.flows
    ]


def _bent(start: Point, end: Point) -> Point:
    """The point beside the middle that makes a bow to the left, seen from its start."""
    east, north = (end[0] - start[0]) * NARROWING, end[1] - start[1]
    return (
        (start[0] + end[0]) / 2 - north * BEND / NARROWING,
        (start[1] + end[1]) / 2 + east * BEND,
    )
