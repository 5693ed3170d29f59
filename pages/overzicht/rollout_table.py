"""The table of Overzicht: every area of the level with what the rollout brought there."""

from collections.abc import Mapping

from analytics.catalog import find
from analytics.ranking import Ranked
from analytics.rollout import Progress
from data.areas import Level
from data.dutch import number, short_month
from pages._parts import cards, maps, questions
from pages._parts.session import Results
from pages._parts.tables import Cell, Heading, TableRow, numbers
from pages._parts.view import View

NOTHING = "–"
COLUMNS = {
    "inwoners_bereikt": "Bereikt",
    "matches": "Matches",
    "lopende_matches": "Lopend",
    "open_vacatures": "Open vacatures",
    "wachtend": "Wachtend",
}


def draw(results: Results, view: View) -> None:
    """The card with the table, the area with most residents reached first."""
    cards.card_head(
        f"De uitrol per {view.level}",
        f"aantallen · {view.window.label} · lopend, open en wachtend zijn standen op de peildatum",
    )
    ranked = maps.ranked_areas(results, view, find("inwoners_bereikt"))
    progress = results.progress(view.level, questions.as_of(view, results.known))
    cells = [_numbers(results, view, indicator, progress) for indicator in COLUMNS]
    rows = [_row(area, progress[area.row.area_code], cells, view) for area in ranked]
    headings = [Heading(view.level.capitalize()), Heading("Gestart")]
    headings += [Heading(text, is_number=True) for text in COLUMNS.values()]
    cards.area_table(f"De uitrol per {view.level}", headings, rows)
    cards.source(find("inwoners_bereikt"), view, results.known)


def _row(area: Ranked, progress: Progress, cells: list[dict[str, Cell]], view: View) -> TableRow:
    code = area.row.area_code
    return TableRow(
        name=area.row.area_name,
        cells=[Cell(_started(progress, view.level)), *(column[code] for column in cells)],
        is_chosen=code == view.area,
        is_pilot=progress.is_pilot,
    )


def _started(progress: Progress, level: Level) -> str:
    if level in (Level.STADSDEEL, Level.TEAM):
        return f"{progress.started} van {len(progress.wijken)} wijken"
    return short_month(progress.since) if progress.since else "nog niet gestart"


def _numbers(
    results: Results, view: View, indicator: str, progress: Mapping[str, Progress]
) -> dict[str, Cell]:
    """The cells of one column by area code; where nothing has started, nothing is not zero."""
    selection = questions.all_areas(view, questions.as_of(view, results.known))
    rows = results.get(indicator, selection).rows()
    started = [progress[row.area_code].has_started for row in rows]
    texts = [
        NOTHING if row.value is None or not (row.value or has_started) else number(row.value)
        for row, has_started in zip(rows, started, strict=True)
    ]
    cells = numbers([row.value for row in rows], texts)
    return {row.area_code: cell for row, cell in zip(rows, cells, strict=True)}
