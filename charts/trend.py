"""The monthly trend: up to a few lines from zero, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from charts.theme import PALETTES, Mode, base_layout
from data.dutch import month, number, short_month

HEIGHT = 440
LABEL_ROOM = 110  # pixels at the right, for the names at the ends
LABEL_GAP = 0.075  # of the height: the least distance between two names
HEADROOM = 1.08
FEW_MONTHS = 14


@dataclass(frozen=True)
class Line:
    """One line: its name, its colour and a value per month."""

    name: str
    colour: str
    values: Sequence[float]


def trend(months: Sequence[date], lines: Sequence[Line], mode: Mode) -> go.Figure:
    """The lines over the months (first days), each with its name and last value at its end."""
    top = max((value for line in lines for value in line.values), default=1) * HEADROOM or 1
    return go.Figure(
        data=[_trace(months, line) for line in lines],
        layout=base_layout(mode, HEIGHT)
        | {
            "margin": {"l": 36, "r": LABEL_ROOM, "t": 8, "b": 44},
            "xaxis": _month_axis(months, mode),
            "yaxis": _count_axis(top, mode),
            "annotations": _end_labels(lines, top),
        },
    )


def _trace(months: Sequence[date], line: Line) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day.isoformat() for day in months],
        "y": list(line.values),
        "name": line.name,
        "line": {"color": line.colour, "width": 2.5},
        "customdata": [month(day) for day in months],
        "hovertemplate": f"%{{customdata}}: %{{y}} {line.name}<extra></extra>",
    }


def _month_axis(months: Sequence[date], mode: Mode) -> dict[str, Any]:
    ticks = _ticks(months)
    return {
        "type": "date",
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in ticks],
        "ticktext": [short_month(day).replace(" ", "<br>") for day in ticks],
        "showgrid": False,
        "color": PALETTES[mode].muted,
        "linecolor": PALETTES[mode].line,
        "fixedrange": True,
    }


def _ticks(months: Sequence[date]) -> list[date]:
    """Every third month of a short trend, else every January."""
    if len(months) <= FEW_MONTHS:
        return list(months[::-3])[::-1]
    return [day for day in months if day.month == 1]


def _count_axis(top: float, mode: Mode) -> dict[str, Any]:
    return {
        "range": [0, top],
        "nticks": 5,
        "tickformat": ",d",
        "gridcolor": PALETTES[mode].grid,
        "color": PALETTES[mode].muted,
        "zeroline": False,
        "fixedrange": True,
    }


def _end_labels(lines: Sequence[Line], top: float) -> list[dict[str, Any]]:
    heights = spread([line.values[-1] / top for line in lines], LABEL_GAP)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": height,
            "yref": "paper",
            "text": f'<span style="color:{line.colour}">●</span>'
            f" <b>{number(line.values[-1])}</b> {line.name}",
            "showarrow": False,
        }
        for line, height in zip(lines, heights, strict=True)
    ]


def spread(heights: Sequence[float], gap: float) -> list[float]:
    """The heights (0 to 1), moved so that neighbours are at least `gap` apart and none above 1."""
    placed: dict[int, float] = {}
    floor = 0.0
    for index in sorted(range(len(heights)), key=lambda index: heights[index]):
        placed[index] = max(heights[index], floor)
        floor = placed[index] + gap
    above = max(0.0, max(placed.values(), default=0.0) - 1)
    return [placed[index] - above for index in range(len(heights))]
