"""What a reader can choose on the map page besides the indicator: form, classes, places, day."""

import streamlit as st

from analytics.catalog import find
from analytics.scope import questions
from analytics.scope.moments import month_days
from analytics.scope.sentences import day_words
from analytics.scope.view import Form, View
from analytics.statistics.classes import Scheme
from pages._parts import state
from pages._parts.session import Results

FORMS = {
    Form.MAP: "Kaart",
    Form.BARS: "Staven",
    Form.TABLE: "Tabel",
    Form.SERIES: "Door de tijd",
    Form.CHANGE: "Verandering",
}
WITH_CLASSES = (Form.MAP, Form.SERIES)


def draw(results: Results, view: View) -> None:
    """One row: the form, and what belongs to it."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="map_choices"):
        _choose_form(view)
        if view.form in WITH_CLASSES:
            _choose_classes(view)
        if view.form is Form.MAP and results.is_whole:
            _choose_places(view)
        if view.form is Form.CHANGE:
            _choose_day(results, view)


def _choose_form(view: View) -> None:
    st.session_state["form"] = view.form
    st.segmented_control(
        "Toon als",
        tuple(Form),
        format_func=FORMS.__getitem__,
        key="form",
        required=True,
        on_change=_take,
        args=("form",),
    )


def _choose_classes(view: View) -> None:
    st.session_state["scheme"] = view.scheme or find(view.indicator).scheme
    st.selectbox(
        "Klassen",
        tuple(Scheme),
        format_func=lambda scheme: scheme.label,
        key="scheme",
        placeholder="Kies klassen",
        on_change=_take,
        args=("scheme",),
        width=260,
        help="De grenzen zijn rond en op elk moment gelijk.",
    )


def _choose_places(view: View) -> None:
    st.session_state["spots"] = view.spots
    st.toggle(
        "Ontwikkelplaatsen",
        key="spots",
        on_change=_take,
        args=("spots",),
        help="Hoe groter het teken, hoe meer vrije plekken. Een ontwikkelplaats staat rond het"
        " midden van haar buurt; het adres is niet bekend.",
    )


def _choose_day(results: Results, view: View) -> None:
    """The day to compare with: the end of a month before the peildatum."""
    last = questions.as_of(view, results.known)
    chosen = questions.compared_with(view, results.known)
    days = {*month_days(results.known.beginning, last), chosen} - {last}
    if not days:
        return
    st.session_state["since"] = chosen
    st.selectbox(
        "Vergelijk met",
        sorted(days, reverse=True),
        format_func=day_words,
        key="since",
        placeholder="Kies een maand",
        on_change=_take,
        args=("since",),
        width=220,
    )


def _take(part: str) -> None:
    state.change(**{part: st.session_state[part]})
