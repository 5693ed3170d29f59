"""The change report in Dutch: the same words on the page and on the terminal."""

from collections.abc import Iterator

from analytics.loading.report import ChangeReport, FigureChange, Subject, TableChange
from data.dutch import long_date, number, signed
from data.grammar import plural

NO_WARNINGS = "Er is niets dat opvalt."
SAME = "Geen enkel cijfer verandert."


def lines(report: ChangeReport) -> tuple[str, ...]:
    """The whole report, line by line: days, warnings, records, figures."""
    tell = subject_lines if report.before else first_line
    figures = [line for subject in report.subjects for line in tell(subject)]
    return (
        days(report),
        *(report.warnings or (NO_WARNINGS,)),
        *(table_line(table) for table in report.tables),
        *(figures or [SAME]),
    )


def days(report: ChangeReport) -> str:
    """The peildata of both files.

    >>> from datetime import date
    >>> days(ChangeReport(None, date(2021, 10, 1), ()))
    'De peildatum wordt 1 oktober 2021. Er is nog geen bestand om mee te vergelijken.'
    """
    now = long_date(report.now)
    if report.before is None:
        return f"De peildatum wordt {now}. Er is nog geen bestand om mee te vergelijken."
    if report.before == report.now:
        return f"De peildatum blijft {now}."
    return f"De peildatum gaat van {long_date(report.before)} naar {now}."


def table_line(table: TableChange) -> str:
    """What changes in the records of one table.

    >>> table_line(TableChange("scans", "talentenscans", 3, 4, 2, 0, 1))
    'talentenscans: 4 (was 3); 2 nieuw, 0 veranderd, 1 verdwenen'
    >>> table_line(TableChange("scans", "talentenscans", 3, 3, 0, 0, 0))
    'talentenscans: 3, niets veranderd'
    """
    if not table.new + table.changed + table.vanished:
        return f"{table.label}: {number(table.now)}, niets veranderd"
    parts = (
        f"{number(table.new)} nieuw, {number(table.changed)} veranderd,"
        f" {number(table.vanished)} verdwenen"
    )
    return f"{table.label}: {number(table.now)} (was {number(table.before)}); {parts}"


def subject_lines(subject: Subject) -> Iterator[str]:
    """What changes in one figure: the city, then the wijken; nothing when nothing does."""
    if subject.city.is_changed or subject.wijken:
        yield f"{subject.city.label}: {figure_words(subject.city)}"
    for wijk in subject.wijken:
        yield f"  {wijk.area_name}: {figure_words(wijk)}"


def first_line(subject: Subject) -> Iterator[str]:
    """One figure of a first file: there is nothing to compare it with."""
    yield f"{subject.city.label}: {subject.city.shown(subject.city.now)}"


def figure_words(change: FigureChange) -> str:
    """One figure before and now, and what the past became.

    >>> figure_words(FigureChange("scans", "scans", "scans", 0, "0772", "Eindhoven", 3, 5, 4))
    '5 (was 3, +2); op de oude peildatum nu 4 in plaats van 3'
    >>> figure_words(FigureChange("scans", "scans", "scans", 0, "0772", "Eindhoven", 3, 3, 3))
    '3 (onveranderd)'
    """
    now, before = change.shown(change.now), change.shown(change.before)
    if not change.is_changed:
        return f"{now} (onveranderd)"
    past = f"; op de oude peildatum nu {change.shown(change.same_day)} in plaats van {before}"
    return f"{now} (was {before}{_difference(change)}){past if change.is_corrected else ''}"


def _difference(change: FigureChange) -> str:
    if change.now is None or change.before is None:
        return ""
    return f", {signed(change.now - change.before, change.decimals)}"


def warned(report: ChangeReport) -> str:
    """How many warnings there are, as a heading."""
    count = len(report.warnings)
    return f"{number(count)} {plural(count, 'waarschuwing', 'waarschuwingen')}"
