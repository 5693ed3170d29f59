"""overzicht.uitrol: every area of the level with what the rollout brought there."""

from collections.abc import Mapping

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import Indicator, find
from analytics.ranking import Ranked, ranked_areas
from analytics.rollout import Progress
from analytics.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.words import file_words, source_words
from data.areas import Level
from data.dutch import short_month

COLUMNS = {
    "inwoners_bereikt": "Bereikt",
    "matches": "Matches",
    "lopende_matches": "Lopend",
    "open_vacatures": "Open vacatures",
    "wachtend": "Wachtend",
}


def rollout_table(answers: Answers, view: View) -> Card:
    """The area with most residents reached first."""
    first = find("inwoners_bereikt")
    return Card(
        id="overzicht.uitrol",
        title=f"De uitrol per {view.level}",
        subtitle=f"aantallen · {view.window.label}"
        " · lopend, open en wachtend zijn standen op de peildatum",
        source=source_words(first, view, answers.known),
        file_name=file_words("uitrol", view, answers.known),
        indicators=tuple(COLUMNS),
        table=_table(answers, view, _ranked(answers, view, first)),
    )


def _ranked(answers: Answers, view: View, indicator: Indicator) -> list[Ranked]:
    day = questions.as_of(view, answers.known)
    return ranked_areas(answers, indicator, questions.all_areas(view, day))


def _table(answers: Answers, view: View, ranked: list[Ranked]) -> Table:
    progress = answers.progress(view.level, questions.as_of(view, answers.known))
    values = [_values(answers, view, indicator, progress) for indicator in COLUMNS]
    columns = [Column(view.level.capitalize()), Column("Gestart")]
    columns += [Column(text, 0, has_bars=True) for text in COLUMNS.values()]
    lines = [
        Line(
            cells=[area.row.area_name, _started(progress[code], view.level)]
            + [column[code] for column in values],
            code=code,
            is_chosen=code == view.area,
            is_pilot=progress[code].is_pilot,
        )
        for area in ranked
        for code in [area.row.area_code]
    ]
    return Table(f"De uitrol per {view.level}", columns, lines)


def _started(progress: Progress, level: Level) -> str:
    if level in (Level.STADSDEEL, Level.TEAM):
        return f"{progress.started} van {len(progress.wijken)} wijken"
    return short_month(progress.since) if progress.since else "nog niet gestart"


def _values(
    answers: Answers, view: View, indicator: str, progress: Mapping[str, Progress]
) -> dict[str, Value]:
    """The figures of one column by area code; where nothing has started, nothing is not zero."""
    day = questions.as_of(view, answers.known)
    rows = answers.get(indicator, questions.all_areas(view, day)).rows()
    return {
        row.area_code: row.value if row.value or progress[row.area_code].has_started else None
        for row in rows
    }
