"""The tables of Gegevens laden and Versies: what was read, and what would change."""

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.loading.report import ChangeReport, FigureChange
from charts.card import Column, Line, Table
from data.contract.tables import TABLES
from data.delivery.overview import SheetOverview
from data.dutch import number
from data.grammar import capital
from data.history.listing import History, StoredVersion
from data.history.words import megabytes, moment
from data.models.meta import ADDED

SHOWN_REFUSALS = 100
_TABLES = {table.name: table for table in TABLES}
COUNTS = (
    Column("Tabel"),
    Column("Gelezen", 0),
    Column("Overgenomen", 0),
    Column("Dubbel", 0),
    Column("Geweigerd", 0),
)
REFUSED = (
    Column("Bestand"),
    Column("Rij", 0),
    Column("Sleutel"),
    Column("Kolom"),
    Column("Waarde"),
    Column("Reden"),
)
RECORDS = (
    Column("Tabel"),
    Column("Was", 0),
    Column("Wordt", 0),
    Column("Nieuw", 0),
    Column("Veranderd", 0),
    Column("Verdwenen", 0),
)
FIGURES = (Column("Cijfer"), Column("Gebied"), Column("Was"), Column("Wordt"))
VERSIONS = (
    Column("Versie"),
    Column("Geladen"),
    Column("Soort"),
    Column("Peildatum"),
    Column("Scans", 0),
    Column("Vacatures", 0),
    Column("Matches", 0),
    Column("Grootte"),
)


def table_label(name: str) -> str:
    """How a record table is called."""
    return _TABLES[name].label


def column_label(table: str, column: str) -> str:
    """How a column of a record table is called: the heading that is expected."""
    return _TABLES[table].column(column).headings[0]


def columns_table(sheet: SheetOverview) -> Table:
    """Which heading of a sheet became which column."""
    lines = [
        Line([one.heading, column_label(sheet.table, one.column), "geraden" * one.is_guessed])
        for one in sheet.columns
    ]
    columns = (Column("Kop in het bestand"), Column("Gelezen als"), Column("Zekerheid"))
    return Table(f"Koppen van {sheet.title}", columns, lines)


def counts_table(report: Mapping[str, Any]) -> Table:
    """How many rows of every table were read, accepted, duplicate and refused."""
    lines = [
        Line(
            [
                capital(table_label(name)),
                *(counts[key] for key in ("read", "accepted", "duplicate", "rejected")),
            ]
        )
        for name, counts in report["tables"].items()
    ]
    return Table("Rijen van de levering", COUNTS, lines)


def refused_table(report: Mapping[str, Any]) -> Table:
    """The first refused rows with their reasons."""
    lines = [
        Line([row["file"], row["row"], row["key"], row["column"], row["value"], row["reason"]])
        for row in report["rejected"][:SHOWN_REFUSALS]
    ]
    return Table("Geweigerde rijen", REFUSED, lines)


def records_table(changes: ChangeReport) -> Table:
    """What changes in the records of every table."""
    lines = [
        Line([capital(t.label), t.before, t.now, t.new, t.changed, t.vanished])
        for t in changes.tables
    ]
    return Table("Rijen, nu en straks", RECORDS, lines)


def figures_table(changes: ChangeReport) -> Table:
    """What changes in the figures: the city, and under it the wijken that change most."""
    lines = [
        _figure_line(change)
        for subject in changes.subjects
        for change in (subject.city, *subject.wijken)
        if change.is_changed
    ]
    return Table("Cijfers, nu en straks", FIGURES, lines)


def _figure_line(change: FigureChange) -> Line:
    return Line(
        [
            capital(change.label),
            change.area_name,
            change.shown(change.before),
            change.shown(change.now),
        ]
    )


def versions_table(found: History) -> Table:
    """The versions that are kept, the newest first."""
    lines = [_version_line(version) for version in reversed(found.versions)]
    return Table("Versies van het gegevensbestand", VERSIONS, lines)


def _version_line(version: StoredVersion) -> Line:
    used = " (in gebruik)" if version.is_in_use else ""
    kind = "toegevoegd" if version.kind == ADDED else "volledig"
    rows = version.rows or {}
    return Line(
        [
            f"{number(version.number)}{used}",
            version.problem or moment(version.loaded_at),
            "" if version.problem else kind,
            version.as_of,
            *(rows.get(name) for name in ("scans", "vacancies", "matches")),
            megabytes(version.size),
        ],
        is_chosen=version.is_in_use,
    )


def sources_of(version: StoredVersion) -> Sequence[str]:
    """The files that a version was made of, each with its SHA-256."""
    return [f"{source.file}: SHA-256 {source.sha256}" for source in version.sources]
