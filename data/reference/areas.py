"""The areas of Eindhoven and how they lie inside each other."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

AREAS_FILE = Path(__file__).parent / "gebieden.csv"


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
    """All areas of data/reference/gebieden.csv, from gemeente down to buurt."""
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


def at_level(level: Level) -> tuple[Area, ...]:
    """The areas of one level; empty for teams and own areas, which are not of CBS."""
    return tuple(area for area in areas() if area.level is level)
