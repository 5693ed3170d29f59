"""A table in colours: every cell with its number, dark where there is much of it."""

from html import escape
from itertools import product
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from charts.layout.heat import STEPS, colour, ends, ink, text
from charts.pictures import Heat
from charts.theme import PALETTES, Mode, base_layout, ramp_colours

ROW_HEIGHT = 27
HEAD_HEIGHT = 64
TEXT_SIZE = 12
HEADING_WIDTH = 14  # letters on a line of a heading
TARGET = 22  # pixels: how much of a cell takes a click


def heat(picture: Heat, mode: Mode) -> go.Figure:
    """The cells in their colours; a click on one carries its row and column in customdata."""
    return go.Figure(
        data=[_cells(picture, mode), _texts(picture, mode)],
        layout=base_layout(mode, HEAD_HEIGHT + ROW_HEIGHT * len(picture.rows))
        | {
            "margin": {"l": 0, "r": 0, "t": HEAD_HEIGHT, "b": 0},
            "xaxis": _axis(mode, [_heading(name) for name in picture.columns]) | {"side": "top"},
            "yaxis": _axis(mode, [_row_name(picture, name, mode) for name in picture.rows])
            | {"range": [len(picture.rows) - 0.5, -0.5]},
        },
    )


def _cells(picture: Heat, mode: Mode) -> dict[str, Any]:
    low, high = ends(picture)
    colours = ramp_colours(picture.ramp, STEPS, mode)
    return {
        "type": "heatmap",
        "z": [list(row) for row in picture.values],
        "zmin": low,
        "zmax": high,
        "colorscale": [[step / (STEPS - 1), colour] for step, colour in enumerate(colours)],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }


def _texts(picture: Heat, mode: Mode) -> dict[str, Any]:
    """The numbers, on squares that nobody sees: plotly lets nobody click a heat map itself."""
    places = list(product(range(len(picture.rows)), range(len(picture.columns))))
    values = [picture.values[row][column] for row, column in places]
    unseen = {"marker": {"opacity": 0}}
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [column for _, column in places],
        "y": [row for row, _ in places],
        "text": [text(picture, value) for value in values],
        "textfont": {
            "size": TEXT_SIZE,
            "color": [_ink(picture, value, mode) for value in values],
        },
        "marker": {"symbol": "square", "size": TARGET, "opacity": 0},
        "selected": unseen,
        "unselected": unseen,
        "customdata": [[row, column, _words(picture, row, column)] for row, column in places],
        "hovertemplate": "%{customdata[2]}<extra></extra>",
    }


def _ink(picture: Heat, value: float | None, mode: Mode) -> str:
    return ink(colour(picture, value, mode), PALETTES[mode].muted)


def _words(picture: Heat, row: int, column: int) -> str:
    said = text(picture, picture.values[row][column])
    names = f"<b>{escape(picture.rows[row])}</b><br>{escape(picture.columns[column])}"
    return f"{names}<br>{said} {escape(picture.unit)}"


def _heading(name: str) -> str:
    return "<br>".join(map(escape, wrap(name, HEADING_WIDTH)))


def _row_name(picture: Heat, name: str, mode: Mode) -> str:
    if name != picture.chosen:
        return escape(name)
    return f'<b style="color:{PALETTES[mode].accent}">{escape(name)}</b>'


def _axis(mode: Mode, names: list[str]) -> dict[str, Any]:
    """An axis that counts cells and names them."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "range": [-0.5, len(names) - 0.5],
        "tickangle": 0,
        "ticklabeloverflow": "allow",  # no heading is left out
        "tickfont": {"size": TEXT_SIZE, "color": PALETTES[mode].ink},
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
    }
