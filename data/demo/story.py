"""The story that the demo data tells: published totals, and the assumptions around them as data.

WIJeindhoven published for 1 October 2021: 1,100 scans, 1,250 matches and 270 ontwikkelplaatsen;
and for the announcement of the city-wide start: more than 100 vacatures and more than 70 matches.
Every other number, here and in the csv files beside this module, is made up.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from data.demo.draw import Floats
from data.reference.areas import CITY
from data.reference.code_lists import code_lists

SMALLEST_SCALE = 0.01

Row = dict[str, str]


@dataclass(frozen=True)
class Split:
    """How many there are: up to the announcement of the city-wide start, and after it."""

    pilot: int
    later: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.pilot + self.later


@dataclass(frozen=True)
class Counts:
    """The size of the demo: scans, matches and places are the published totals times the scale."""

    scans: Split
    matches: Split
    places: Split
    vacancies: Split


def counts(scale: float) -> Counts:
    """The counts at `scale` (1 = as published); ValueError below the smallest scale."""
    if not SMALLEST_SCALE <= scale < float("inf"):
        raise ValueError("De schaal van de demogegevens moet ten minste 0,01 zijn")
    return Counts(
        scans=_split(1100, 130, scale),
        matches=_split(1250, 78, scale),
        places=_split(270, 30, scale),
        vacancies=_split(780, 125, scale),
    )


def _split(total: int, pilot: int, scale: float) -> Split:
    early = max(1, round(pilot * scale))
    return Split(pilot=early, later=round(total * scale) - early)


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of a csv file of the story; a city may have one of its own (rollout, targets)."""
    own = CITY / "data" / "demo" / f"{name}.csv"
    path = own if own.is_file() else Path(__file__).with_name(own.name)
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


@cache
def coded(name: str, code_list: str) -> tuple[Row, ...]:
    """The rows of a csv file whose value still stands in the code list."""
    return tuple(row for row in rows(name) if row[code_list] in code_lists()[code_list])


def sectors() -> tuple[Row, ...]:
    """The sectors of places, with their share, names and talents."""
    return coded("sectors", "sector")


def talents() -> tuple[Row, ...]:
    """The talents, with their share and the stadsdeel where places for them lack."""
    return coded("talents", "talent")


def channels() -> tuple[Row, ...]:
    """The ways in which residents come, with their share before and since the bus tour."""
    return coded("channels", "channel")


def age_bands() -> tuple[Row, ...]:
    """The age bands, with their share of the residents who do a scan."""
    return coded("age_bands", "age_band")


def kinds() -> tuple[Row, ...]:
    """The kinds of match, with their share and how long they last."""
    return coded("kinds", "kind")


def values(table: tuple[Row, ...], column: str) -> list[str]:
    """One column of the story, as text."""
    return [row[column] for row in table]


def numbers(table: tuple[Row, ...], column: str) -> Floats:
    """One column of the story, as numbers."""
    return np.array([float(row[column]) for row in table])


def sector_talents() -> Floats:
    """How much places of a sector (row) ask for a talent (column), relative."""
    names = values(talents(), "talent")
    weights = np.full((len(sectors()), len(names)), 0.1)
    for number, row in enumerate(sectors()):
        for part in row["talents"].split(" | "):
            talent, _, weight = part.rpartition(" ")
            if talent in names:
                weights[number, names.index(talent)] = float(weight)
    return weights


def lacks(stadsdelen: tuple[str, ...]) -> Floats:
    """1 where places for a talent (column) lack in a stadsdeel (row), else 0."""
    lacking = values(talents(), "lacks_in")
    return np.array([[float(code == place) for place in lacking] for code in stadsdelen])
