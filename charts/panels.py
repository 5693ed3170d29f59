"""The same picture for several subjects, beside and under each other, on shared axes."""

from typing import Any

import plotly.graph_objects as go

from charts.pictures import Panels, Trend
from charts.theme import PALETTES, Mode, base_layout
from charts.trend import HEADROOM, count_axis, highest, step_axis, traces

COLUMNS = 4
ROW_HEIGHT = 116  # pixels
AROUND = 50  # pixels, for the lowest axis
ACROSS, DOWN = 0.03, 0.36  # room between panels: of the width, and of a row


def panels(picture: Panels, mode: Mode) -> go.Figure:
    """One small trend a subject, in reading order, each under its name."""
    names = list(picture.panels)
    rows = -(-len(names) // COLUMNS)
    top = max(map(highest, picture.panels.values())) * HEADROOM or 1
    figure: dict[str, Any] = {"data": [], "layout": base_layout(mode, AROUND + ROW_HEIGHT * rows)}
    figure["layout"] |= {"margin": {"l": 28, "r": 8, "t": 24, "b": 44}, "annotations": []}
    for place, name in enumerate(names):
        _add(figure, picture.panels[name], name, _Cell(place, rows, top), mode)
    return go.Figure(figure)


class _Cell:
    """Where a panel stands: its number from 0, in a grid of `rows`, under the shared `top`."""

    def __init__(self, place: int, rows: int, top: float) -> None:
        row, self.column = divmod(place, COLUMNS)
        self.suffix = "" if place == 0 else str(place + 1)
        self.top = top
        width, height = 1 / COLUMNS, 1 / rows
        self.across = [self.column * width, (self.column + 1) * width - ACROSS]
        self.down = [1 - (row + 1) * height, 1 - row * height - DOWN * height]


def _add(figure: dict[str, Any], trend: Trend, name: str, cell: _Cell, mode: Mode) -> None:
    axes = {"xaxis": f"x{cell.suffix}", "yaxis": f"y{cell.suffix}"}
    figure["data"] += [
        trace | axes for series in trend.series for trace in traces(trend, series, mode)
    ]
    figure["layout"] |= {
        f"xaxis{cell.suffix}": step_axis(trend.steps, "", mode)
        | {"domain": cell.across, "anchor": axes["yaxis"], "nticks": 4, "tickfont": {"size": 11}},
        f"yaxis{cell.suffix}": count_axis(cell.top, mode)
        | {
            "domain": cell.down,
            "anchor": axes["xaxis"],
            "nticks": 3,
            "showticklabels": cell.column == 0,
            "tickfont": {"size": 11},
        },
    }
    figure["layout"]["annotations"].append(_title(name, cell, mode))


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
