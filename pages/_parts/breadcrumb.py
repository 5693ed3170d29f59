"""The way to an area as buttons: the areas around it, and on to the areas inside it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from analytics.areas import NamedArea
from analytics.hierarchy import path
from analytics.view import Known
from data.areas import Level
from pages._parts import state


def draw(known: Known, place: NamedArea) -> None:
    """Eindhoven › stadsdeel › wijk › buurt; each but the last selects what it names."""
    *around, last = path(known, place)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="path"):
        for area in around:
            _button(area, area.label)
            st.html('<span aria-hidden="true">›</span>', width="content")
        st.html(f'<b aria-current="page">{escape(last.label)}</b>', width="content")


def draw_choices(title: str, areas: Sequence[NamedArea]) -> None:
    """Areas to go on to, after a word that says what they are; nothing without areas."""
    if not areas:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=title):
        st.html(f'<span class="bloei-selection">{escape(title)}</span>', width="content")
        for area in areas:
            _button(area, area.name)


def _button(area: NamedArea, text: str) -> None:
    code = "" if area.level is Level.GEMEENTE else area.code
    st.button(
        text,
        key=f"to-{area.code}",
        type="tertiary",
        on_click=state.change,
        kwargs={"area": code},
    )
