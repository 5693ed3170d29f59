"""What is known of the people of a buurt besides Buurt in Bloei: health and togetherness.

Source: RIVM, Gezondheid per buurt, wijk en gemeente 2020 (estimates from a survey).
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CONTEXT_FILE = Path(__file__).parent.parent / "geo" / "context_rivm2020.csv"


@dataclass(frozen=True)
class Context:
    """Percentages of the adults of a buurt; None where RIVM gives none."""

    lonely: float | None
    very_lonely: float | None
    short_of_money: float | None
    volunteers: float | None
    carers: float | None
    healthy: float | None


@cache
def context() -> dict[str, Context]:
    """The context of every buurt, by buurt code."""
    with CONTEXT_FILE.open(encoding="utf-8", newline="") as file:
        return {row["buurtcode"]: _context(row) for row in csv.DictReader(file)}


def _context(row: dict[str, str]) -> Context:
    return Context(
        lonely=_percentage(row["eenzaam"]),
        very_lonely=_percentage(row["ernstig_eenzaam"]),
        short_of_money=_percentage(row["moeite_rondkomen"]),
        volunteers=_percentage(row["vrijwilligerswerk"]),
        carers=_percentage(row["mantelzorger"]),
        healthy=_percentage(row["gezondheid_goed"]),
    )


def _percentage(text: str) -> float | None:
    return float(text) if text else None
