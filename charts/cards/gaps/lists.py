"""witte_vlekken.vrije_plekken and witte_vlekken.wachtenden: the lists behind supply and demand."""

from collections.abc import Sequence

from analytics.gaps.supply_lists import LONG_WAIT, Opening, Queue, free_around, waiting_in
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.words import (
    KILOMETRE,
    around,
    day_words,
    distance_words,
    inside_source,
    internal,
    names,
    not_started,
    reach_words,
)
from charts.cards.words import file_words
from data.dutch import number
from data.grammar import NAMED_AT_MOST, capital, counted, listed, plural
from data.reference.areas import Level

FREE, FREE_TITLE = "witte_vlekken.vrije_plekken", "Vrije plekken binnen bereik"
WAITING, WAITING_TITLE = "witte_vlekken.wachtenden", "Wie waar wacht"
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
    Column(f"Langer dan {LONG_WAIT} dagen", 0),
    Column("Langste (dagen)", 0),
)


@internal(FREE, FREE_TITLE)
def free_list(answers: Answers, view: View) -> Card:
    """The vacatures with a free position in and around the chosen area, most free first."""
    place = questions.area(view, answers.known)
    found = answers.of(free_around, around(answers, view))
    where = _where(place, view)
    subtitle = f"{_subject(view)} · {day_words(view, answers.known)}"
    if not found:
        return Card(FREE, FREE_TITLE, subtitle, note=f"Er is op deze dag geen plek vrij {where}.")
    amount = counted(sum(opening.free for opening in found), "vrije plek", "vrije plekken")
    places = counted(
        len({opening.place_id for opening in found}), "ontwikkelplaats", "ontwikkelplaatsen"
    )
    return Card(
        id=FREE,
        title=f"{capital(amount)} {where}",
        subtitle=subtitle,
        source=inside_source(view, answers.known, distance_words()),
        sentence=f"{capital(amount)} {where}, bij {places}.",
        file_name=file_words("vrije-plekken", view, answers.known),
        indicators=("vrije_plekken",),
        table=Table(f"Vrije plekken {where}", FREE_COLUMNS, _free_lines(answers, found)),
    )


def _where(place: NamedArea, view: View) -> str:
    if place.level is Level.GEMEENTE:
        return f"in {place.name}"
    return f"in en binnen {reach_words(view.catchment)} van {place.in_sentence}"


def _subject(view: View) -> str:
    return view.talent or "alle talenten"


def _free_lines(answers: Answers, found: Sequence[Opening]) -> list[Line]:
    called = names(answers)
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


@internal(WAITING, WAITING_TITLE)
def waiting_list(answers: Answers, view: View) -> Card:
    """How many residents wait in the chosen area, per buurt and talent, most first."""
    place = questions.area(view, answers.known)
    found = answers.of(waiting_in, around(answers, view))
    subtitle = f"{_subject(view)} · {day_words(view, answers.known)}"
    if not found:
        nobody = f"In {place.in_sentence} wacht niemand{_with(view)}."
        note = not_started(answers, view) or nobody
        return Card(WAITING, WAITING_TITLE, subtitle, note=note)
    return Card(
        id=WAITING,
        title=f"Wie waar wacht in {place.in_sentence}",
        subtitle=f"{subtitle} · wie meer talenten heeft, telt bij elk daarvan",
        source=inside_source(view, answers.known),
        sentence=_most(answers, place, found),
        file_name=file_words("wachtenden", view, answers.known),
        indicators=("wachtend",),
        table=Table(
            f"Wachtende inwoners in {place.name}", WAITING_COLUMNS, _waiting_lines(answers, found)
        ),
    )


def _with(view: View) -> str:
    return f" met {view.talent}" if view.talent else ""


def _most(answers: Answers, place: NamedArea, found: Sequence[Queue]) -> str:
    """The longest queue; of more that are as long all of them, or how many they are."""
    first = found[0]
    amount = counted(first.waiting, "inwoner", "inwoners")
    longest = [queue for queue in found if queue.waiting == first.waiting]
    called = names(answers)
    rows = [
        f"voor {queue.talent}" + ("" if queue.buurt == place.code else f" in {called[queue.buurt]}")
        for queue in longest
    ]
    if len(longest) > NAMED_AT_MOST:
        many = number(len(longest))
        return f"In {place.in_sentence} zijn {many} rijen het langst, elk met {amount}."
    each = "elk " if len(longest) > 1 else ""
    are_longest = plural(len(longest), "is de langste rij die", "zijn de langste rijen die")
    return f"In {place.in_sentence} {are_longest} {listed(rows)}: {each}{amount}."


def _waiting_lines(answers: Answers, found: Sequence[Queue]) -> list[Line]:
    called = names(answers)
    return [Line([called[queue.buurt], *queue[1:]], code=queue.buurt) for queue in found]
