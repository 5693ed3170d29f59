"""The place in an area with most room for a name of some width and height."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data.reference.areas import Level
from geo.rings import NARROWING, Point, Shape, extent, shapes

STEPS = 17  # places that are tried from west to east, and from south to north
KEPT = 2_000

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Room:
    """A place, and from which scale a box around it lies inside the area."""

    place: Point
    scale: float


@lru_cache(maxsize=KEPT)
def room(level: Level, code: str, wide: float, high: float) -> Room:
    """The best place for a box of `wide` by `high` letter sizes in an area."""
    shape = shapes(level)[code]
    tried = _tried(shape)
    unit = np.array([NARROWING / (wide / 2), 1 / (high / 2)])
    edges = np.array([pair for ring in shape for pair in pairwise(ring)])
    start, end = ((edges[None, :, side] - tried[:, None]) * unit for side in (0, 1))
    reach = np.where(_is_inside(start, end), _reach(start, end), 0)
    best = int(reach.argmax())
    return Room((float(tried[best, 0]), float(tried[best, 1])), 1 / float(reach[best]))


def _tried(shape: Shape) -> Numbers:
    west, south, east, north = extent([shape])
    columns, rows = np.linspace(west, east, STEPS), np.linspace(south, north, STEPS)
    return np.array([(east, north) for east in columns[1:-1] for north in rows[1:-1]])


def _is_inside(start: Numbers, end: Numbers) -> NDArray[np.bool_]:
    """Whether a line to the east from each place, which is at zero, crosses edges an odd time."""
    crosses = (start[..., 1] > 0) != (end[..., 1] > 0)
    rise = np.where(crosses, end[..., 1] - start[..., 1], 1)
    at = start[..., 0] - start[..., 1] * (end[..., 0] - start[..., 0]) / rise
    inside: NDArray[np.bool_] = (crosses & (at > 0)).sum(axis=1) % 2 == 1
    return inside


def _reach(start: Numbers, end: Numbers) -> Numbers:
    """How many times as large the box, which is 1 each way, is when it touches the nearest edge.

    Along an edge the larger of |x| and |y| is least at an end, at an axis or at a diagonal.
    """
    (x, y), (dx, dy) = (np.moveaxis(part, -1, 0) for part in (start, end - start))
    turns = [(x, dx), (y, dy), (x - y, dx - dy), (x + y, dx + dy)]
    parts = [np.zeros_like(x), np.ones_like(x)]
    parts += [np.clip(-a / np.where(b == 0, 1, b), 0, 1) for a, b in turns]
    least = np.minimum.reduce([np.maximum(abs(x + t * dx), abs(y + t * dy)) for t in parts])
    reach: Numbers = least.min(axis=1)
    return reach
