"""Overzicht: how far is the rollout?"""

import streamlit as st

from analytics import questions
from analytics.catalog import find
from analytics.leads import rollout_lead
from analytics.selection import Selection
from analytics.view import View
from charts.cards.indicator import reach_map
from charts.cards.rollout import rollout_table
from charts.cards.trend import monthly_trend
from pages._parts import cards, session, state
from pages._parts.session import Results
from pages._parts.tiles import Tile, tiles

TILES = ("inwoners_bereikt", "matches", "lopende_matches", "open_vacatures", "wachtend")
SPARKLINE_MONTHS = 24


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Hoe ver is de uitrol?", view, results.known)
    cards.lead(rollout_lead(results, view))
    figures = [_tile(results, view, indicator) for indicator in TILES]
    st.html(tiles(figures, view.window, cards.mode()))
    with st.container(key="table_first"):
        left, right = st.columns([7, 6], gap="large")
        below = st.container()
    with left:
        cards.draw(reach_map(results, view), results, view)
    with right:
        cards.draw(monthly_trend(results, view), results, view)
    with below:
        cards.draw(rollout_table(results, view), results, view)


def _value(results: Results, view: View, indicator: str) -> float | None:
    return _only(results, indicator, questions.chosen_area(view, results.known))


def _only(results: Results, indicator: str, selection: Selection) -> float | None:
    [row] = results.get(indicator, selection).rows()
    return row.value


def _tile(results: Results, view: View, indicator: str) -> Tile:
    before = questions.chosen_area_before(view, results.known)
    monthly = questions.chosen_area_monthly(view, results.known, SPARKLINE_MONTHS)
    rows = results.get(indicator, monthly).rows() if monthly else []
    return Tile(
        indicator=find(indicator),
        value=_value(results, view, indicator),
        before=_only(results, indicator, before) if before else None,
        monthly=[row.value or 0.0 for row in rows],
    )


show()
