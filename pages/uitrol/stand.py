"""Waar staan we: which wijken have started, in which phase they are, and what was agreed."""

import streamlit as st

from analytics.rollout.stand import stand_sentence
from charts.cards.rollout.stand import phase_words
from charts.cards.rollout.starts import not_started_words
from pages._parts import cards


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitrol/stand")
    cards.lead(stand_sentence(scope))
    left, right = st.columns([6, 7], gap="large")
    with left:
        cards.draw("uitrol.gestart", scope)
    with right:
        cards.draw("uitrol.tijdlijn", scope)
        cards.source(not_started_words(scope))
    cards.draw("uitrol.stand", scope)
    cards.source(phase_words())


show()
