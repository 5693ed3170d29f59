"""witte_vlekken.ontwikkelplaatsen: at whose door to knock for the places of the advice."""

from collections.abc import Sequence

from analytics.figures.doors.marts import Audience
from analytics.gaps.advice.next_place import Step
from analytics.gaps.advice.places import Candidate, whom_to_ask
from analytics.scope.scope import Scope
from charts.card import Card, Column, Line, Table, Value, empty
from charts.cards.gaps.advice import nobody_waits, steps_in
from charts.cards.gaps.words import KILOMETRE, distance_words, names, near_words, reach_words
from charts.cards.inside import inside_source, place_and_day
from charts.registry import card
from data.dutch import number
from data.grammar import counted, lower_first, plural

TITLE = "Bij wie aankloppen"
SUBTITLE = "doen mee op de peildatum, maakten al matches, en passen bij het talent dat ontbreekt"
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


@card("witte_vlekken.ontwikkelplaatsen", TITLE, Audience.INTERN)
def places_to_ask_list(scope: Scope) -> Card:
    """For the first places of the advice the ontwikkelplaatsen nearby that could take more."""
    place = scope.area
    steps = steps_in(scope, place)[:STEPS]
    asked = doors_of(scope, steps)
    lines = [
        _line(scope, step, found)
        for step, candidates in zip(steps, asked, strict=True)
        for found in candidates[:PLACES]
    ]
    subtitle = f"{SUBTITLE} · {place_and_day(scope)}"
    if not lines:
        return empty(_nobody(scope, steps), subtitle=subtitle)
    doors = len({line.cells[0] for line in lines})
    amount = counted(doors, "ontwikkelplaats", "ontwikkelplaatsen")
    return Card(
        subtitle=subtitle,
        source=inside_source(scope, distance_words()),
        sentence=f"{near_words(place)} {plural(doors, 'kan', 'kunnen')} {amount}"
        " misschien meer mensen plaatsen.",
        file_name=scope.file_name("aankloppen"),
        indicators=("ontwikkelplaatsen",),
        table=Table(f"{TITLE} {lower_first(near_words(place))}", COLUMNS, lines),
    )


def doors_of(scope: Scope, steps: Sequence[Step]) -> list[list[Candidate]]:
    """The places to ask for each step of an advice."""
    day = scope.day
    return scope.of(whom_to_ask, tuple(steps), day, scope.view.catchment.metres)


def reason(found: Candidate) -> str:
    """Why this ontwikkelplaats: it knows the talent, or its sector does."""
    if found.fitting:
        return f"{counted(found.fitting, 'match', 'matches')} met dit talent"
    return f"sector biedt {number(100 * found.share)}% van zulke plekken"


def _line(scope: Scope, step: Step, found: Candidate) -> Line:
    called = names(scope)
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


def _nobody(scope: Scope, steps: Sequence[Step]) -> str:
    if not steps:
        place = scope.area
        nothing = "Er is op deze dag geen plek te weinig, dus niemand om iets aan te vragen."
        return nobody_waits(scope, place) or nothing
    return (
        f"Binnen {reach_words(scope.view.catchment)} van waar een plek in"
        f" {scope.area.in_sentence} het meest helpt, is nog geen ontwikkelplaats die past."
        " Zoek daar een nieuwe."
    )
