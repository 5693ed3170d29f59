"""Kaart: any indicator on any level at any moment, as map, bars, table, series and change."""

from dataclasses import replace

import streamlit as st

from analytics.catalog import INDICATORS, Indicator, Unit, find
from analytics.scope.steps import drill
from analytics.scope.view import Form, View
from charts.card import Card
from charts.cards import CARDS
from pages._parts import breadcrumb, cards, choices, session, state
from pages._parts.drawing import maps
from pages._parts.frame import bar
from pages._parts.session import PageScope
from pages.kaart import _choices

BESIDE = {
    Form.MAP: ("kaart.kaart", "kaart.tabel"),
    Form.BARS: ("kaart.staven", "kaart.tabel"),
    Form.CHANGE: ("kaart.verandering", "kaart.verschillen"),
}
WIDE = {Form.SERIES: "kaart.reeks", Form.TABLE: "kaart.tabel"}


def show() -> None:
    """Draws the page."""
    scope = session.scope()
    indicator = find(scope.view.indicator)
    cards.page_head(indicator.question, scope.of_parts(indicator.levels))
    _choose_indicator(scope.view)
    _choices.draw(scope)
    if scope.view.area:
        st.html(breadcrumb.way(scope.known, scope.area, bar.INTO))
    form = scope.view.form
    if form in WIDE:
        cards.draw(WIDE[form], scope)
        return
    picture, table = BESIDE[form]
    card = CARDS[picture](scope)
    seen = scope.seen(maps.as_slid(card, scope.view))
    with st.container(key="map_after_table"):
        left, right = st.columns([7, 5], gap="large")
    with left:
        cards.draw(_slid(card, scope, seen), scope, choose=lambda code: _go(scope, code))
    with right:
        cards.draw(table, seen)


def _slid(card: Card, scope: PageScope, seen: PageScope) -> Card:
    """The words of the moment that is seen, over the map of all moments."""
    if seen.view == scope.view:
        return card
    return replace(CARDS[card.id](seen), picture=card.picture)


def _go(scope: PageScope, code: str) -> None:
    """One level down into a clicked area, or one up when there is none."""
    view, known = state.view(), scope.known
    state.keep(drill.clicked(view, known, code) if code else drill.out(view, known))


def _choose_indicator(view: View) -> None:
    choices.dropdown(
        "indicator",
        "Indicator",
        {one.id: f"{_group(one)} · {one.label}" for one in sorted(INDICATORS, key=_group)},
        view.indicator,
        placeholder="Zoek een indicator",
        help=find(view.indicator).definition,
    )


def _group(indicator: Indicator) -> str:
    """The heading under which an indicator stands in the list."""
    if indicator.duration:
        return "Doorlooptijden"
    if indicator.is_rate:
        return "Verhoudingen"
    return "Inwoners" if indicator.counts is Unit.RESIDENTS else "Organisaties"


show()
