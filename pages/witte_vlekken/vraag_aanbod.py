"""Vraag en aanbod: what is lacking and what is left, per area and talent."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from charts.cards import CARDS
from charts.cards.gaps.supply import rows_shown
from data.reference.code_lists import code_lists
from pages._parts import cards, state
from pages._parts.session import PageScope
from pages.witte_vlekken import _section


def show() -> None:
    """Draws the page."""
    scope = cards.begin("witte_vlekken/vraag_aanbod")
    heat = CARDS["witte_vlekken.vraag_en_aanbod"](scope)
    cards.lead(heat.sentence or heat.note)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _section.choose_balance(scope.view)
        _section.choose_catchment(scope.view)
        _section.choose_talent(scope.view)
    with st.container(key="heat"):
        cards.draw(heat, scope, on_point=partial(_choose_clicked, scope))
    free, waiting = st.tabs(["Vrije plekken", "Wie waar wacht"])
    with free:
        cards.draw("witte_vlekken.vrije_plekken", scope)
    with waiting:
        cards.draw("witte_vlekken.wachtenden", scope)


def _choose_clicked(scope: PageScope, cell: Sequence[Any]) -> None:
    """A click on a cell chooses its area and its talent, and so what the lists show."""
    row, column, *_ = cell
    state.change(area=rows_shown(scope)[row], talent=code_lists()["talent"][column])


show()
