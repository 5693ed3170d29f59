"""Points against two axes of numbers, with lines behind them."""

from typing import Any

import plotly.graph_objects as go

from charts.layout.scatter import Side, axes, keys, named, ordered, stroke
from charts.pictures import Curve, Dot, Scatter
from charts.screen.axes import LEGEND_HEIGHT, TITLE_SIZE, across, dash, key, legend, up
from charts.theme import PALETTES, Mode, base_layout, ink_colour
from data.dutch import number

HEIGHT = 440
SIZE = 10  # pixels
# Where a name stands: its side, and how far it is moved from its point.
SIDES: dict[Side, dict[str, Any]] = {
    Side.RIGHT: {"xanchor": "left", "xshift": SIZE},
    Side.LEFT: {"xanchor": "right", "xshift": -SIZE},
    Side.ABOVE: {"yanchor": "bottom", "yshift": SIZE / 2},
    Side.BELOW: {"yanchor": "top", "yshift": -SIZE / 2},
}


def scatter(picture: Scatter, mode: Mode) -> go.Figure:
    """The lines with their legend, the points, and beside some points their names."""
    placed, entries = axes(picture), keys(picture)
    room = LEGEND_HEIGHT if entries else 0
    title = {"text": picture.y_title, "standoff": 8, "font": {"size": TITLE_SIZE}}
    behind = [_curve(curve, mode) for curve in picture.curves]
    shown = [key(entry, mode) for entry in entries]
    return go.Figure(
        data=[*behind, *shown, _dots(picture, mode)],
        layout=base_layout(mode, HEIGHT + room)
        | legend(mode)
        | {
            "margin": {"l": 48, "r": 12, "t": 8 + room, "b": 44},
            "xaxis": across(placed.across, picture.x_title, mode),
            "yaxis": up(placed.up, mode) | {"title": title, "linecolor": PALETTES[mode].line},
            "annotations": [_name(dot, side, mode) for dot, side in named(picture)],
        },
    )


def _curve(curve: Curve, mode: Mode) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(curve.x),
        "y": list(curve.y),
        "line": {
            "color": ink_colour(curve.ink, mode),
            "width": 1.5,
            "dash": dash(stroke(curve)),
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dots(picture: Scatter, mode: Mode) -> dict[str, Any]:
    dots = ordered(picture.dots)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "marker": {
            "size": SIZE,
            "color": [ink_colour(dot.ink, mode) for dot in dots],
            "line": {"color": PALETTES[mode].paper, "width": 1},
        },
        "text": [f"<b>{dot.name}</b><br>{_detail(dot, picture)}" for dot in dots],
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _detail(dot: Dot, picture: Scatter) -> str:
    return dot.detail or f"{number(dot.y, picture.decimals)} {picture.y_title}"


def _name(dot: Dot, side: Side, mode: Mode) -> dict[str, Any]:
    return {
        "x": dot.x,
        "y": dot.y,
        "text": dot.name,
        "showarrow": False,
        "font": {"size": 12, "color": PALETTES[mode].ink},
        **SIDES[side],
    }
