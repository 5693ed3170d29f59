"""Waar staan we: which wijken have started, in which phase they are, and what was agreed."""

import streamlit as st

from analytics.rollout.stand import stand_sentence
from charts.cards.rollout.stand import phase_words, stand_table
from charts.cards.rollout.starts import not_started_words, started_chart, starts_strip
from pages._parts import cards, session, state


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Waar staan we met de uitrol?", view, results.known)
    cards.lead(stand_sentence(results, view))
    left, right = st.columns([6, 7], gap="large")
    with left:
        cards.draw(started_chart(results, view), results, view)
    with right:
        cards.draw(starts_strip(results, view), results, view)
        cards.source(not_started_words(results, view))
    cards.draw(stand_table(results, view), results, view)
    cards.source(phase_words())


show()
