"""Horizontal bars: from zero, each with its name before it and its figure behind it."""

from typing import Any

import plotly.graph_objects as go

from charts.layout.bars import axis, end, has_intervals, keys, label
from charts.pictures import Bars
from charts.screen.axes import LEGEND_HEIGHT, key, legend
from charts.theme import PALETTES, Mode, base_layout, ink_colour

ROW = 24  # pixels a bar
FRAME = 24  # pixels above and below


def bars(picture: Bars, mode: Mode) -> go.Figure:
    """The bars from top to bottom; where there is no value its mark stands in words."""
    placed, entries = axis(picture), keys(picture)
    room = LEGEND_HEIGHT if entries else 0
    return go.Figure(
        data=[
            _trace(picture, mode),
            _figures(picture),
            *(key(entry, mode) for entry in entries),
        ],
        layout=base_layout(mode, len(picture.bars) * ROW + 2 * FRAME + room)
        | legend(mode)
        | {
            "margin": {"l": 0, "r": 0, "t": FRAME + room, "b": FRAME},
            "bargap": 0.35,
            "xaxis": {
                "range": [placed.low, placed.high],
                "visible": False,
                "fixedrange": True,
            },
            "yaxis": _names(picture, mode),
        },
    )


def _trace(picture: Bars, mode: Mode) -> dict[str, Any]:
    rows = list(range(len(picture.bars)))
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": [bar.value or 0 for bar in picture.bars],
        "marker": {"color": [ink_colour(bar.ink, mode) for bar in picture.bars]},
        "text": [label(bar, picture.decimals) for bar in picture.bars],
        "textposition": "none",
        "customdata": [bar.name for bar in picture.bars],
        "hovertemplate": f"%{{customdata}}: %{{text}} {picture.unit}<extra></extra>",
        "error_x": _intervals(picture, mode),
        "showlegend": False,
    }


def _figures(picture: Bars) -> dict[str, Any]:
    """The figures, each beyond its bar and the interval over it."""
    return {
        "type": "scatter",
        "mode": "text",
        "y": list(range(len(picture.bars))),
        "x": [end(bar) for bar in picture.bars],
        "text": [f" {label(bar, picture.decimals)}" for bar in picture.bars],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _intervals(picture: Bars, mode: Mode) -> dict[str, Any]:
    if not has_intervals(picture):
        return {"visible": False}
    pairs = [(bar.value or 0, bar.low, bar.high) for bar in picture.bars]
    return {
        "type": "data",
        "symmetric": False,
        "array": [0 if high is None else high - value for value, _, high in pairs],
        "arrayminus": [0 if low is None else value - low for value, low, _ in pairs],
        "color": PALETTES[mode].ink,
        "thickness": 1,
        "width": 3,
    }


def _names(picture: Bars, mode: Mode) -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(picture.bars))),
        "ticktext": [bar.name for bar in picture.bars],
        "range": [len(picture.bars) - 0.5, -0.5],
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
        "color": PALETTES[mode].ink,
        "fixedrange": True,
    }
