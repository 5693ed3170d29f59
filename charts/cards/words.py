"""The words around every card: the unit with its days, and the source line."""

from analytics import questions
from analytics.catalog import Indicator
from analytics.view import Known, View
from data.dutch import long_date
from geo.boundaries import BOUNDARY_SOURCE, boundary_year


def unit_words(indicator: Indicator, view: View, known: Known) -> str:
    """The subtitle of figures: their unit, and the day or the days that they are about."""
    day = long_date(questions.as_of(view, known))
    when = f"{view.window.label}, tot en met {day}" if indicator.has_period else f"stand op {day}"
    return f"{indicator.unit} · {when}"


def source_words(indicator: Indicator, view: View, known: Known, *, with_map: bool = False) -> str:
    """The line under a card: source, peildatum, and for maps the source of the boundaries."""
    parts = [
        f"Bron: {indicator.source}",
        f"peildatum {long_date(questions.as_of(view, known))}",
    ]
    if with_map:
        parts.append(f"grenzen {boundary_year()}. {BOUNDARY_SOURCE}")
    return " · ".join(parts)


def file_words(subject: str, view: View, known: Known) -> str:
    """How an export is called, without audience and ending: matches_wijk_2021-10-01."""
    place = f"_{view.area}" if view.area else ""
    return f"{subject}_{view.level}{place}_{questions.as_of(view, known)}"
