"""Stretches of time under each other, each with its name, and the events of the same days."""

from typing import Any

import plotly.graph_objects as go

from charts.layout.time_strip import axis
from charts.pictures import Stretch, TimeStrip
from charts.screen.axes import calendar
from charts.screen.events import NUMBERS_HEIGHT, event_lines, event_numbers
from charts.theme import PALETTES, Mode, base_layout, ink_colour
from data.dutch import short_date

ROW_HEIGHT = 22  # pixels
BELOW = 48  # pixels, for two lines under the axis
THICKNESS = 0.55  # of a row


def time_strip(picture: TimeStrip, mode: Mode) -> go.Figure:
    """One bar a stretch, the first at the top."""
    placed = axis(picture)
    return go.Figure(
        data=[_bars(picture, mode)],
        layout=base_layout(mode, NUMBERS_HEIGHT + BELOW + ROW_HEIGHT * len(picture.stretches))
        | {
            "margin": {"l": 0, "r": 8, "t": NUMBERS_HEIGHT, "b": BELOW},
            "xaxis": calendar(placed, mode),
            "yaxis": {
                "tickmode": "array",
                "tickvals": _rows(picture),
                "ticktext": [stretch.name for stretch in picture.stretches],
                "range": [len(picture.stretches) - 0.5, -0.5],
                "automargin": True,
                "zeroline": False,
                "color": PALETTES[mode].ink,
                "showgrid": False,
                "fixedrange": True,
            },
            "annotations": event_numbers(picture.events, placed, mode),
            "shapes": event_lines(picture.events, mode),
        },
    )


def _rows(picture: TimeStrip) -> list[int]:
    return list(range(len(picture.stretches)))


def _bars(picture: TimeStrip, mode: Mode) -> dict[str, Any]:
    """Bars from the day of the start; plotly wants the length of a stretch in milliseconds."""
    stretches = picture.stretches
    return {
        "type": "bar",
        "orientation": "h",
        "width": THICKNESS,
        "y": _rows(picture),
        "base": [stretch.start.isoformat() for stretch in stretches],
        "x": [_milliseconds(stretch) for stretch in stretches],
        "marker": {"color": [ink_colour(stretch.ink, mode) for stretch in stretches]},
        "customdata": [f"{stretch.name}: {_words(stretch)}" for stretch in stretches],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _words(stretch: Stretch) -> str:
    return stretch.detail or f"{short_date(stretch.start)} tot {short_date(stretch.end)}"


def _milliseconds(stretch: Stretch) -> int:
    return (stretch.end - stretch.start).days * 24 * 60 * 60 * 1000
