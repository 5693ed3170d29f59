"""A picture on a screen: every kind but the map as a plotly figure, one function a kind."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from charts.heat import heat
from charts.pictures import Heat, Picture, Trend
from charts.theme import Mode
from charts.trend import trend

DRAWERS: dict[type[Any], Callable[[Any, Mode], go.Figure]] = {Trend: trend, Heat: heat}


def figure(picture: Picture, mode: Mode) -> go.Figure:
    """The plotly figure of a picture in a dress; KeyError for a map, which is no figure."""
    return DRAWERS[type(picture)](picture, mode)
