"""Gebied: how is it going in one stadsdeel, wijk, buurt or team?"""

from collections.abc import Sequence

import streamlit as st

from analytics.profile.leads import profile_lead, profile_question
from analytics.scope.areas import NamedArea
from analytics.scope.steps import drill
from charts.cards import CARDS
from data.reference.areas import Level
from pages._parts import breadcrumb, cards, key_figures, session, state
from pages._parts.session import PageScope

SIMILAR = "gebied.vergelijkbaar"
LISTS = {
    "gebied.indicatoren": "In cijfers",
    "gebied.verhoudingen": "Verhoudingen en doorlooptijden",
    "gebied.veranderd": "Wat veranderde er",
    "gebied.ontwikkelplaatsen": "Ontwikkelplaatsen",
    SIMILAR: "Vergelijkbare gebieden",
}


def show() -> None:
    """Draws the page: about the city when no area is chosen, with the areas to choose from."""
    scope = session.scope()
    place = scope.area
    cards.page_head(profile_question(scope), scope)
    _draw_ways(scope, place)
    cards.lead(profile_lead(scope))
    _draw_at_a_glance(scope)
    _draw_beside(scope, ("gebied.trend", "overzicht.trend"))
    _draw_lists(scope)


def _draw_at_a_glance(scope: PageScope) -> None:
    """The main figures, and beside them where in the area they are."""
    left, right = st.columns([7, 5], gap="large")
    with left, st.container(key="few_tiles"):
        key_figures.draw(scope)
    with right, st.container(key="small_map"):
        cards.draw("overzicht.kaart", scope)


def _draw_lists(scope: PageScope) -> None:
    """What is read after the rest: one of them at a time."""
    names = LISTS if scope.view.area else {name: LISTS[name] for name in list(LISTS)[:-1]}
    for tab, name in zip(st.tabs(list(names.values())), names, strict=True):
        with tab:
            card = CARDS[name](scope)
            cards.draw(card, scope)
            if name == SIMILAR:
                cards.source(card.sentence)  # why it is these


def _draw_ways(scope: PageScope, place: NamedArea) -> None:
    """The way back up and the ways on; from the city also to the teams."""
    if place.level is not Level.GEMEENTE:
        breadcrumb.draw(scope.known, place, _go_to)
    inside = drill.parts(place, scope.known)
    if inside:
        breadcrumb.draw_choices(f"Kies een {inside[0].level}:", inside, _go_to)
    if place.level is Level.GEMEENTE:
        teams = [area for area in scope.known.areas.values() if area.level is Level.TEAM]
        breadcrumb.draw_choices("Of een team:", teams, _go_to)


def _go_to(area: NamedArea) -> None:
    state.change(area="" if area.level is Level.GEMEENTE else area.code)


def _draw_beside(scope: PageScope, names: Sequence[str]) -> None:
    """Cards beside each other, one column a card."""
    for column, name in zip(st.columns(len(names), gap="large"), names, strict=True):
        with column:
            cards.draw(name, scope)


show()
