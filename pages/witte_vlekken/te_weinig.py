"""Waar is te weinig: the white spots, how sure they are, and the doors to knock on first."""

import streamlit as st

from charts.cards import CARDS
from charts.cards.gaps.ranking_words import where_it_stands
from pages._parts import cards
from pages.witte_vlekken import _section


def show() -> None:
    """Draws the page."""
    scope = cards.begin("witte_vlekken/te_weinig")
    listing, doors = (CARDS[f"witte_vlekken.{name}"](scope) for name in ("rangorde", "deuren"))
    cards.lead(f"{where_it_stands(scope) or listing.sentence} {doors.sentence}".strip())
    _section.choose_catchment(scope.view)
    cards.draw(doors, scope)
    left, right = st.columns([7, 5], gap="large")
    with left:
        cards.draw("witte_vlekken.kaart", scope)
    with right, st.container(key="beside_map"):
        cards.draw("witte_vlekken.blinde_vlekken", scope)
    ranked, clustered = st.tabs(["Van groot naar klein", "Buurten die samen opvallen"])
    with ranked:
        cards.draw(listing, scope)
    with clustered:
        cards.draw("witte_vlekken.clusters", scope)


show()
