"""Kaart: any indicator on any level, on the map and in a table."""

import streamlit as st

from analytics.catalog import INDICATORS, Indicator, Unit, find
from analytics.ranking import finding
from analytics.sentences import PLURALS
from pages._parts import cards, maps, session, state
from pages._parts.view import LEVELS, View
from pages.kaart import ranking_table


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    indicator = find(view.indicator)
    cards.page_head(indicator.question, view, results.known)
    _choose_indicator(view)
    if view.level not in indicator.levels:
        _not_on_this_level(indicator, view)
        return
    ranked = maps.ranked_areas(results, view, indicator)
    with st.container(key="map_after_table"):
        left, right = st.columns([7, 5], gap="large")
    with left:
        words = cards.unit_words(indicator, view, results.known)
        cards.card_head(finding(ranked, indicator), words)
        maps.draw(results, view, indicator, ranked, "kaart")
        cards.source(indicator, view, results.known, with_map=True)
    with right:
        ranking_table.draw(results, view, indicator, ranked)


def _choose_indicator(view: View) -> None:
    st.session_state["indicator"] = view.indicator
    st.selectbox(
        "Indicator",
        [indicator.id for indicator in sorted(INDICATORS, key=_group)],
        format_func=lambda choice: f"{_group(find(choice))} · {find(choice).label}",
        key="indicator",
        placeholder="Zoek een indicator",
        on_change=lambda: state.change(indicator=st.session_state["indicator"]),
        help=find(view.indicator).definition,
    )


def _group(indicator: Indicator) -> str:
    """The heading under which an indicator stands in the list."""
    if indicator.is_rate:
        return "Verhoudingen"
    return "Inwoners" if indicator.counts is Unit.RESIDENTS else "Organisaties"


def _not_on_this_level(indicator: Indicator, view: View) -> None:
    *others, last = [level for level in indicator.levels if level in LEVELS]
    cards.note(
        f"Het aantal {indicator.label} bestaat niet voor {PLURALS[view.level]}."
        f" Kies bij de filters een ander niveau: {', '.join(others)} of {last}."
    )


show()
