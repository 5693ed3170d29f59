"""overzicht.trend: scans, vacatures and matches per month in the chosen area."""

from datetime import date

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.periods import month_end
from analytics.result import Row
from analytics.sentences import trend_sentence
from analytics.view import View
from analytics.windows import Window
from charts.card import Card, Column, Line, Table
from charts.cards.events import events_between
from charts.cards.words import file_words, source_words
from charts.pictures import Series, Trend
from data.dutch import short_month

ID = "overzicht.trend"
TITLE = "Scans, vacatures en matches per maand"
INDICATORS = ("scans", "vacatures", "matches")
MONTHS = 12


def monthly_trend(answers: Answers, view: View) -> Card:
    """Lines per whole month: all of them, or the last twelve when the view looks back less."""
    shown = None if view.window is Window.ALL else MONTHS
    selection = questions.chosen_area_monthly(view, answers.known, shown)
    if selection is None:
        return _empty("Er is nog geen hele maand om te tonen. Kies een latere peildatum.")
    found = {name: answers.get(name, selection).rows() for name in INDICATORS}
    if not any(row.value for rows in found.values() for row in rows):
        return _empty("In deze maanden zijn hier geen scans, vacatures of matches.")
    return _card(answers, view, found)


def _empty(note: str) -> Card:
    return Card(ID, TITLE, "aantal per maand", note=note)


def _card(answers: Answers, view: View, found: dict[str, list[Row]]) -> Card:
    months = [date.fromisoformat(f"{row.period}-01") for row in found["scans"]]
    values = {name: [row.value or 0.0 for row in rows] for name, rows in found.items()}
    sentence = trend_sentence(months[-1], {name: int(row[-1]) for name, row in values.items()})
    return Card(
        id=ID,
        title=TITLE,
        subtitle="aantal per maand",
        source=source_words(find("scans"), view, answers.known),
        alt=sentence,
        sentence=sentence,
        file_name=file_words("trend", view, answers.known),
        indicators=INDICATORS,
        picture=Trend(
            months,
            [Series(name, find(name).ramp, row) for name, row in values.items()],
            events=events_between(answers, view, months[0], month_end(months[-1])),
        ),
        table=_table(months, values),
    )


def _table(months: list[date], values: dict[str, list[float]]) -> Table:
    columns = [Column("Maand"), *(Column(name.capitalize(), 0) for name in values)]
    rows = zip(map(short_month, months), *values.values(), strict=True)
    return Table(TITLE, columns, [Line(row) for row in rows])
