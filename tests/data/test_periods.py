"""Slices of time: published ISO weeks, and properties that must hold for any span."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.periods import (
    Period,
    add_months,
    first_day,
    is_quarter_end,
    label,
    month_end,
    months_between,
    next_first_day,
    slices,
)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2021-02-28", -12, "2020-02-29"),
        ("2021-09-30", -3, "2021-06-30"),
        ("2021-12-15", 1, "2022-01-15"),
        ("2021-03-30", -1, "2021-02-28"),
    ],
)
def test_adding_months_keeps_whole_months_whole(day: str, months: int, wanted: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(wanted)


@given(day=days)
def test_the_end_of_a_month_is_followed_by_a_first(day: date) -> None:
    end = month_end(day)
    assert (end + timedelta(days=1)).day == 1
    assert (end.year, end.month) == (day.year, day.month)


@given(day=days, months=st.integers(-100, 100))
def test_months_are_counted_as_they_are_added(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


@given(day=days)
def test_a_quarter_ends_with_the_last_day_of_every_third_month(day: date) -> None:
    ends = [date(day.year, month, last) for month, last in ((3, 31), (6, 30), (9, 30), (12, 31))]
    assert is_quarter_end(day) == (day in ends)
    assert all(is_quarter_end(end) for end in ends)


@pytest.mark.parametrize(
    ("period", "first", "following"),
    [
        (Period.WEEK, date(2021, 8, 16), date(2021, 8, 23)),
        (Period.MONTH, date(2021, 8, 1), date(2021, 9, 1)),
        (Period.QUARTER, date(2021, 7, 1), date(2021, 10, 1)),
        (Period.YEAR, date(2021, 1, 1), date(2022, 1, 1)),
    ],
)
def test_a_day_lies_in_its_period(period: Period, first: date, following: date) -> None:
    assert first_day(date(2021, 8, 19), period) == first
    assert next_first_day(first, period) == following


@given(start=days, length=st.integers(0, 900), period=st.sampled_from(list(Period)))
def test_slices_cover_the_span_without_gaps(start: date, length: int, period: Period) -> None:
    end = start + timedelta(days=length)
    parts = slices(start, end, period)
    assert (parts[0].start, parts[-1].end) == (start, end)
    for earlier, later in pairwise(parts):
        assert later.start == earlier.end + timedelta(days=1)
    assert len({part.label for part in parts}) == len(parts)
    for whole in parts[1:-1]:
        assert whole.start == first_day(whole.start, period)
        assert next_first_day(whole.start, period) == whole.end + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2018-12-31", "2019-W01")],
)
def test_weeks_follow_iso_8601(day: str, wanted: str) -> None:
    (part,) = slices(date.fromisoformat(day), date.fromisoformat(day), Period.WEEK)
    assert part.label == wanted


def test_labels_of_longer_periods() -> None:
    first = date(2021, 7, 1)
    assert label(first, Period.MONTH) == "2021-07"
    assert label(first, Period.QUARTER) == "2021-Q3"
    assert label(date(2021, 1, 1), Period.YEAR) == "2021"
