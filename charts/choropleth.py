"""Maps of Eindhoven: areas in their colour, the stadsdelen, the pilot and the chosen area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from charts.labels import Label, fitting
from charts.shading import Shade
from charts.theme import PALETTES, Mode, base_layout, text_on
from data.areas import Level, at_level
from geo.boundaries import boundary_url, extent, label_points

HEIGHT = 440
LABEL_SIZE = 11
MARGIN = 0.001  # degrees around the gemeente, for the lines along its edge
NOTHING = "rgba(0,0,0,0)"
LABELLED = (Level.STADSDEEL, Level.WIJK)


@dataclass(frozen=True)
class Outline:
    """Areas of a level that get a line around each: the chosen one, the pilot."""

    level: Level
    codes: Sequence[str]


def choropleth(
    level: Level, shapes: Mapping[str, Shade], pilot: Outline, chosen: Outline, mode: Mode
) -> go.Figure:
    """The map of a level; `shapes` has a shade by the code of each shape in its boundaries.

    A point of a click carries the code of the shade in its customdata.
    """
    palette = PALETTES[mode]
    stadsdelen = Outline(Level.STADSDEEL, [area.code for area in at_level(Level.STADSDEEL)])
    traces = [
        _areas(level, shapes, mode),
        _outline(stadsdelen, palette.outline, 1.2),
        _outline(pilot, palette.pilot, 2.5),
        _outline(chosen, palette.paper, 7),
        _outline(chosen, palette.accent, 4),
    ]
    if level in LABELLED:
        traces.append(_labels(level, shapes))
    return go.Figure(data=traces, layout=base_layout(mode, HEIGHT) | {"geo": _frame()})


def _areas(level: Level, shapes: Mapping[str, Shade], mode: Mode) -> dict[str, Any]:
    colours = sorted({shade.colour for shade in shapes.values()})
    edge = PALETTES[mode].edge
    return {
        "type": "choropleth",
        "geojson": boundary_url(level),
        "locations": list(shapes),
        "z": [colours.index(shade.colour) for shade in shapes.values()],
        "zmin": 0,
        "zmax": len(colours),
        "colorscale": _steps(colours),
        "showscale": False,
        "customdata": [[shade.code, escape(shade.name), shade.detail] for shade in shapes.values()],
        "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        "marker": {"line": {"color": edge, "width": 1}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _steps(colours: Sequence[str]) -> list[list[Any]]:
    """A colour scale in which number i has colour i and nothing is in between."""
    count = len(colours)
    return [
        [(index + end) / count, colour] for index, colour in enumerate(colours) for end in (0, 1)
    ]


def _outline(outline: Outline, colour: str, width: float) -> dict[str, Any]:
    """Lines only: nothing to see inside, nothing to point at."""
    return {
        "type": "choropleth",
        "geojson": boundary_url(outline.level),
        "locations": list(outline.codes),
        "z": [0] * len(outline.codes),
        "colorscale": [[0, NOTHING], [1, NOTHING]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": width}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _labels(level: Level, shapes: Mapping[str, Shade]) -> dict[str, Any]:
    """The names that fit, in the ink that reads best on the area below."""
    points = label_points(level)
    names = [
        Label(area.code, area.name, *points[area.code], area.area_ha)
        for area in at_level(level)
        if area.code in shapes
    ]
    fit = fitting(names, LABEL_SIZE)
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [label.longitude for label in fit],
        "lat": [label.latitude for label in fit],
        "text": [escape(label.text).replace("\n", "<br>") for label in fit],
        "textfont": {
            "size": LABEL_SIZE,
            "color": [text_on(shapes[label.code].colour) for label in fit],
        },
        "hoverinfo": "skip",
    }


def _frame() -> dict[str, Any]:
    """All of Eindhoven, north up, and nothing else of the world."""
    west, south, east, north = extent()
    return {
        "visible": False,
        "bgcolor": NOTHING,
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [west - MARGIN, east + MARGIN]},
        "lataxis": {"range": [south - MARGIN, north + MARGIN]},
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
