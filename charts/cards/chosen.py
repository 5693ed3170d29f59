"""Which areas of a level a chosen area is about: itself, its parts, or the one around it."""

from analytics import questions
from analytics.answers import Answers
from analytics.areas import NamedArea, path_to
from analytics.marts import Marts
from analytics.view import View
from data.areas import Level


def chosen_codes(answers: Answers, view: View, level: Level) -> frozenset[str]:
    """The codes of the areas of a level that the view's area is about; none without an area."""
    place = questions.area(view, answers.known)
    if not view.area:
        return frozenset()
    if has_parts(place, level):
        return answers.of(_inside, level, place.code)
    around = path_to(place, answers.known.areas)
    return frozenset(area.code for area in around if area.level is level)


def has_parts(place: NamedArea, level: Level) -> bool:
    """Whether an area is made of areas of a level."""
    return level in questions.PARTS[place.level]


def _inside(marts: Marts, level: Level, code: str) -> frozenset[str]:
    return frozenset(marts.inside(level, code))
