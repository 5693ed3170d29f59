"""Ratios of rates against R and statsmodels; discoveries against the paper."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import test_poisson_2indep as compare_rates

from analytics.statistics.chance import discoveries, expected_ratio, rate_ratio, split_probability


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


@pytest.mark.parametrize("counts", [(60, 30), (3, 3), (0, 8), (12, 1), (0, 0)])
def test_without_spread_the_probability_is_that_of_the_exact_test(counts: tuple[int, int]) -> None:
    first, second = counts
    wanted = rate_ratio(first, 3, second, 3).probability
    assert split_probability(first, 3, second, 3, 1.0) == pytest.approx(wanted)


def test_as_much_is_as_far_from_what_is_expected() -> None:
    """5 of 6 in a third of the time, 2 expected: 0 is less far, 4 less far, 5 and 6 are not."""
    wanted = sum(comb(6, k) * (1 / 3) ** k * (2 / 3) ** (6 - k) for k in (5, 6))
    assert split_probability(5, 1, 1, 2, 1.0) == pytest.approx(wanted)
    both = sum(comb(6, k) * (1 / 3) ** k * (2 / 3) ** (6 - k) for k in (0, 4, 5, 6))
    assert split_probability(4, 1, 2, 2, 1.0) == pytest.approx(both)
    assert split_probability(0, 1, 6, 2, 1.0) == pytest.approx(both)


def test_with_spread_the_probability_is_that_of_two_negative_binomials() -> None:
    """Given their sum, by hand: weights C(k + a - 1, k) C(n - k + b - 1, n - k) at a = 4, b = 2."""
    odds = [comb(k + 3, k) * comb(6 - k + 1, 6 - k) for k in range(7)]
    for count in range(7):
        wanted = sum(odds[k] for k in range(7) if abs(k - 4) >= abs(count - 4)) / sum(odds)
        found = split_probability(count, 2, 6 - count, 1, 2.0)
        assert found == pytest.approx(wanted)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(1.01, 5), st.integers(1, 9))
def test_more_spread_makes_every_probability_valid_and_alike_counts_usual(
    count: int, other: int, spread: float, months: int
) -> None:
    assert 0 < split_probability(count, months, other, 3, spread) <= 1
    assert split_probability(count, months, count, months, spread) == pytest.approx(1)


def test_what_is_expected_of_one_pilot_month_is_the_exact_ratio() -> None:
    assert expected_ratio(12, np.array([3, 5]), np.array([0.5, 0.5])) == rate_ratio(12, 1, 8, 2)


def test_an_expected_count_with_weights_has_its_mean_and_variance() -> None:
    """195 observed against 122 expected: 1.60."""
    events, weights = np.array([40, 60, 88]), np.array([1.0, 0.7, 40 / 88])
    found = expected_ratio(195, events, weights)
    assert found.value == pytest.approx(195 / 122)
    alike = round(122**2 / (40 + 60 * 0.49 + 88 * (40 / 88) ** 2))
    assert found == rate_ratio(195, 1, alike, alike / 122)


def test_nothing_expected_has_no_ratio() -> None:
    assert expected_ratio(4, np.array([0, 0]), np.array([1.0, 1.0])).value is None
    tiny = expected_ratio(0, np.array([1]), np.array([0.001]))
    assert (tiny.value, tiny.probability) == (0, 1)
