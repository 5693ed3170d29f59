"""Building blocks that every page uses: its head, and a card with its picture or table."""

from collections.abc import Callable
from html import escape
from urllib.parse import urlencode

import streamlit as st

from analytics.figures.doors.marts import Audience
from analytics.scope.scope import Scope
from analytics.scope.sentences import audience_words, selection_words
from analytics.scope.view import to_query
from charts.card import Card, Table
from charts.cards import CARDS
from charts.cards.loading.quality import heed_words
from charts.layout.steps import event_words
from charts.pictures import AreaMap, Picture, TimeStrip, Trend
from charts.registry import INTERNAL
from charts.theme import Mode
from pages import page
from pages._parts import session, state
from pages._parts.drawing import charts, maps, taking
from pages._parts.drawing.charts import OnPoint
from pages._parts.drawing.figures import rows_of
from pages._parts.drawing.sorting import order_of, ordered
from pages._parts.drawing.tables import html_table
from pages._parts.drawing.what import what
from pages._parts.frame import heading
from pages._parts.markup import as_text
from pages._parts.session import PageScope


def mode() -> Mode:
    """The dress of the reader's browser; light until it is known."""
    return Mode.DARK if st.context.theme.type == "dark" else Mode.LIGHT


def begin(path: str) -> PageScope:
    """Begins a page: draws its question; what the page asks.

    Who may not see the page gets a calm sentence, and the run ends there.
    """
    asked, scope = page(path), session.scope()
    page_head(asked.question, scope)
    if asked.audience is Audience.INTERN and not scope.is_whole:
        note(INTERNAL)
        st.stop()
    return scope


def page_head(title: str, scope: Scope) -> None:
    """The question of the page, for whom its figures are, and the selection in words.

    The selection is for paper and for who listens.
    """
    audience = escape(audience_words(scope.audience, scope.threshold))
    selection = escape(selection_words(scope.area, scope.window, scope.day, scope.level))
    st.set_page_config(page_title=f"{title} · {scope.area.label} · Buurt in Bloei")
    with heading.place():
        st.title(as_text(title), anchor=False)
    st.html(f'<p class="bloei-audience">{audience}</p><p class="bloei-selection">{selection}</p>')


def lead(sentence: str) -> None:
    """The computed sentence that answers the page's question."""
    st.html(f'<p class="bloei-lead">{escape(sentence)}</p>')


def draw(
    asked: str | Card,
    scope: PageScope,
    choose: Callable[[str], None] = state.choose_area,
    on_point: OnPoint | None = None,
) -> None:
    """A card by its id: its head, its picture (or its table), and the line under it.

    A page that needs the words of a card before it is drawn gives the card itself. In its head
    stands the button to take it along. `choose` gets the code of an area that is clicked on a map,
    `on_point` what a clicked point of a chart carries.
    """
    card = CARDS[asked](scope) if isinstance(asked, str) else asked
    if card.note or card.picture is None:
        st.html(html(card, scope))
        return
    st.html(_head_with_button(card, scope))
    _draw_picture(card, choose, on_point)
    if foot := _foot(card, scope):
        st.html(foot)


def html(card: Card, scope: PageScope) -> str:
    """The HTML of a card without a picture: all in one piece, as is every part of a page.

    Every piece costs the server and the browser.
    """
    body = _note(card.note) if card.note else ""
    if not body and card.table is not None:
        body = rows_of(card.table, card.id, order_of(state.view().sort, card.id))
    words = f"{_head_with_button(card, scope)}{body}{_foot(card, scope)}"
    return f'<div class="bloei-card">{words}</div>'


def _draw_picture(card: Card, choose: Callable[[str], None], on_point: OnPoint | None) -> None:
    if isinstance(card.picture, AreaMap):
        maps.draw(card, card.picture, mode(), choose)
    elif card.picture is not None:
        charts.draw(card, card.picture, mode(), on_point)


def _foot(card: Card, scope: PageScope) -> str:
    """What stands under a picture or a table."""
    words = _events(card.picture) + source_html(card.source) + _heed(card, scope)
    return f'<div class="bloei-foot">{words}</div>' if words else ""


def _heed(card: Card, scope: PageScope) -> str:
    """That a rule of weight on quality touches the figures of a card, with the way to it."""
    words = heed_words(scope, card)
    if not words:
        return ""
    query = escape(urlencode(to_query(scope.view)))
    link = f'<a href="kwaliteit?{query}" target="_self">Bekijk ze</a>'
    return f'<p class="bloei-source bloei-heed">{escape(words)} {link}</p>'


def _head_with_button(card: Card, scope: PageScope) -> str:
    words = _head(card.title, card.subtitle, what(card.indicators, card.title))
    return f'<div class="bloei-beside">{words}{taking.button(card, scope)}</div>'


def _events(picture: Picture | None) -> str:
    """What the numbers above a time axis stand for."""
    found = picture.events if isinstance(picture, Trend | TimeStrip) else ()
    items = [f"<li>{escape(event_words(event))}</li>" for event in found]
    return f'<ol class="bloei-events">{"".join(items)}</ol>' if items else ""


def head(title: str, subtitle: str) -> None:
    """The title of a chart or table, and its unit."""
    st.html(_head(title, subtitle))


def _head(title: str, subtitle: str, explained: str = "") -> str:
    words = f"<h2>{escape(title)}</h2><p>{escape(subtitle)}</p>{explained}"
    return f'<div class="bloei-head">{words}</div>'


def note(text: str) -> None:
    """What stands in the place of figures that are not there: why, and what can be done."""
    st.html(_note(text))


def _note(text: str) -> str:
    return f'<p class="bloei-note">{escape(text)}</p>'


def source(text: str) -> None:
    """The small line under a card."""
    if text:
        st.html(source_html(text))


def source_html(text: str) -> str:
    """The HTML of that line; "" without a text."""
    return f'<p class="bloei-source">{escape(text)}</p>' if text else ""


def searchable(table: Table, key: str) -> None:
    """A table that a click orders; a long one gets a field to search in."""
    order = order_of(state.view().sort, key)
    st.html(html_table(table, ordered(table.lines, order), key, order))
