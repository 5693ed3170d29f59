"""Vraag en aanbod: what is lacking and what is left, per area and talent."""

import streamlit as st

from analytics.view import View
from charts.cards.gaps_lists import free_list, waiting_list
from charts.cards.gaps_supply import rows_shown, supply_heat
from data.contract import code_lists
from pages._parts import cards, state
from pages._parts.session import Results
from pages.witte_vlekken import _section


def show() -> None:
    """Draws the page."""
    begun = _section.begin("Welke plekken ontbreken, en waar?")
    if begun is None:
        return
    results, view = begun
    heat = supply_heat(results, view)
    cards.lead(heat.sentence)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _section.choose_balance(view)
        _section.choose_catchment(view)
        _section.choose_talent(view)
    key = f"{heat.id}-{view.area}-{view.talent}"  # a new choice forgets the old click
    with st.container(key="heat"):
        cards.draw(heat, key, on_select=lambda: _choose_clicked(results, view, key))
    free, waiting = st.tabs(["Vrije plekken", "Wie waar wacht"])
    with free:
        cards.draw(free_list(results, view))
    with waiting:
        cards.draw(waiting_list(results, view))


def _choose_clicked(results: Results, view: View, key: str) -> None:
    """A click on a cell chooses its area and its talent, and so what the lists show."""
    points = st.session_state[key]["selection"]["points"]
    if points:
        row, column, *_ = points[0]["customdata"]
        state.change(area=rows_shown(results, view)[row], talent=code_lists()["talent"][column])


show()
