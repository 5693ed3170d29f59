"""The areas of the gemeente and how they lie inside each other.

The gemeente is Eindhoven, or the one of the folder that BLOEI_CITY names. Such a folder is laid out
as this project: data/reference (gebieden, inwoners, punten, buren, context) and static/geo.
"""

import csv
import os
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from data.problems import DataFileProblem

VARIABLE = "BLOEI_CITY"
PROJECT = Path(__file__).parents[2]
CITY = Path(os.environ.get(VARIABLE) or PROJECT).absolute()
AREAS_FILE = CITY / "data" / "reference" / "gebieden.csv"


class Level(StrEnum):
    """A level of areas.

    Teams are groups of wijken that the rollout table names; an own area is a set of buurten that
    a reader put together.
    """

    GEMEENTE = "gemeente"
    STADSDEEL = "stadsdeel"
    WIJK = "wijk"
    BUURT = "buurt"
    TEAM = "team"
    OWN = "eigen gebied"


@dataclass(frozen=True)
class Area:
    """One area; `parent` is the code of the area around it, "" for the gemeente."""

    level: Level
    code: str
    name: str
    parent: str
    area_ha: float


@cache
def areas() -> tuple[Area, ...]:
    """All areas of data/reference/gebieden.csv, from gemeente down to buurt.

    DataFileProblem when BLOEI_CITY names a folder that is not of a gemeente.
    """
    if not AREAS_FILE.is_file():
        raise DataFileProblem(
            f"In {CITY} staan geen gebieden.",
            f"Wijs met {VARIABLE} de map van een gemeente aan, of haal {VARIABLE} weg.",
        )
    with AREAS_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Area(
                level=Level(row["level"]),
                code=row["code"],
                name=row["name"],
                parent=row["parent"],
                area_ha=float(row["area_ha"]),
            )
            for row in csv.DictReader(file)
        )


def city() -> Area:
    """The gemeente itself."""
    return at_level(Level.GEMEENTE)[0]


def at_level(level: Level) -> tuple[Area, ...]:
    """The areas of one level; empty for teams and own areas, which are not of CBS."""
    return tuple(area for area in areas() if area.level is level)
