"""How much each component of the gap index counts for: a file that the owner can edit."""

import csv
import math
from pathlib import Path

from data.problems import DataFileProblem

WEIGHTS_FILE = Path(__file__).parent / "gap_weights.csv"


def gap_weights(path: Path = WEIGHTS_FILE) -> dict[str, float]:
    """The weight of every component that the file names; they need not add up to anything.

    DataFileProblem when a weight is no number from zero up, or all of them are zero.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    weights = {row["component"].strip(): _weight(row["weight"]) for row in rows}
    if not any(weights.values()):
        raise _problem("geen enkel gewicht boven nul")
    return weights


def _weight(text: str) -> float:
    try:
        weight = float(text.replace(",", "."))
    except ValueError as error:
        raise _problem(f"een gewicht dat geen getal is: {text}") from error
    if not 0 <= weight < math.inf:
        raise _problem(f"een gewicht onder nul of zonder grens: {text}")
    return weight


def _problem(what: str) -> DataFileProblem:
    return DataFileProblem(
        f"Het bestand met gewichten, {WEIGHTS_FILE.name}, heeft {what}.",
        "Geef elk onderdeel een gewicht van 0 of hoger.",
    )
