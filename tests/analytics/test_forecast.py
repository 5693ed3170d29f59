"""Forecasts: honest on simulated wijken and the sample, whole, repeatable, and silent in time."""

import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.backtest import backtest, interval
from analytics.forecast import DRAWS, History, drawn, fitted, history
from analytics.marts import ExactMarts
from data.areas import Level
from data.demo import make_demo
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city

ROOT = Path(__file__).parents[2]
LAST = date(2021, 9, 30)
LOW, HIGH = 0.7, 0.9  # between which the share of an honest band of 80% lies


def simulated(seed: int, *, spread: float = 1.0, drift: float = 0.0) -> History:
    """Sixteen wijken with a rate of their own, that start one after another in 48 months."""
    rng = np.random.default_rng(seed)
    wijken, months = 16, 48
    started = np.sort(rng.integers(0, 36, wijken))
    started[:3] = 0
    people = rng.integers(5_000, 20_000, wijken).astype(float)
    ages = np.arange(months) - started[:, None] + 1
    city = np.exp(np.cumsum(rng.normal(0, drift, months)))
    means = 2e-4 * rng.gamma(5, 1 / 5, wijken)[:, None] * people[:, None] * city
    means = np.where(ages >= 1, means * np.maximum(ages, 1) ** 0.3, 0)
    if spread > 1:
        means = rng.gamma(means / (spread - 1) + 1e-12, spread - 1)
    codes = tuple(f"W{number}" for number in range(wijken))
    return History(codes, rng.poisson(means), started, people, LAST)


@pytest.mark.parametrize(
    ("spread", "drift", "months"),
    [(1.0, 0.0, 6), (2.0, 0.0, 3), (1.5, 0.05, 6)],
    ids=["chance", "spread", "drift"],
)
def test_the_band_holds_about_80_percent_of_simulated_months(
    spread: float, drift: float, months: int
) -> None:
    forecasts = inside = 0
    for seed in (5, 6, 7):  # months of one city hang together: several cities tell more
        known = simulated(seed, spread=spread, drift=drift)
        groups = {code: [code] for code in known.codes} | {"city": known.codes}
        found = backtest(known, months, groups)
        forecasts, inside = forecasts + found.forecasts, inside + found.inside
    assert forecasts > 800
    assert LOW <= inside / forecasts <= HIGH


def test_the_band_holds_about_80_percent_of_the_sample() -> None:
    """The documentation is measured on the sample delivery, and tested to be current."""
    page = (ROOT / "docs" / "voorspelling.md").read_text(encoding="utf-8")
    shares = [int(share) / 100 for share in re.findall(r"\| (\d+)% \|", page)]
    assert len(shares) == 6
    assert all(LOW <= share <= HIGH for share in shares)


def test_a_band_that_is_too_narrow_would_be_found() -> None:
    known = simulated(5, spread=6.0)
    means = fitted(known.until(42), 6).means.sum(axis=1)
    naive = np.random.default_rng(1).poisson(means[:, None], (len(means), DRAWS))
    ends = [interval(row.tolist()) for row in naive]
    came = known.counts[:, 42:].sum(axis=1)
    inside = [low <= count <= high for (low, high), count in zip(ends, came, strict=True)]
    assert np.mean(inside) < LOW


def test_draws_are_whole_not_negative_and_always_the_same() -> None:
    first, second = (drawn(simulated(3), 4) for _ in range(2))
    assert first.draws.dtype.kind == "i"
    assert first.draws.shape == (16, 4, DRAWS)
    assert (first.draws >= 0).all()
    assert (first.draws == second.draws).all()
    assert first.months[0] == date(2021, 10, 1)
    assert first.months[3] == date(2022, 1, 1)


def test_totals_add_up_over_wijken_and_months() -> None:
    found = drawn(simulated(3), 3)
    both = found.totals(["W0", "W5"])
    assert (both == found.totals(["W0"]) + found.totals(["W5"])).all()
    assert (both[2] == found.draws[[0, 5]].sum(axis=(0, 1))).all()


def test_a_young_wijk_learns_from_those_before_it() -> None:
    known = simulated(3)
    counts, started = known.counts.copy(), known.started.copy()
    started[-1], counts[-1] = counts.shape[1] - 1, 0  # one month old, nothing counted
    young = History(known.codes, counts, started, known.people, LAST)
    model = fitted(young, 3)
    level = model.shape / model.rate
    assert 0 < level[-1] < 1
    assert drawn(young, 3).totals(["W15"])[-1].mean() > 1
    assert level[0] == pytest.approx(fitted(known, 3).shape[0] / fitted(known, 3).rate[0], rel=0.2)


def test_months_before_a_start_say_nothing_of_a_wijk() -> None:
    known = simulated(3)
    counts = known.counts.copy()
    counts[-1, : known.started[-1]] = 99
    other = History(known.codes, counts, known.started, known.people, LAST)
    assert fitted(other, 3).shape == pytest.approx(fitted(known, 3).shape)


def test_too_little_gives_no_forecast() -> None:
    known = simulated(3)
    assert not drawn(known.until(5), 3).months
    empty = History(known.codes, known.counts * 0, known.started, known.people, LAST)
    assert not drawn(empty, 3).months
    none = History((), np.zeros((0, 30), np.int64), np.zeros(0, np.int64), np.zeros(0), LAST)
    assert not drawn(none, 3).months
    assert not drawn(known, 0).months


def test_one_wijk_and_months_without_any_record_can_be_forecast() -> None:
    known = simulated(3)
    counts = known.counts[:1].copy()
    counts[0, -3:] = 0
    alone = History(("W0",), counts, known.started[:1], known.people[:1], LAST)
    found = drawn(alone, 3)
    assert len(found.months) == 3
    assert (found.draws >= 0).all()


@settings(max_examples=10)
@given(st.integers(0, 200), st.integers(8, 47))
def test_a_forecast_knows_only_what_came_before(seed: int, origin: int) -> None:
    known = simulated(seed)
    future = known.counts.copy()
    future[:, origin:] += 50
    changed = History(known.codes, future, known.started, known.people, LAST)
    first, second = drawn(known.until(origin), 2), drawn(changed.until(origin), 2)
    assert (first.draws == second.draws).all()
    assert first.months == second.months


def test_a_history_equals_a_naive_count(tmp_path: Path) -> None:
    frames = twin.prepared(make_demo(seed=3, scale=0.1))
    store = write_city(tmp_path / "demo.duckdb", frames, date(2021, 10, 1))
    known = history(ExactMarts(store), "matches", date(2021, 10, 1))
    store.close()
    assert known.last == LAST
    counts = twin.amount(frames, "matches", Level.WIJK, date(2021, 9, 1), LAST)
    assert known.counts[:, -1].tolist() == [counts[code] for code in known.codes]
    total = twin.amount(frames, "matches", Level.WIJK, None, LAST)
    assert known.counts.sum(axis=1).tolist() == [total[code] for code in known.codes]


def test_a_small_odd_city_has_a_history_and_no_forecast(tmp_path: Path) -> None:
    store = write_city(tmp_path / "odd.duckdb", odd_frames(), ODD_AS_OF)
    known = history(ExactMarts(store), "scans", ODD_AS_OF)
    store.close()
    assert set(known.codes) == {"WK077231", "WK077211"}
    assert not drawn(known, 3).months
