"""The way back on the map page: the areas around the one that fills the map."""

import streamlit as st

from analytics import drill
from analytics.areas import NamedArea
from analytics.view import View
from pages._parts import state
from pages._parts.session import Results


def draw(results: Results, view: View) -> None:
    """A button for every area around the chosen one, and the chosen one itself in words."""
    *around, here = drill.breadcrumb(view, results.known)
    if not around:
        return
    with st.container(key="trail", horizontal=True, vertical_alignment="center", gap="small"):
        for area in around:
            st.button(
                area.name,
                key=f"trail-{area.code}",
                type="tertiary",
                icon=None,
                on_click=_go_to,
                args=(area,),
                help=f"Terug naar {area.label}",
            )
            st.html('<span aria-hidden="true">›</span>', width="content")
        st.html(f'<span aria-current="location">{here.name}</span>', width="content")


def _go_to(area: NamedArea) -> None:
    state.keep(drill.into(state.view(), area))
