"""Overzicht: how far is the rollout?"""

import streamlit as st

from analytics.catalog import find
from analytics.selection import Selection
from analytics.sentences import Reach, rollout_sentence
from pages._parts import cards, maps, questions, session, state
from pages._parts.session import Results
from pages._parts.tiles import Tile, tiles
from pages._parts.view import View
from pages.overzicht import rollout_table, trend_card

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
        trend_card.draw(results, view)
    with below:
        rollout_table.draw(results, view)


def _map(results: Results, view: View) -> None:
    cards.card_head(
        f"Bereikte inwoners per {view.level}", cards.unit_words(MAP, view, results.known)
    )
    maps.draw(results, view, MAP, maps.ranked_areas(results, view, MAP), "overzicht")
    cards.source(MAP, view, results.known, with_map=True)


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
