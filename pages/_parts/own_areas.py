"""Putting together an area of one's own: buurten and a name, which then stand in the address."""

import streamlit as st

from analytics.scope.view import Known
from data.reference.areas import Level
from data.reference.own_area import LONGEST_NAME, own_area
from pages._parts import state


def draw(known: Known) -> None:
    """A field that opens, with the buurten and the name of the area."""
    with (
        st.expander("Eigen gebied samenstellen", key="own_area"),
        st.form("own_area_form", border=False),
    ):
        st.multiselect(
            "Buurten",
            [code for code, area in known.areas.items() if area.level is Level.BUURT],
            format_func=lambda code: known.areas[code].name,
            key="own_buurten",
            placeholder="Kies buurten",
        )
        st.text_input("Naam", key="own_name", max_chars=LONGEST_NAME, placeholder="Rond het park")
        st.form_submit_button("Gebruik dit gebied", on_click=_use, width="stretch")


def _use() -> None:
    own = own_area(st.session_state["own_name"], st.session_state["own_buurten"])
    if own:
        state.change(area=own.code, level=Level.BUURT)
