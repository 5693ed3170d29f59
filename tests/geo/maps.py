"""The boundaries for tests: as carried, as committed, and damaged copies of them."""

import copy
import json
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from data.reference.areas import Level
from geo.boundaries import GEO_FOLDER
from geo.build import BUURTEN_FILE
from geo.shapes import to_degrees, to_metres

DRAWN_LEVELS = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT)

Collection = dict[str, Any]


def carried() -> Collection:
    """A fresh copy of the carried buurten, free to damage."""
    return copy.deepcopy(_parsed(BUURTEN_FILE))


def committed(level: Level) -> Collection:
    """The ready file of a level."""
    return _parsed(GEO_FOLDER / f"{level}.json")


def committed_shapes(level: Level) -> dict[str, shapely.Geometry]:
    """The shapes of a ready file by code, read without the code under test."""
    features = committed(level)["features"]
    return {feature["id"]: shape(feature["geometry"]) for feature in features}


def damaged(folder: Path, damage: Callable[[list[Any]], object]) -> Path:
    """A file of buurten in `folder` whose list of features went through `damage`."""
    collection = carried()
    damage(collection["features"])
    path = folder / "buurten.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


@cache
def _parsed(path: Path) -> Collection:
    collection: Collection = json.loads(path.read_text(encoding="utf-8"))
    return collection


def detailed(shapes: dict[str, shapely.Geometry], metres: float) -> dict[str, shapely.Geometry]:
    """The shapes with a wriggling border, a point every `metres`, equal for both neighbours."""
    return {code: to_degrees(_wriggling(to_metres(one), metres)) for code, one in shapes.items()}


def _wriggling(polygon: shapely.Polygon, metres: float) -> shapely.Polygon:
    corners = list(polygon.exterior.coords)
    points = [point for edge in pairwise(corners) for point in _edge(edge, metres)]
    return shapely.Polygon(points)


# Drawn from the lower to the higher end, so that both neighbours get the same points.
def _edge(ends: tuple[Any, Any], metres: float) -> list[tuple[float, float]]:
    low, high = np.array(min(ends)), np.array(max(ends))
    steps = int(np.hypot(*(high - low)) // metres) + 1
    part = np.arange(steps + 1)[:, None] / steps
    across = np.array([low[1] - high[1], high[0] - low[0]]) / np.hypot(*(high - low))
    height = metres * np.sin(np.pi * part) * (np.sin(np.arange(steps + 1) * 2.4)[:, None])
    points = [(float(x), float(y)) for x, y in low + part * (high - low) + height * across]
    return points[:-1] if ends[0] == min(ends) else points[:0:-1]
