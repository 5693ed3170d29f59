"""Building blocks that every page uses: its head, and a card with its picture or table."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from analytics.scope import questions
from analytics.scope.sentences import selection_words
from analytics.scope.view import Known, View
from charts.card import Card, Table
from charts.events import event_words
from charts.pictures import AreaMap, Picture, TimeStrip, Trend
from charts.screen import figure
from charts.theme import CONFIG, Mode
from pages._parts import frame, maps, state, taking
from pages._parts.markup import as_text
from pages._parts.session import Results
from pages._parts.sorting import order_of, ordered
from pages._parts.tables import html_table, matching
from pages._parts.what import what

LONG_TABLE = 25  # rows
OnPoint = Callable[[Sequence[Any]], None]


def mode() -> Mode:
    """The dress of the reader's browser; light until it is known."""
    return Mode.DARK if st.context.theme.type == "dark" else Mode.LIGHT


def page_head(title: str, view: View, known: Known) -> None:
    """The question of the page, and the selection in words: for paper and for who listens."""
    place, day = questions.area(view, known), questions.as_of(view, known)
    words = selection_words(place, view.window, day, view.level)
    st.set_page_config(page_title=f"{title} · {place.label} · Buurt in Bloei")
    with frame.head():
        st.title(as_text(title), anchor=False)
    st.html(f'<p class="bloei-selection">{escape(words)}</p>')


def lead(sentence: str) -> None:
    """The computed sentence that answers the page's question."""
    st.html(f'<p class="bloei-lead">{escape(sentence)}</p>')


def draw(
    card: Card,
    results: Results,
    view: View,
    choose: Callable[[str], None] = state.choose_area,
    on_point: OnPoint | None = None,
) -> None:
    """A card: its head, its picture (or its table when it has none), and the line under it.

    Beside its head stands the menu to take it along. `choose` gets the code of an area that is
    clicked on a map, `on_point` what a clicked point of a chart carries.
    """
    _head_with_menu(card, results, view)
    if card.note:
        note(card.note)
    elif isinstance(card.picture, AreaMap):
        maps.draw(card, card.picture, mode(), choose)
    elif card.picture is not None:
        chart(figure(card.picture, mode()), card.alt, card.id, on_point)
        events(card.picture)
    elif card.table is not None:
        searchable(card.table, card.id)
    source(card.source)


@st.fragment  # opening the menu draws this alone
def _head_with_menu(card: Card, results: Results, view: View) -> None:
    with st.container(horizontal=True, key=f"card-{card.id}"):
        head(card.title, card.subtitle, what(card.indicators, card.title))
        taking.menu(card, results, view)


def events(picture: Picture) -> None:
    """What the numbers above a time axis stand for."""
    found = picture.events if isinstance(picture, Trend | TimeStrip) else ()
    if found:
        items = [f"<li>{escape(event_words(event))}</li>" for event in found]
        st.html(f'<ol class="bloei-events">{"".join(items)}</ol>')


def head(title: str, subtitle: str, explained: str = "") -> None:
    """The title of a chart or table, its unit, and the HTML of what it means."""
    words = f"<h2>{escape(title)}</h2><p>{escape(subtitle)}</p>{explained}"
    st.html(f'<div class="bloei-head">{words}</div>')


def note(text: str) -> None:
    """What stands in the place of figures that are not there: why, and what can be done."""
    st.html(f'<p class="bloei-note">{escape(text)}</p>')


def source(text: str) -> None:
    """The small line under a card."""
    if text:
        st.html(f'<p class="bloei-source">{escape(text)}</p>')


def chart(drawn: Any, alt: str, key: str, on_point: OnPoint | None = None) -> None:
    """A chart with its text alternative; `on_point` gets what a clicked point carries."""
    if on_point:
        key = f"{key}-{state.changes()}"
    st.plotly_chart(
        drawn,
        key=key,
        theme=None,
        config=CONFIG,
        alt=alt,
        on_select=partial(_pointed, key, on_point) if on_point else "ignore",
        selection_mode="points",
    )


def _pointed(key: str, on_point: OnPoint) -> None:
    points = st.session_state[key]["selection"]["points"]
    if points:
        on_point(points[0]["customdata"])


def searchable(table: Table, key: str) -> None:
    """A table; a long one gets a field to search in."""
    lines = table.lines
    if len(lines) > LONG_TABLE:
        text = st.text_input(
            "Zoek in de tabel",
            key=f"search-{key}",
            type="search",
            live=True,
            placeholder="Zoek op naam",
            label_visibility="collapsed",
        )
        lines = matching(table, text or "")
    order = order_of(state.view().sort, key)
    if lines:
        st.html(html_table(table, ordered(lines, order), key, order))
    else:
        note("Geen naam met deze letters. Maak het zoekveld leeg om alles te zien.")
