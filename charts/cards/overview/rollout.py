"""overzicht.uitrol: every area of the level with what the rollout brought there."""

from collections.abc import Mapping

from analytics.catalog import find
from analytics.figures.progress import Progress
from analytics.figures.selection import Selection
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.ranking import Mark, Ranked, ranked_areas
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.words import among_words, file_words, source_words
from data.dutch import long_date, short_month
from data.grammar import plural
from data.reference.areas import Level

COLUMNS = {
    "inwoners_bereikt": "Bereikt",
    "matches": "Matches",
    "lopende_matches": "Lopend",
    "open_vacatures": "Open vacatures",
    "wachtend": "Wachtend",
}


def rollout_table(answers: Answers, view: View) -> Card:
    """The area with most residents reached first.

    The parts of the chosen area; on its own level (and above) the area among its like.
    """
    view = questions.among_like(view, answers.known)
    first = find("inwoners_bereikt")
    day = long_date(questions.as_of(view, answers.known))
    return Card(
        id="overzicht.uitrol",
        title=f"De uitrol per {view.level}",
        subtitle=f"aantallen · {among_words(view, answers.known)}"
        f" · {view.window.label}, tot en met {day}"
        f" · lopend, open en wachtend zijn standen op {day}",
        source=source_words(first, view, answers.known),
        file_name=file_words("uitrol", view, answers.known),
        indicators=tuple(COLUMNS),
        table=_table(answers, view, ranked_areas(answers, first, _selection(answers, view))),
    )


def _selection(answers: Answers, view: View) -> Selection:
    """The areas of the table over the view's window."""
    day = questions.as_of(view, answers.known)
    return questions.all_areas(view, day, questions.inside(view, answers.known))


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
            is_chosen=questions.is_inside(code, view, answers.known),
            is_pilot=progress[code].is_pilot,
        )
        for area in ranked
        for code in [area.row.area_code]
    ]
    return Table(f"De uitrol per {view.level}", columns, lines)


def _started(progress: Progress, level: Level) -> str:
    if not progress.has_started:
        return Mark.NOT_STARTED
    if level in (Level.STADSDEEL, Level.TEAM):
        total = len(progress.wijken)
        return f"{progress.started} van {total} {plural(total, 'wijk', 'wijken')}"
    return short_month(progress.since) if progress.since else Mark.NOT_STARTED


def _values(
    answers: Answers, view: View, indicator: str, progress: Mapping[str, Progress]
) -> dict[str, Value]:
    """The figures of one column by area code; where nothing has started, nothing is not zero."""
    rows = answers.get(indicator, _selection(answers, view)).rows()
    return {
        row.area_code: row.value if row.value or progress[row.area_code].has_started else None
        for row in rows
    }
