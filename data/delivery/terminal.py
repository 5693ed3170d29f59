"""The report of an import on the terminal, in Dutch."""

from collections.abc import Iterable
from itertools import islice

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from data.contract.tables import TABLES
from data.delivery.report import ImportReport, Rejection
from data.dutch import long_date, number

_LABELS = {table.name: table.label for table in TABLES}
_SHOWN_ROWS = 3
_SHOWN_REASONS = 15
_SHOWN_REMARKS = 30


def print_report(console: Console, report: ImportReport) -> None:
    """Prints peildatum, counts per table, what was left out and why rows were refused."""
    origin = "opgegeven" if report.as_of_given else "de laatste datum in de levering"
    console.print(f"Peildatum: {long_date(report.as_of)} ({origin})")
    console.print(_counts(report))
    for line in (*_added(report), *_left_out(report), *_remarks(report), *_reasons(report)):
        console.print(line, soft_wrap=True, highlight=False)


def _counts(report: ImportReport) -> Grid:
    grid = Grid("tabel")
    for heading in ("gelezen", "overgenomen", "dubbel", "geweigerd"):
        grid.add_column(heading, justify="right")
    for name, counts in report.tables.items():
        figures = (counts.read, counts.accepted, counts.duplicate, counts.rejected)
        grid.add_row(_LABELS[name], *(number(figure) for figure in figures))
    return grid


def _added(report: ImportReport) -> Iterable[str]:
    if report.added:
        yield "Toegevoegd aan wat er was; gelijke nummers zijn vervangen."
    for name, counts in report.added.items():
        yield (
            f"  {_LABELS[name]}: {number(counts.new)} nieuw, {number(counts.replaced)} vervangen,"
            f" {number(counts.same)} gelijk, {number(counts.kept)} blijven staan"
        )


def _left_out(report: ImportReport) -> Iterable[str]:
    for left_out in report.left_out_sheets:
        name = left_out.file + (f", blad {left_out.sheet}" if left_out.sheet else "")
        yield f"Niet gelezen, want {left_out.why}: {escape(name)}"
    columns: dict[tuple[str, str], list[str]] = {}
    for column in report.left_out_columns:
        columns.setdefault((column.file, column.sheet), []).append(column.column)
    for (file, sheet), names in columns.items():
        yield f"Kolommen weggelaten uit {escape(file)}, blad {escape(sheet)}: " + escape(
            ", ".join(names)
        )


def _remarks(report: ImportReport) -> Iterable[str]:
    yield from (escape(remark) for remark in report.remarks[:_SHOWN_REMARKS])
    if len(report.remarks) > _SHOWN_REMARKS:
        yield f"Nog {number(len(report.remarks) - _SHOWN_REMARKS)} opmerkingen; zie --report."


def _reasons(report: ImportReport) -> Iterable[str]:
    groups: dict[tuple[str, str], list[Rejection]] = {}
    for rejection in report.rejected:
        groups.setdefault((rejection.table, rejection.reason), []).append(rejection)
    largest = sorted(groups.items(), key=lambda group: -len(group[1]))
    for (table, reason), rejections in largest[:_SHOWN_REASONS]:
        yield f"\n{_LABELS[table]}, {number(len(rejections))} geweigerd: {escape(reason)}"
        yield from (_line(rejection) for rejection in islice(rejections, _SHOWN_ROWS))
        if len(rejections) > _SHOWN_ROWS:
            yield f"  en nog {number(len(rejections) - _SHOWN_ROWS)}"
    if len(largest) > _SHOWN_REASONS:
        rest = sum(len(rejections) for _, rejections in largest[_SHOWN_REASONS:])
        yield f"\nNog {number(rest)} rijen zijn om andere redenen geweigerd; zie --report."


def _line(rejection: Rejection) -> str:
    value = "leeg" if rejection.value is None else rejection.value
    text = f"  {rejection.file}, rij {number(rejection.row)}, {rejection.column}: {value}"
    return escape(" ".join(text.split()) if "\n" in text else text)
