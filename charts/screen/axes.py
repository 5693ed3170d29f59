"""Axes and legends of layouts for plotly."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from charts.layout.axis import Axis
from charts.layout.keys import Key
from charts.layout.strokes import DASHES, Stroke
from charts.pictures import Step
from charts.theme import PALETTES, Mode, ink_colour

TITLE_SIZE = 13
LEGEND_HEIGHT = 26  # pixels
TICK_LENGTH = 6


def places(steps: Sequence[Step]) -> list[str | float]:
    """Steps as plotly wants them: days as ISO text, numbers as they are."""
    return [step.isoformat() if isinstance(step, date) else step for step in steps]


def across(axis: Axis, title: str, mode: Mode) -> dict[str, Any]:
    """A horizontal axis of numbers."""
    return {
        "range": [axis.low, axis.high],
        **_ticks(list(axis.ticks), axis),
        "title": {"text": title, "standoff": 8, "font": {"size": TITLE_SIZE}},
        "ticks": "outside",  # so that two zeros do not meet in the corner
        "ticklen": TICK_LENGTH,
        "showgrid": False,
        "zeroline": False,
        "color": PALETTES[mode].muted,
        "linecolor": PALETTES[mode].line,
        "tickcolor": PALETTES[mode].line,
        "fixedrange": True,
    }


def calendar(axis: Axis, mode: Mode) -> dict[str, Any]:
    """A horizontal axis of days."""
    return across(axis, "", mode) | {
        "type": "date",
        "range": [_day(axis.low), _day(axis.high)],
        **_ticks([_day(place) for place in axis.ticks], axis),
    }


def steps(axis: Axis, found: Sequence[Step], title: str, mode: Mode) -> dict[str, Any]:
    """The axis of the steps of a trend: days or numbers."""
    is_calendar = any(isinstance(step, date) for step in found)
    return calendar(axis, mode) if is_calendar else across(axis, title, mode)


def up(axis: Axis, mode: Mode) -> dict[str, Any]:
    """A vertical axis of numbers, with thin lines."""
    return {
        "range": [axis.low, axis.high],
        **_ticks(list(axis.ticks), axis),
        "gridcolor": PALETTES[mode].grid,
        "color": PALETTES[mode].muted,
        "zeroline": False,
        "fixedrange": True,
    }


def _ticks(places: Sequence[str | float], axis: Axis) -> dict[str, Any]:
    texts = [escape(text).replace("\n", "<br>") for text in axis.ticks.values()]
    return {"tickmode": "array", "tickvals": places, "ticktext": texts, "tickangle": 0}


def _day(place: float) -> str:
    return date.fromordinal(int(place)).isoformat()


def dash(stroke: Stroke) -> str:
    """The dashes of a line as plotly wants them."""
    return ",".join(f"{part}px" for part in DASHES[stroke]) or "solid"


def legend(mode: Mode) -> dict[str, Any]:
    """A legend above the picture, in which nothing can be switched off."""
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "traceorder": "normal",  # plotly turns it around where a band is filled
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": TITLE_SIZE, "color": PALETTES[mode].ink},
        },
    }


def key(entry: Key, mode: Mode) -> dict[str, Any]:
    """A line that is only in the legend: a trace without a place."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [None],
        "y": [None],
        "name": escape(entry.text),
        "showlegend": True,
        "line": {"color": ink_colour(entry.ink, mode), "width": 2, "dash": dash(entry.stroke)},
        "hoverinfo": "skip",
    }
