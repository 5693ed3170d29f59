"""Overzicht: how far is the rollout?"""

import streamlit as st

from analytics.profile.leads import rollout_lead
from pages._parts import cards, key_figures


def show() -> None:
    """Draws the page."""
    scope = cards.begin("overzicht/overzicht")
    cards.lead(rollout_lead(scope))
    key_figures.draw(scope)
    with st.container(key="table_first"):
        left, right = st.columns([7, 6], gap="large")
        below = st.container()
    with left:
        cards.draw("overzicht.kaart", scope)
    with right:
        cards.draw("overzicht.trend", scope)
    with below:
        cards.draw("overzicht.uitrol", scope)


show()
