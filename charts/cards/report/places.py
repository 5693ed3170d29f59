"""rapport.plekken: who waits for a place and which places are free, per stadsdeel."""

from dataclasses import replace

from analytics.catalog import find
from analytics.figures.result import Row
from analytics.scope.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.registry import card
from data.dutch import long_date, number
from data.grammar import capital, plural
from data.reference.areas import Level

TITLE = "Waar zijn plekken nodig?"
INDICATORS = ("wachtend", "vrije_plekken", "open_vacatures")


@card("rapport.plekken", TITLE)
def places_needed(scope: Scope) -> Card:
    """Standings on the peildatum of every stadsdeel and the city, in the order of the map.

    They are not ranked: rounded counts may differ by rounding alone.
    """
    rows = {name: _rows(scope, Level.STADSDEEL, name) for name in INDICATORS}
    city = {name: _rows(scope, Level.GEMEENTE, name) for name in INDICATORS}
    return Card(
        subtitle=f"stadsdelen in Eindhoven · stand op {long_date(scope.day)}",
        source=scope.source(find(INDICATORS[0])),
        sentence=_sentence(scope, [*city.values()]),
        file_name=scope.per(Level.STADSDEEL).file_name("plekken"),
        indicators=INDICATORS,
        table=Table(TITLE, _columns(), [*_lines(scope, rows), *_lines(scope, city)]),
    )


def _rows(scope: Scope, level: Level, indicator: str) -> dict[str, Row]:
    whole_city = scope.seen(_without_area(scope)).per(level).all_areas()
    return {row.area_code: row for row in scope.figures(indicator, whole_city).rows()}


def _without_area(scope: Scope) -> View:
    return replace(scope.view, area="")


def _columns() -> list[Column]:
    heads = (capital(find(name).label) for name in INDICATORS)
    return [Column("Stadsdeel"), *(Column(head, 0) for head in heads)]


def _lines(scope: Scope, rows: dict[str, dict[str, Row]]) -> list[Line]:
    codes = list(rows[INDICATORS[0]])
    return [
        Line(
            [scope.known.areas[code].name, *(_cell(scope, rows[name][code]) for name in rows)],
            code=code,
            is_chosen=scope.is_inside(code) and code != scope.known.city.code,
        )
        for code in codes
    ]


def _cell(scope: Scope, row: Row) -> Value:
    """A count; before the start of the area there is nothing to count."""
    level = scope.known.areas[row.area_code].level
    has_started = scope.progress(level)[row.area_code].has_started
    return row.value if has_started else Mark.NOT_STARTED


def _sentence(scope: Scope, rows: list[dict[str, Row]]) -> str:
    waiting, free, _ = (row[scope.known.city.code].value or 0 for row in rows)
    return (
        f"In heel Eindhoven {plural(waiting, 'wacht', 'wachten')} op {long_date(scope.day)}"
        f" {number(waiting)} {plural(waiting, 'inwoner', 'inwoners')} op een plek en"
        f" {plural(free, 'is', 'zijn')} er {number(free)}"
        f" {plural(free, 'vrije plek', 'vrije plekken')}."
    )
