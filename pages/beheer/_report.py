"""What Gegevens laden shows of a rehearsal: rows, refusals, and what would change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analytics.figures.doors.marts import Audience
from analytics.loading.report import ChangeReport, report_of
from analytics.loading.words import NO_WARNINGS, SAME, days
from charts.loading_tables import (
    SHOWN_REFUSALS,
    counts_table,
    figures_table,
    records_table,
    refused_table,
)
from data.dutch import number
from data.grammar import capital, counted, plural
from exports.formats import WORKBOOK
from pages._parts import cards, handing, session
from pages._parts.handing import Offer


def show_counts(report: Mapping[str, Any], refused: bytes) -> None:
    """The rows of a delivery, and the refused ones to take along."""
    cards.searchable(counts_table(report), "load-counts")
    cards.source("gelezen is altijd overgenomen, dubbel en geweigerd samen")
    for remark in report["remarks"]:
        cards.source(remark)
    amount = len(report["rejected"])
    if not amount:
        return
    words = counted(amount, "rij", "rijen")
    cards.head(
        f"{capital(words)} geweigerd",
        "Verbeter ze in de werkmap en laad alleen die werkmap, als toevoeging."
        + (f" De eerste {number(SHOWN_REFUSALS)} staan hier." if amount > SHOWN_REFUSALS else ""),
    )
    cards.searchable(refused_table(report), "load-refused")
    if refused:
        label = f"Bewaar de geweigerde {plural(amount, 'rij', 'rijen')} (Excel)"
        key, name = "load-refused-save", "geweigerde-rijen.xlsx"
        exact = replace(session.results(), reader=Audience.INTERN)
        handing.button(Offer(label, name, WORKBOOK, key, "laden"), exact, lambda: refused)


def show_rehearsal(report: Mapping[str, Any], refused: bytes) -> None:
    """What a load would do."""
    show_counts(report, refused)
    show_changes(report_of(report["changes"]), "Wat er zou veranderen")


def show_changes(changes: ChangeReport, title: str) -> None:
    """What differs between two data files: warnings, records, figures."""
    cards.head(title, days(changes))
    for warning in changes.warnings or (NO_WARNINGS,):
        cards.note(warning)
    cards.searchable(records_table(changes), f"{title}-records")
    figures = figures_table(changes)
    if figures.lines:
        cards.searchable(figures, f"{title}-figures")
    else:
        cards.note(SAME)
