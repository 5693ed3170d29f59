"""What the cards of the section Witte vlekken share: what is asked, and some words."""

from collections.abc import Collection

from analytics.figures.doors.marts import Marts
from analytics.gaps.distance import DETOUR, are_supplied
from analytics.gaps.supply import Around
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.scope.view import LEVELS, Catchment
from charts.cards.chosen import marked_words
from charts.cards.inside import day_words
from data.dutch import long_date, number
from data.reference.areas import Level

KILOMETRE = 1_000.0  # metres


def around(scope: Scope, place: NamedArea | None = None) -> Around:
    """What is asked: the chosen area (or another) and what lies around it."""
    area = place or scope.area
    day = scope.day
    return Around(area.level, area.code, day, scope.view.catchment.metres, scope.view.talent)


def of_parts(scope: Scope) -> Scope:
    """The scope on a level that shows the parts of the chosen area (of a buurt: the buurten)."""
    return scope.of_parts(LEVELS)


def parts(scope: Scope) -> set[str]:
    """The codes of the areas that are shown: those inside the chosen area, or all of the level.

    Of a chosen area without parts those around it, in which it is marked. The scope is on the
    level of the parts.
    """
    filled = scope.around or scope.known.city.code
    return scope.of(_inside, scope.level, filled)


def shown_words(scope: Scope, codes: Collection[str]) -> str:
    """Which areas a card shows and on which day: those with `codes`, on the level of the parts.

    By name, whether the chosen area is among its like; what is shown around it is named too.
    """
    filled = scope.known.area(scope.around)
    is_among = scope.view.area and filled != scope.area
    marked = marked_words(scope, scope.level, codes) if is_among else ""
    where = filled.behind(scope.level, is_labelled=True)
    return f"{PLURALS[scope.level]} {where}{marked} · {day_words(scope)}"


def buurten_of_area(scope: Scope) -> set[str]:
    """The buurten in the chosen area; none when all the city is chosen."""
    return scope.of(_inside, Level.BUURT, scope.view.area) if scope.view.area else set()


def _inside(marts: Marts, level: Level, area: str) -> set[str]:
    return marts.inside(level, area)


def not_started(scope: Scope, place: NamedArea | None = None) -> str:
    """That Buurt in Bloei has not started in an area, in words; "" when it has."""
    area = place or scope.area
    day = scope.day
    if scope.progress(area.level)[area.code].has_started:
        return ""
    return f"In {area.in_sentence} is Buurt in Bloei op {long_date(day)} nog niet gestart."


def near_words(place: NamedArea) -> str:
    """An area with what lies around it, which the city does not have."""
    return f"In {'' if place.level is Level.GEMEENTE else 'en rond '}{place.in_sentence}"


def names(scope: Scope) -> dict[str, str]:
    """The name of every area by its code."""
    return {code: area.name for code, area in scope.known.areas.items()}


def reach_words(catchment: Catchment) -> str:
    """How far someone goes: 1,5 km."""
    return f"{number(catchment.metres / KILOMETRE, 1).removesuffix(',0')} km"


def distance_words() -> str:
    """How distances are measured, for the line under a card."""
    if are_supplied():
        return "afstand tussen buurten zoals aangeleverd"
    return f"afstand tussen buurten hemelsbreed × {number(DETOUR, 1)}"
