"""The boundaries as pages and charts read them: addresses, label points and the extent.

Reads the ready files of geo/build.py only; no geometry is computed here.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.reference.areas import CITY, Level

SOURCE_FILE = CITY / "geo" / "bron.json"
GEO_FOLDER = CITY / "static" / "geo"
STATIC_URL = "/app/static"  # where Streamlit serves the folder static/


@dataclass(frozen=True)
class Drawn:
    """What a ready file tells besides its shapes, in degrees.

    `extent` is west, south, east, north; `labels` has longitude and latitude by code.
    """

    extent: tuple[float, float, float, float]
    labels: dict[str, tuple[float, float]]


@cache
def boundary_year(file: Path = SOURCE_FILE) -> int:
    """The year of the wijk- en buurtkaart that the ready files were made from."""
    return int(json.loads(file.read_text(encoding="utf-8"))["year"])


@cache
def boundary_source(file: Path = SOURCE_FILE) -> str:
    """Whose boundaries they are, with the licence."""
    return f"Bron: {json.loads(file.read_text(encoding='utf-8'))['source']}"


def boundary_url(level: Level) -> str:
    """The address at which a browser finds the boundaries; teams are drawn as wijken.

    >>> boundary_url(Level.TEAM)
    '/app/static/geo/wijk.json'
    """
    return f"{STATIC_URL}/geo/{_file_name(level)}"


def label_points(level: Level) -> dict[str, tuple[float, float]]:
    """Longitude and latitude for the label of every area, by code; for teams of their wijken."""
    return dict(_drawn(_file_name(level)).labels)


def extent() -> tuple[float, float, float, float]:
    """West, south, east and north of the gemeente, in degrees."""
    return _drawn(_file_name(Level.GEMEENTE)).extent


def _file_name(level: Level) -> str:
    return f"{Level.WIJK if level is Level.TEAM else level}.json"


@cache
def _drawn(file_name: str) -> Drawn:
    collection = json.loads((GEO_FOLDER / file_name).read_text(encoding="utf-8"))
    west, south, east, north = collection["bbox"]
    properties = [feature["properties"] for feature in collection["features"]]
    labels = {area["code"]: (area["label"][0], area["label"][1]) for area in properties}
    return Drawn((west, south, east, north), labels)
