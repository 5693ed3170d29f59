"""The menu beside every page: the pages by section, of which the section of the page is open.

It is one piece of HTML that is the same for every view and page, so that a browser keeps it:
frame.js gives its links the selection, marks the page and opens its section, and follows a link
without loading all anew.
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from analytics.figures.doors.marts import Audience
from pages import Page
from pages._parts.frame import search


def draw(pages: Mapping[Page, st.Page], *, is_whole: bool) -> None:
    """The search field and the pages that the reader can see."""
    seen = [page for page in pages if is_for(page, is_whole=is_whole)]
    st.html('<p class="bloei-name">Buurt in Bloei</p>')
    search.draw([pages[page] for page in seen])
    st.html(menu_html(seen))


def is_for(page: Page, *, is_whole: bool) -> bool:
    """Whether a page says anything to a reader: those of inside say only that they are."""
    return is_whole or page.audience is not Audience.INTERN


def menu_html(pages: Sequence[Page]) -> str:
    """The HTML of the menu: the links to pages, those of a section in a part that opens."""
    parts = (_part(section, list(found)) for section, found in groupby(pages, _section))
    return f'<nav class="bloei-menu" aria-label="Pagina\'s">{"".join(parts)}</nav>'


def _section(page: Page) -> str:
    return page.section


def _part(section: str, pages: Sequence[Page]) -> str:
    items = "".join(
        f'<li><a href=".{page.address}" target="_self">{escape(page.title)}</a></li>'
        for page in pages
    )
    links = f"<ul>{items}</ul>"
    if not section:
        return links
    return f"<details><summary>{escape(section)}</summary>{links}</details>"
