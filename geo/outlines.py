"""The line around several areas together, without the borders between them."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from geo.rings import Point, Shape

Edge = tuple[Point, Point]


def outline(shapes: Iterable[Shape]) -> list[Edge]:
    """The edges of which one side lies outside: those that two shapes share fall away.

    Neighbours have the same points along their border, as geo/build.py makes them.
    """
    edges = [edge for shape in shapes for ring in shape for edge in pairwise(ring)]
    times = Counter(frozenset(edge) for edge in edges)
    return [edge for edge in edges if times[frozenset(edge)] == 1]
