"""Blijven ze? Whether matches last."""

import streamlit as st

from analytics.statistics.spells import Spell
from charts.cards.outcomes.journeys import journey_table
from charts.cards.outcomes.stays import agreement_curve, stay_answer, stay_curve
from pages._parts import cards, comparison, session, state


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Blijven ze?", view, results.known)
    cards.lead(stay_answer(results, view))
    left, right = st.columns(2, gap="large")
    with left:
        cards.draw(stay_curve(results, view), results, view)
    with right:
        cards.draw(agreement_curve(results, view), results, view)
    cards.draw(journey_table(results, view), results, view)
    comparison.draw(results, view, Spell.STAY)


show()
