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
    st.segmented_control(label, required=True, **_wired(part, options, shown, looks))


def dropdown(
    part: str, label: str, options: Mapping[Option, str], shown: Option, **looks: Any
) -> None:
    """Options with their words in a list to search."""
    st.selectbox(label, **_wired(part, options, shown, looks))


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


def _wired(
    part: str, options: Mapping[Option, str], shown: Option, looks: Mapping[str, Any]
) -> dict[str, Any]:
    """What every control has: its options in words, what it shows, and where the choice goes."""
    told = {"key": part, **looks}
    state.seed(told["key"], shown)
    return told | {
        "options": tuple(options),
        "format_func": options.__getitem__,
        "on_change": _take,
        "args": (part, told["key"]),
    }


def _take(part: str, key: str) -> None:
    state.change(**{part: st.session_state[key]})
