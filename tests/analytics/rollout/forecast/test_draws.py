"""Forecasts: whole, repeatable, the same for every level, and silent in time."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.rollout.forecast.curve import Expected, expected
from analytics.rollout.forecast.draws import (
    DRAWS,
    Forecast,
    _counts,
    _means,
    drawn,
    interval,
    whole,
)
from analytics.rollout.forecast.drift import PLAIN, Drift
from analytics.rollout.forecast.history import FARTHEST, History
from tests.simulated import LAST, simulated, simulated_groups


def changed(known: History, **parts: object) -> History:
    """A history with other parts."""
    kept = {name: getattr(known, name) for name in ("codes", "counts", "started", "people", "last")}
    return History(**(kept | parts))


@pytest.fixture(scope="module")
def known() -> History:
    return simulated("flat", 3)


@pytest.fixture(scope="module")
def found(known: History) -> Forecast:
    return drawn(known)


def test_draws_are_whole_not_negative_and_always_the_same(known: History, found: Forecast) -> None:
    again = drawn(known)
    assert found.draws.dtype.kind == "i"
    assert found.draws.shape == (18, FARTHEST, DRAWS)
    assert (found.draws >= 0).all()
    assert (found.draws == again.draws).all()
    assert (found.expected == again.expected).all()
    assert found.last == LAST
    assert found.months[0] == date(2021, 10, 1)
    assert found.months[3] == date(2022, 1, 1)
    assert len(found.months) == FARTHEST


def test_a_city_is_the_sum_of_its_stadsdelen_and_they_of_their_wijken(found: Forecast) -> None:
    levels = simulated_groups()
    whole_city = levels["gemeente"][""]
    for level in ("wijk", "stadsdeel"):
        parts = list(levels[level].values())
        middles = [found.middle(part) for part in parts]
        totals = [found.totals(part) for part in parts]
        assert (np.sum(middles, axis=0) == found.middle(whole_city)).all()
        assert (np.sum(totals, axis=0) == found.totals(whole_city)).all()
    assert found.rows(("W2", "W5", "elsewhere")) == [2, 5]


def test_running_totals_add_up_the_months(found: Forecast) -> None:
    both = found.totals(("W0", "W5"))
    assert (both[2] == found.draws[[0, 5], :3].sum(axis=(0, 1))).all()
    assert (both[0] == found.draws[[0, 5], 0].sum(axis=0)).all()


def test_what_is_expected_never_falls_and_lies_in_the_middle_of_the_draws(found: Forecast) -> None:
    for wijken in simulated_groups()["stadsdeel"].values():
        middle = found.middle(wijken)
        assert (np.diff(middle) >= 0).all()
        medians = np.median(found.totals(wijken), axis=1)
        assert np.abs(middle - medians).max() <= 0.06 * medians.max() + 2


def test_expected_totals_stay_close_to_the_exact_ones(known: History, found: Forecast) -> None:
    exact = expected(known, PLAIN).totals
    assert np.abs(whole(exact) - exact).max() < 1
    assert np.abs(whole(exact).sum(axis=0) - exact.sum(axis=0)).max() < len(exact) / 4


@pytest.mark.parametrize(("parts", "total"), [(1, 0), (2, 1), (7, 3), (20, 10)])
def test_many_halves_are_not_rounded_to_nothing(parts: int, total: int) -> None:
    assert abs(int(whole(np.full((parts, 1), 0.49)).sum()) - total) <= 1
    assert whole(np.full((parts, 1), 3.0)).sum() == 3 * parts
    assert whole(np.full((parts, 1), 3.0 - 1e-12)).sum() == 3 * parts - (parts == 0)


@pytest.mark.parametrize(
    ("draws", "ends"),
    [
        (range(1, 101), (10, 89)),
        ([3] * 50, (3, 3)),
        ([0] * 50 + [1] * 30 + [2] * 20, (0, 1)),
        ([0] * 20 + [1] * 30 + [2] * 50, (1, 2)),
        ([0] * 9 + [1] * 82 + [2] * 9, (1, 1)),
        ([0] * 12 + [1] * 76 + [2] * 12, (1, 1)),
        ([0] * 25 + [1] * 50 + [2] * 25, (0, 1)),
    ],
)
def test_an_interval_is_as_near_to_80_percent_as_whole_numbers_can(
    draws: list[int], ends: tuple[int, int]
) -> None:
    assert interval(np.array(list(draws))) == ends


@given(st.lists(st.integers(0, 30), min_size=20, max_size=200))
def test_no_other_interval_with_ends_beside_it_is_nearer(draws: list[int]) -> None:
    values = np.array(draws)
    low, high = interval(values)
    assert values.min() <= low <= high <= values.max()

    def off(a: int, b: int) -> float:
        return abs(sum(a <= draw <= b for draw in draws) / len(draws) - 0.8)

    ends = np.quantile(values, (0.1, 0.9), method="closest_observation").astype(int)
    assert off(low, high) <= off(int(ends[0]), int(ends[1])) + 1e-12


def test_counts_spread_as_much_as_was_asked() -> None:
    rng = np.random.default_rng(1)
    means = np.full(200_000, 8.0)
    for spread in (1.0, 3.0):
        counts = _counts(rng, means, spread)
        assert counts.mean() == pytest.approx(8, rel=0.01)
        assert counts.var() / counts.mean() == pytest.approx(spread, rel=0.03)
    assert _counts(rng, np.zeros(5), 2.0).tolist() == [0] * 5


def test_means_drift_as_much_as_was_asked() -> None:
    sure = Expected(np.full(3, 2.0), np.full(3, 1e-9), np.full((3, FARTHEST), 5.0), 1.0)
    logs = np.log(_means(np.random.default_rng(1), sure, Drift(0.04, 0.01, 0.02), 20_000) / 10)
    assert logs.shape == (3, FARTHEST, 20_000)
    assert np.median(logs) == pytest.approx(0, abs=0.01)
    assert logs[0].var(axis=1) == pytest.approx(0.04 + 0.03 * np.arange(1, 13), rel=0.05)
    shared = np.cov(logs[0, 11], logs[1, 11])[0, 1]
    assert shared == pytest.approx(0.04 + 0.01 * 12, rel=0.05)
    levels = Expected(np.full(1, 2.0), np.full(1, 0.5), np.full((1, FARTHEST), 5.0), 1.0)
    drawn_levels = _means(np.random.default_rng(1), levels, Drift(0, 0, 0), 50_000)[0, 3] / 5
    assert drawn_levels.mean() == pytest.approx(2, rel=0.01)
    assert drawn_levels.var() == pytest.approx(1, rel=0.05)


def test_too_little_gives_no_forecast(known: History) -> None:
    assert not drawn(known.until(8)).months
    assert drawn(known.until(9)).months
    empty = changed(known, counts=known.counts * 0)
    assert not drawn(empty).months
    assert drawn(empty).draws.shape == (18, 0, 1)
    none = History((), np.zeros((0, 30), np.int64), np.zeros(0, np.int64), np.zeros(0), LAST)
    assert not drawn(none).months


def test_one_wijk_and_months_without_any_record_can_be_forecast(known: History) -> None:
    counts = known.counts[:1].copy()
    counts[0, -3:] = 0
    alone = History(("W0",), counts, known.started[:1], known.people[:1], LAST)
    assert (drawn(alone).draws >= 0).all()


def test_a_planned_start_is_counted_in_from_its_month(known: History) -> None:
    started = known.started.copy()
    counts = known.counts.copy()
    started[-1], counts[-1] = known.months + 4, 0  # the fifth month to come
    planned = drawn(changed(known, started=started, counts=counts))
    assert planned.totals(("W17",))[3].max() == 0
    assert planned.totals(("W17",))[11].mean() > 5
    assert planned.middle(("W17",))[3] == 0
    assert planned.middle(("W17",))[11] > 5
    far = started.copy()
    far[-1] = known.months + FARTHEST
    assert drawn(changed(known, started=far, counts=counts)).totals(("W17",)).max() == 0


@settings(max_examples=8)
@given(st.integers(0, 200), st.integers(9, 57))
def test_a_forecast_knows_only_what_came_before(seed: int, origin: int) -> None:
    known = simulated("drift", seed)
    future = known.counts.copy()
    future[:, origin:] += 50
    other = changed(known, counts=future)
    first, second = drawn(known.until(origin)), drawn(other.until(origin))
    assert (first.draws == second.draws).all()
    assert first.months == second.months
