"""A choice in the bar: one part of the view changes, and nonsense changes nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.scope.steps.choices import PARTS, chosen
from analytics.scope.view import View
from analytics.scope.windows import Window
from data.reference.areas import Level
from tests.analytics.scope.test_view import KNOWN, VIEWS

YEAR = View(area="SD5", window=Window.YEAR, as_of=date(2020, 12, 31))


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("gebied", "", View(window=Window.YEAR, as_of=date(2020, 12, 31))),
        ("niveau", "buurt", View(Level.BUURT, "SD5", Window.YEAR, date(2020, 12, 31))),
        ("periode", "maand", View(area="SD5", window=Window.MONTH)),
        ("peildatum", "2021-05-04", View(area="SD5", window=Window.YEAR, as_of=date(2021, 5, 4))),
        ("peildatum", "2021-10-01", View(area="SD5", window=Window.YEAR)),
        ("onzin", "x", YEAR),
    ],
)
def test_one_part_changes(part: str, text: str, expected: View) -> None:
    assert chosen(YEAR, KNOWN, part, text) == expected


def test_an_area_of_ones_own_comes_with_its_buurten() -> None:
    found = chosen(View(), KNOWN, "gebied", "eigen~Park~1110~1120")
    assert found == View(area="eigen~Park~1110~1120", level=Level.BUURT)


@given(VIEWS, st.sampled_from([*PARTS, "x"]), st.text())
def test_nonsense_leaves_a_view_that_can_be_shown(view: View, part: str, text: str) -> None:
    found = chosen(view, KNOWN, part, text)
    assert found.level in tuple(Level)
    assert found.as_of is None or KNOWN.beginning <= found.as_of < KNOWN.as_of
