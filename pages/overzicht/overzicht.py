"""Overzicht: how far is the rollout?"""

import streamlit as st

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import Rate, claimable, differ
from analytics.figures.selection import Selection
from analytics.profile.leads import rollout_lead
from analytics.scope import questions
from analytics.scope.monthly import monthly_counts
from analytics.scope.ranking import Mark, ranked_areas
from analytics.scope.view import View
from charts.cards.map.indicator import reach_map
from charts.cards.overview.rollout import rollout_table
from charts.cards.overview.trend import monthly_trend
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


def _tile(results: Results, view: View, indicator: str) -> Tile:
    known = results.known
    now, before = questions.chosen_area(view, known), questions.chosen_area_before(view, known)
    monthly = questions.chosen_area_monthly(view, known, SPARKLINE_MONTHS)
    value = _figure(results, indicator, now)
    earlier = _figure(results, indicator, before) if before else None
    return Tile(
        indicator=find(indicator),
        value=value,
        before=earlier,
        monthly=_since_start(results, indicator, monthly) if monthly else [],
        is_sure=_is_sure(indicator, value, earlier, results.threshold),
    )


def _is_sure(
    indicator: str, now: float | Mark, before: float | Mark | None, threshold: int
) -> bool:
    """Whether a change (or that there is none) can be told of two counts."""
    if isinstance(now, Mark) or before is None or isinstance(before, Mark):
        return True
    asked = threshold_of(find(indicator).measure, threshold)
    return claimable(min(now, before), asked) or differ(Rate(now), Rate(before), asked)


def _since_start(results: Results, indicator: str, monthly: Selection) -> list[float]:
    counts = monthly_counts(results, indicator, monthly).values()
    return [count for count in counts if count is not None]


def _figure(results: Results, indicator: str, selection: Selection) -> float | Mark:
    """The figure of one area, or the mark why there is none."""
    [found] = ranked_areas(results, find(indicator), selection)
    return found.mark or found.row.value or 0.0


show()
