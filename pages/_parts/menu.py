"""The menu beside every page: the pages by group, of which the group of the page is open."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analytics.figures.marts import Audience
from analytics.scope.view import View, to_query
from pages._parts import search

# Who sees rounded figures finds nothing behind these: they only tell that.
INTERNAL = frozenset({"Witte vlekken"})

Pages = Mapping[str, Sequence[st.Page]]


def draw(pages: Pages, chosen: st.Page, view: View, audience: Audience) -> None:
    """The search field and the pages; links carry the view."""
    st.html('<p class="bloei-name">Buurt in Bloei</p>')
    search.draw(pages)
    with st.container(key="menu", gap="xsmall"):
        for group, found in pages.items():
            if group in INTERNAL and audience is not Audience.INTERN:
                continue
            _draw_group(group, found, chosen, to_query(view))


def _draw_group(
    group: str, pages: Sequence[st.Page], chosen: st.Page, query: dict[str, str]
) -> None:
    if not group:
        _draw_links(pages, query)
        return
    is_open = any(page.url_path == chosen.url_path for page in pages)
    with st.expander(group, expanded=is_open, key=f"menu-{group}-{is_open}"):
        _draw_links(pages, query)


def _draw_links(pages: Sequence[st.Page], query: dict[str, str]) -> None:
    for page in pages:
        st.page_link(page, query_params=query, width="stretch")
