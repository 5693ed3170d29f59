"""What the cards of the section Witte vlekken share: who sees them, what is asked, some words."""

from collections.abc import Callable
from functools import wraps

from analytics.figures.marts import Marts
from analytics.gaps.distance import DETOUR, are_supplied
from analytics.gaps.supply import Around
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.view import LEVELS, Catchment, Known, View
from charts.card import Card
from data.dutch import long_date, number
from data.reference.areas import Level

Builder = Callable[[Answers, View], Card]

INTERNAL = (
    "Dit onderdeel is voor wie met de gegevens werkt: het gaat over zo weinig mensen per buurt dat"
    " het niet naar buiten gaat."
)
KILOMETRE = 1_000.0  # metres
SOURCE = "Bron: registratie Buurt in Bloei, WIJeindhoven"


def internal(card_id: str, title: str) -> Callable[[Builder], Builder]:
    """Makes a builder give everyone but internal readers a card with one calm sentence."""

    def keep_inside(build: Builder) -> Builder:
        @wraps(build)
        def card(answers: Answers, view: View) -> Card:
            if not answers.is_whole:
                return Card(card_id, title, note=INTERNAL)
            return build(answers, view)

        return card

    return keep_inside


def around(answers: Answers, view: View, place: NamedArea | None = None) -> Around:
    """What is asked: the chosen area (or another) and what lies around it."""
    area = place or questions.area(view, answers.known)
    day = questions.as_of(view, answers.known)
    return Around(area.level, area.code, day, view.catchment.metres, view.talent)


def of_parts(answers: Answers, view: View) -> View:
    """The view on a level that shows the parts of the chosen area (of a buurt: the buurten)."""
    return questions.of_parts(view, answers.known, LEVELS)


def parts(answers: Answers, view: View) -> set[str]:
    """The codes of the areas that are shown: those inside the chosen area, or all of the level.

    Of a chosen area without parts those around it, in which it is marked. `view` is on the level
    of the parts.
    """
    filled = questions.around(view, answers.known) or answers.known.city.code
    return answers.of(_inside, view.level, filled)


def buurten_of_area(answers: Answers, view: View) -> set[str]:
    """The buurten in the chosen area; none when all the city is chosen."""
    return answers.of(_inside, Level.BUURT, view.area) if view.area else set()


def _inside(marts: Marts, level: Level, area: str) -> set[str]:
    return marts.inside(level, area)


def not_started(answers: Answers, view: View, place: NamedArea | None = None) -> str:
    """That Buurt in Bloei has not started in an area, in words; "" when it has."""
    area = place or questions.area(view, answers.known)
    day = questions.as_of(view, answers.known)
    if answers.progress(area.level, day)[area.code].has_started:
        return ""
    return f"In {area.in_sentence} is Buurt in Bloei op {long_date(day)} nog niet gestart."


def near_words(place: NamedArea) -> str:
    """An area with what lies around it, which the city does not have."""
    return f"In {'' if place.level is Level.GEMEENTE else 'en rond '}{place.in_sentence}"


def names(answers: Answers) -> dict[str, str]:
    """The name of every area by its code."""
    return {code: area.name for code, area in answers.known.areas.items()}


def day_words(view: View, known: Known) -> str:
    """The day of a standing: stand op 1 oktober 2021."""
    return f"stand op {long_date(questions.as_of(view, known))}"


def reach_words(catchment: Catchment) -> str:
    """How far someone goes: 1,5 km."""
    return f"{number(catchment.metres / KILOMETRE, 1).removesuffix(',0')} km"


def distance_words() -> str:
    """How distances are measured, for the line under a card."""
    if are_supplied():
        return "afstand tussen buurten zoals aangeleverd"
    return f"afstand tussen buurten hemelsbreed × {number(DETOUR, 1)}"


def inside_source(view: View, known: Known, *extra: str) -> str:
    """The line under a card of this section."""
    day = f"peildatum {long_date(questions.as_of(view, known))}"
    return " · ".join([SOURCE, day, *extra, "voor intern gebruik"])
