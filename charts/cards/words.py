"""The words around every card: the unit with its days, and the source line."""

from collections.abc import Sequence
from datetime import date

from analytics import questions
from analytics.catalog import Indicator
from analytics.figures import INHABITANTS
from analytics.population import population_words, years_of
from analytics.view import Known, View
from data.dutch import long_date
from geo.boundaries import BOUNDARY_SOURCE, boundary_year


def unit_words(indicator: Indicator, view: View, known: Known) -> str:
    """The subtitle of figures: their unit, and the day or the days that they are about."""
    day = long_date(questions.as_of(view, known))
    when = f"{view.window.label}, tot en met {day}" if indicator.has_period else f"stand op {day}"
    return f"{indicator.unit} · {when}"


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
