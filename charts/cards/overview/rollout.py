"""overzicht.uitrol: every area of the level with what the rollout brought there."""

from collections.abc import Mapping

from analytics.catalog import find
from analytics.figures.progress import Progress
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope.indicator.ranking import Mark, Ranked, mark_of, ranked_areas
from analytics.scope.scope import Scope
from analytics.scope.windows import counted_since
from charts.card import Card, Column, Kind, Line, Table, Value
from charts.registry import card
from data.dutch import long_date
from data.grammar import capital, plural
from data.reference.areas import Level

COLUMNS = {
    "inwoners_bereikt": "Bereikt",
    "matches": "Matches",
    "lopende_matches": "Lopend",
    "open_vacatures": "Open vacatures",
    "wachtend": "Wachtend",
}


@card("overzicht.uitrol")
def rollout_table(scope: Scope) -> Card:
    """The area with most residents reached first.

    The parts of the chosen area; on its own level (and above) the area among its like.
    """
    scope = scope.among_like()
    first = find("inwoners_bereikt")
    day = long_date(scope.day)
    return Card(
        title=f"De uitrol per {scope.level}",
        subtitle=f"aantallen · {scope.among_words}"
        f" · {scope.window.label}, tot en met {day}"
        f" · lopend, open en wachtend zijn standen op {day}",
        source=scope.source(first),
        file_name=scope.file_name("uitrol"),
        indicators=tuple(COLUMNS),
        table=_table(scope, ranked_areas(scope.answers, first, _selection(scope))),
    )


def _selection(scope: Scope) -> Selection:
    """The areas of the table over the view's window."""
    return scope.all_areas(scope.inside)


def _table(scope: Scope, ranked: list[Ranked]) -> Table:
    progress = scope.progress(scope.level)
    values = [_values(scope, indicator, progress) for indicator in COLUMNS]
    columns = [Column(capital(scope.level)), Column("Gestart", kind=Kind.MONTH)]
    columns += [Column(text, 0, has_bars=True) for text in COLUMNS.values()]
    lines = [
        Line(
            cells=[area.row.area_name, _started(progress[code], scope.level)]
            + [column[code] for column in values],
            code=code,
            is_chosen=scope.is_inside(code),
            is_pilot=progress[code].is_pilot,
            since=counted_since(scope.window, scope.day, find("inwoners_bereikt")),
        )
        for area in ranked
        for code in [area.row.area_code]
    ]
    return Table(f"De uitrol per {scope.level}", columns, lines)


def _started(progress: Progress, level: Level) -> Value:
    if not progress.has_started:
        return Mark.NOT_STARTED
    if level in (Level.STADSDEEL, Level.TEAM):
        total = len(progress.wijken)
        return f"{progress.started} van {total} {plural(total, 'wijk', 'wijken')}"
    return progress.since or Mark.NOT_STARTED


def _values(scope: Scope, indicator: str, progress: Mapping[str, Progress]) -> dict[str, Value]:
    """The figures of one column by area code, or why there is none."""
    rows = scope.figures(indicator, _selection(scope)).rows()
    return {row.area_code: _figure(row, indicator, progress[row.area_code]) for row in rows}


def _figure(row: Row, indicator: str, progress: Progress) -> Value:
    """Nothing before the start: the column of the start says so already."""
    mark = mark_of(row, find(indicator), has_started=progress.has_started)
    return None if mark is Mark.NOT_STARTED else mark or row.value
