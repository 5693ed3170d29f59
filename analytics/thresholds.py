"""From where something is shown, told or called real: the one table of such numbers.

Each stands in thresholds.csv with its unit and the reason, and is read where it is used. Numbers
that only set how a method works (draws, steps) stand with the method.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

THRESHOLDS_FILE = Path(__file__).parent / "thresholds.csv"


@dataclass(frozen=True)
class Threshold:
    """A number with its unit, what it does and why it is not another; words are Dutch."""

    name: str
    value: Fraction
    unit: str
    meaning: str
    reason: str


@cache
def thresholds() -> dict[str, Threshold]:
    """All thresholds by name, in the order of the file."""
    with THRESHOLDS_FILE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: _threshold(row) for row in csv.DictReader(file, delimiter=";")}


def _threshold(row: Mapping[str, str]) -> Threshold:
    value = Fraction(row["value"])
    return Threshold(row["name"], value, row["unit"], row["meaning"], row["reason"])


def share(name: str) -> float:
    """The value of a threshold that may be a part.

    >>> share("certain_gap") == 1 / 3
    True
    """
    return float(thresholds()[name].value)


def whole(name: str) -> int:
    """The value of a threshold that counts; ValueError when it is no whole number.

    >>> whole("inhabitants_of_area")
    100
    """
    value = thresholds()[name].value
    if value.denominator != 1:
        raise ValueError(f"{name} is geen geheel getal.")
    return int(value)
