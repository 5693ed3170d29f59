"""The way to an area as buttons: the areas around it, and on to the areas inside it."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from analytics.scope.areas import NamedArea, path_to
from analytics.scope.view import Known
from pages._parts.markup import as_text

STEP = '<span aria-hidden="true">›</span>'
Go = Callable[[NamedArea], None]


def draw(known: Known, here: NamedArea, go: Go) -> None:
    """Eindhoven › stadsdeel › wijk › buurt; each but the last goes where it names."""
    *around, last = path_to(here, known.areas)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="path"):
        for place, area in enumerate(around):
            if place:
                st.html(STEP, width="content")
            _button(area, area.label, go)
        step = f"{STEP}&ensp;" if around else ""
        st.html(f'{step}<b aria-current="page">{escape(last.label)}</b>', width="content")


def draw_choices(title: str, areas: Sequence[NamedArea], go: Go) -> None:
    """Areas to go on to, after a word that says what they are; nothing without areas."""
    if not areas:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=title):
        st.html(f'<span class="bloei-kind">{escape(title)}</span>', width="content")
        for area in areas:
            _button(area, area.name, go)


def _button(area: NamedArea, text: str, go: Go) -> None:
    st.button(as_text(text), key=f"to-{area.code}", type="tertiary", on_click=go, args=(area,))
