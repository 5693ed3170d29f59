"""Axes: few round ticks in Dutch between ends that hold all that is drawn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout.axis import (
    MOST,
    Axis,
    months_apart,
    number_ticks,
    place,
    step_axis,
    step_ticks,
)


@given(st.floats(0.01, 1e7), st.integers(0, 2))
def test_an_axis_has_few_round_numbers_from_zero(top: float, decimals: int) -> None:
    marks = number_ticks(0, top, decimals)
    assert min(marks) == 0
    assert max(marks) <= top
    assert len(marks) <= MOST
    assert len(set(marks.values())) == len(marks)


@pytest.mark.parametrize(
    ("top", "decimals", "expected"),
    [
        (108, 0, ["0", "20", "40", "60", "80", "100"]),
        (130, 0, ["0", "50", "100"]),
        (97, 0, ["0", "20", "40", "60", "80"]),
        (1, 0, ["0", "1"]),
        (1.08, 2, ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
        (12_000, 0, ["0", "5.000", "10.000"]),
    ],
)
def test_numbers_at_an_axis(top: float, decimals: int, expected: list[str]) -> None:
    assert list(number_ticks(0, top, decimals).values()) == expected


def test_an_axis_can_begin_below_zero() -> None:
    assert list(number_ticks(-30, 30)) == [-20, 0, 20]


def months(count: int) -> list[date]:
    return [date(2019 + month // 12, month % 12 + 1, 1) for month in range(count)]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["jan\n2019"]),
        (3, ["jan\n2019", "feb\n2019", "mrt\n2019"]),
        (12, ["mrt\n2019", "jun\n2019", "sep\n2019", "dec\n2019"]),
        (30, ["jan\n2019", "jan\n2020", "jan\n2021"]),
    ],
)
def test_months_at_an_axis(count: int, expected: list[str]) -> None:
    assert list(step_ticks(months(count)).values()) == expected


def test_days_without_a_new_year_are_named_at_their_ends() -> None:
    found = step_ticks([date(2021, 3, 5), date(2021, 5, 20)])
    assert list(found.values()) == ["mrt\n2021", "mei\n2021"]


def test_a_single_step_stands_in_the_middle() -> None:
    axis = step_axis([date(2021, 4, 1)])
    assert axis.part(place(date(2021, 4, 1))) == 0.5
    assert step_axis([]) == Axis(0, 1, {0: "0", 1: "1"})


def test_under_an_axis_stands_on_how_many_a_step_rests() -> None:
    axis = step_axis(range(14), range(14, 0, -1))
    assert list(axis.ticks.values()) == ["0\n(14)", "3\n(11)", "6\n(8)", "9\n(5)", "12\n(2)"]
    assert axis.apart == 3


@pytest.mark.parametrize(
    ("count", "apart"), [(1, 3), (3, 1), (12, 3), (15, 12), (30, 12), (200, 24)]
)
def test_programs_that_count_from_their_first_month_count_in_the_same_strides(
    count: int, apart: int
) -> None:
    assert months_apart(months(count)) == apart
