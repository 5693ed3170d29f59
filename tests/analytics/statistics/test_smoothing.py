"""Smoothed rates against esda, and what holds for all of them."""

import numpy as np
import pytest
from esda.smoothing import Empirical_Bayes
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analytics.gaps.counts import Numbers
from analytics.statistics.smoothing import smooth

EVENTS = arrays("float64", 12, elements=st.integers(0, 40))
BASE = arrays("float64", 12, elements=st.integers(50, 900))


@given(seed=st.integers(0, 10_000))
def test_rates_equal_esda_where_areas_differ(seed: int) -> None:
    draws = np.random.default_rng(seed)
    base = draws.integers(50, 5_000, 20).astype("float64")
    events = draws.poisson(base * draws.gamma(2, 0.01, 20)).astype("float64")
    ours, theirs = smooth(events, base, is_share=False), Empirical_Bayes(events, base)
    if ours.real[0] > 0:
        assert ours.rate == pytest.approx(theirs.r[:, 0])
    else:
        assert ours.rate == pytest.approx(np.full(20, events.sum() / base.sum()))


def test_a_share_by_hand() -> None:
    """Two areas of 10 with shares 0,1 and 0,9: mean 0,5, seen 0,16, chance 0,025."""
    found = smooth(np.array([1.0, 9.0]), np.array([10.0, 10.0]), is_share=True)
    trust = 0.135 / (0.135 + 0.025)
    assert [found.mean[0], found.seen[0], found.real[0]] == pytest.approx([0.5, 0.16, 0.135])
    assert found.rate == pytest.approx([0.5 - trust * 0.4, 0.5 + trust * 0.4])
    assert found.standardised == pytest.approx([-trust, trust])


@pytest.mark.parametrize("is_share", [True, False])
@given(events=EVENTS, base=BASE)
def test_a_rate_lies_between_the_raw_one_and_the_mean(
    is_share: bool, events: Numbers, base: Numbers
) -> None:
    found = smooth(events, base, is_share=is_share)
    raw = events / base
    low, high = np.minimum(raw, found.mean), np.maximum(raw, found.mean)
    assert ((low - 1e-12 <= found.rate) & (found.rate <= high + 1e-12)).all()


def test_areas_that_differ_by_less_than_chance_are_alike() -> None:
    found = smooth(np.array([10.0, 11.0, 9.0]), np.full(3, 1_000.0), is_share=False)
    assert found.real[0] == 0
    assert (found.rate == found.mean).all()
    assert (found.standardised == 0).all()


def test_an_area_without_base_gets_the_mean_and_changes_nothing() -> None:
    events, base = np.array([2.0, 30.0, 0.0]), np.array([100.0, 100.0, 0.0])
    found = smooth(events, base, is_share=False)
    assert found.rate[:2] == pytest.approx(smooth(events[:2], base[:2], is_share=False).rate)
    assert found.rate[2] == found.mean[0]
    assert found.standardised[2] == 0


def test_an_area_of_one_counts_as_much_as_one_can() -> None:
    """Rates 1 of one and 0,1 of nine: mean 0,19, seen 0,0729, chance 0,038, real 0,0349."""
    found = smooth(np.array([1.0, 0.9]), np.array([1.0, 9.0]), is_share=False)
    assert [found.mean[0], found.seen[0], found.real[0]] == pytest.approx([0.19, 0.0729, 0.0349])
    assert found.rate[0] == pytest.approx(0.19 + 0.0349 / (0.0349 + 0.19) * 0.81)


def test_nothing_at_all_gives_no_differences() -> None:
    found = smooth(np.zeros(3), np.zeros(3), is_share=False)
    assert found.rate.tolist() == found.standardised.tolist() == [0.0, 0.0, 0.0]


@given(events=arrays("float64", (3, 5), elements=st.integers(0, 9)))
def test_rows_are_smoothed_each_by_itself(events: Numbers) -> None:
    base = np.array([10.0, 20.0, 30.0, 40.0, 50.0])
    together = smooth(events, base, is_share=True).rate
    for row, rates in zip(events, together, strict=True):
        assert rates == pytest.approx(smooth(row, base, is_share=True).rate)
