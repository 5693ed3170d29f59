"""Kaart: any indicator on any level, on the map and in a table."""

import streamlit as st

from analytics.catalog import INDICATORS, Indicator, Unit, find
from analytics.ranking import finding, ranked_areas
from analytics.sentences import PLURALS
from analytics.view import LEVELS, View
from charts.cards.ranking import ranking_table
from charts.cards.words import source_words, unit_words
from pages._parts import cards, maps, session, state


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    indicator = find(view.indicator)
    cards.page_head(indicator.question, view, results.known)
    _choose_indicator(view)
    if view.level not in indicator.levels:
        _not_on_this_level(indicator, view)
        return
    ranked = ranked_areas(results, view, indicator)
    with st.container(key="map_after_table"):
        left, right = st.columns([7, 5], gap="large")
    with left:
        words = unit_words(indicator, view, results.known)
        cards.head(finding(ranked, indicator), words)
        maps.draw(results, view, indicator, ranked, "kaart")
        cards.source(source_words(indicator, view, results.known, with_map=True))
    with right:
        cards.draw(ranking_table(results, view), results, view)


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
