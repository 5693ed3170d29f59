"""Gebied: how is it going in one stadsdeel, wijk, buurt or team?"""

from collections.abc import Sequence

import streamlit as st

from analytics.profile.leads import profile_lead
from analytics.scope import drill, questions
from analytics.scope.areas import NamedArea
from analytics.scope.view import View
from charts.cards import Builder
from charts.cards.overview.trend import monthly_trend
from charts.cards.profile.places import places_table
from charts.cards.profile.profile import profile_table
from charts.cards.profile.quarter import changes_table
from charts.cards.profile.reach import reach_trend
from charts.cards.profile.similar import similar_table
from data.reference.areas import Level
from pages._parts import breadcrumb, cards, session, state
from pages._parts.session import Results


def show() -> None:
    """Draws the page: about the city when no area is chosen, with the areas to choose from."""
    results, view = session.results(), state.view()
    place = questions.area(view, results.known)
    cards.page_head(f"Hoe gaat het in {place.in_sentence}?", view, results.known)
    _draw_ways(results, place)
    cards.lead(profile_lead(results, view))
    cards.draw(profile_table(results, view), results, view)
    _draw_beside(results, view, (reach_trend, monthly_trend))
    with st.container(key="short_tables"):
        _draw_beside(results, view, (changes_table, places_table))
    if view.area:
        cards.draw(similar_table(results, view), results, view)


def _draw_ways(results: Results, place: NamedArea) -> None:
    """The way back up and the ways on; from the city also to the teams."""
    if place.level is not Level.GEMEENTE:
        breadcrumb.draw(results.known, place, _go_to)
    inside = drill.parts(place, results.known)
    if inside:
        breadcrumb.draw_choices(f"Kies een {inside[0].level}:", inside, _go_to)
    if place.level is Level.GEMEENTE:
        teams = [area for area in results.known.areas.values() if area.level is Level.TEAM]
        breadcrumb.draw_choices("Of een team:", teams, _go_to)


def _go_to(area: NamedArea) -> None:
    state.change(area="" if area.level is Level.GEMEENTE else area.code)


def _draw_beside(results: Results, view: View, builders: Sequence[Builder]) -> None:
    """Cards beside each other, one column a card."""
    for column, builder in zip(st.columns(len(builders), gap="large"), builders, strict=True):
        with column:
            cards.draw(builder(results, view), results, view)


show()
