"""The place above the selection bar, which the frame keeps free for the title of a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_HEAD = "head"


def begin() -> None:
    """Keeps the place free; the frame draws the bar after it."""
    st.session_state[_HEAD] = st.container(key=_HEAD)


def place() -> DeltaGenerator:
    """The place of the title of the page that is drawn."""
    found: DeltaGenerator = st.session_state[_HEAD]
    return found
