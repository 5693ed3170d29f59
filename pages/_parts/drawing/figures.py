"""The figure of a picture, built once for every reader who sees the same card."""

from typing import Any

import streamlit as st

from charts.pictures import Picture
from charts.screen import figure
from charts.theme import Mode
from data.file.remembered import Remembered

KEPT = 300


def figure_of(picture: Picture, mode: Mode) -> dict[str, Any]:
    """The plotly figure of a picture in a dress as plain data; who gets it leaves it as it is.

    A card that is remembered hands out the same picture again. The picture is kept beside its
    figure, so that no other can get its number meanwhile.
    """
    _, drawn = _figures().get((id(picture), mode), lambda: (picture, figure(picture, mode)))
    return drawn


@st.cache_resource(show_spinner=False)
def _figures() -> Remembered:
    return Remembered(KEPT)
