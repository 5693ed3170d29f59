"""Building blocks that every page uses: its head, the head of a card, a chart, the source line."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from analytics.catalog import Indicator, Time
from analytics.sentences import selection_words
from charts.theme import CONFIG, Mode
from data.dutch import long_date
from geo.boundaries import BOUNDARY_SOURCE, BOUNDARY_YEAR
from pages._parts import filters, questions
from pages._parts.tables import Heading, TableRow, matching, table
from pages._parts.view import Known, View

LONG_TABLE = 25  # rows


def mode() -> Mode:
    """The dress of the reader's browser; light until it is known."""
    return Mode.DARK if st.context.theme.type == "dark" else Mode.LIGHT


def page_head(title: str, view: View, known: Known) -> None:
    """The question of the page, and under it the selection in words with the way to undo it."""
    st.title(title, anchor=False)
    place, day = questions.area(view, known), questions.as_of(view, known)
    words = selection_words(place, view.window, day, view.level)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="bloei-selection">{escape(words)}</p>', width="content")
        if filters.is_narrowed(view):
            st.button("Wis selectie", key="clear", on_click=filters.clear, type="tertiary")


def lead(sentence: str) -> None:
    """The computed sentence that answers the page's question."""
    st.html(f'<p class="bloei-lead">{escape(sentence)}</p>')


def card_head(title: str, subtitle: str) -> None:
    """The title of a chart or table, and its unit."""
    st.html(f'<div class="bloei-head"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>')


def note(text: str) -> None:
    """What stands in the place of figures that are not there: why, and what can be done."""
    st.html(f'<p class="bloei-note">{escape(text)}</p>')


def chart(figure: Any, alt: str, key: str, on_select: Callable[[], None] | None = None) -> None:
    """A chart with its text alternative; `on_select` runs when something in it is clicked."""
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        config=CONFIG,
        alt=alt,
        on_select=on_select or "ignore",
        selection_mode="points",
    )


def area_table(caption: str, headings: Sequence[Heading], rows: Sequence[TableRow]) -> None:
    """A table of areas; a long one gets a field to search in."""
    if len(rows) > LONG_TABLE:
        text = st.text_input(
            "Zoek in de tabel",
            key=f"search-{caption}",
            type="search",
            live=True,
            placeholder="Zoek op naam",
            label_visibility="collapsed",
        )
        rows = matching(rows, text or "")
    if rows:
        st.html(table(caption, headings, rows))
    else:
        note("Geen naam met deze letters. Maak het zoekveld leeg om alles te zien.")


def unit_words(indicator: Indicator, view: View, known: Known) -> str:
    """The subtitle of figures: their unit, and the day or the days that they are about."""
    day = long_date(questions.as_of(view, known))
    when = (
        f"stand op {day}"
        if indicator.time is Time.STOCK
        else f"{view.window.label}, tot en met {day}"
    )
    return f"{indicator.unit} · {when}"


def source(indicator: Indicator, view: View, known: Known, *, with_map: bool = False) -> None:
    """The line under a chart: source, peildatum, and for maps the source of the boundaries."""
    parts = [
        f"Bron: {indicator.source}",
        f"peildatum {long_date(questions.as_of(view, known))}",
    ]
    if with_map:
        parts.append(f"grenzen {BOUNDARY_YEAR}. {BOUNDARY_SOURCE}")
    st.html(f'<p class="bloei-source">{escape(" · ".join(parts))}</p>')
