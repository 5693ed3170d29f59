"""Controls that change a part of the view: from a few options in sight, or from a list."""

from collections.abc import Mapping
from typing import Any, TypeVar

import streamlit as st

from analytics.catalog import find
from analytics.rollout.aligned import SUBJECTS, subject_of
from analytics.scope.view import View
from pages._parts import state

Option = TypeVar("Option")


def segments(
    part: str, label: str, options: Mapping[Option, str], shown: Option, **looks: Any
) -> None:
    """Options with their words beside each other; another `key` where the part's is taken."""
    looks = {"key": part} | looks
    state.seed(looks["key"], shown)
    st.segmented_control(
        label,
        tuple(options),
        format_func=options.__getitem__,
        required=True,
        on_change=_take,
        args=(part, looks["key"]),
        **looks,
    )


def dropdown(
    part: str, label: str, options: Mapping[Option, str], shown: Option, **looks: Any
) -> None:
    """Options with their words in a list to search."""
    state.seed(part, shown)
    st.selectbox(
        label,
        tuple(options),
        format_func=options.__getitem__,
        key=part,
        on_change=_take,
        args=(part, part),
        **looks,
    )


def subject(view: View) -> None:
    """What is counted, on pages that compare counts by area; another shows on every page."""
    segments(
        "indicator",
        "Wat wordt vergeleken",
        {counted: find(counted).label for counted in SUBJECTS},
        subject_of(view.indicator),
        key="subject",
        label_visibility="collapsed",
    )


def _take(part: str, key: str) -> None:
    state.change(**{part: st.session_state[key]})
