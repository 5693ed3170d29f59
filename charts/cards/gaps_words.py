"""What the cards of the section Witte vlekken share: who sees them, what is asked, some words."""

from collections.abc import Callable, Sequence
from functools import wraps

from analytics import questions
from analytics.answers import Answers
from analytics.areas import NamedArea
from analytics.gaps.distance import DETOUR, are_supplied
from analytics.gaps.supply import Around
from analytics.marts import Audience
from analytics.view import Catchment, Known, View
from charts.card import Card
from data.dutch import long_date, number

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
            if answers.audience is not Audience.INTERN:
                return Card(card_id, title, note=INTERNAL)
            return build(answers, view)

        return card

    return keep_inside


def around(answers: Answers, view: View, place: NamedArea | None = None) -> Around:
    """What is asked: the chosen area (or another) and what lies around it."""
    area = place or questions.area(view, answers.known)
    day = questions.as_of(view, answers.known)
    return Around(area.level, area.code, day, view.catchment.metres, view.talent)


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


def listed(words: Sequence[str]) -> str:
    """Words in running text: Gestel, Erp en Putten."""
    *others, last = words
    return f"{', '.join(others)} en {last}" if others else last


def counted(amount: int, one: str, more: str) -> str:
    """A number with its word: geen plek, 1 plek, 12 plekken."""
    if amount == 0:
        return f"geen {one}"
    return f"{number(amount)} {one if amount == 1 else more}"


def capital(words: str) -> str:
    """Words that begin a sentence."""
    return words[:1].upper() + words[1:]
