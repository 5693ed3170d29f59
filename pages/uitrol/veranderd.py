"""Wat is er veranderd: this period against the one before, and against a year ago."""

import streamlit as st

from analytics.scope.windows import Window
from charts.cards.rollout.changes import change_before, change_year
from pages._parts import cards, session, state, subjects


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Wat is er veranderd?", view, results.known)
    subjects.choose(view)
    before, year = change_before(results, view), change_year(results, view)
    cards.lead(before.sentence or before.note)
    if view.window is Window.YEAR:  # the year before is the same period a year earlier
        cards.draw(before, results, view)
        return
    left, right = st.columns(2, gap="large")
    with left:
        cards.draw(before, results, view)
    with right:
        cards.draw(year, results, view)


show()
