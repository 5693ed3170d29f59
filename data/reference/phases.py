"""The phases of the rollout in a wijk, as the owner describes them in data/reference/phases.csv."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PHASES_FILE = Path(__file__).parent / "phases.csv"


@dataclass(frozen=True)
class Phase:
    """A phase begins when both are reached: whole months since the start, and matches made."""

    name: str
    min_months: int
    min_matches: int
    explanation: str


@cache
def phases() -> tuple[Phase, ...]:
    """All phases, from the first to the last."""
    with PHASES_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Phase(row["phase"], int(row["min_months"]), int(row["min_matches"]), row["explanation"])
            for row in csv.DictReader(file, delimiter=";")
        )


def phase_of(months: int, matches: float) -> Phase:
    """The last phase whose conditions are met; the first when none is."""
    reached = [
        phase for phase in phases() if months >= phase.min_months and matches >= phase.min_matches
    ]
    return reached[-1] if reached else phases()[0]
