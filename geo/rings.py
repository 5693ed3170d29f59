"""The boundaries as rings of points, for pictures that are drawn without a browser.

Reads the ready files of geo/build.py only.
"""

import json
from collections.abc import Iterable
from functools import cache
from math import cos, radians
from typing import Any

from data.reference.areas import Level
from geo.boundaries import GEO_FOLDER

MIDDLE = 51.4485  # the latitude of the middle of Eindhoven, in degrees
NARROWING = cos(radians(MIDDLE))  # a degree east against a degree north

Point = tuple[float, float]  # longitude and latitude in degrees
Ring = tuple[Point, ...]
Shape = tuple[Ring, ...]  # outer rings and holes together: a point in two of them lies outside


@cache
def shapes(level: Level) -> dict[str, Shape]:
    """The rings of every area of a level by its code (of a team: of the wijken)."""
    name = Level.WIJK if level is Level.TEAM else level
    collection = json.loads((GEO_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {
        feature["properties"]["code"]: _rings(feature["geometry"])
        for feature in collection["features"]
    }


def _rings(geometry: dict[str, Any]) -> Shape:
    coordinates = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return tuple(tuple((lon, lat) for lon, lat in ring) for polygon in polygons for ring in polygon)


def extent(drawn: Iterable[Shape]) -> tuple[float, float, float, float]:
    """West, south, east and north of some shapes.

    >>> extent([[[(5.4, 51.4), (5.5, 51.4), (5.5, 51.5), (5.4, 51.4)]]])
    (5.4, 51.4, 5.5, 51.5)
    """
    points = [point for shape in drawn for ring in shape for point in ring]
    longitudes, latitudes = zip(*points, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def flat(point: Point) -> Point:
    """A point on a plane in which east and north have the same scale (equirectangular).

    Eindhoven is so small that the scale at its middle holds for all of it.
    """
    return point[0] * NARROWING, point[1]
