"""The map on a page: drawn by static/scripts/area_map.js in the reader's browser.

Hovering, walking with the keys and moving in time need no server; only a choice does.
"""

import os
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analytics.scope.view import View
from charts.browser.area_map import map_data
from charts.card import Card
from charts.pictures import AreaMap
from charts.theme import Mode
from pages._parts import script, state

# The only thing that asks anything of the internet, and only where the owner switched it on.
BACKGROUND = "BLOEI_BACKGROUND"
BACKGROUNDS = {
    "brt": "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png"
}

_component = st.components.v2.component(
    "area_map",
    html='<div class="area-map"></div>',
    js=script.loader("area_map.js"),
    isolate_styles=False,
)


def draw(
    card: Card,
    picture: AreaMap,
    mode: Mode,
    choose: Callable[[str], None],
) -> None:
    """The map of a card; `choose` gets the code of an area that is clicked, "" for going out."""
    key = f"map-{card.id}"
    background = BACKGROUNDS.get(os.environ.get(BACKGROUND, ""), "")
    _component(
        key=key,
        data=map_data(picture, card.alt, mode, background) | {"slid": _slid(state.view(), picture)},
        on_chosen_change=lambda: choose(st.session_state[key].chosen),
        on_up_change=lambda: choose(""),
        on_moment_change=lambda: _adopt(picture, st.session_state[key].moment),
        on_slid_change=lambda: _slide(picture, st.session_state[key].slid),
    )


def as_slid(card: Card, view: View) -> View:
    """The view as of the moment to which the reader slid the map of a card."""
    picture = card.picture
    if not isinstance(picture, AreaMap) or picture.is_series or not picture.days:
        return view
    slid = _slid(view, picture)
    day = picture.days[slid]
    return view if slid == picture.shown else replace(view, as_of=day, moment=None)


def _slid(view: View, picture: AreaMap) -> int:
    """The moment on the map; one that it does not have is overlooked."""
    days = list(picture.days)
    return days.index(view.moment) if view.moment in days else picture.shown


def _slide(picture: AreaMap, moment: int | None) -> None:
    if moment is not None:
        state.change(moment=None if moment == picture.shown else picture.days[moment])


def _adopt(picture: AreaMap, moment: int) -> None:
    state.change(as_of=picture.days[moment], moment=None)
