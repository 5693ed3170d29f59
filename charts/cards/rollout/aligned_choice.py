"""Which areas Op dezelfde leeftijd is about: those of a level, and the chosen one among them."""

from analytics.rollout.against_pilot import Comparison, comparisons
from analytics.rollout.aligned import Curve, Field, field, subject_of
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from charts.cards.chosen import chosen_codes, has_parts
from charts.cards.rollout.aligned_words import area_sentence, field_sentence
from data.reference.areas import Level

LEVELS = (Level.STADSDEEL, Level.WIJK, Level.TEAM)


def level_of(view: View) -> Level:
    """The level that is compared: a buurt has no start of its own, so then the wijken are."""
    return view.level if view.level in LEVELS else Level.WIJK


def field_of(answers: Answers, view: View) -> Field:
    """The curves of the view's level, for the subject of its indicator."""
    day = questions.as_of(view, answers.known)
    return answers.of(field, subject_of(view.indicator), level_of(view), day)


def own_field(answers: Answers, view: View) -> Field:
    """The curves of the level of the chosen area."""
    level, day = questions.area(view, answers.known).level, questions.as_of(view, answers.known)
    return answers.of(field, subject_of(view.indicator), level, day)


def chosen_curve(answers: Answers, view: View) -> Curve | None:
    """The curve of the chosen area, on its own level; None without one, and for a buurt."""
    if not view.area or questions.area(view, answers.known).level is Level.BUURT:
        return None
    curves = own_field(answers, view).curves
    return next((curve for curve in curves if curve.code == view.area), None)


def chosen_sentence(answers: Answers, view: View) -> str:
    """How the chosen area does against the pilot at its own age; why not, when it cannot."""
    place, day = questions.area(view, answers.known), questions.as_of(view, answers.known)
    since = answers.progress(place.level, day)[place.code].since
    return area_sentence(place, since, own_field(answers, view))


def chosen_now(answers: Answers, view: View) -> Comparison | None:
    """The chosen area against the pilot at its own age; None where it cannot be compared."""
    curve = chosen_curve(answers, view)
    compared = comparisons(own_field(answers, view)) if curve else []
    return next((row for row in compared if row.curve == curve), None)


def chosen_apart(answers: Answers, view: View, found: Field) -> Comparison | None:
    """The chosen area where it is none of the areas of a level, nor made of them."""
    place = questions.area(view, answers.known)
    is_apart = place.level is not found.level and not has_parts(place, found.level)
    return chosen_now(answers, view) if is_apart else None


def level_sentence(answers: Answers, view: View) -> str:
    """How the areas of the level do: those in the chosen area when it has some, else all."""
    found, place = field_of(answers, view), questions.area(view, answers.known)
    if not view.area:
        return field_sentence(found)
    if not has_parts(place, found.level):
        return chosen_sentence(answers, view)
    return field_sentence(found, chosen_codes(answers, view, found.level), place.in_sentence)
