"""What pictures and tables look like, built once for every reader who sees the same card."""

from typing import Any

import streamlit as st

from charts.card import Table
from charts.pictures import Picture
from charts.screen import figure
from charts.theme import Mode
from data.file.remembered import Remembered
from pages._parts.drawing.sorting import Order, ordered
from pages._parts.drawing.tables import html_table

KEPT = 300


def figure_of(picture: Picture, mode: Mode) -> dict[str, Any]:
    """The plotly figure of a picture in a dress as plain data; who gets it leaves it as it is.

    A card that is remembered hands out the same picture again. The picture is kept beside its
    figure, so that no other can get its number meanwhile.
    """
    _, drawn = _figures().get((id(picture), mode), lambda: (picture, figure(picture, mode)))
    return drawn


def rows_of(table: Table, card: str, order: Order | None) -> str:
    """The HTML of the table of a card in an order; kept as a figure is."""
    asked = (id(table), card, order)
    _, drawn = _figures().get(asked, lambda: (table, _rows(table, card, order)))
    return drawn


def _rows(table: Table, card: str, order: Order | None) -> str:
    return html_table(table, ordered(table.lines, order), card, order)


@st.cache_resource(show_spinner=False)
def _figures() -> Remembered:
    return Remembered(KEPT)
