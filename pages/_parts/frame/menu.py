"""The menu beside every page: the pages by section, of which the section of the page is open."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from analytics.figures.doors.marts import Audience
from analytics.scope.view import View, to_query
from pages import Page
from pages._parts.frame import search

Drawn = tuple[Page, st.Page]


def draw(pages: Mapping[Page, st.Page], chosen: st.Page, view: View, *, is_whole: bool) -> None:
    """The search field and the pages that the reader can see; links carry the view."""
    seen = [(page, drawn) for page, drawn in pages.items() if is_for(page, is_whole=is_whole)]
    st.html('<p class="bloei-name">Buurt in Bloei</p>')
    search.draw([drawn for _, drawn in seen])
    with st.container(key="menu", gap="xsmall"):
        for section, found in groupby(seen, lambda one: one[0].section):
            _draw_section(section, list(found), chosen, to_query(view))


def is_for(page: Page, *, is_whole: bool) -> bool:
    """Whether a page says anything to a reader: those of inside say only that they are."""
    return is_whole or page.audience is not Audience.INTERN


def _draw_section(
    section: str, pages: Sequence[Drawn], chosen: st.Page, query: dict[str, str]
) -> None:
    if not section:
        _draw_links(pages, query)
        return
    is_open = any(drawn.url_path == chosen.url_path for _, drawn in pages)
    with st.expander(section, expanded=is_open, key=f"menu-{section}-{is_open}"):
        _draw_links(pages, query)


def _draw_links(pages: Sequence[Drawn], query: dict[str, str]) -> None:
    for _, drawn in pages:
        st.page_link(drawn, query_params=query, width="stretch")
