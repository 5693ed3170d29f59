"""Ratios of rates against R and statsmodels; discoveries against the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import test_poisson_2indep as compare_rates

from analytics.chance import discoveries, rate_ratio


def test_a_ratio_equals_the_example_of_r() -> None:
    """R, help page of poisson.test: lung cancer in Fredericia against three other cities.

    poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)) answers a rate ratio of 1.971488, an
    interval from 0.8584264 to 4.2772659 and p = 0.07967.
    """
    found = rate_ratio(11, 800, 6 + 8 + 7, 1083 + 1050 + 878)
    assert found.value == pytest.approx(1.971488, abs=1e-6)
    assert found.low == pytest.approx(0.8584264, abs=1e-6)
    assert found.high == pytest.approx(4.2772659, abs=1e-6)
    assert found.probability == pytest.approx(0.07967, abs=1e-5)


@pytest.mark.parametrize("counts", [(60, 30), (3, 3), (0, 8), (12, 1)])
def test_the_probability_equals_that_of_statsmodels(counts: tuple[int, int]) -> None:
    first, second = counts
    wanted = compare_rates(first, 5_000, second, 5_400, method="exact-cond").pvalue
    assert rate_ratio(first, 5_000, second, 5_400).probability == pytest.approx(wanted)


@given(st.integers(0, 40), st.integers(1, 9), st.integers(0, 40), st.integers(1, 9))
def test_the_interval_holds_the_ratio(count: int, years: int, other: int, others: int) -> None:
    found = rate_ratio(count, years, other, others)
    if found.value is None:
        assert other == 0
        assert found.high is None
    else:
        assert found.value == pytest.approx(count / years / (other / others))
        assert found.low <= found.value
        assert found.high is None or found.value <= found.high
    assert 0 <= found.probability <= 1


def test_nothing_against_nothing_says_nothing() -> None:
    assert rate_ratio(0, 5, 0, 5) == (None, 0, None, 1)


def test_discoveries_equal_the_example_of_the_paper() -> None:
    """Benjamini and Hochberg 1995, section 3.2: of these 15, four are discoveries at 0.05."""
    small = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    found = discoveries([*small, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000])
    assert sum(probability <= 0.05 for probability in found) == 4
    assert discoveries([]) == []
