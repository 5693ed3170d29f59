"""What a reader can choose on the map page besides the indicator: form, classes, places, day."""

import streamlit as st

from analytics.catalog import find
from analytics.scope.indicator.moments import month_days
from analytics.scope.sentences import day_words
from analytics.scope.view import Form, View
from analytics.statistics.classes import Scheme
from pages._parts import choices, state
from pages._parts.session import PageScope

FORMS = {
    Form.MAP: "Kaart",
    Form.BARS: "Staven",
    Form.TABLE: "Tabel",
    Form.SERIES: "Door de tijd",
    Form.CHANGE: "Verandering",
}
WITH_CLASSES = (Form.MAP, Form.SERIES)


def draw(scope: PageScope) -> None:
    """One row: the form, and what belongs to it."""
    view = scope.view
    with st.container(horizontal=True, vertical_alignment="bottom", key="map_choices"):
        _choose_form(view)
        if view.form in WITH_CLASSES:
            _choose_classes(view)
        if view.form is Form.MAP and scope.is_whole:
            _choose_places(view)
        if view.form is Form.CHANGE:
            _choose_day(scope)


def _choose_form(view: View) -> None:
    choices.segments("form", "Toon als", FORMS, view.form)


def _choose_classes(view: View) -> None:
    choices.dropdown(
        "scheme",
        "Klassen",
        {scheme: scheme.label for scheme in Scheme},
        view.scheme or find(view.indicator).scheme,
        placeholder="Kies klassen",
        width=260,
        help="De grenzen zijn rond en op elk moment gelijk.",
    )


def _choose_places(view: View) -> None:
    state.seed("spots", view.spots)
    st.toggle(
        "Ontwikkelplaatsen",
        key="spots",
        on_change=lambda: state.change(spots=st.session_state["spots"]),
        help="Hoe groter het teken, hoe meer vrije plekken. Een ontwikkelplaats staat rond het"
        " midden van haar buurt; het adres is niet bekend.",
    )


def _choose_day(scope: PageScope) -> None:
    """The day to compare with: the end of a month before the peildatum."""
    last = scope.day
    chosen = scope.compared_day
    if days := {*month_days(scope.known.beginning, last), chosen} - {last}:
        choices.dropdown(
            "since",
            "Vergelijk met",
            {day: day_words(day) for day in sorted(days, reverse=True)},
            chosen,
            placeholder="Kies een maand",
            width=220,
        )
