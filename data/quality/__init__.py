"""Rules on records that are accepted but odd: one line of rules.csv and one query each.

The queries, and the counts that a data file holds of them, are in `data.models.findings`.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from data.file.store import Store
from data.grammar import counted
from data.models.findings import records_query

FOLDER = Path(__file__).parent
HEAVY = "zwaar"
_COUNTS = (
    "SELECT rule, CAST(sum(total) AS BIGINT) AS total FROM mart_findings"
    " WHERE level = $level AND list_contains($areas::VARCHAR[], area_code) GROUP BY rule"
)


@dataclass(frozen=True)
class Rule:
    """One rule in words: its short label, what breaks it (one, more), and what to do about it.

    `indicators` are the ids of the figures that it touches.
    """

    id: str
    label: str
    one: str
    more: str
    is_heavy: bool
    indicators: frozenset[str]
    advice: str

    def counted(self, amount: int) -> str:
        """How many break it: 56 vacatures met meer matches dan plekken."""
        return counted(amount, self.one, self.more)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, those of weight first."""
    with (FOLDER / "rules.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_rule(row) for row in csv.DictReader(file, delimiter=";"))


def _rule(row: dict[str, str]) -> Rule:
    return Rule(
        id=row["id"],
        label=row["label"],
        one=row["one"],
        more=row["more"],
        is_heavy=row["weight"] == HEAVY,
        indicators=frozenset(row["indicators"].split()),
        advice=row["advice"],
    )


def breaking(store: Store, rule: Rule, day: date) -> pd.DataFrame:
    """The records that break a rule on a day: record, buurt_code, team, since, detail.

    Newest first. `team` is "" for what concerns the whole city.
    """
    return store.query(records_query(rule.id), {"day": day})


def counts(store: Store, level: str, areas: Sequence[str]) -> dict[str, int]:
    """By rule how many records break it in areas of a level, on the peildatum of the file."""
    found = store.query(_COUNTS, {"level": level, "areas": list(areas)})
    return dict(zip(found["rule"], found["total"].astype("int64").tolist(), strict=True))
