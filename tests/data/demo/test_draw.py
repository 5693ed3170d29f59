"""The draws keep their shares, their counts and their borders."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.demo.draw import keep, several, waiting_days, weighted, weighted_rows

WEIGHTS = np.array([0.0, 1.0, 3.0, 0.0, 6.0])


def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def shares(drawn: np.ndarray) -> list[float]:
    counts = Counter(drawn.tolist())
    return [counts[index] / len(drawn) for index in range(len(WEIGHTS))]


def test_weighted_draws_in_proportion_and_never_a_zero() -> None:
    drawn = shares(weighted(rng(), WEIGHTS, 50_000))
    assert drawn == pytest.approx([0.0, 0.1, 0.3, 0.0, 0.6], abs=0.01)
    assert drawn[0] == drawn[3] == 0.0


def test_weighted_rows_draws_from_the_row_that_is_asked() -> None:
    matrix = np.stack([WEIGHTS, WEIGHTS[::-1]])
    rows = np.tile([0, 1], 25_000)
    drawn = weighted_rows(rng(), matrix, rows)
    assert shares(drawn[rows == 0]) == pytest.approx([0.0, 0.1, 0.3, 0.0, 0.6], abs=0.015)
    assert shares(drawn[rows == 1]) == pytest.approx([0.6, 0.0, 0.3, 0.1, 0.0], abs=0.015)


@given(counts=st.lists(st.integers(1, 5), min_size=1, max_size=40), seed=st.integers(0, 10**6))
def test_several_draws_as_many_as_asked(counts: list[int], seed: int) -> None:
    weights = np.array([[1.0, 2.0, 30.0, 0.5, 4.0, 1.0]])
    rows = np.zeros(len(counts), dtype=np.int64)
    flags = several(np.random.default_rng(seed), weights, rows, np.array(counts))
    assert flags.sum(axis=1).tolist() == counts


def test_several_takes_the_heavier_more_often() -> None:
    weights = np.array([[1.0, 1.0, 8.0]])
    rows = np.zeros(20_000, dtype=np.int64)
    flags = several(rng(), weights, rows, np.ones_like(rows))
    assert flags.mean(axis=0).tolist() == pytest.approx([0.1, 0.1, 0.8], abs=0.01)


@given(size=st.integers(0, 60), count=st.integers(0, 70), seed=st.integers(0, 10**6))
def test_keep_keeps_exactly_so_many_different_ones(size: int, count: int, seed: int) -> None:
    kept = keep(np.random.default_rng(seed), np.ones(size), count).tolist()
    assert len(kept) == min(size, count)
    assert kept == sorted(set(kept))
    assert all(0 <= index < size for index in kept)


def test_keep_favours_the_heavier() -> None:
    weights = np.repeat([1.0, 4.0], 5_000)
    kept = keep(rng(), weights, 1_000)
    # close to 1 in 5 while few of the heavy ones are used up
    assert (kept < 5_000).mean() == pytest.approx(0.2, abs=0.04)


def test_waiting_days_have_the_mean_that_is_asked() -> None:
    days = waiting_days(rng(), 40.0, 50_000)
    assert days.min() == 0
    # whole days, rounded down: half a day less
    assert days.mean() == pytest.approx(39.5, abs=0.8)
