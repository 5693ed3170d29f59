"""The boundaries for tests: as carried, as committed, and damaged copies of them."""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

from data.areas import Level
from geo.boundaries import GEO_FOLDER
from geo.build import BUURTEN_FILE

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
