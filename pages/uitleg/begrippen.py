"""Begrippen: what do the words and the figures mean?"""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

from analytics.catalog.explanation import explained, terms
from analytics.scope.view import View
from pages._parts import cards
from pages._parts.drawing.what import meaning

HINT = "klik op een {} voor de uitleg; op papier staat alles open"


def show() -> None:
    """Draws the page: the figure that was asked for is open, all others are a line each."""
    view = cards.begin("uitleg/begrippen").view
    asked = view.indicator if view.indicator != View.indicator else ""
    cards.head("Cijfers", HINT.format("cijfer"))
    figures = ((one.id, text.title, meaning(text)) for one, text in explained())
    st.html(_index(figures, asked))
    cards.head("Woorden", HINT.format("woord"))
    st.html(_index((_key(word), word, escape(text)) for word, text in terms()))


def _key(word: str) -> str:
    """How a word is called in a link: "witte vlek" is witte-vlek."""
    return "-".join(re.findall(r"[a-z]+", word))


def _index(entries: Iterable[tuple[str, str, str]], asked: str = "") -> str:
    """The HTML of terms that open: each with its name in a link, its title and its meaning."""
    found = (
        f'<details class="bloei-term" id="begrip-{key}"{" open" * (key == asked)}>'
        f"<summary>{escape(title)}</summary><p>{html}</p></details>"
        for key, title, html in entries
    )
    return f'<div class="bloei-terms">{"".join(found)}</div>'


show()
