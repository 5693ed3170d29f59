"""rapport.plekken: who waits for a place and which places are free, in an area and its parts."""

from collections.abc import Mapping

from analytics.catalog import find
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope.indicator.ranking import mark_of
from analytics.scope.scope import PARTS, Scope
from analytics.scope.sentences import PLURALS
from charts.card import Card, Column, Line, Table, Value, empty
from charts.cards.chosen import not_started
from charts.registry import card
from data.dutch import long_date, number
from data.grammar import capital, plural
from data.reference.areas import Level

TITLE = "Waar zijn plekken nodig?"
INDICATORS = ("wachtend", "vrije_plekken", "open_vacatures")
Figures = Mapping[str, Mapping[str, Row]]  # by indicator and code of the area


@card("rapport.plekken", TITLE)
def places_needed(scope: Scope) -> Card:
    """Standings on the peildatum of the parts of the area and the area itself, in their order.

    They are not ranked: rounded counts may differ by rounding alone.
    """
    place = scope.area
    if not scope.progress(place.level)[place.code].has_started:
        return empty(not_started(place))
    level = _parts_level(place.level)
    parts = _rows(scope, scope.per(level).all_areas(inside=scope.view.area)) if level else {}
    own = _rows(scope, scope.own)
    return Card(
        subtitle=f"{_where(scope, level)} · stand op {long_date(scope.day)}",
        source=scope.source(find(INDICATORS[0])),
        sentence=_sentence(scope, own),
        file_name=scope.per(level or place.level).file_name("plekken"),
        indicators=INDICATORS,
        table=Table(TITLE, _columns(level or place.level), _lines(scope, parts, own)),
    )


def _parts_level(level: Level) -> Level | None:
    """The greatest parts of an area: of a stadsdeel its wijken; None of a buurt."""
    return next(iter(PARTS[level]), None)


def _where(scope: Scope, level: Level | None) -> str:
    if level is None:
        return f"in {scope.area.after_in}"
    return f"{PLURALS[level]} {scope.area.behind(level, is_labelled=True)}"


def _rows(scope: Scope, asked: Selection) -> Figures:
    return {
        name: {row.area_code: row for row in scope.figures(name, asked).rows()}
        for name in INDICATORS
    }


def _columns(level: Level) -> list[Column]:
    heads = (capital(find(name).label) for name in INDICATORS)
    return [Column(capital(level)), *(Column(head, 0) for head in heads)]


def _lines(scope: Scope, *found: Figures) -> list[Line]:
    return [
        Line(
            [
                scope.known.areas[code].name,
                *(_cell(scope, name, rows[name][code]) for name in rows),
            ],
            code=code,
            is_chosen=code == scope.view.area,
        )
        for rows in found
        for code in rows.get(INDICATORS[0], ())
    ]


def _cell(scope: Scope, indicator: str, row: Row) -> Value:
    """A count, or why there is none: before the start of the area there is nothing to count."""
    level = scope.known.areas[row.area_code].level
    has_started = scope.progress(level)[row.area_code].has_started
    return mark_of(row, find(indicator), has_started=has_started) or row.value


def _sentence(scope: Scope, own: Figures) -> str:
    code = scope.area.code
    waiting, free = (own[name][code].value for name in INDICATORS[:2])
    place = scope.area.after_in if code == scope.known.city.code else scope.area.in_sentence
    if waiting is None or free is None:
        return (
            f"Hoeveel inwoners in {place} op een plek wachten, en hoeveel plekken er vrij zijn,"
            " is alleen te zien aan het eind van een kwartaal."
        )
    return (
        f"Op {long_date(scope.day)} {plural(waiting, 'wacht', 'wachten')} in {place}"
        f" {number(waiting)} {plural(waiting, 'inwoner', 'inwoners')} op een plek en"
        f" {plural(free, 'is', 'zijn')} er {number(free)}"
        f" {plural(free, 'vrije plek', 'vrije plekken')}."
    )
