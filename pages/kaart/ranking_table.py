"""The table of Kaart: the areas from high to low."""

from collections.abc import Sequence

from analytics.catalog import Indicator
from analytics.ranking import Ranked
from data.dutch import number
from pages._parts import cards, questions
from pages._parts.session import Results
from pages._parts.tables import Cell, Heading, TableRow, numbers
from pages._parts.view import View


def draw(results: Results, view: View, indicator: Indicator, ranked: Sequence[Ranked]) -> None:
    """The card with the table; areas without a figure stand at the end, with the reason."""
    cards.card_head(f"Van hoog naar laag per {view.level}", indicator.unit)
    progress = results.progress(view.level, questions.as_of(view, results.known))
    values = [None if area.mark else area.row.value for area in ranked]
    cells = numbers(values, [_text(area, indicator) for area in ranked])
    rows = [
        TableRow(
            name=area.row.area_name,
            cells=[cell],
            before=[Cell(str(area.rank or ""), is_number=True)],
            is_chosen=area.row.area_code == view.area,
            is_pilot=progress[area.row.area_code].is_pilot,
        )
        for area, cell in zip(ranked, cells, strict=True)
    ]
    headings = [
        Heading("Nr.", is_number=True),
        Heading(view.level.capitalize()),
        Heading(indicator.unit.capitalize(), is_number=True),
    ]
    cards.area_table(f"{indicator.label} per {view.level}", headings, rows)


def _text(area: Ranked, indicator: Indicator) -> str:
    return area.mark or number(area.row.value or 0, indicator.decimals)
