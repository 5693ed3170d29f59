"""From a view to what is asked of the figures: which areas, over which days."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from analytics.figures.selection import Selection
from analytics.scope.areas import NamedArea, path_to
from analytics.scope.view import Known, View
from analytics.scope.windows import Span, span, span_before, whole_months
from data.periods import MONTHS_IN_YEAR, Period, add_months, month_end
from data.reference.areas import Level

# What a level can be cut into on a map.
PARTS = {
    Level.GEMEENTE: (Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM),
    Level.STADSDEEL: (Level.WIJK, Level.BUURT),
    Level.TEAM: (Level.WIJK, Level.BUURT),
    Level.WIJK: (Level.BUURT,),
    Level.OWN: (Level.BUURT,),
    Level.BUURT: (),
}


def as_of(view: View, known: Known) -> date:
    """The peildatum of a view."""
    return view.as_of or known.as_of


def compared_with(view: View, known: Known) -> date:
    """The day to compare with: the end of the chosen month, else of the one a year earlier.

    Never before the first month; the peildatum itself while there is no earlier month.
    """
    day = as_of(view, known)
    chosen = month_end(view.since or add_months(day, -MONTHS_IN_YEAR))
    return min(max(chosen, month_end(known.beginning)), day)


def area(view: View, known: Known) -> NamedArea:
    """The area of a view: the chosen one, else the whole city."""
    return known.areas[view.area] if view.area else known.city


def at_own_level(view: View, known: Known) -> View:
    """The view with the level of its area: for what is about that area alone."""
    return replace(view, level=area(view, known).level)


def all_areas(view: View, day: date, inside: str = "") -> Selection:
    """Every area of the view's level (inside an area), over its window up to `day`."""
    asked = span(view.window, day)
    return Selection(view.level, asked.end, inside, start=asked.start)


def of_parts(view: View, known: Known, levels: Collection[Level] = tuple(Level)) -> View:
    """The view on a level (one of `levels`) that shows the parts of its area.

    Its own level when that does, else the first that does; the level of the area itself when it
    has no parts.
    """
    place = area(view, known)
    fits = [level for level in PARTS[place.level] if level in levels]
    if not view.area or view.level in fits:
        return view
    return replace(view, level=fits[0] if fits else place.level)


def among_like(view: View, known: Known) -> View:
    """The view for a table in which its area stands among its like, or its parts stand.

    A level on which neither can be done becomes that of the parts (see `of_parts`).
    """
    path = path_to(area(view, known), known.areas)
    is_on_path = any(place.level is view.level for place in path)
    return view if is_on_path else of_parts(view, known)


def inside(view: View, known: Known) -> str:
    """The code of the area of which a table holds all parts; "" for all of Eindhoven."""
    return view.area if view.level in PARTS[area(view, known).level] else ""


def around(view: View, known: Known) -> str:
    """The code of the area that fills a map of the view's level; "" for all of Eindhoven.

    It is the chosen area when that has parts at this level (see `of_parts`). Of a chosen area
    without parts it is the area around it: there it stands among its like.
    """
    place = area(view, known)
    if not view.area:
        return ""
    if view.level in PARTS[place.level]:
        return place.code
    if view.level is place.level and place.level in (Level.BUURT, Level.WIJK):
        return place.parent
    return ""


def is_inside(code: str, view: View, known: Known) -> bool:
    """Whether an area is the chosen one of a view, or lies around it: then it is marked."""
    path = path_to(area(view, known), known.areas) if view.area else []
    return code in {place.code for place in path}


def chosen_area(view: View, known: Known) -> Selection:
    """The view's own area, over its window."""
    return _of_area(view, known, span(view.window, as_of(view, known)))


def chosen_area_before(view: View, known: Known) -> Selection | None:
    """The same over the span to compare with; None when that lies before all records."""
    before = span_before(view.window, as_of(view, known))
    return _of_area(view, known, before) if before.end >= known.beginning else None


def chosen_area_monthly(view: View, known: Known, months: int | None) -> Selection | None:
    """The view's own area per whole month, the last `months` (None: all); None without any."""
    asked = whole_months(months, as_of(view, known), known.beginning)
    if asked is None:
        return None
    place = area(view, known)
    return Selection(place.level, asked.end, place.code, asked.start, period=Period.MONTH)


def _of_area(view: View, known: Known, asked: Span) -> Selection:
    place = area(view, known)
    return Selection(place.level, asked.end, place.code, asked.start)
