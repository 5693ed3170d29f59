"""Begrippen: what do the words and the figures mean?"""

from html import escape

import streamlit as st

from analytics.catalog.explanation import explained, terms
from analytics.scope.view import View
from pages._parts import cards
from pages._parts.drawing.what import meaning


def show() -> None:
    """Draws the page: the figure that was asked for first, then all figures, then other words."""
    view = cards.begin("uitleg/begrippen").view
    found = explained()
    if view.indicator != View.indicator:
        asked = [text for indicator, text in found if indicator.id == view.indicator]
        st.html(f'<dl class="bloei-terms">{"".join(map(meaning, asked))}</dl>')
    cards.head("Cijfers", "wat er wordt geteld, en waar op te letten")
    st.html(f'<dl class="bloei-terms">{"".join(meaning(text) for _, text in found)}</dl>')
    cards.head("Woorden", "zoals zij op deze pagina's worden gebruikt")
    words = "".join(f"<dt>{escape(word)}</dt><dd>{escape(text)}</dd>" for word, text in terms())
    st.html(f'<dl class="bloei-terms">{words}</dl>')


show()
