"""The way from the city down to an area, and from an area on to its parts."""

from analytics.areas import NamedArea
from analytics.view import Known
from data.areas import Level, areas


def path(known: Known, area: NamedArea) -> list[NamedArea]:
    """The areas around an area from the city down, and the area itself; of a team only the city."""
    around = {found.code: found.parent for found in areas()}
    steps = [area]
    while parent := around.get(steps[0].code):
        steps.insert(0, known.areas[parent])
    return steps if steps[0].level is Level.GEMEENTE else [known.city, *steps]


def parts(known: Known, area: NamedArea) -> list[NamedArea]:
    """The areas one level down; none for a buurt or team."""
    return [known.areas[found.code] for found in areas() if found.parent == area.code]
