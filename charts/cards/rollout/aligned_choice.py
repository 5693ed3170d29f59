"""Which areas Op dezelfde leeftijd is about: those of a level, and the chosen one among them."""

from analytics.rollout.against_pilot import Comparison, comparisons
from analytics.rollout.aligned import Curve, Field, field, subject_of
from analytics.scope.scope import Scope
from charts.cards.chosen import chosen_codes, has_parts
from charts.cards.rollout.aligned_words import area_sentence, field_sentence
from data.reference.areas import Level

LEVELS = (Level.STADSDEEL, Level.WIJK, Level.TEAM)


def level_of(scope: Scope) -> Level:
    """The level that is compared: a buurt has no start of its own, so then the wijken are."""
    return scope.level if scope.level in LEVELS else Level.WIJK


def field_of(scope: Scope) -> Field:
    """The curves of the view's level, for the subject of its indicator."""
    day = scope.day
    return scope.of(field, subject_of(scope.view.indicator), level_of(scope), day)


def own_field(scope: Scope) -> Field:
    """The curves of the level of the chosen area."""
    level, day = scope.area.level, scope.day
    return scope.of(field, subject_of(scope.view.indicator), level, day)


def chosen_curve(scope: Scope) -> Curve | None:
    """The curve of the chosen area, on its own level; None without one, and without a start."""
    if not scope.view.area:
        return None
    curves = own_field(scope).curves
    return next((curve for curve in curves if curve.code == scope.view.area), None)


def chosen_sentence(scope: Scope) -> str:
    """How the chosen area does against the pilot at its own age; why not, when it cannot."""
    place = scope.area
    since = scope.progress(place.level)[place.code].since
    return area_sentence(place, since, own_field(scope))


def chosen_now(scope: Scope) -> Comparison | None:
    """The chosen area against the pilot at its own age; None where it cannot be compared."""
    curve = chosen_curve(scope)
    compared = comparisons(own_field(scope)) if curve else ()
    return next((row for row in compared if row.curve == curve), None)


def chosen_apart(scope: Scope, found: Field) -> Comparison | None:
    """The chosen area where it is none of the areas of a level, nor made of them."""
    place = scope.area
    is_apart = place.level is not found.level and not has_parts(place, found.level)
    return chosen_now(scope) if is_apart else None


def level_sentence(scope: Scope) -> str:
    """How the areas of the level do: those in the chosen area when it has some, else all."""
    found, place = field_of(scope), scope.area
    if not scope.view.area:
        return field_sentence(found)
    if not has_parts(place, found.level):
        return chosen_sentence(scope)
    return field_sentence(found, chosen_codes(scope, found.level), place.in_sentence)
