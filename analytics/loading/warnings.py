"""What of a change is worth a warning, in words; the thresholds are data (`FILE`)."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from statistics import median

import pandas as pd

from analytics.figures.doors.marts import ExactMarts
from data.dutch import long_date, month, number
from data.grammar import counted, plural, times
from data.history.compare import DATED, Pair, RecordChange
from data.models.marts import last_closed_month
from data.periods import add_months

FILE = Path(__file__).parents[2] / "data" / "history" / "warnings.csv"
NOUNS = {
    "places": ("ontwikkelplaats", "ontwikkelplaatsen"),
    "vacancies": ("vacature", "vacatures"),
    "scans": ("talentenscan", "talentenscans"),
    "scan_talents": ("talent bij een scan", "talenten bij een scan"),
    "matches": ("match", "matches"),
    "rollout": ("wijk in de uitrol", "wijken in de uitrol"),
    "targets": ("doel", "doelen"),
    "events": ("gebeurtenis", "gebeurtenissen"),
}


@dataclass(frozen=True)
class Rule:
    """When a warning is given: at least so many, and so great a part, over so many months."""

    least: int
    share: float
    months: int


@cache
def rules() -> Mapping[str, Rule]:
    """The rules by name, as the owner set them."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {
        row["rule"]: Rule(int(row["least"]), float(row["share"] or 0), int(row["months"] or 0))
        for row in rows
    }


def warnings(
    pair: Pair, records: Sequence[RecordChange], doors: tuple[ExactMarts, ExactMarts]
) -> tuple[str, ...]:
    """The warnings of a change, the gravest first."""
    days = doors[0].as_of, doors[1].as_of
    return (
        *_peildatum(*days),
        *(told for change in records for told in vanished(change, days[0], rules()["vanished"])),
        *(told for change in records for told in changed(change, rules()["changed"])),
        *silent_teams(pair.team_days(), days[1], rules()["silent_team"]),
        *(
            told
            for table in DATED
            for told in busy_months(table.name, pair.months(table), rules()["busy_month"])
        ),
    )


def _peildatum(before: date, now: date) -> Iterator[str]:
    if now < before:
        yield (
            f"De peildatum wordt {long_date(now)}; dat is eerder dan die van het bestand in gebruik"
            f" ({long_date(before)})."
        )


def vanished(change: RecordChange, as_of: date, rule: Rule) -> Iterator[str]:
    """The warning for records that vanish.

    >>> from data.contract.tables import SCANS
    >>> days = (date(2019, 3, 1), date(2020, 12, 31))
    >>> gone = RecordChange(SCANS, 4, 2, 0, 0, 2, days)
    >>> list(vanished(gone, date(2021, 10, 1), Rule(2, 0.5, 0)))
    ['2 talentenscans van voor 2021 verdwijnen.']
    """
    if _is_much(change.vanished, change.before, rule):
        verb = plural(change.vanished, "verdwijnt", "verdwijnen")
        span = _span(change.vanished_days, as_of)
        yield f"{_counted(change.table.name, change.vanished)}{span} {verb}."


def _span(days: Sequence[date], as_of: date) -> str:
    if not days:
        return ""
    first, last = month(days[0]), month(days[-1])
    if first == last:
        return f" van {first}"
    if days[-1].year < as_of.year:
        return f" van voor {days[-1].year + 1}"
    return f" van {first} tot en met {last}"


def changed(change: RecordChange, rule: Rule) -> Iterator[str]:
    """The warning for records that get another content."""
    if _is_much(change.changed, change.before, rule):
        verb = plural(change.changed, "verandert", "veranderen")
        yield (
            f"{_counted(change.table.name, change.changed)} {verb}, van de"
            f" {number(change.before)} die er al {plural(change.before, 'is', 'zijn')}."
        )


def _is_much(count: int, there: int, rule: Rule) -> bool:
    return count >= rule.least and count >= rule.share * there


def silent_teams(rows: pd.DataFrame, as_of: date, rule: Rule) -> Iterator[str]:
    """The warning for every team of which nothing came in for months, but for a silent city.

    `rows`: a row a record, columns team and day.
    """
    closed = last_closed_month(as_of)
    first_silent = add_months(closed.replace(day=1), 1 - rule.months)
    last = rows.groupby("team")["day"].agg(["max", "size"]).sort_index()
    if last.empty or last["max"].max().date() < first_silent:
        return
    for team, (day, size) in zip(last.index, last.itertuples(index=False), strict=True):
        if size >= rule.least and day.date() < first_silent:
            since = add_months(day.date().replace(day=1), 1)
            yield (
                f"Van {_team(team)} kwam niets binnen sinds {month(since)}; het laatste was van"
                f" {long_date(day.date())}."
            )


def _team(name: str) -> str:
    return name if name.casefold().startswith("team") else f"team {name}"


def busy_months(table: str, months: pd.DataFrame, rule: Rule) -> Iterator[str]:
    """The warning for a month that now has many times what is usual, and more than before.

    Usual is the middle of the months before it that have any row. `months`: month, before, now.
    """
    counts = months["now"].tolist()
    for place, (day, before, now) in enumerate(months.itertuples(index=False)):
        usual = _usual(counts[:place], rule)
        if now > before and now >= rule.least and usual and now >= rule.share * usual:
            yield (
                f"In {month(day)} {plural(now, 'staat', 'staan')} {_counted(table, now)}:"
                f" {times(now / usual, 'in een gewone maand')} ({number(usual)})."
            )


def _usual(earlier: Sequence[int], rule: Rule) -> float:
    """The middle of the last months; 0 when there are too few to tell."""
    last = earlier[-rule.months :]
    return median(last) if len(last) >= rule.months // 2 else 0.0


def _counted(table: str, count: int) -> str:
    return counted(count, *NOUNS[table])
