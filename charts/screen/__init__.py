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


def figure(picture: Picture, mode: Mode) -> dict[str, Any]:
    """The plotly figure of a picture in a dress, as plain data; KeyError for a map, which is none.

    Without the template that Streamlit gives to every figure: the layout says all itself.
    """
    found = DRAWERS[type(picture)](picture, mode).to_plotly_json()
    layout = {name: part for name, part in found["layout"].items() if name != "template"}
    return {"data": found["data"], "layout": layout}
