"""Which areas of a level a chosen area is about: itself, its parts, or the one around it."""

from collections.abc import Collection, Iterator
from datetime import date

from analytics.figures.doors.marts import Marts
from analytics.scope.areas import NO_TEAM, NamedArea, path_to, said_name
from analytics.scope.scope import PARTS, Scope
from analytics.scope.windows import Window
from data.grammar import capital, listed
from data.reference.areas import Level


def chosen_codes(scope: Scope, level: Level) -> frozenset[str]:
    """The codes of the areas of a level that the view's area is about; none without an area."""
    place = scope.area
    if not scope.view.area:
        return frozenset()
    if has_parts(place, level):
        return scope.of(_inside, level, place.code)
    around = path_to(place, scope.known.areas)
    return frozenset(area.code for area in around if area.level is level)


def marked_words(scope: Scope, level: Level, shown: Collection[str]) -> str:
    """Behind a list of areas of a level: which are marked; by name, that the chosen one is not.

    `shown` are the codes of the areas in the list.
    """
    place = scope.area
    marked = chosen_codes(scope, level) & {*shown}
    if not scope.view.area:
        return ""
    if not marked:
        verb = "staan" if place.code == NO_TEAM else "staat"
        return f"; {place.in_sentence} {verb} er niet bij"
    if has_parts(place, level):
        return f", die in {place.in_sentence} gemarkeerd"
    [code] = marked
    return f", {said_name(code, scope.known.areas[code].name)} gemarkeerd"


NO_MONTH = "Er is nog geen hele maand om te tonen. Kies een latere peildatum."


def began_just_now(scope: Scope, last: date) -> bool:
    """Whether the chosen area has started, but not yet by the last whole month."""
    place = scope.area
    on_the_day, before = (
        scope.answers.progress(place.level, day)[place.code].has_started
        for day in (scope.day, last)
    )
    return on_the_day and not before


def not_started(place: NamedArea) -> str:
    """That an area has not started, as a sentence."""
    verb = "zijn" if place.code == NO_TEAM else "is"
    return f"{capital(place.in_sentence)} {verb} nog niet gestart."


def is_new(scope: Scope, day: date) -> bool:
    """Whether the chosen area has started, but on a day takes part for less than a full month."""
    place = scope.area
    return scope.progress(place.level)[place.code].is_new(day)


def advice(scope: Scope, *, has_period: bool = True) -> str:
    """What there is left to choose for who saw too little, as a sentence; "" when nothing is.

    Without `has_period` the figures do not heed the period.
    """
    ways = list(_ways(scope, has_period=has_period))
    return f" Kies {listed(ways, 'of')}." if ways else ""


def _ways(scope: Scope, *, has_period: bool) -> Iterator[str]:
    if scope.view.area:
        yield "een groter gebied"
    if has_period and scope.window is not Window.ALL:
        yield "een langere periode"
    if scope.day < scope.known.as_of:
        yield "een latere peildatum"


def has_parts(place: NamedArea, level: Level) -> bool:
    """Whether an area is made of areas of a level."""
    return level in PARTS[place.level]


def _inside(marts: Marts, level: Level, code: str) -> frozenset[str]:
    return frozenset(marts.inside(level, code))
