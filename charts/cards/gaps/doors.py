"""witte_vlekken.deuren: the three doors to knock on first."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.figures.doors.marts import Audience
from analytics.gaps.advice.doors import Door, Round, doors
from analytics.gaps.index.ranking import Gap
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from charts.card import Card, Column, Line, Table, Value, empty
from charts.cards.gaps.advice import nobody_waits
from charts.cards.gaps.places import reason
from charts.cards.gaps.ranking_words import ranking
from charts.cards.gaps.words import KILOMETRE, distance_words, names, near_words, reach_words
from charts.cards.inside import inside_source, place_and_day
from charts.registry import card
from data.grammar import listed
from data.reference.areas import Level

TITLE = "Drie deuren om eerst op te kloppen"
COUNT = 3
LOOKED_AT = 6  # areas from the front of the ranking
ALL_WITHIN_REACH = (
    "is voor iedereen die wacht, een plek vrij binnen bereik. Hier helpt een match meer dan een"
    " nieuwe plek."
)
NOBODY = "nog niemand: zoek een nieuwe"
COLUMNS = (
    Column("Ontwikkelplaats"),
    Column("Buurt"),
    Column("Sector"),
    Column("Vragen om een plek voor"),
    Column("Waarom daar"),
    Column("Erbij", 0),
    Column("Vrij", 0),
    Column("Km", 1),
    Column("Gebied"),
    Column("Wat daar speelt"),
)


@card("witte_vlekken.deuren", TITLE, Audience.INTERN)
def three_doors(scope: Scope) -> Card:
    """Whom to visit first: for the first areas of the ranking, or for the chosen area."""
    found = _doors(scope)
    subtitle = (
        "erbij: inwoners die wachten en dan voor het eerst een plek voor dit talent hebben binnen"
        f" {reach_words(scope.view.catchment)} · vrij: voor dit talent"
        f" · {place_and_day(scope)}"
    )
    if not found:
        place = scope.area
        note = nobody_waits(scope.seen(replace(scope.view, talent="")), place) or (
            f"{near_words(place)} {ALL_WITHIN_REACH}"
        )
        return empty(note, subtitle=subtitle)
    gaps = {gap.area.code: gap for gap in ranking(scope, _level(scope)).gaps}
    lines = [_line(scope, door, gaps.get(door.area)) for door in found]
    return Card(
        subtitle=subtitle,
        source=inside_source(scope, distance_words()),
        sentence=doors_sentence(scope, found),
        file_name=scope.file_name("deuren"),
        indicators=("wachtend", "vrije_plekken", "ontwikkelplaatsen"),
        table=Table(TITLE, COLUMNS, lines),
    )


def doors_sentence(scope: Scope, found: Sequence[Door]) -> str:
    """At whose door to knock, and where nobody fits yet."""
    called = names(scope)
    places = [door.place.place_name for door in found if door.place]
    new = list(dict.fromkeys(called[door.step.buurt] for door in found if not door.place))
    knock = f"Klop eerst aan bij {listed(places)}." if places else ""
    seek = f"Zoek een nieuwe ontwikkelplaats in {listed(new)}." if new else ""
    return f"{knock} {seek}".strip()


def _level(scope: Scope) -> Level:
    area = scope.area
    return scope.level if area.level is Level.GEMEENTE else area.level


def _doors(scope: Scope) -> list[Door]:
    place = scope.area
    if place.level is Level.GEMEENTE:
        gaps = ranking(scope, scope.level).gaps[:LOOKED_AT]
        areas, each = [gap.area for gap in gaps], 1
    else:
        areas, each = [place], COUNT
    return scope.of(doors, _round(scope, areas, each))[:COUNT]


def _round(scope: Scope, areas: list[NamedArea], each: int) -> Round:
    day = scope.day
    codes = tuple(area.code for area in areas)
    return Round(_level(scope), codes, day, scope.view.catchment.metres, each)


def _line(scope: Scope, door: Door, gap: Gap | None) -> Line:
    called, place = names(scope), door.place
    wanted = f"{door.step.talent}, in {called[door.step.buurt]}"
    cells: list[Value] = [NOBODY, None, None, wanted, None, door.step.gain, None, None]
    if place:
        cells = [
            place.place_name,
            called[place.buurt],
            place.sector,
            wanted,
            reason(place),
            door.step.gain,
            place.free,
            place.metres / KILOMETRE,
        ]
    return Line(
        [*cells, called[door.area], gap.reasons[0] if gap and gap.reasons else None], code=door.area
    )
