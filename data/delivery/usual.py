"""Comparing a delivery with what is usual: the data file in use.

A column that is suddenly empty, or months that have vanished, come from an export that went
wrong. Nothing in such a delivery is a fault by itself, so only a comparison shows it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pandas as pd

from data.contract.columns import Kind, Table
from data.contract.tables import TABLES
from data.dutch import number
from data.file.connecting import in_memory, opened
from data.file.standing import Standing, standing
from data.grammar import capital, counted, listed, plural
from data.problems import DeliveryRefused

FEWEST_ROWS = 20  # a share of fewer rows says little
MUCH_EMPTIER = 0.3  # more than so much of a column empty than before is unusual
FEWEST_FILLED = 0.1  # a column that was nearly empty may be empty
FEWEST_IN_MONTH = 10
HALF = 0.5
_SHOWN_MONTHS = 3
_LABELS = {table.name: table.label for table in TABLES}
_DIGITS = 6
_ACCEPT = "Klopt dit, laad dan met --accept-less."


@dataclass(frozen=True)
class TableFigures:
    """Of one table: rows, the share of empty cells per optional column, and rows per month."""

    rows: int
    empty: Mapping[str, float] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)


Figures = Mapping[str, TableFigures]


def figures_of(frames: Mapping[str, pd.DataFrame]) -> dict[str, TableFigures]:
    """The figures of frames by table name, with the columns of the contract."""
    found: dict[str, TableFigures] = {}
    with in_memory() as con:
        for table in TABLES:
            if table.name in frames:
                con.register(table.name, frames[table.name])
                found[table.name] = _table_figures(con, table)
                con.unregister(table.name)
    return found


def figures_in(file: Path) -> dict[str, TableFigures]:
    """The figures of a data file; none for a file that is not there, is no such file or is demo."""
    if not file.exists():
        return {}
    try:
        with opened(file.resolve()) as con:
            if con.execute("SELECT 1 FROM main.meta WHERE is_demo").fetchall():
                return {}
            return {table.name: _table_figures(con, table) for table in TABLES}
    except duckdb.Error:
        return {}


def _table_figures(con: duckdb.DuckDBPyConnection, table: Table) -> TableFigures:
    optional = [column.name for column in table.stored if not column.required]
    counts = ", ".join(["count(*)", *(f"count({name})" for name in optional)])
    rows, *filled = con.sql(f"SELECT {counts} FROM {table.name}").fetchall()[0]
    empty = {n: 1 - k / rows for n, k in zip(optional, filled, strict=True)} if rows else {}
    return TableFigures(rows, empty, _months(con, table))


def _months(con: duckdb.DuckDBPyConnection, table: Table) -> dict[str, int]:
    day = next((c.name for c in table.stored if c.kind is Kind.DATE and c.required), None)
    if day is None:
        return {}
    counted_months = f"SELECT strftime({day}, '%Y-%m'), count(*) FROM {table.name} GROUP BY 1"
    return dict(con.sql(counted_months).fetchall())


def unusual(delivered: Figures, in_use: Figures) -> list[str]:
    """What is less than in the file in use, one Dutch sentence each; nothing for a first file.

    >>> unusual(
    ...     {"matches": TableFigures(100, {"ended_on": 1.0})},
    ...     {"matches": TableFigures(100, {"ended_on": 0.35})},
    ... )
    ['Matches: Beëindigd op is overal leeg; in de vorige levering bij 65%.']
    """
    return [
        sentence
        for table in TABLES
        if table.name in delivered and table.name in in_use
        for sentence in _table_unusual(table, delivered[table.name], in_use[table.name])
    ]


def _table_unusual(table: Table, new: TableFigures, old: TableFigures) -> Iterator[str]:
    if min(new.rows, old.rows) < FEWEST_ROWS:
        return
    name = capital(table.label)
    for column in table.stored:
        before, now = old.empty.get(column.name), new.empty.get(column.name)
        if before is not None and now is not None and _is_emptier(before, now):
            empty = "overal leeg" if now == 1 else f"bij {_percent(now)} leeg"
            yield (
                f"{name}: {column.headings[0]} is {empty}; in de vorige levering bij"
                f" {_percent(before if now < 1 else 1 - before)}."
            )
    fewer = sorted(
        month for month, n in old.months.items() if _is_fewer(n, new.months.get(month, 0))
    )
    if fewer:
        shown = listed([_month(month) for month in fewer[:_SHOWN_MONTHS]])
        more = f" en nog {len(fewer) - _SHOWN_MONTHS}" if len(fewer) > _SHOWN_MONTHS else ""
        lost = sum(old.months[month] - new.months.get(month, 0) for month in fewer)
        yield (
            f"{name}: in {counted(len(fewer), 'maand', 'maanden')} ({shown}{more})"
            f" {plural(lost, 'is', 'zijn')} er {number(lost)} minder dan in de vorige levering."
        )


def _is_emptier(before: float, now: float) -> bool:
    vanished = now == 1 and round(1 - before, _DIGITS) >= FEWEST_FILLED
    return vanished or round(now - before, _DIGITS) > MUCH_EMPTIER


def _is_fewer(before: int, now: int) -> bool:
    return before >= FEWEST_IN_MONTH and now < HALF * before


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"


def _month(month: str) -> str:
    year, _, figure = month.partition("-")
    return f"{int(figure)}-{year}"


def much_less(stands: Standing, frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """The tables that are gone, or have less than half the rows that stand there, with counts.

    It asks no more of the file than its counts, so that one of an earlier version counts too.
    Demo data may always be replaced.
    """
    new = {name: len(frame) for name, frame in frames.items()}
    return [
        f"{_LABELS[name]} {number(new.get(name, 0))} in plaats van {number(rows)}"
        for name, rows in stands.rows.items()
        if new.get(name, 0) < HALF * rows and not stands.is_demo
    ]


def refusals(frames: Mapping[str, pd.DataFrame], target: Path) -> Iterator[str]:
    """Why frames may not take the place of a file without a word: less rows, or unlike before."""
    less = much_less(standing(target), frames)
    if less:
        yield (
            f"In deze levering staat veel minder dan in het bestand dat er is: {listed(less)}."
            " Is dat juist, geef dan --accept-less. Anders: lever alle tabellen opnieuw, want een"
            " levering vervangt alles."
        )
    found = unusual(figures_of(frames), figures_in(target))
    if found:
        yield f"De levering wijkt af van de vorige en is niet geladen. {' '.join(found)} {_ACCEPT}"


def check_usual(
    frames: Mapping[str, pd.DataFrame], target: Path, *, accept_less: bool
) -> list[str]:
    """What is unusual about a delivery; DeliveryRefused for it unless `accept_less`."""
    if accept_less:
        return unusual(figures_of(frames), figures_in(target))
    for refusal in refusals(frames, target):
        raise DeliveryRefused(refusal)
    return []
