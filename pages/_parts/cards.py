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
from pages._parts.drawing.sorting import order_of, ordered
from pages._parts.drawing.tables import html_table, matching
from pages._parts.drawing.what import what
from pages._parts.frame import heading
from pages._parts.markup import as_text
from pages._parts.session import PageScope

LONG_TABLE = 25  # rows
NO_NAME = "Geen naam met deze letters. Maak het zoekveld leeg om alles te zien."


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

    A page that needs the words of a card before it is drawn gives the card itself. Beside its head
    stands the menu to take it along. `choose` gets the code of an area that is clicked on a map,
    `on_point` what a clicked point of a chart carries.
    """
    card = CARDS[asked](scope) if isinstance(asked, str) else asked
    _head_with_menu(card, scope)
    foot = _foot(card, scope)
    if card.note:
        st.html(_note(card.note) + foot)
    elif card.picture is None and card.table is not None:
        searchable(card.table, card.id, foot)
    else:
        _draw_picture(card, choose, on_point)
        if foot:
            st.html(foot)


def _draw_picture(card: Card, choose: Callable[[str], None], on_point: OnPoint | None) -> None:
    if isinstance(card.picture, AreaMap):
        maps.draw(card, card.picture, mode(), choose)
    elif card.picture is not None:
        charts.draw(card, card.picture, mode(), on_point)


def _foot(card: Card, scope: PageScope) -> str:
    """What stands under a picture, in one piece: every piece costs the server and the browser."""
    html = _events(card.picture) + _source(card.source) + _heed(card, scope)
    return f'<div class="bloei-foot">{html}</div>' if html else ""


def _heed(card: Card, scope: PageScope) -> str:
    """That a rule of weight on quality touches the figures of a card, with the way to it."""
    words = heed_words(scope, card)
    if not words:
        return ""
    query = escape(urlencode(to_query(scope.view)))
    link = f'<a href="kwaliteit?{query}" target="_self">Bekijk ze</a>'
    return f'<p class="bloei-source bloei-heed">{escape(words)} {link}</p>'


@st.fragment  # opening the menu draws this alone
def _head_with_menu(card: Card, scope: PageScope) -> None:
    st.html(
        _head(card.title, card.subtitle, what(card.indicators, card.title), "bloei-head bloei-card")
    )
    taking.menu(card, scope)


def _events(picture: Picture | None) -> str:
    """What the numbers above a time axis stand for."""
    found = picture.events if isinstance(picture, Trend | TimeStrip) else ()
    items = [f"<li>{escape(event_words(event))}</li>" for event in found]
    return f'<ol class="bloei-events">{"".join(items)}</ol>' if items else ""


def head(title: str, subtitle: str) -> None:
    """The title of a chart or table, and its unit."""
    st.html(_head(title, subtitle))


def _head(title: str, subtitle: str, explained: str = "", kind: str = "bloei-head") -> str:
    words = f"<h2>{escape(title)}</h2><p>{escape(subtitle)}</p>{explained}"
    return f'<div class="{kind}">{words}</div>'


def note(text: str) -> None:
    """What stands in the place of figures that are not there: why, and what can be done."""
    st.html(_note(text))


def _note(text: str) -> str:
    return f'<p class="bloei-note">{escape(text)}</p>'


def source(text: str) -> None:
    """The small line under a card."""
    if text:
        st.html(_source(text))


def _source(text: str) -> str:
    return f'<p class="bloei-source">{escape(text)}</p>' if text else ""


def searchable(table: Table, key: str, foot: str = "") -> None:
    """A table; a long one gets a field to search in. `foot` is HTML that stands under it."""
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
    found = html_table(table, ordered(lines, order), key, order) if lines else _note(NO_NAME)
    st.html(found + foot)
