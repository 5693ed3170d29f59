"""gebied.trend: residents reached per 1.000 inhabitants, beside the areas around."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from analytics.catalog import find
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.profile.profile import PER_1000, parent
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.ranking import Mark
from analytics.scope.view import View
from analytics.scope.windows import Window
from charts.card import Card, Column, Line, Table
from charts.cards.words import file_words, place_words, source_words
from charts.pictures import Series, Trend
from data.dutch import month, number, short_month
from data.grammar import listed

ID = "gebied.trend"
TITLE = "Bereikte inwoners per 1.000 inwoners"
INDICATOR = "inwoners_bereikt_per_1000"


def reach_trend(answers: Answers, view: View) -> Card:
    """Lines per whole month, each from where its area started, as far back as the view looks."""
    place = questions.area(view, answers.known)
    selection = questions.chosen_area_monthly(view, answers.known, None)
    if selection is None:
        return _empty("Er is nog geen hele maand om te tonen. Kies een latere peildatum.")
    lines = {area: _values(answers, selection, area) for area in _areas(answers, place)}
    months = [part.start for part in selection.slices(selection.start or answers.known.beginning)]
    if not any(value is not None for value in lines[place]):
        return _empty(f"Hier is geen cijfer per 1.000 inwoners: {_reason(answers, place, months)}.")
    shown = slice(-(view.window.months or 0) if view.window is not Window.ALL else 0, None)
    return _card(answers, view, months[shown], {area: row[shown] for area, row in lines.items()})


def _empty(note: str) -> Card:
    return Card(ID, TITLE, note=note)


def _areas(answers: Answers, place: NamedArea) -> list[NamedArea]:
    """The area, its parent and the city."""
    around = [parent(answers, place), answers.known.city]
    return [place, *(area for area in around if area and area != place)]


def _values(answers: Answers, monthly: Selection, area: NamedArea) -> list[float | None]:
    """The residents reached up to the end of each month, from the month in which it started."""
    asked = replace(monthly, level=area.level, area=area.code)
    rows = answers.get(INDICATOR, asked).rows()
    since = answers.progress(area.level, monthly.last_day)[area.code].since
    months = sum(row.numerator for row in rows)
    [whole] = answers.get(INDICATOR, replace(asked, start=None, period=None)).rows()
    early = whole.numerator - months  # from before the first month that is shown
    reached = list(accumulate((row.numerator for row in rows), initial=early))[1:]
    return [
        None
        if not row.denominator or row.value is None or not _has_begun(row, since)
        else total / row.denominator * PER_1000
        for row, total in zip(rows, reached, strict=True)
    ]


def _has_begun(row: Row, since: date | None) -> bool:
    return since is not None and date.fromisoformat(f"{row.period}-01") >= since


def _reason(answers: Answers, place: NamedArea, months: Sequence[date]) -> str:
    has_started = answers.progress(place.level, months[-1])[place.code].has_started
    return str(Mark.FEW_INHABITANTS if has_started else Mark.NOT_STARTED)


def _card(
    answers: Answers,
    view: View,
    months: Sequence[date],
    lines: dict[NamedArea, list[float | None]],
) -> Card:
    place, *around = lines
    series = [Series(place.name, "accent", lines[place])]
    series += [
        Series(area.name, "line", lines[area], is_dashed=area is answers.known.city)
        for area in around
    ]
    sentence = _sentence(months[-1], lines)
    return Card(
        id=ID,
        title=TITLE,
        subtitle=f"{place_words(place)} · alle inwoners die tot en met die maand zijn bereikt"
        f" · tot en met {month(months[-1])}",
        source=source_words(find(INDICATOR), view, answers.known, days=months),
        alt=sentence,
        sentence=sentence,
        file_name=file_words("bereik", questions.at_own_level(view, answers.known), answers.known),
        indicators=[INDICATOR],
        picture=Trend(months, series, unit="per 1.000 inwoners", decimals=1),
        table=_table(months, lines),
    )


def _sentence(last: date, lines: dict[NamedArea, list[float | None]]) -> str:
    found = [(area.in_sentence, values[-1]) for area, values in lines.items()]
    parts = [f"{number(value, 1)} in {name}" for name, value in found if value is not None]
    return f"Bereikte inwoners per 1.000 inwoners tot en met {month(last)}: {listed(parts)}."


def _table(months: Sequence[date], lines: dict[NamedArea, list[float | None]]) -> Table:
    columns = [Column("Maand"), *(Column(area.name, 1) for area in lines)]
    rows = zip(map(short_month, months), *lines.values(), strict=True)
    return Table(TITLE, columns, [Line(row) for row in rows])
