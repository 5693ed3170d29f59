"""Windows of time: adjacent, as long as their name says, and never half a month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.scope.windows import Span, Window, span, span_before, whole_months
from data.periods import Period, month_end, slices

DAYS = st.dates(date(2017, 1, 1), date(2030, 12, 31))
BOUNDED = st.sampled_from([window for window in Window if window is not Window.ALL])
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("window", "as_of", "expected", "before"),
    [
        (Window.ALL, date(2021, 10, 1), (None, "2021-10-01"), (None, "2020-10-01")),
        (
            Window.YEAR,
            date(2021, 9, 30),
            ("2020-10-01", "2021-09-30"),
            ("2019-10-01", "2020-09-30"),
        ),
        (
            Window.QUARTER,
            date(2021, 9, 30),
            ("2021-07-01", "2021-09-30"),
            ("2021-04-01", "2021-06-30"),
        ),
        (
            Window.MONTH,
            date(2020, 2, 29),
            ("2020-02-01", "2020-02-29"),
            ("2020-01-01", "2020-01-31"),
        ),
        (
            Window.MONTH,
            date(2021, 10, 15),
            ("2021-09-16", "2021-10-15"),
            ("2021-08-16", "2021-09-15"),
        ),
    ],
)
def test_windows_by_hand(
    window: Window,
    as_of: date,
    expected: tuple[str | None, str],
    before: tuple[str | None, str],
) -> None:
    assert span(window, as_of) == as_span(expected)
    assert span_before(window, as_of) == as_span(before)


def as_span(days: tuple[str | None, str]) -> Span:
    start = date.fromisoformat(days[0]) if days[0] else None
    return Span(start, date.fromisoformat(days[1]))


@given(BOUNDED, DAYS)
def test_the_span_before_ends_where_the_window_begins(window: Window, as_of: date) -> None:
    now, before = span(window, as_of), span_before(window, as_of)
    assert now.start is not None
    assert before.end + ONE_DAY == now.start
    assert before.start is not None
    assert before.start <= before.end


@given(BOUNDED, DAYS)
def test_a_window_at_the_end_of_a_month_is_whole_months(window: Window, day: date) -> None:
    asked = span(window, month_end(day))
    assert asked.start is not None
    assert asked.start.day == 1
    assert len(slices(asked.start, asked.end, Period.MONTH)) == window.months


@given(st.none() | st.integers(1, 36), DAYS, DAYS)
def test_whole_months_are_whole_and_known(months: int | None, as_of: date, day: date) -> None:
    beginning = day.replace(day=1)
    asked = whole_months(months, as_of, beginning)
    over = beginning <= as_of and month_end(beginning) <= as_of
    assert (asked is not None) == over
    if asked:
        assert asked.start is not None
        assert asked.start >= beginning
        assert asked.start.day == 1
        assert asked.end == month_end(asked.end) <= as_of
        assert month_end(asked.end + ONE_DAY) > as_of
        count = len(slices(asked.start, asked.end, Period.MONTH))
        assert months is None or count <= months
