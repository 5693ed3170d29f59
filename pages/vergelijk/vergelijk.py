"""Vergelijk: two to four areas of choice beside each other."""

import streamlit as st

from analytics.scope.view import EARLIER, MOST_BESIDE, REST
from charts.cards import CARDS
from data.reference.areas import Level
from pages._parts import cards, choices, state
from pages._parts.session import PageScope

SPECIAL = {REST: "de rest van de stad", EARLIER: "hetzelfde gebied een jaar eerder"}


def show() -> None:
    """Draws the page."""
    scope = cards.begin("vergelijk/vergelijk")
    _choose(scope)
    choices.subject(scope.view)
    first = CARDS["vergelijk.verschil"](scope)
    if first.note:
        cards.note(first.note)
        return
    cards.lead(first.sentence)
    left, right = st.columns([6, 7], gap="large")
    with left:
        cards.draw(first, scope)
    with right:
        cards.draw("vergelijk.bereik", scope)
    cards.draw("vergelijk.cijfers", scope)


def _choose(scope: PageScope) -> None:
    """The compared areas: the first is the chosen area of all pages, the others stand beside it."""
    view, areas = scope.view, scope.known.areas
    codes = [code for code, area in areas.items() if area.level is not Level.GEMEENTE]
    state.seed("compared", [view.area, *view.beside] if view.area else [])
    st.multiselect(
        "Gebieden om te vergelijken (twee, drie of vier)",
        [*(SPECIAL if view.area else ()), *codes],
        format_func=lambda code: SPECIAL.get(code) or areas[code].label,
        key="compared",
        placeholder="Kies gebieden",
        on_change=_take,
    )


def _take() -> None:
    chosen: list[str] = st.session_state["compared"]
    places = [code for code in chosen if code not in SPECIAL]
    area = places[0] if places else ""
    beside = tuple(code for code in chosen if code != area) if area else ()
    state.change(area=area, beside=beside[:MOST_BESIDE])


show()
