"""The view of this reader: kept while pages change, and always equal to the address."""

from dataclasses import replace
from typing import Any

import streamlit as st

from analytics.figures.marts import Audience
from analytics.scope.misunderstood import misunderstood
from analytics.scope.view import Known, View, parse, parse_audience, to_query

_VIEW, _ADDRESS, _CHANGES, _NOTES = "view", "address", "changes", "notes"


def follow_address(known: Known) -> View:
    """The view of this run, written back to the address.

    An address that differs from the one written last was changed by the reader, and wins.
    """
    address = st.query_params.to_dict()
    if address != st.session_state.get(_ADDRESS):
        st.session_state[_VIEW] = parse(address, known)
        st.session_state[_NOTES] = misunderstood(address, known)
    view = parse(to_query(st.session_state[_VIEW]), known)  # another file may know other areas
    wanted = to_query(view)
    if address != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_VIEW] = view
    st.session_state[_ADDRESS] = wanted
    return view


def asked_audience() -> Audience:
    """The audience that the reader asks for, before it is known which days that audience sees."""
    address = st.query_params.to_dict()
    if address != st.session_state.get(_ADDRESS):
        return parse_audience(address)
    return view().audience


def asked_area() -> str:
    """The code of the area that the reader asks for: it may be one of their own."""
    address = st.query_params.to_dict()
    if address != st.session_state.get(_ADDRESS):
        return address.get("gebied", "")
    return view().area


def view() -> View:
    """The view of this run, as the frame has left it."""
    kept: View = st.session_state[_VIEW]
    return kept


def notes() -> list[str]:
    """What the address named that is not there, until the reader chooses something."""
    kept: list[str] = st.session_state.get(_NOTES, [])
    return kept


def change(**parts: Any) -> None:
    """Changes parts of the view; for callbacks, which run before the page does."""
    keep(replace(view(), **parts))


def keep(view: View) -> None:
    """Puts another view in the place of this one; for callbacks."""
    st.session_state[_VIEW] = view
    st.session_state[_CHANGES] = changes() + 1
    st.session_state[_NOTES] = []


def changes() -> int:
    """How often the view was changed: a chart with this in its key forgets old clicks."""
    count: int = st.session_state.get(_CHANGES, 0)
    return count


def choose_area(code: str) -> None:
    """Selects an area on all pages; choosing the chosen one again, or "", undoes it."""
    change(area="" if code == view().area else code)
