"""Years and quarters: what a reader writes, and the window that shows it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.scope.calendar import (
    CalendarPeriod,
    calendar_period,
    closed_periods,
    parse_calendar,
)
from analytics.scope.view import parse, to_query
from analytics.scope.windows import Window, span
from tests.analytics.scope.test_view import KNOWN


@pytest.mark.parametrize(
    ("text", "window", "first", "last", "label"),
    [
        ("2020", Window.YEAR, "2020-01-01", "2020-12-31", "2020"),
        ("2021-Q2", Window.QUARTER, "2021-04-01", "2021-06-30", "2e kwartaal van 2021"),
        ("2e kwartaal 2021", Window.QUARTER, "2021-04-01", "2021-06-30", "2e kwartaal van 2021"),
        ("derde kwartaal 2020", Window.QUARTER, "2020-07-01", "2020-09-30", "3e kwartaal van 2020"),
        ("2020k4", Window.QUARTER, "2020-10-01", "2020-12-31", "4e kwartaal van 2020"),
    ],
)  # fmt: skip
def test_a_period_is_read_and_shown(
    text: str, window: Window, first: str, last: str, label: str
) -> None:
    found = parse_calendar(text)
    assert found is not None
    shown = span(found.window, found.end)
    assert (found.window, str(shown.start), str(shown.end)) == (window, first, last)
    assert found.label == label


@pytest.mark.parametrize(
    "text", ["", "20", "0000", "2021-Q5", "kwartaal 2021", "jaar", "5e kwartaal 2021"]
)
def test_what_is_no_year_or_quarter(text: str) -> None:
    assert parse_calendar(text) is None


@given(
    st.sampled_from([Window.YEAR, Window.QUARTER]), st.dates(date(2017, 1, 1), date(2030, 12, 31))
)
def test_what_is_offered_is_over_and_can_be_read_back(window: Window, as_of: date) -> None:
    for one in closed_periods(window, date(2017, 9, 1), as_of):
        assert one.end <= as_of
        assert parse_calendar(one.code) == one
        assert calendar_period(one.window, one.end) == one


def test_all_quarters_since_the_start_are_offered_newest_first() -> None:
    found = closed_periods(Window.QUARTER, date(2020, 2, 1), date(2020, 12, 31))
    assert [one.code for one in found] == ["2020-Q4", "2020-Q3", "2020-Q2", "2020-Q1"]
    assert [
        one.code for one in closed_periods(Window.YEAR, date(2020, 2, 1), date(2020, 12, 30))
    ] == []


def test_a_year_stands_in_the_address_by_its_name() -> None:
    view = parse({"periode": "2020"}, KNOWN)
    assert (view.window, view.as_of) == (Window.YEAR, date(2020, 12, 31))
    assert to_query(view) == {"periode": "2020"}
    assert parse({"periode": "jaar", "peildatum": "2020-12-31"}, KNOWN) == view


@pytest.mark.parametrize("text", ["2016", "2021", "2035-Q1"])
def test_a_year_outside_the_records_is_the_default(text: str) -> None:
    assert to_query(parse({"periode": text}, KNOWN)) == {}


def test_a_quarter_that_ends_with_the_records_has_no_day_of_its_own() -> None:
    assert CalendarPeriod(Window.QUARTER, date(2021, 9, 30)).code == "2021-Q3"
