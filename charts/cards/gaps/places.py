"""witte_vlekken.ontwikkelplaatsen: at whose door to knock for the places of the advice."""

from collections.abc import Sequence

from analytics.gaps.advice import Step
from analytics.gaps.advice_places import Candidate, whom_to_ask
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.gaps.advice import nobody_waits, steps_in
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
from data.dutch import number
from data.grammar import counted, lower_first, plural

ID, TITLE = "witte_vlekken.ontwikkelplaatsen", "Bij wie aankloppen"
STEPS = 5  # of the advice
PLACES = 4  # for each of them
COLUMNS = (
    Column("Ontwikkelplaats"),
    Column("Buurt"),
    Column("Sector"),
    Column("Vragen om een plek voor"),
    Column("Waarom hier"),
    Column("Matches", 0),
    Column("Vrij voor dit talent", 0),
    Column("Km", 1),
)


@internal(ID, TITLE)
def places_to_ask_list(answers: Answers, view: View) -> Card:
    """For the first places of the advice the ontwikkelplaatsen nearby that could take more."""
    place = questions.area(view, answers.known)
    steps = steps_in(answers, view, place)[:STEPS]
    asked = doors_of(answers, view, steps)
    lines = [
        _line(answers, step, found)
        for step, candidates in zip(steps, asked, strict=True)
        for found in candidates[:PLACES]
    ]
    subtitle = "doen nu mee, maakten al matches, en passen bij het talent dat ontbreekt"
    if not lines:
        return Card(ID, TITLE, subtitle, note=_nobody(answers, view, steps))
    doors = len({line.cells[0] for line in lines})
    amount = counted(doors, "ontwikkelplaats", "ontwikkelplaatsen")
    return Card(
        id=ID,
        title=TITLE,
        subtitle=subtitle,
        source=inside_source(view, answers.known, distance_words()),
        sentence=f"{near_words(place)} {plural(doors, 'kan', 'kunnen')} {amount}"
        " misschien meer mensen plaatsen.",
        file_name=file_words("aankloppen", view, answers.known),
        indicators=("ontwikkelplaatsen",),
        table=Table(f"{TITLE} {lower_first(near_words(place))}", COLUMNS, lines),
    )


def doors_of(answers: Answers, view: View, steps: Sequence[Step]) -> list[list[Candidate]]:
    """The places to ask for each step of an advice."""
    day = questions.as_of(view, answers.known)
    return answers.of(whom_to_ask, tuple(steps), day, view.catchment.metres)


def reason(found: Candidate) -> str:
    """Why this ontwikkelplaats: it knows the talent, or its sector does."""
    if found.fitting:
        return f"{counted(found.fitting, 'match', 'matches')} met dit talent"
    return f"sector biedt {number(100 * found.share)}% van zulke plekken"


def _line(answers: Answers, step: Step, found: Candidate) -> Line:
    called = names(answers)
    cells: list[Value] = [
        found.place_name,
        called[found.buurt],
        found.sector,
        f"{step.talent}, in {called[step.buurt]}",
        reason(found),
        found.matches,
        found.free,
        found.metres / KILOMETRE,
    ]
    return Line(cells, code=found.buurt)


def _nobody(answers: Answers, view: View, steps: Sequence[Step]) -> str:
    if not steps:
        place = questions.area(view, answers.known)
        nothing = "Er is op deze dag geen plek te weinig, dus niemand om iets aan te vragen."
        return nobody_waits(answers, view, place) or nothing
    return (
        f"Binnen {reach_words(view.catchment)} is nog geen ontwikkelplaats die past."
        " Zoek hier een nieuwe."
    )
