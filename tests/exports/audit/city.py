"""A synthetic Eindhoven: counts per buurt and month, and tables of it at every level and period."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from data.periods import month_end
from data.reference.areas import Area, Level, areas, at_level

LEVELS = (Level.BUURT, Level.WIJK, Level.STADSDEEL, Level.GEMEENTE)
MONTHS = tuple(f"2021-{month:02d}" for month in range(1, 13))
HEADINGS = ("indicator", "level", "area_code", "area_name", "period", "value")
SENTENCE = "Aantallen onder 5 zijn afgerond op 0 of 5; totalen kloppen met elkaar."

_SHAPE = 0.3  # uneven as buurten are: 64% of the cells 0, 28% from 1 to 4

Counts = dict[tuple[str, str], int]  # (buurt code, month) -> count


@dataclass(frozen=True)
class Row:
    """One figure of a table; `value` is text when it is no number."""

    area: Area
    period: str
    value: int | str


def quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def year(month: str) -> str:
    return month[:4]


def itself(month: str) -> str:
    return month


PERIODS: tuple[Callable[[str], str], ...] = (itself, quarter, year)


def random_counts(seed: int, mean: float = 1.3) -> Counts:
    """116 buurten x 12 months: many zeros and small counts, some large ones."""
    dice = np.random.default_rng(seed)
    scale = dice.gamma(_SHAPE, mean / _SHAPE, 116)
    return {
        (buurt.code, month): int(dice.poisson(scale[place]))
        for place, buurt in enumerate(at_level(Level.BUURT))
        for month in MONTHS
    }


@cache
def around(code: str, level: Level) -> Area:
    """The area of that level that a buurt lies in."""
    by_code = {area.code: area for area in areas()}
    area = by_code[code]
    while area.level is not level:
        area = by_code[area.parent]
    return area


def table(counts: Counts, level: Level, period: Callable[[str], str]) -> list[Row]:
    """The true figures of one level and length of period."""
    sums: dict[tuple[Area, str], int] = defaultdict(int)
    for (code, month), count in counts.items():
        sums[(around(code, level), period(month))] += count
    return [Row(area, label, count) for (area, label), count in sums.items()]


def all_tables(counts: Counts) -> list[Row]:
    """Every level by every period."""
    return [row for level in LEVELS for period in PERIODS for row in table(counts, level, period)]


def as_of_tables(counts: Counts) -> list[Row]:
    """What was reached since the start, at the end of every month, at every level."""
    rows = []
    for month in MONTHS:
        known = {key: count for key, count in counts.items() if key[1] <= month}
        day = str(month_end(date.fromisoformat(f"{month}-01")))
        for level in LEVELS:
            rows += [replace(row, period=day) for row in table(known, level, year)]
    return rows


def until(counts: Counts, month: str) -> list[Row]:
    """The year to date per buurt, as of the last day of a month."""
    known = {key: count for key, count in counts.items() if key[1] <= month}
    label = f"2021-01/{month}"
    return [Row(row.area, label, row.value) for row in table(known, Level.BUURT, year)]


def small_count_rounded(counts: Counts, seed: int, base: int = 5) -> Counts:
    """Every small cell 0 or the base, by chance; larger cells as they are."""
    dice = np.random.default_rng(seed)
    return {
        key: count if count == 0 or count >= base else base * int(dice.random() < count / base)
        for key, count in counts.items()
    }


def cells_of(rows: Iterable[Row], indicator: str) -> list[Sequence[str | int]]:
    """The rows as a table with headings."""
    body = [
        (indicator, row.area.level.value, row.area.code, row.area.name, row.period, row.value)
        for row in rows
    ]
    return [HEADINGS, *body]


def write_csv(
    path: Path, rows: Iterable[Row], indicator: str = "matches", above: Sequence[str] = ()
) -> Path:
    """A semicolon file with a mark of UTF-8, as Excel writes it; `above` are lines of text."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([line] for line in above)
        writer.writerows(cells_of(rows, indicator))
    return path
