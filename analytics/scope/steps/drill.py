"""Going into an area and out again: what a click on a map or a breadcrumb does to a view."""

from dataclasses import replace

from analytics.scope.areas import NamedArea, path_to
from analytics.scope.view import Known, View
from data.reference.areas import Level

# The level that shows the parts of an area; a buurt has none and stands among the others.
FINER = {
    Level.GEMEENTE: Level.STADSDEEL,
    Level.STADSDEEL: Level.WIJK,
    Level.TEAM: Level.WIJK,
    Level.WIJK: Level.BUURT,
    Level.OWN: Level.BUURT,
    Level.BUURT: Level.BUURT,
}


def into(view: View, area: NamedArea) -> View:
    """The view of an area's parts; the gemeente's are stadsdelen."""
    code = "" if area.level is Level.GEMEENTE else area.code
    return replace(view, area=code, level=FINER[area.level])


def clicked(view: View, known: Known, code: str) -> View:
    """One level down into an area; a click on the chosen buurt undoes its choice."""
    return out(view, known) if code == view.area else into(view, known.areas[code])


def out(view: View, known: Known) -> View:
    """One level up, to the area around the chosen one; from a team to all teams."""
    place = known.area(view.area)
    if place.level is Level.TEAM:
        return replace(view, area="", level=Level.TEAM)
    return into(view, path_to(place, known.areas)[-2:][0])


def parts(area: NamedArea, known: Known) -> list[NamedArea]:
    """The areas one level down, of the gemeente the stadsdelen; none for a buurt."""
    finer = FINER[area.level]
    return [
        inner
        for inner in known.areas.values()
        if inner.parent == area.code and inner.level is finer
    ]
