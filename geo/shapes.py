"""Shapes of areas: reading them from GeoJSON and measuring them on the ground.

A shape is a shapely Polygon or MultiPolygon in degrees (WGS84, longitude before latitude).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

DECIMALS = 5  # of a degree: about one metre in Eindhoven

# Lengths of one degree at latitude 51.45 on the WGS84 ellipsoid (series of NIMA TR8350.2).
# The gemeente is 0.1 degree high: over that height the error stays below 0.2%.
METRES_PER_DEGREE_EAST = 69_516.0
METRES_PER_DEGREE_NORTH = 111_257.0
SQUARE_METRES_PER_HECTARE = 10_000.0

Shapes = Mapping[str, shapely.Geometry]


def read_shapes(path: Path, key: str) -> dict[str, shapely.Geometry]:
    """The shapes of a GeoJSON file by the code in property `key`.

    Coordinates are rounded to `DECIMALS`, so that what is checked is what is written.

    Raises:
        ValueError: when a code stands in the file twice.
    """
    shapes: dict[str, shapely.Geometry] = {}
    for feature in _features(path):
        code = feature["properties"][key]
        if code in shapes:
            raise ValueError(f"{path.name} noemt gebied {code} twee keer.")
        shapes[code] = rounded(shapely.geometry.shape(feature["geometry"]))
    return shapes


def read_parents(path: Path, key: str, parent: str) -> dict[str, str]:
    """Property `parent` of every feature of a GeoJSON file, by the code in property `key`."""
    return {
        feature["properties"][key]: feature["properties"][parent] for feature in _features(path)
    }


def to_metres(shape: shapely.Geometry) -> shapely.Geometry:
    """A shape in degrees on a flat plane in metres, true to scale in and around Eindhoven."""
    return shapely.transform(shape, lambda points: points * _metres_per_degree())


def to_degrees(shape: shapely.Geometry) -> shapely.Geometry:
    """The way back from `to_metres`.

    >>> place = shapely.Point(5.5, 51.5)
    >>> to_degrees(to_metres(place)).equals_exact(place, 1e-9)
    True
    """
    return shapely.transform(shape, lambda points: points / _metres_per_degree())


def hectares(shape: shapely.Geometry) -> float:
    """The area on the ground of a shape in degrees.

    >>> round(hectares(shapely.box(5.47, 51.43, 5.48, 51.44)), 1)
    77.3
    """
    return float(to_metres(shape).area) / SQUARE_METRES_PER_HECTARE


def rounded(shape: shapely.Geometry) -> shapely.Geometry:
    """A shape with its points on the grid of `DECIMALS`, each of them once.

    >>> rounded(shapely.Point(5.4712344, 51.4400001)).wkt
    'POINT (5.47123 51.44)'
    """
    on_grid = shapely.transform(shape, lambda points: points.round(DECIMALS))
    return shapely.remove_repeated_points(on_grid)


def _features(path: Path) -> list[Any]:
    collection: dict[str, list[Any]] = json.loads(path.read_text(encoding="utf-8"))
    return collection["features"]


def _metres_per_degree() -> npt.NDArray[np.float64]:
    return np.array([METRES_PER_DEGREE_EAST, METRES_PER_DEGREE_NORTH])
