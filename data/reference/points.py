"""The buurten on the map as numbers: the point that stands for each, and its neighbours."""

import csv
from functools import cache

from data.reference.areas import AREAS_FILE

POINTS_FILE = AREAS_FILE.parent / "punten.csv"
NEIGHBOURS_FILE = AREAS_FILE.parent / "buren.csv"


@cache
def points() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the point that stands for each buurt, by code.

    It is the point of the label, in the widest part: where people live inside a buurt is not known.
    """
    with POINTS_FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: (float(row["longitude"]), float(row["latitude"]))
            for row in csv.DictReader(file)
        }


@cache
def neighbours() -> tuple[tuple[str, str], ...]:
    """Pairs of codes of buurten that touch each other, at a corner too; each pair once."""
    with NEIGHBOURS_FILE.open(encoding="utf-8", newline="") as file:
        return tuple((row["code"], row["neighbour"]) for row in csv.DictReader(file))
