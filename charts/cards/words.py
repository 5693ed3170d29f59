"""The words around every card: what it is about, where, over which days, and the source line."""

from collections.abc import Sequence
from datetime import date

from analytics.catalog import Indicator
from analytics.figures.compute import INHABITANTS
from analytics.figures.population import population_words, years_of
from analytics.scope import questions
from analytics.scope.areas import NamedArea, path_to
from analytics.scope.sentences import PLURALS
from analytics.scope.view import Known, View
from data.dutch import long_date
from data.grammar import capital
from data.reference.areas import Level
from geo.boundaries import BOUNDARY_SOURCE, boundary_year


def subject_words(indicator: Indicator) -> str:
    """What is counted, with its unit where the label does not say it."""
    return f"{indicator.label} ({indicator.unit})" if _is_bare(indicator) else indicator.label


def unit_words(indicator: Indicator) -> str:
    """What stands behind a number: the label where that says the unit, else the unit."""
    return indicator.unit if _is_bare(indicator) else indicator.label


def _is_bare(indicator: Indicator) -> bool:
    """Whether the label of an indicator does not say in what it is counted."""
    return indicator.unit.casefold() not in indicator.label.casefold()


def place_words(area: NamedArea) -> str:
    """An area after "in": heel Eindhoven, Centrum (wijk)."""
    if area.level is Level.GEMEENTE:
        return f"heel {area.name}"
    return area.in_sentence if area.in_sentence != area.name else area.label


def parts_words(view: View, known: Known) -> str:
    """Which areas a map or table shows: wijken in Woensel-Noord (stadsdeel)."""
    place, inside = questions.area(view, known), questions.around(view, known)
    around = known.areas[inside] if inside else known.city
    marked = f", {place.name} gemarkeerd" if view.area and place.code != inside else ""
    return f"{PLURALS[view.level]} in {place_words(around)}{marked}"


def among_words(view: View, known: Known) -> str:
    """Which areas a table lists: the parts of the chosen area, or it among its like."""
    inside = questions.inside(view, known)
    words = f"{PLURALS[view.level]} in {place_words(known.areas.get(inside, known.city))}"
    if inside == view.area:
        return words
    path = path_to(questions.area(view, known), known.areas)
    marked = next(place for place in path if place.level is view.level)
    return f"{words}, {marked.name} gemarkeerd"


def when_words(indicator: Indicator, view: View, known: Known) -> str:
    """The day or the days that figures are about."""
    day = long_date(questions.as_of(view, known))
    return f"{view.window.label}, tot en met {day}" if indicator.has_period else f"stand op {day}"


def about_words(indicator: Indicator, view: View, known: Known) -> str:
    """The subtitle of a card: what, of which areas, over which days."""
    parts = (
        capital(subject_words(indicator)),
        parts_words(view, known),
        when_words(indicator, view, known),
    )
    return " · ".join(parts)


def source_words(
    indicator: Indicator,
    view: View,
    known: Known,
    *,
    with_map: bool = False,
    days: Sequence[date] = (),
) -> str:
    """The line under a card: source, peildatum, and for maps the source of the boundaries.

    A rate names the year of its inhabitants: that of the peildatum. `days` are given by cards that
    divide by the inhabitants of other days, or a count by them.
    """
    parts = [
        f"Bron: {indicator.source}",
        f"peildatum {long_date(questions.as_of(view, known))}",
    ]
    if days or indicator.denominator == INHABITANTS:
        counted = days or [questions.as_of(view, known)]
        parts.append(population_words(years_of(known.years, counted)))
    if with_map:
        parts.append(f"grenzen {boundary_year()}. {BOUNDARY_SOURCE}")
    return " · ".join(parts)


def file_words(subject: str, view: View, known: Known) -> str:
    """How an export is called, without audience and ending: matches_wijk_2021-10-01."""
    place = f"_{view.area}" if view.area else ""
    return f"{subject}_{view.level}{place}_{questions.as_of(view, known)}"
