"""Op dezelfde leeftijd: every area on the months since its own start, against the pilot."""

import streamlit as st

from charts.cards.rollout.aligned import aligned_curves, aligned_panels, aligned_table
from pages._parts import cards, session, state, subjects


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Wie loopt voor of achter, op dezelfde leeftijd?", view, results.known)
    subjects.choose(view)
    curves = aligned_curves(results, view)
    cards.lead(curves.sentence or curves.note)
    left, right = st.columns([6, 7], gap="large")
    with left:
        cards.draw(curves, results, view)
    with right, st.container(key="wide"):
        cards.draw(aligned_panels(results, view), results, view)
    cards.draw(aligned_table(results, view), results, view)


show()
