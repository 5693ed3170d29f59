"""Days: numbers and dates, busy and quiet ones, and what nobody can know yet."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data.demo.days import (
    ACTIVITY,
    AS_OF,
    LAST,
    NEVER,
    PILOT_START,
    activity_between,
    dates,
    draw_days,
    number_of,
    planned_dates,
)

DAYS = st.integers(0, LAST)


@given(number=DAYS)
def test_numbers_and_dates_are_each_others_twin(number: int) -> None:
    day = PILOT_START + timedelta(days=number)
    assert number_of(day) == number
    assert dates(np.array([number])).tolist() == [pd.Timestamp(day)]


def test_what_comes_after_the_peildatum_is_empty_unless_it_is_a_plan() -> None:
    days = np.array([LAST, LAST + 1, NEVER])
    assert dates(days).tolist()[0] == pd.Timestamp(AS_OF)
    assert dates(days).isna().tolist() == [False, True, True]
    assert planned_dates(days).isna().tolist() == [False, False, True]
    assert planned_dates(days)[1] == pd.Timestamp(AS_OF) + pd.Timedelta(days=1)


@given(one=DAYS, other=DAYS)
def test_activity_between_is_the_sum_of_the_days(one: int, other: int) -> None:
    naive = sum(ACTIVITY[day] for day in range(one, other + 1))
    assert np.isclose(activity_between(np.array([one]), other)[0], naive)


@given(one=DAYS, other=DAYS, seed=st.integers(0, 10**6))
def test_draw_days_stays_between_its_borders(one: int, other: int, seed: int) -> None:
    low, high = min(one, other), max(one, other)
    drawn = draw_days(np.random.default_rng(seed), np.full(20, low), high)
    assert ((drawn >= low) & (drawn <= high)).all()


def test_draw_days_follows_the_activity() -> None:
    first, last = number_of(date(2020, 3, 1)), number_of(date(2020, 3, 31))
    drawn = draw_days(np.random.default_rng(3), np.full(200_000, first), last)
    seen = np.bincount(drawn - first) / len(drawn)
    expected = ACTIVITY[first : last + 1] / ACTIVITY[first : last + 1].sum()
    assert np.abs(seen - expected).max() < 0.003


def test_weekends_lockdowns_and_summers_are_quiet() -> None:
    days = pd.date_range(PILOT_START, AS_OF)
    weekend = days.day_of_week >= 5
    month = days.strftime("%Y-%m")
    busy = {name: ACTIVITY[month == name].mean() for name in set(month)}
    assert ACTIVITY[weekend].mean() < 0.3 * ACTIVITY[~weekend].mean()
    assert busy["2020-04"] < 0.4 * busy["2020-02"]
    assert busy["2021-02"] < 0.4 * busy["2020-11"]
    assert busy["2019-08"] < 0.8 * busy["2019-06"]
