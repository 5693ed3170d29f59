"""Undoing goes from the last choice to the first, and leaves the level alone."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analytics.scope.steps.undo import Choice, last_choice, narrowed, remembered, without
from analytics.scope.view import View
from analytics.scope.windows import Window
from data.reference.areas import Level

STEPS = st.lists(
    st.sampled_from(
        [
            {"area": "SD5"},
            {"area": "SD2"},
            {"window": Window.YEAR},
            {"as_of": date(2020, 5, 31)},
            {"window": Window.YEAR, "as_of": date(2020, 12, 31)},
            {"level": Level.BUURT},
            {"area": ""},
        ]
    ),
    max_size=8,
)


def after(steps: list[dict[str, Any]]) -> tuple[View, tuple[Choice, ...]]:
    view, order = View(), tuple[Choice, ...]()
    for step in steps:
        changed = replace(view, **step)
        order, view = remembered(order, view, changed), changed
    return view, order


@given(STEPS)
def test_undoing_again_and_again_ends_with_everything(steps: list[dict[str, Any]]) -> None:
    view, order = after(steps)
    level = view.level
    for _ in range(3):
        view = without(view, last_choice(view, order))
    assert narrowed(view) == frozenset()
    assert view.level is level


def test_the_last_choice_goes_first() -> None:
    view, order = after([{"window": Window.YEAR}, {"area": "SD5"}])
    assert last_choice(view, order) == {"area"}
    assert last_choice(*after([{"area": "SD5"}, {"window": Window.YEAR}])) == {"window"}


def test_a_year_is_undone_at_once() -> None:
    year = {"window": Window.YEAR, "as_of": date(2020, 12, 31)}
    view, order = after([{"area": "SD5"}, year])
    assert without(view, last_choice(view, order)) == View(area="SD5")


def test_of_a_shared_link_the_time_goes_first() -> None:
    view = View(area="SD5", window=Window.YEAR)
    assert last_choice(view, ()) == {"window"}
    assert last_choice(View(area="SD5"), ()) == {"area"}
    assert last_choice(View(), ()) == frozenset()
