"""Gebied: how is it going in one stadsdeel, wijk, buurt or team?"""

from collections.abc import Sequence

import streamlit as st

from analytics.profile.leads import profile_lead, profile_question
from analytics.scope.steps import drill
from charts.cards import CARDS
from data.reference.areas import Level
from pages._parts import breadcrumb, cards, key_figures, session
from pages._parts.drawing import tabs
from pages._parts.frame import bar
from pages._parts.session import PageScope

SIMILAR = "gebied.vergelijkbaar"
LISTS = {
    "gebied.indicatoren": "In cijfers",
    "gebied.verhoudingen": "Verhoudingen en doorlooptijden",
    "gebied.veranderd": "Wat veranderde er",
    "gebied.ontwikkelplaatsen": "Ontwikkelplaatsen",
}


def show() -> None:
    """Draws the page: about the city when no area is chosen, with the areas to choose from."""
    scope = session.scope()
    cards.page_head(profile_question(scope), scope)
    st.html(_ways(scope))
    cards.lead(profile_lead(scope))
    _draw_at_a_glance(scope)
    _draw_beside(scope, ("gebied.trend", "overzicht.trend"))
    st.html(tabs.html("lists", _lists(scope)))


def _draw_at_a_glance(scope: PageScope) -> None:
    """The main figures, and beside them where in the area they are."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        key_figures.draw(scope)
    with right:
        cards.draw("overzicht.kaart", scope)


def _lists(scope: PageScope) -> dict[str, str]:
    """What is read after the rest, one of them at a time: the HTML of each, by its name."""
    found = {name: cards.html(CARDS[card](scope), scope) for card, name in LISTS.items()}
    if scope.view.area:
        similar = CARDS[SIMILAR](scope)
        why = cards.source_html(similar.sentence)  # why it is these
        found["Vergelijkbare gebieden"] = cards.html(similar, scope) + why
    return found


def _ways(scope: PageScope) -> str:
    """The way back up and the ways on; from the city also to the teams."""
    place, known = scope.area, scope.known
    is_city = place.level is Level.GEMEENTE
    inside = drill.parts(place, known)
    title = f"Kies een {inside[0].level}:" if inside else ""
    ways = breadcrumb.choices(title, inside, bar.AREA)
    if not is_city:
        return breadcrumb.way(known, place, bar.AREA) + ways
    teams = [area for area in known.areas.values() if area.level is Level.TEAM]
    return ways + breadcrumb.choices("Of een team:", teams, bar.AREA)


def _draw_beside(scope: PageScope, names: Sequence[str]) -> None:
    """Cards beside each other, one column a card."""
    for column, name in zip(st.columns(len(names), gap="large"), names, strict=True):
        with column:
            cards.draw(name, scope)


show()
