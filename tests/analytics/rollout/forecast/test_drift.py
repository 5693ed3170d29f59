"""Which curve is chosen, and how much city and wijken drift."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import nnls

from analytics.rollout.forecast.curve import Choice
from analytics.rollout.forecast.drift import (
    CHOICES,
    PLAIN,
    PRIOR_STEP,
    WALK,
    Drift,
    _least_squares,
    _level_and_walk,
    chosen,
    drift,
    earlier,
)
from analytics.rollout.forecast.history import History
from tests.simulated import simulated


def choice_of(known: History) -> Choice:
    return chosen(known, earlier(known))


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_a_season_is_found_where_two_years_carry_it(seed: int) -> None:
    known = simulated("season", seed)
    assert choice_of(known.until(48)).season
    assert not choice_of(known.until(23)).season
    assert not choice_of(simulated("flat", seed)).season


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_trend_is_found_where_there_is_one(seed: int) -> None:
    assert choice_of(simulated("decline", seed)) == Choice(trend=True)


def test_a_simple_curve_stays_where_another_is_not_clearly_better() -> None:
    assert choice_of(simulated("flat", 3)) == PLAIN
    assert choice_of(simulated("flat", 3).until(10)) == PLAIN


def test_every_choice_is_tried_from_the_month_that_it_can_be() -> None:
    known = simulated("flat", 2).until(30)
    before = earlier(known)
    first = {choice: min(months for months, kind in before if kind == choice) for choice in CHOICES}
    assert first == {
        PLAIN: 9,
        Choice(trend=True): 12,
        Choice(season=True): 20,
        Choice(season=True, trend=True): 20,
    }
    assert all((30, choice) in before for choice in CHOICES)
    late = History(known.codes, known.counts, known.started + 5, known.people, known.last)
    assert min(months for months, _ in earlier(late)) == 14


def test_what_drifts_is_found() -> None:
    """Five cities of each kind: monthly steps of 6% are found, and next to none in a flat city."""
    steps = {}
    for kind in ("flat", "drift"):
        cities = [simulated(kind, seed) for seed in range(0, 10, 2)]
        found = [drift(known, earlier(known), PLAIN) for known in cities]
        steps[kind] = np.mean([part.city for part in found])
    assert steps["flat"] < 0.0015
    assert 0.003 < steps["drift"] < 0.008  # the steps have a variance of 0.0036


def test_without_earlier_forecasts_the_prior_speaks() -> None:
    known = simulated("flat", 2).until(9)
    assert drift(known, earlier(known), PLAIN) == Drift(0.0, PRIOR_STEP, 0.0)


@pytest.mark.parametrize(("level", "step"), [(0.01, 0.0), (0.0, 0.003), (0.002, 0.001)])
def test_level_and_walk_are_taken_apart(level: float, step: float) -> None:
    found = _level_and_walk(level + step * WALK, np.full(12, 1e6))
    of_logs = np.log1p(level + step * WALK[-1]) / (level + step * WALK[-1])
    assert found == pytest.approx((level * of_logs, step * of_logs), abs=1e-6)


def test_less_than_chance_is_no_drift() -> None:
    assert _level_and_walk(np.full(12, -0.1), np.full(12, 1e6)) == pytest.approx((0, 0), abs=1e-6)


def test_the_walk_is_that_of_the_mean_of_random_steps() -> None:
    steps = np.random.default_rng(1).normal(size=(20_000, 12)).cumsum(axis=1)
    for months in (1, 3, 12):
        assert steps[:, :months].mean(axis=1).var() == pytest.approx(WALK[months - 1], rel=0.05)


def test_only_errors_of_the_past_count() -> None:
    """What comes after a month does not change what was drift at that month."""
    known = simulated("drift", 4)
    whole, past = earlier(known), earlier(known.until(40))
    assert drift(known.until(40), whole, PLAIN) == drift(known.until(40), past, PLAIN)
    assert chosen(known.until(40), whole) == chosen(known.until(40), past)


@given(st.integers(0, 2**32 - 1), st.sampled_from([(1, 1), (1, -1), (-1, 1), (-1, -1)]))
def test_factors_are_those_of_scipy(seed: int, signs: tuple[int, int]) -> None:
    dice = np.random.default_rng(seed)
    terms = dice.random((9, 2))
    goal = terms @ (np.array(signs) * dice.random(2)) + dice.normal(0, 0.1, 9)
    assert _least_squares(terms, goal) == pytest.approx(tuple(nnls(terms, goal)[0]), abs=1e-9)


def test_without_forecasts_far_enough_there_is_no_level() -> None:
    assert _least_squares(np.array([[0.0, 0.0], [0.0, 2.0]]), np.array([0.0, 3.0])) == (0.0, 1.5)
