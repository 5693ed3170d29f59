"""witte_vlekken.deuren: the three doors to knock on first."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.gaps.advice_doors import Door, Round, doors
from analytics.gaps.index import Gap
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.gaps.advice import nobody_waits
from charts.cards.gaps.places import reason
from charts.cards.gaps.ranking import ranking
from charts.cards.gaps.words import (
    KILOMETRE,
    distance_words,
    inside_source,
    internal,
    names,
    near_words,
    reach_words,
)
from charts.cards.words import file_words
from data.grammar import listed
from data.reference.areas import Level

ID, TITLE = "witte_vlekken.deuren", "Drie deuren om eerst op te kloppen"
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
    Column("Vrij nu", 0),
    Column("Km", 1),
    Column("Gebied"),
    Column("Wat daar speelt"),
)


@internal(ID, TITLE)
def three_doors(answers: Answers, view: View) -> Card:
    """Whom to visit first: for the first areas of the ranking, or for the chosen area."""
    found = _doors(answers, view)
    subtitle = (
        "erbij: inwoners die wachten en dan voor het eerst een plek voor dit talent hebben binnen"
        f" {reach_words(view.catchment)} · vrij nu: voor dit talent"
    )
    if not found:
        place = questions.area(view, answers.known)
        note = nobody_waits(answers, replace(view, talent=""), place) or (
            f"{near_words(place)} {ALL_WITHIN_REACH}"
        )
        return Card(ID, TITLE, subtitle, note=note)
    gaps = {gap.area.code: gap for gap in ranking(answers, view, _level(answers, view)).gaps}
    lines = [_line(answers, door, gaps.get(door.area)) for door in found]
    return Card(
        id=ID,
        title=TITLE,
        subtitle=subtitle,
        source=inside_source(view, answers.known, distance_words()),
        sentence=doors_sentence(answers, found),
        file_name=file_words("deuren", view, answers.known),
        indicators=("wachtend", "vrije_plekken", "ontwikkelplaatsen"),
        table=Table(TITLE, COLUMNS, lines),
    )


def doors_sentence(answers: Answers, found: Sequence[Door]) -> str:
    """At whose door to knock, and where nobody fits yet."""
    called = names(answers)
    places = [door.place.place_name for door in found if door.place]
    new = list(dict.fromkeys(called[door.step.buurt] for door in found if not door.place))
    knock = f"Klop eerst aan bij {listed(places)}." if places else ""
    seek = f"Zoek een nieuwe ontwikkelplaats in {listed(new)}." if new else ""
    return f"{knock} {seek}".strip()


def _level(answers: Answers, view: View) -> Level:
    area = questions.area(view, answers.known)
    return view.level if area.level is Level.GEMEENTE else area.level


def _doors(answers: Answers, view: View) -> list[Door]:
    place = questions.area(view, answers.known)
    if place.level is Level.GEMEENTE:
        gaps = ranking(answers, view, view.level).gaps[:LOOKED_AT]
        areas, each = [gap.area for gap in gaps], 1
    else:
        areas, each = [place], COUNT
    return answers.of(doors, _round(answers, view, areas, each))[:COUNT]


def _round(answers: Answers, view: View, areas: list[NamedArea], each: int) -> Round:
    day = questions.as_of(view, answers.known)
    codes = tuple(area.code for area in areas)
    return Round(_level(answers, view), codes, day, view.catchment.metres, each)


def _line(answers: Answers, door: Door, gap: Gap | None) -> Line:
    called, place = names(answers), door.place
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
