"""Op dezelfde leeftijd: every area on the months since its own start, against the pilot."""

import streamlit as st

from charts.cards import CARDS
from pages._parts import cards, choices


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitrol/leeftijd")
    choices.subject(scope.view)
    curves = CARDS["uitrol.leeftijd"](scope)
    cards.lead(curves.sentence or curves.note)
    left, right = st.columns([6, 7], gap="large")
    with left:
        cards.draw(curves, scope)
    with right, st.container(key="wide"):
        cards.draw("uitrol.leeftijd_per_gebied", scope)
    cards.draw("uitrol.leeftijd_tabel", scope)


show()
