"""Advies: what would help most, whom to ask for it, and where matches go already."""

import streamlit as st

from charts.card import Card
from charts.cards import CARDS
from data.grammar import capital
from pages._parts import cards
from pages._parts.markup import as_text
from pages._parts.session import PageScope
from pages.witte_vlekken import _section


def show() -> None:
    """Draws the page."""
    scope = cards.begin("witte_vlekken/advies")
    here = CARDS["witte_vlekken.advies"](scope)
    cards.lead(here.sentence or here.note)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _section.choose_catchment(scope.view)
        _section.choose_talent(scope.view)
    _draw_advice(scope, here)
    cards.draw("witte_vlekken.ontwikkelplaatsen", scope)
    left, right = st.columns([7, 5], gap="large")
    with left:
        cards.draw("witte_vlekken.stromen", scope)
    with right, st.container(key="beside_map"):
        cards.draw("witte_vlekken.stromen_lijst", scope)


def _draw_advice(scope: PageScope, here: Card) -> None:
    """The advice for the area, and behind it that for the city when these are not the same."""
    if not scope.view.area:
        cards.draw(here, scope)
        return
    own, city = st.tabs([as_text(capital(scope.area.in_sentence)), scope.known.city.name])
    with own:
        cards.draw(here, scope)
    with city:
        cards.draw("witte_vlekken.advies_stad", scope)


show()
