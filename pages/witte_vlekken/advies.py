"""Advies: what would help most, whom to ask for it, and where matches go already."""

import streamlit as st

from analytics.scope.view import View
from charts.card import Card
from charts.cards.gaps.advice import area_advice, city_advice
from charts.cards.gaps.flows import flow_list, flow_map
from charts.cards.gaps.places import places_to_ask_list
from pages._parts import cards
from pages._parts.session import Results
from pages.witte_vlekken import _section


def show() -> None:
    """Draws the page."""
    begun = _section.begin("Wat zou hier het meest helpen?")
    if begun is None:
        return
    results, view = begun
    here = area_advice(results, view)
    cards.lead(here.sentence or here.note)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _section.choose_catchment(view)
        _section.choose_talent(view)
    _draw_advice(results, view, here)
    cards.draw(places_to_ask_list(results, view), results, view)
    left, right = st.columns([7, 5], gap="large")
    with left:
        cards.draw(flow_map(results, view), results, view)
    with right, st.container(key="beside_map"):
        cards.draw(flow_list(results, view), results, view)


def _draw_advice(results: Results, view: View, here: Card) -> None:
    """The advice for the area, beside that for the city when these are not the same."""
    if not view.area:
        cards.draw(here, results, view)
        return
    left, right = st.columns(2, gap="large")
    with left:
        cards.draw(here, results, view)
    with right:
        cards.draw(city_advice(results, view), results, view)


show()
