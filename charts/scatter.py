"""Points against two axes of numbers, with lines behind them."""

from typing import Any

import plotly.graph_objects as go

from charts.pictures import Curve, Dot, Scatter
from charts.theme import PALETTES, Mode, base_layout, ink_colour
from data.dutch import number

HEIGHT = 440
SIZE = 10  # pixels
HEADROOM = 1.12
TOWERING = 2  # times the highest point
NEAR_END = 0.7  # of the width: from there a name stands left of its point


def scatter(picture: Scatter, mode: Mode) -> go.Figure:
    """The lines, the points, and beside some points their names; both axes begin at zero."""
    across, up = _ends(picture)
    return go.Figure(
        data=[*(_curve(curve, mode) for curve in picture.curves), _dots(picture, mode)],
        layout=base_layout(mode, HEIGHT)
        | {
            "margin": {"l": 48, "r": 12, "t": 8, "b": 44},
            "xaxis": _axis(picture.x_title, across, mode) | {"showgrid": False},
            "yaxis": _axis(picture.y_title, up, mode),
            "annotations": [_name(dot, across, mode) for dot in picture.dots if dot.is_named],
        },
    )


def _ends(picture: Scatter) -> tuple[float, float]:
    """The ends of both axes: all points in sight, and of every line at least half its length.

    A line that climbs far above all points may leave at the top.
    """
    across = max(dot.x for dot in picture.dots)
    up = max(dot.y for dot in picture.dots)
    middle = max((curve.y[len(curve.y) // 2] for curve in picture.curves), default=0.0)
    return across * HEADROOM, max(up, min(middle, TOWERING * up)) * HEADROOM or 1


def _axis(title: str, end: float, mode: Mode) -> dict[str, Any]:
    palette = PALETTES[mode]
    return {
        "range": [0, end],
        "nticks": 6,
        "title": {"text": title, "standoff": 8, "font": {"size": 13}},
        "gridcolor": palette.grid,
        "linecolor": palette.line,
        "color": palette.muted,
        "zeroline": False,
        "fixedrange": True,
    }


def _curve(curve: Curve, mode: Mode) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(curve.x),
        "y": list(curve.y),
        "line": {
            "color": ink_colour(curve.ink, mode),
            "width": 1.5,
            "dash": "dot" if curve.is_dashed else "solid",
        },
        "hoverinfo": "skip",
    }


def _dots(picture: Scatter, mode: Mode) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.x for dot in picture.dots],
        "y": [dot.y for dot in picture.dots],
        "marker": {
            "size": SIZE,
            "color": [ink_colour(dot.ink, mode) for dot in picture.dots],
            "line": {"color": PALETTES[mode].paper, "width": 1},
        },
        "text": [f"<b>{dot.name}</b><br>{_detail(dot, picture)}" for dot in picture.dots],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _detail(dot: Dot, picture: Scatter) -> str:
    return dot.detail or f"{number(dot.y, picture.decimals)} {picture.y_title}"


def _name(dot: Dot, across: float, mode: Mode) -> dict[str, Any]:
    is_left = dot.x > across * NEAR_END
    return {
        "x": dot.x,
        "y": dot.y,
        "text": dot.name,
        "showarrow": False,
        "xanchor": "right" if is_left else "left",
        "xshift": -SIZE if is_left else SIZE,
        "font": {"size": 12, "color": PALETTES[mode].ink},
    }
