"""Horizontal bars: from zero, each with its name before it and its figure behind it."""

from typing import Any

import plotly.graph_objects as go

from charts.pictures import Bar, Bars
from charts.theme import PALETTES, Mode, base_layout, ink_colour
from data.dutch import number

ROW = 24  # pixels a bar
FRAME = 24  # pixels above and below
FIGURE_ROOM = 1.18  # of the highest bar, so that its figure fits behind it


def bars(picture: Bars, mode: Mode) -> go.Figure:
    """The bars from top to bottom; where there is no value its mark stands in words."""
    return go.Figure(
        data=[_trace(picture, mode)],
        layout=base_layout(mode, len(picture.bars) * ROW + 2 * FRAME)
        | {
            "margin": {"l": 0, "r": 0, "t": FRAME, "b": FRAME},
            "bargap": 0.35,
            "xaxis": {
                "range": _range(picture),
                "visible": False,
                "fixedrange": True,
            },
            "yaxis": _names(picture, mode),
        },
    )


def _range(picture: Bars) -> list[float]:
    """From zero (or the lowest value below it) to beyond the highest value or interval."""
    ends = [
        end for bar in picture.bars for end in (bar.value, bar.low, bar.high) if end is not None
    ]
    return [min([0.0, *ends]) * FIGURE_ROOM, max([0.0, *ends]) * FIGURE_ROOM or 1]


def _trace(picture: Bars, mode: Mode) -> dict[str, Any]:
    rows = list(range(len(picture.bars)))
    return {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": [bar.value or 0 for bar in picture.bars],
        "marker": {"color": [ink_colour(bar.ink, mode) for bar in picture.bars]},
        "text": [_text(bar, picture) for bar in picture.bars],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [bar.name for bar in picture.bars],
        "hovertemplate": f"%{{customdata}}: %{{text}} {picture.unit}<extra></extra>",
        "error_x": _intervals(picture, mode),
    }


def _text(bar: Bar, picture: Bars) -> str:
    return bar.mark if bar.value is None else number(bar.value, picture.decimals)


def _intervals(picture: Bars, mode: Mode) -> dict[str, Any]:
    if all(bar.low is None for bar in picture.bars):
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
        "ticksuffix": " ",
        "fixedrange": True,
    }
