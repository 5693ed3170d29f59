"""The same picture for several subjects, beside and under each other, on shared axes."""

from typing import Any

import plotly.graph_objects as go

from charts.layout.panels import axes, keys, last
from charts.layout.trend import Axes
from charts.pictures import Panels, Trend
from charts.screen.axes import LEGEND_HEIGHT, key, legend, steps, up
from charts.screen.trend import traces
from charts.theme import PALETTES, Mode, base_layout

COLUMNS = 4
ROW_HEIGHT = 116  # pixels
TOP, BOTTOM = 24, 44  # pixels, for the highest name and the lowest axis
ACROSS = 0.05  # room between panels, of the width
DOWN = 0.4  # of a row: the axis of the row above, and a name
SMALL = 11  # pixels, of the letters at the axes
Figure = dict[str, Any]


def panels(picture: Panels, mode: Mode) -> go.Figure:
    """One small trend a subject, in reading order, each under its name, with one legend."""
    names, entries, placed = list(picture.panels), keys(picture), axes(picture)
    rows = -(-len(names) // COLUMNS)
    room = LEGEND_HEIGHT if entries else 0
    layout = base_layout(mode, TOP + room + ROW_HEIGHT * rows + BOTTOM) | legend(mode)
    layout |= {"margin": {"l": 28, "r": 8, "t": TOP + room, "b": BOTTOM}, "annotations": []}
    figure = {"data": [key(entry, mode) for entry in entries], "layout": layout}
    for place, name in enumerate(names):
        _add(figure, picture.panels[name], name, _Cell(place, rows, placed), mode)
    return go.Figure(figure)


class _Cell:
    """Where a panel stands: its number from 0, in a grid of `rows`, on the shared axes."""

    def __init__(self, place: int, rows: int, placed: Axes) -> None:
        row, self.column = divmod(place, COLUMNS)
        self.suffix = "" if place == 0 else str(place + 1)
        self.placed = placed
        width, height = 1 / COLUMNS, 1 / rows
        self.across = [self.column * width, (self.column + 1) * width - ACROSS]
        self.down = [1 - (row + 1) * height, 1 - row * height - DOWN * height]


def _add(figure: Figure, trend: Trend, name: str, cell: _Cell, mode: Mode) -> None:
    refs = {"xaxis": f"x{cell.suffix}", "yaxis": f"y{cell.suffix}"}
    figure["data"] += [trace | refs for trace in traces(trend, mode)]
    letters = {"tickfont": {"size": SMALL}}
    figure["layout"] |= {
        f"xaxis{cell.suffix}": steps(cell.placed.across, trend.steps, "", mode)
        | {"domain": cell.across, "anchor": refs["yaxis"], **letters},
        f"yaxis{cell.suffix}": up(cell.placed.up, mode)
        | {
            "domain": cell.down,
            "anchor": refs["xaxis"],
            "showticklabels": cell.column == 0,
            **letters,
        },
    }
    figure["layout"]["annotations"] += [_title(name, cell, mode), *_last(trend, cell, mode)]


def _title(name: str, cell: _Cell, mode: Mode) -> dict[str, Any]:
    return {
        "x": cell.across[0],
        "xref": "paper",
        "xanchor": "left",
        "y": cell.down[1],
        "yref": "paper",
        "yanchor": "bottom",
        "text": name,
        "font": {"size": 12, "color": PALETTES[mode].ink},
        "showarrow": False,
    }


def _last(trend: Trend, cell: _Cell, mode: Mode) -> list[dict[str, Any]]:
    """The last value of the subject, behind its panel."""
    end, (low, high) = last(trend), cell.down
    if end is None:
        return []
    return [
        {
            "x": cell.across[1],
            "xref": "paper",
            "xanchor": "left",
            "xshift": 3,
            "y": low + cell.placed.up.part(end.value) * (high - low),
            "yref": "paper",
            "yanchor": "middle",
            "text": f"<b>{end.text}</b>",
            "font": {"size": SMALL, "color": PALETTES[mode].ink},
            "showarrow": False,
        }
    ]
