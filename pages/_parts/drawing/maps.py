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
        data=map_data(picture, card.alt, mode, background) | {"slid": _slid(card.id, picture)},
        on_chosen_change=lambda: choose(st.session_state[key].chosen),
        on_up_change=lambda: choose(""),
        on_moment_change=lambda: state.change(as_of=picture.days[st.session_state[key].moment]),
        on_slid_change=lambda: _keep(card.id, picture, st.session_state[key].slid),
    )


def as_slid(card: Card, view: View) -> View:
    """The view as of the moment to which the reader slid the map of a card."""
    picture = card.picture
    if not isinstance(picture, AreaMap) or picture.is_series or not picture.days:
        return view
    slid = _slid(card.id, picture)
    return view if slid == picture.shown else replace(view, as_of=picture.days[slid])


def _slid(card_id: str, picture: AreaMap) -> int:
    """The moment on the map; another number of moments is another map, as in the browser."""
    count, moment = st.session_state.get(f"slid-{card_id}", (0, 0))
    return moment if count == len(picture.moments) else picture.shown


def _keep(card_id: str, picture: AreaMap, moment: int | None) -> None:
    if moment is not None:
        st.session_state[f"slid-{card_id}"] = (len(picture.moments), moment)
