"""The search field over everything: pages, figures, areas and periods. The key / goes there."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analytics.catalog import find
from analytics.scope.search.matching import Found, search
from analytics.scope.sentences import place_words, time_words
from analytics.scope.view import Known, View, to_query
from data.grammar import capital
from pages._parts import session, state
from pages._parts.markup import as_text

MOST = 5  # answers
NOTHING = "Niets gevonden. Typ een cijfer, een gebied of een jaar: open vacatures strijp 2020."

Pages = Sequence[st.Page]


@st.fragment  # typing draws this alone
def draw(pages: Pages) -> None:
    """The field, and under it the pages that answer what is typed."""
    text = st.text_input(
        "Zoeken",
        key="search",
        type="search",
        live=True,
        placeholder="Zoek een cijfer, gebied of jaar",
        label_visibility="collapsed",
    )
    if text:
        state.confirm()
        _draw_answers(text, {page.url_path: page for page in pages})


def _draw_answers(text: str, pages: Mapping[str, st.Page]) -> None:
    known = session.results().known
    found = search(text, known, pages, state.view())[:MOST]
    if not found:
        st.html(f'<p class="bloei-found" role="status">{NOTHING}</p>')
        return
    with st.container(key="found", gap="xsmall"):
        for one in found:
            page = pages[one.page]
            label = as_text(f"{page.title}: {answer_words(one, known)}")
            st.page_link(page, label=label, query_params=to_query(one.view), width="stretch")


def answer_words(found: Found, known: Known) -> str:
    """What a page shows when it is opened: Open vacatures, Strijp (stadsdeel), 2020."""
    view = found.view
    time = time_words(view.window, view.as_of or known.as_of)
    words = [place_words(known.area(view.area)), time]
    if found.page in ("kaart", "begrippen") and view.indicator != View.indicator:
        words.insert(0, capital(find(view.indicator).label))
    return ", ".join(words)
