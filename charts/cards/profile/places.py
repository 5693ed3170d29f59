"""gebied.ontwikkelplaatsen: the active ontwikkelplaatsen in an area, one by one."""

from collections.abc import Sequence

from analytics.catalog import find
from analytics.figures.places import Place, active_places
from analytics.scope.scope import Scope
from analytics.scope.view import Known
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.registry import card
from data.dutch import long_date
from data.grammar import counted, plural

INDICATOR = find("ontwikkelplaatsen")
WORDS = ("ontwikkelplaats", "ontwikkelplaatsen")


@card("gebied.ontwikkelplaatsen")
def places_table(scope: Scope) -> Card:
    """Those with most free positions first; how many there are for who may not see the list."""
    day = scope.day
    title = f"Ontwikkelplaatsen in {scope.area.in_sentence}"
    if not scope.is_whole:
        return empty(_how_many(scope), title)
    places = scope.of(active_places, day, scope.view.area)
    if not places:
        return empty(f"Op {long_date(day)} deed hier geen ontwikkelplaats mee.", title)
    return Card(
        title=title,
        subtitle=f"{counted(len(places), *WORDS)}"
        f" · open vacatures en vrije plekken op {long_date(day)}",
        source=scope.source(INDICATOR),
        file_name=scope.at_own_level().file_name("ontwikkelplaatsen"),
        indicators=["ontwikkelplaatsen", "open_vacatures", "vrije_plekken"],
        table=_table(title, places, scope.known),
    )


def _how_many(scope: Scope) -> str:
    [row] = scope.figures(INDICATOR.id, scope.own).rows()
    day = long_date(scope.day)
    amount = int(row.value or 0)
    return (
        f"Op {day} {plural(amount, 'doet', 'doen')} hier {counted(amount, *WORDS)} mee."
        " De lijst met namen is voor intern gebruik."
    )


def _table(title: str, places: Sequence[Place], known: Known) -> Table:
    columns = [
        Column("Naam"),
        Column("Sector"),
        Column("Buurt"),
        Column("Vacatures", 0),
        Column("Vrij", 0, has_bars=True),
        Column("Sinds", kind=Kind.MONTH),
    ]
    ordered = sorted(places, key=lambda place: (-place.free_positions, place.name, place.place_id))
    return Table(title, columns, [_line(place, known) for place in ordered])


def _line(place: Place, known: Known) -> Line:
    return Line(
        [
            place.name,
            place.sector,
            known.areas[place.buurt_code].name,
            place.open_vacancies,
            place.free_positions,
            place.joined_on,
        ],
        code=place.buurt_code,
    )
