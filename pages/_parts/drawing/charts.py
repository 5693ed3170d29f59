"""A chart on a page: drawn by static/scripts/chart.js in the reader's browser.

First a still drawing, which is there at once; plotly, a script of megabytes, comes when a reader
points at a chart. Pointing at it needs no server; only a click that chooses does.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from charts.card import Card
from charts.pictures import Picture
from charts.theme import CONFIG, Mode
from pages._parts import script
from pages._parts.drawing.figures import figure_of
from pages._parts.serving.plotly_script import ADDRESS

OnPoint = Callable[[Sequence[Any]], None]

_component = st.components.v2.component(
    "chart",
    html='<div class="bloei-chart"></div>',
    js=script.loader("chart.js"),
    isolate_styles=False,
)


def draw(card: Card, picture: Picture, mode: Mode, on_point: OnPoint | None = None) -> None:
    """The chart of a card; `on_point` gets what a clicked point carries (customdata)."""
    figure = figure_of(picture, mode)
    _component(
        key=card.id,
        data={"figure": figure, "alt": card.alt, "config": CONFIG, "plotly": f".{ADDRESS}"},
        height=figure["layout"]["height"],
        on_pointed_change=lambda: _pointed(card.id, on_point),
    )


def _pointed(key: str, on_point: OnPoint | None) -> None:
    if on_point:
        on_point(st.session_state[key].pointed)
