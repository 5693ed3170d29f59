"""witte_vlekken.vrije_plekken and witte_vlekken.wachtenden: the lists behind supply and demand."""

from collections.abc import Sequence

from analytics.figures.doors.marts import Audience
from analytics.gaps.counts import LONG_WAIT_DAYS
from analytics.gaps.supply_lists import Opening, Queue, free_around, waiting_in
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.gaps.words import (
    KILOMETRE,
    around,
    distance_words,
    names,
    not_started,
    reach_words,
)
from charts.cards.inside import day_words, inside_source
from charts.registry import card
from data.dutch import number
from data.grammar import NAMED_AT_MOST, all_of, capital, counted, listed, plural
from data.reference.areas import Level

FREE_TITLE = "Vrije plekken binnen bereik"
WAITING_TITLE = "Wie waar wacht"
FREE_COLUMNS = (
    Column("Ontwikkelplaats"),
    Column("Buurt"),
    Column("Vrij", 0),
    Column("Km", 1),
    Column("Talent"),
    Column("Soort"),
    Column("Sector"),
)
WAITING_COLUMNS = (
    Column("Buurt"),
    Column("Talent"),
    Column("Wachtend", 0, has_bars=True),
    Column(f"Langer dan {LONG_WAIT_DAYS} dagen", 0),
    Column("Langste (dagen)", 0, kind=Kind.DAYS),
)


@card("witte_vlekken.vrije_plekken", FREE_TITLE, Audience.INTERN)
def free_list(scope: Scope) -> Card:
    """The vacatures with a free position in and around the chosen area, most free first."""
    place = scope.area
    found = scope.of(free_around, around(scope))
    where = _where(place, scope)
    subtitle = f"{_subject(scope)} · {day_words(scope)}"
    if not found:
        return empty(f"Er is op deze dag geen plek vrij {where}.", subtitle=subtitle)
    amount = counted(sum(opening.free for opening in found), "vrije plek", "vrije plekken")
    places = counted(
        len({opening.place_id for opening in found}), "ontwikkelplaats", "ontwikkelplaatsen"
    )
    return Card(
        title=f"{capital(amount)} {where}",
        subtitle=subtitle,
        source=inside_source(scope, distance_words()),
        sentence=f"{capital(amount)} {where}, bij {places}.",
        file_name=scope.file_name("vrije-plekken"),
        indicators=("vrije_plekken",),
        table=Table(f"Vrije plekken {where}", FREE_COLUMNS, _free_lines(scope, found)),
    )


def _where(place: NamedArea, scope: Scope) -> str:
    if place.level is Level.GEMEENTE:
        return f"in {place.name}"
    return f"in en binnen {reach_words(scope.view.catchment)} van {place.in_sentence}"


def _subject(scope: Scope) -> str:
    return scope.view.talent or "alle talenten"


def _free_lines(scope: Scope, found: Sequence[Opening]) -> list[Line]:
    called = names(scope)
    return [
        Line(
            [
                opening.place_name,
                called[opening.buurt],
                opening.free,
                opening.metres / KILOMETRE,
                opening.talent,
                opening.kind,
                opening.sector,
            ],
            code=opening.buurt,
        )
        for opening in found
    ]


@card("witte_vlekken.wachtenden", WAITING_TITLE, Audience.INTERN)
def waiting_list(scope: Scope) -> Card:
    """How many residents wait in the chosen area, per buurt and talent, most first."""
    place = scope.area
    found = scope.of(waiting_in, around(scope))
    subtitle = f"{_subject(scope)} · {day_words(scope)}"
    if not found:
        nobody = f"In {place.in_sentence} wacht niemand{_with(scope)}."
        note = not_started(scope) or nobody
        return empty(note, subtitle=subtitle)
    return Card(
        title=f"Wie waar wacht in {place.in_sentence}",
        subtitle=f"{subtitle} · wie meer talenten heeft, telt bij elk daarvan",
        source=inside_source(scope),
        sentence=_most(scope, place, found),
        file_name=scope.file_name("wachtenden"),
        indicators=("wachtend",),
        table=Table(
            f"Wachtende inwoners in {place.name}", WAITING_COLUMNS, _waiting_lines(scope, found)
        ),
    )


def _with(scope: Scope) -> str:
    return f" met {scope.view.talent}" if scope.view.talent else ""


def _most(scope: Scope, place: NamedArea, found: Sequence[Queue]) -> str:
    """The longest queue; of more that are as long all of them, or how many they are."""
    first, where = found[0], f"In {place.in_sentence}"
    amount = counted(first.waiting, "inwoner", "inwoners")
    longest = [queue for queue in found if queue.waiting == first.waiting]
    if len(found) == len(longest) > 1:
        return f"{where} zijn {all_of(len(found), 'rij', 'rijen')} even lang: elk {amount}."
    called = names(scope)
    rows = [
        f"voor {queue.talent}" + ("" if queue.buurt == place.code else f" in {called[queue.buurt]}")
        for queue in longest
    ]
    if len(longest) > NAMED_AT_MOST:
        many = number(len(longest))
        return f"{where} zijn {many} rijen het langst, elk met {amount}."
    each = "elk " if len(longest) > 1 else ""
    one = "is de langste rij die" if len(found) > 1 else "is de enige rij die"
    are_longest = plural(len(longest), one, "zijn de langste rijen die")
    return f"{where} {are_longest} {listed(rows)}: {each}{amount}."


def _waiting_lines(scope: Scope, found: Sequence[Queue]) -> list[Line]:
    called = names(scope)
    return [Line([called[queue.buurt], *queue[1:]], code=queue.buurt) for queue in found]
