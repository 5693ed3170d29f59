"""A picture on a screen: every kind but the map as a plotly figure, one function a kind.

What a picture is stands in charts/layout; here it is drawn.
"""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from charts.pictures import Bars, Heat, Panels, Picture, Scatter, TimeStrip, Trend
from charts.screen.bars import bars
from charts.screen.heat import heat
from charts.screen.panels import panels
from charts.screen.scatter import scatter
from charts.screen.time_strip import time_strip
from charts.screen.trend import trend
from charts.theme import Mode

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
