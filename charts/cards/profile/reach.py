"""gebied.trend: residents reached per 1.000 inhabitants, beside the areas around."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from analytics.catalog import find
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.profile.profile import PER_1000, parent
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.windows import Window
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.chosen import NO_MONTH, began_just_now
from charts.pictures import Series, Trend
from charts.registry import card
from data.dutch import month, number
from data.grammar import listed

TITLE = "Bereikte inwoners per 1.000 inwoners"
INDICATOR = "inwoners_bereikt_per_1000"


@card("gebied.trend", TITLE)
def reach_trend(scope: Scope) -> Card:
    """Lines per whole month, each from where its area started, as far back as the view looks."""
    place = scope.area
    selection = scope.own_monthly(None)
    if selection is None:
        return empty(NO_MONTH)
    lines = {area: reached(scope, selection, area) for area in _areas(scope, place)}
    months = [part.start for part in selection.slices(selection.start or scope.known.beginning)]
    if not any(value is not None for value in lines[place]):
        if began_just_now(scope, selection.last_day):
            return empty(NO_MONTH)
        return empty(f"Hier is geen cijfer per 1.000 inwoners: {_reason(scope, place, months)}.")
    shown = slice(-(scope.window.months or 0) if scope.window is not Window.ALL else 0, None)
    return _card(scope, months[shown], {area: row[shown] for area, row in lines.items()})


def _areas(scope: Scope, place: NamedArea) -> list[NamedArea]:
    """The area, its parent and the city."""
    around = [parent(scope, place), scope.known.city]
    return [place, *(area for area in around if area and area != place)]


def reached(scope: Scope, monthly: Selection, area: NamedArea) -> list[float | None]:
    """The residents reached up to the end of each month, from the month in which it started."""
    asked = replace(monthly, level=area.level, area=area.code)
    rows = scope.figures(INDICATOR, asked).rows()
    since = scope.answers.progress(area.level, monthly.last_day)[area.code].since
    months = sum(row.numerator for row in rows)
    [whole] = scope.figures(INDICATOR, replace(asked, start=None, period=None)).rows()
    early = whole.numerator - months  # from before the first month that is shown
    totals = list(accumulate((row.numerator for row in rows), initial=early))[1:]
    return [
        None
        if not row.denominator or row.value is None or not _has_begun(row, since)
        else total / row.denominator * PER_1000
        for row, total in zip(rows, totals, strict=True)
    ]


def _has_begun(row: Row, since: date | None) -> bool:
    return since is not None and date.fromisoformat(f"{row.period}-01") >= since


def _reason(scope: Scope, place: NamedArea, months: Sequence[date]) -> str:
    has_started = scope.answers.progress(place.level, months[-1])[place.code].has_started
    return str(Mark.FEW_INHABITANTS if has_started else Mark.NOT_STARTED)


def _card(
    scope: Scope,
    months: Sequence[date],
    lines: dict[NamedArea, list[float | None]],
) -> Card:
    place, *around = lines
    series = [Series(place.name, "accent", lines[place])]
    series += [
        Series(area.name, "line", lines[area], is_dashed=area is scope.known.city)
        for area in around
    ]
    sentence = _sentence(months[-1], lines)
    return Card(
        subtitle=f"{place.after_in} · alle inwoners die tot en met die maand zijn bereikt"
        f" · tot en met {month(months[-1])}",
        source=scope.source(find(INDICATOR), days=months),
        alt=sentence,
        sentence=sentence,
        file_name=scope.at_own_level().file_name("bereik"),
        indicators=[INDICATOR],
        picture=Trend(months, series, unit="per 1.000 inwoners", decimals=1),
        table=_table(months, lines),
    )


def _sentence(last: date, lines: dict[NamedArea, list[float | None]]) -> str:
    found = [(area.in_sentence, values[-1]) for area, values in lines.items()]
    parts = [f"{number(value, 1)} in {name}" for name, value in found if value is not None]
    return f"Bereikte inwoners per 1.000 inwoners tot en met {month(last)}: {listed(parts)}."


def _table(months: Sequence[date], lines: dict[NamedArea, list[float | None]]) -> Table:
    columns = [Column("Maand", kind=Kind.MONTH), *(Column(area.name, 1) for area in lines)]
    rows = zip(months, *lines.values(), strict=True)
    return Table(TITLE, columns, [Line(row) for row in rows])
