"""Vraag en aanbod: what is lacking and what is left, per area and talent."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from analytics.scope.view import View
from charts.cards.gaps.lists import free_list, waiting_list
from charts.cards.gaps.supply import rows_shown, supply_heat
from data.reference.code_lists import code_lists
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
    cards.lead(heat.sentence or heat.note)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _section.choose_balance(view)
        _section.choose_catchment(view)
        _section.choose_talent(view)
    with st.container(key="heat"):
        cards.draw(heat, results, view, on_point=partial(_choose_clicked, results, view))
    free, waiting = st.tabs(["Vrije plekken", "Wie waar wacht"])
    with free:
        cards.draw(free_list(results, view), results, view)
    with waiting:
        cards.draw(waiting_list(results, view), results, view)


def _choose_clicked(results: Results, view: View, cell: Sequence[Any]) -> None:
    """A click on a cell chooses its area and its talent, and so what the lists show."""
    row, column, *_ = cell
    state.change(area=rows_shown(results, view)[row], talent=code_lists()["talent"][column])


show()
