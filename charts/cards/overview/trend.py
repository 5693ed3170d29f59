"""overzicht.trend: scans, vacatures and matches per month in the chosen area."""

from datetime import date

from analytics.catalog import find
from analytics.scope.indicator.monthly import monthly_counts
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.sentences import trend_sentence
from analytics.scope.windows import Window
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.chosen import NO_MONTH, began_just_now
from charts.cards.events import events_between
from charts.pictures import Series, Trend
from charts.registry import card
from data.dutch import month as month_words
from data.grammar import capital, spanned
from data.periods import month_end

TITLE = "Scans, vacatures en matches per maand"
INDICATORS = ("scans", "vacatures", "matches")
MONTHS = 12


@card("overzicht.trend", TITLE)
def monthly_trend(scope: Scope) -> Card:
    """Lines per whole month from the start: all of them, or the last twelve for a shorter view."""
    shown = None if scope.window is Window.ALL else MONTHS
    selection = scope.own_monthly(shown)
    if selection is None:
        return _empty(NO_MONTH)
    found = {name: monthly_counts(scope.answers, name, selection) for name in INDICATORS}
    if all(count is None for counts in found.values() for count in counts.values()):
        if began_just_now(scope, selection.last_day):
            return _empty(NO_MONTH)
        place = scope.area
        return _empty(f"{capital(place.in_sentence)}: {Mark.NOT_STARTED}.")
    if not any(count for counts in found.values() for count in counts.values()):
        return _empty("In deze maanden zijn hier 0 scans, 0 vacatures en 0 matches.")
    return _card(scope, found)


def _empty(note: str) -> Card:
    return empty(note, subtitle="aantal per maand")


def _card(scope: Scope, found: dict[str, dict[date, float | None]]) -> Card:
    place = scope.area
    months = _shown_months(found)
    values = {name: [counts[month] for month in months] for name, counts in found.items()}
    last = {name: int(row[-1] or 0) for name, row in values.items()}
    sentence = trend_sentence(place, months[-1], last)
    return Card(
        subtitle=f"aantal per maand in {place.after_in}"
        f" · {spanned(month_words(months[0]), month_words(months[-1]))}",
        source=scope.source(find("scans")),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name("trend"),
        indicators=INDICATORS,
        picture=Trend(
            months,
            [Series(name, find(name).ramp, row) for name, row in values.items()],
            events=events_between(scope, months[0], month_end(months[-1])),
        ),
        table=_table(months, values),
    )


def _shown_months(found: dict[str, dict[date, float | None]]) -> list[date]:
    """The months from the first in which there is something to show of any line."""
    months = list(found[INDICATORS[0]])
    first = next(
        month for month in months if any(counts[month] is not None for counts in found.values())
    )
    return months[months.index(first) :]


def _table(months: list[date], values: dict[str, list[float | None]]) -> Table:
    columns = [Column("Maand", kind=Kind.MONTH), *(Column(capital(name), 0) for name in values)]
    rows = zip(months, *values.values(), strict=True)
    return Table(TITLE, columns, [Line(row) for row in rows])
