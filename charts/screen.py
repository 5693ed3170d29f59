"""A picture on a screen: every kind but the map as a plotly figure, one function a kind."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from charts.bars import bars
from charts.heat import heat
from charts.panels import panels
from charts.pictures import Bars, Heat, Panels, Picture, Scatter, TimeStrip, Trend
from charts.scatter import scatter
from charts.theme import Mode
from charts.timestrip import time_strip
from charts.trend import trend

DRAWERS: dict[type[Any], Callable[[Any, Mode], go.Figure]] = {
    Bars: bars,
    Heat: heat,
    Trend: trend,
    TimeStrip: time_strip,
    Panels: panels,
    Scatter: scatter,
}


def figure(picture: Picture, mode: Mode) -> go.Figure:
    """The plotly figure of a picture in a dress; KeyError for a map, which is no figure."""
    return DRAWERS[type(picture)](picture, mode)
