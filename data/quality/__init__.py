"""Rules on records that are accepted but odd: one line of rules.csv and one file of rules/ each.

A query gives columns record (the key), place (the code of a buurt, the name of a team, or "" for
the whole city), since (the day from which it is odd) and detail (in Dutch), as known on $day.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from data.file.store import Store
from data.grammar import counted

FOLDER = Path(__file__).parent
HEAVY = "zwaar"


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
    return store.query(_query(rule.id), {"day": day})


@cache
def _query(name: str) -> str:
    around = (FOLDER / "with_team.sql").read_text(encoding="utf-8")
    return around.replace("$rule", (FOLDER / "rules" / f"{name}.sql").read_text(encoding="utf-8"))
