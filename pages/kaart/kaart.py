"""Kaart: any indicator on any level at any moment, as map, bars, table, series and change."""

import streamlit as st

from analytics.catalog import INDICATORS, Indicator, Unit, find
from analytics.scope import drill, questions
from analytics.scope.areas import NamedArea
from analytics.scope.view import Form, View
from charts.cards import Builder
from charts.cards.map.indicator import (
    indicator_bars,
    indicator_change,
    indicator_differences,
    indicator_map,
    indicator_series,
    indicator_table,
)
from pages._parts import breadcrumb, cards, session, state
from pages._parts.session import Results
from pages.kaart import _choices

BESIDE: dict[Form, tuple[Builder, Builder]] = {
    Form.MAP: (indicator_map, indicator_table),
    Form.BARS: (indicator_bars, indicator_table),
    Form.CHANGE: (indicator_change, indicator_differences),
}
WIDE: dict[Form, Builder] = {Form.SERIES: indicator_series, Form.TABLE: indicator_table}


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    indicator = find(view.indicator)
    shown = questions.of_parts(view, results.known, indicator.levels)
    cards.page_head(indicator.question, shown, results.known)
    _choose_indicator(view)
    _choices.draw(results, view)
    if view.area:
        breadcrumb.draw(results.known, questions.area(view, results.known), _go_to)
    if view.form in WIDE:
        cards.draw(WIDE[view.form](results, view), results, view)
        return
    picture, table = BESIDE[view.form]
    with st.container(key="map_after_table"):
        left, right = st.columns([7, 5], gap="large")
    with left:
        cards.draw(picture(results, view), results, view, choose=lambda code: _go(results, code))
    with right:
        cards.draw(table(results, view), results, view)


def _go_to(area: NamedArea) -> None:
    state.keep(drill.into(state.view(), area))


def _go(results: Results, code: str) -> None:
    """One level down into a clicked area, or one up when there is none."""
    view, known = state.view(), results.known
    state.keep(drill.clicked(view, known, code) if code else drill.out(view, known))


def _choose_indicator(view: View) -> None:
    state.seed("indicator", view.indicator)
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
    if indicator.duration:
        return "Doorlooptijden"
    if indicator.is_rate:
        return "Verhoudingen"
    return "Inwoners" if indicator.counts is Unit.RESIDENTS else "Organisaties"


show()
