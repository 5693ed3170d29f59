"""Wat is er veranderd: this period against the one before, and against a year ago."""

import streamlit as st

from analytics.scope.windows import Window
from charts.cards import CARDS
from pages._parts import cards, choices


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitrol/veranderd")
    choices.subject(scope.view)
    before = CARDS["uitrol.veranderd"](scope)
    cards.lead(before.sentence or before.note)
    if scope.window is Window.YEAR:  # the year before is the same period a year earlier
        cards.draw(before, scope)
        return
    earlier = CARDS["uitrol.veranderd_jaar"](scope)
    for tab, card in zip(st.tabs([before.title, earlier.title]), (before, earlier), strict=True):
        with tab:
            cards.draw(card, scope)


show()
