"""Overzicht: how far is the rollout?"""

import streamlit as st

from analytics import questions
from analytics.catalog import find
from analytics.ranking import ranked_areas
from analytics.selection import Selection
from analytics.sentences import Reach, rollout_sentence
from analytics.view import View
from charts.cards.rollout import rollout_table
from charts.cards.trend import monthly_trend
from charts.cards.words import source_words, unit_words
from pages._parts import cards, maps, session, state
from pages._parts.session import Results
from pages._parts.tiles import Tile, tiles

TILES = ("inwoners_bereikt", "matches", "lopende_matches", "open_vacatures", "wachtend")
REACH = TILES[:3]
MAP = find("inwoners_bereikt_per_1000")
SPARKLINE_MONTHS = 24


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Hoe ver is de uitrol?", view, results.known)
    cards.lead(_sentence(results, view))
    figures = [_tile(results, view, indicator) for indicator in TILES]
    st.html(tiles(figures, view.window, cards.mode()))
    with st.container(key="table_first"):
        left, right = st.columns([7, 6], gap="large")
        below = st.container()
    with left:
        _map(results, view)
    with right:
        cards.draw(monthly_trend(results, view), results, view)
    with below:
        cards.draw(rollout_table(results, view), results, view)


def _map(results: Results, view: View) -> None:
    cards.head(f"Bereikte inwoners per {view.level}", unit_words(MAP, view, results.known))
    maps.draw(results, view, MAP, ranked_areas(results, view, MAP), "overzicht")
    cards.source(source_words(MAP, view, results.known, with_map=True))


def _sentence(results: Results, view: View) -> str:
    area, day = questions.area(view, results.known), questions.as_of(view, results.known)
    counts = [_value(results, view, indicator) for indicator in REACH]
    shown = [int(count) for count in counts if count is not None]
    reach = Reach(*shown) if len(shown) == len(counts) else None
    return rollout_sentence(area, results.progress(area.level, day)[area.code], reach, view.window)


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
