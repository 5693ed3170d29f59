"""How buurten lie to each other: the point that stands for each, and which ones touch.

The files stand in data/reference, because analyses read them without any geometry.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

import shapely

from geo.shapes import Shapes

POINTS_FILE = "punten.csv"
NEIGHBOURS_FILE = "buren.csv"


def relation_texts(shapes: Shapes, points: Mapping[str, tuple[float, float]]) -> dict[str, str]:
    """The texts of punten.csv (code, longitude, latitude) and buren.csv (a pair a line), by name.

    `points` is the longitude and latitude that stand for each buurt: the points of their labels,
    because it is not known where in a buurt its people live.
    """
    places = ((code, *points[code]) for code in sorted(points))
    return {
        POINTS_FILE: _csv(("code", "longitude", "latitude"), places),
        NEIGHBOURS_FILE: _csv(("code", "neighbour"), neighbours(shapes)),
    }


def neighbours(shapes: Shapes) -> list[tuple[str, str]]:
    """Pairs of codes of shapes that touch, at a corner too; each pair once, in order.

    `shapes` is a valid coverage: areas lie against each other without overlap.

    >>> squares = {"A": (0, 0), "B": (1, 1), "C": (3, 0)}
    >>> neighbours({code: shapely.box(x, y, x + 1, y + 1) for code, (x, y) in squares.items()})
    [('A', 'B')]
    """
    codes = sorted(shapes)
    ordered = [shapes[code] for code in codes]
    first, second = shapely.STRtree(ordered).query(ordered, predicate="touches")
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return sorted((codes[one], codes[other]) for one, other in pairs if one < other)


def _csv(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return text.getvalue()
