"""What the maps of the section Witte vlekken share."""

from collections.abc import Mapping, Sequence

from analytics.scope.scope import Scope
from charts.cards.gaps.words import names
from charts.pictures import MapArea
from data.reference.areas import Level


def boundary_level(level: Level) -> Level:
    """The level whose boundaries are coloured: teams are drawn as their wijken."""
    return Level.WIJK if level is Level.TEAM else level


def map_areas(
    scope: Scope, level: Level, values: Mapping[str, Sequence[float | str]]
) -> list[MapArea]:
    """The areas of a level that have values (or words) by their code, one per moment."""
    called = names(scope)
    return [
        MapArea(
            code=code,
            name=called[code],
            shapes=progress.wijken if level is Level.TEAM else [code],
            values=values[code],
            is_chosen=code == scope.view.area,
            is_pilot=progress.is_pilot,
        )
        for code, progress in scope.progress(level).items()
        if code in values
    ]
