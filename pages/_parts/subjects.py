"""The choice of what is counted, on pages that compare counts by area."""

import streamlit as st

from analytics.catalog import find
from analytics.rollout.aligned import SUBJECTS, subject_of
from analytics.scope.view import View
from pages._parts import state


def choose(view: View) -> None:
    """Draws the choice with the subject of the view; another one shows on every page."""
    state.seed("subject", subject_of(view.indicator))
    st.segmented_control(
        "Wat wordt vergeleken",
        SUBJECTS,
        format_func=lambda subject: find(subject).label,
        key="subject",
        required=True,
        on_change=lambda: state.change(indicator=st.session_state["subject"]),
        label_visibility="collapsed",
    )
