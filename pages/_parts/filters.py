"""The filters beside every page: level, area, window of time and peildatum."""

import streamlit as st

from analytics.figures.marts import Audience
from analytics.scope.view import LEVELS, Known, View
from analytics.scope.windows import Window
from data.reference.areas import Level
from pages._parts import access, own_areas, state

AUDIENCES = {Audience.INTERN: "exact (intern)", Audience.GEMEENTE: "afgerond"}
CITY = "Eindhoven (hele stad)"
SELECTION = ("level", "area", "window", "as_of")


def draw(view: View, known: Known) -> None:
    """Draws the filters with what the view holds; a change shows on every page."""
    _seed(view, known)
    _draw_place(known)
    _draw_time(known)
    if access.may_see_exact():
        _draw_audience()


def _draw_place(known: Known) -> None:
    st.selectbox(
        "Gebied",
        ["", *(code for code, area in known.areas.items() if area.level is not Level.GEMEENTE)],
        format_func=lambda code: known.areas[code].label if code else CITY,
        key="area",
        placeholder="Zoek een gebied",
        on_change=_take,
        args=("area",),
    )
    own_areas.draw(known)
    st.segmented_control(
        "Kaart en tabel per",
        LEVELS,
        key="level",
        required=True,
        on_change=_take,
        args=("level",),
        width="stretch",
    )


def _draw_time(known: Known) -> None:
    st.selectbox(
        "Periode",
        tuple(Window),
        format_func=lambda window: window.label,
        key="window",
        placeholder="Kies een periode",
        on_change=_take,
        args=("window",),
    )
    st.date_input(
        "Peildatum",
        min_value=known.beginning,
        max_value=known.as_of,
        format="DD-MM-YYYY",
        key="as_of",
        on_change=_take,
        args=("as_of",),
        help="Alle cijfers tonen wat op deze dag bekend was.",
    )


def _draw_audience() -> None:
    st.segmented_control(
        "Aantallen",
        tuple(Audience),
        format_func=AUDIENCES.__getitem__,
        key="audience",
        required=True,
        on_change=_take,
        args=("audience",),
        width="stretch",
        help="Afgerond is wat de gemeente ziet: kleine aantallen blijven onherkenbaar.",
    )


def is_narrowed(view: View) -> bool:
    """Whether there is a selection to undo."""
    return any(getattr(view, part) != getattr(View, part) for part in SELECTION)


def clear() -> None:
    """Undoes the selection; how it is shown stays."""
    state.change(**{part: getattr(View, part) for part in SELECTION})


def _seed(view: View, known: Known) -> None:
    st.session_state["area"] = view.area
    st.session_state["level"] = view.level
    st.session_state["window"] = view.window
    st.session_state["as_of"] = view.as_of or known.as_of
    st.session_state["audience"] = known.audience


def _take(part: str) -> None:
    state.change(**{part: st.session_state[part]})
