"""What the maps of the section Witte vlekken share."""

from collections.abc import Mapping, Sequence

from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from charts.cards.gaps.words import names
from charts.pictures import MapArea
from data.reference.areas import Level


def boundary_level(level: Level) -> Level:
    """The level whose boundaries are coloured: teams are drawn as their wijken."""
    return Level.WIJK if level is Level.TEAM else level


def map_areas(
    answers: Answers, view: View, level: Level, values: Mapping[str, Sequence[float | str]]
) -> list[MapArea]:
    """The areas of a level that have values (or words) by their code, one per moment."""
    called = names(answers)
    return [
        MapArea(
            code=code,
            name=called[code],
            shapes=progress.wijken if level is Level.TEAM else [code],
            values=values[code],
            is_chosen=code == view.area,
            is_pilot=progress.is_pilot,
        )
        for code, progress in answers.progress(level, questions.as_of(view, answers.known)).items()
        if code in values
    ]
