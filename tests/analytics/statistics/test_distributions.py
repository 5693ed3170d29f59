"""The distributions against those of scipy.stats, over wide ranges."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analytics.statistics import distributions as ours
from analytics.statistics.chance import discoveries
from tests.paths import ROOT

SHAPES = st.floats(0.05, 5_000)
SHARES = st.floats(1e-6, 1 - 1e-6)


@given(st.integers(0, 3_000), SHARES)
def test_binomial(total: int, share: float) -> None:
    expected = stats.binom.pmf(np.arange(total + 1), total, share)
    np.testing.assert_allclose(ours.binomial(total, share), expected, rtol=1e-9, atol=1e-290)


@given(st.integers(0, 500), SHAPES, SHAPES)
def test_beta_binomial(total: int, first: float, second: float) -> None:
    expected = stats.betabinom.pmf(np.arange(total + 1), total, first, second)
    found = ours.beta_binomial(total, first, second)
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-290)


@given(SHARES, SHAPES, SHAPES)
def test_quantiles(probability: float, first: float, second: float) -> None:
    beta = stats.beta.ppf(probability, first, second)
    assert ours.beta_quantile(probability, first, second) == pytest.approx(beta, rel=1e-9)
    gamma = stats.gamma.ppf(probability, first)
    assert ours.gamma_quantile(probability, first) == pytest.approx(gamma, rel=1e-9)
    normal = stats.norm.ppf(probability)
    assert ours.normal_quantile(probability) == pytest.approx(normal, rel=1e-12)


@given(st.floats(0, 1_000), SHAPES)
def test_gamma_above(value: float, shape: float) -> None:
    expected = stats.gamma.sf(value, shape)
    assert ours.gamma_above(value, shape) == pytest.approx(expected, rel=1e-9, abs=1e-290)


@given(SHARES, st.lists(st.floats(0, 20_000), min_size=1, max_size=20))
def test_poisson_quantile(probability: float, listed: list[float]) -> None:
    means = np.array(listed)
    count, until, itself = ours.poisson_quantile(probability, means)
    assert count.tolist() == stats.poisson.ppf(probability, means).tolist()
    np.testing.assert_allclose(until, stats.poisson.cdf(count, means), rtol=1e-9)
    np.testing.assert_allclose(itself, stats.poisson.pmf(count, means), rtol=1e-9)


@given(st.lists(st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.05, 1.0])), max_size=40))
def test_discoveries(probabilities: list[float]) -> None:
    expected = stats.false_discovery_control(probabilities).tolist() if probabilities else []
    assert discoveries(probabilities) == pytest.approx(expected)


def test_the_pages_do_without_the_large_library() -> None:
    """What compares areas in the dashboard loads no scipy.stats: it stays small."""
    code = (
        "import sys; from analytics.statistics import chance, limits, distributions as d;"
        "chance.rate_ratio(3, 1.0, 5, 1.0); chance.discoveries([0.5]); d.normal_quantile(0.5);"
        "sys.exit('scipy.stats' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
