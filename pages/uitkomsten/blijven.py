"""Blijven ze? Whether matches last."""

import streamlit as st

from analytics.statistics.spells import Spell
from charts.cards.outcomes.stays import stay_answer
from pages._parts import cards, comparison


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitkomsten/blijven")
    cards.lead(stay_answer(scope))
    left, right = st.columns(2, gap="large")
    with left:
        cards.draw("uitkomsten.looptijd", scope)
    with right:
        cards.draw("uitkomsten.afspraak", scope)
    cards.draw("uitkomsten.trechter", scope)
    comparison.draw(scope, Spell.STAY)


show()
