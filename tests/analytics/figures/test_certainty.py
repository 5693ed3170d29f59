"""What rounded counts may claim: against every true count that can be behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.figures.certainty import (
    Bounds,
    Rate,
    claimable,
    differ,
    is_above,
    is_highest,
    is_lowest,
    rounding_bounds,
    rounding_margin,
)

COUNTS = st.integers(0, 30)
PEOPLE = st.integers(1, 9)


@pytest.mark.parametrize(("threshold", "margin"), [(0, 0), (3, 3), (5, 5)])
def test_rounding_moves_a_count_by_the_threshold_at_the_most(threshold: int, margin: int) -> None:
    assert rounding_margin(threshold) == margin


@pytest.mark.parametrize(
    ("count", "threshold", "is_settled"),
    [(20, 5, True), (19, 5, False), (0, 5, False), (0, 0, True), (12, 3, True), (11, 3, False)],
)
def test_four_times_the_threshold_may_be_compared(
    count: int, threshold: int, *, is_settled: bool
) -> None:
    assert claimable(count, threshold) is is_settled


def test_a_rate_lies_between_what_its_count_can_be() -> None:
    assert rounding_bounds(Rate(20, 4), 5) == Bounds(15 / 4, 25 / 4)
    assert rounding_bounds(Rate(5, 2), 5) == Bounds(0, 5)
    assert rounding_bounds(Rate(3, 2), 5) == Bounds(0, 4)
    assert rounding_bounds(Rate(7, 2), 0) == Bounds(3.5, 3.5)


@given(COUNTS, PEOPLE, COUNTS, PEOPLE, st.integers(1, 5))
def test_a_small_count_is_above_another_only_when_it_is_for_every_true_count(
    count: int, people: int, other: int, others: int, threshold: int
) -> None:
    one, two = Rate(count, people), Rate(other, others)
    if min(count, other) >= 4 * threshold:
        assert is_above(one, two, threshold) is (count / people > other / others)
        return
    true = range(max(count - threshold, 0), count + threshold + 1)
    against = range(max(other - threshold, 0), other + threshold + 1)
    always = all(a / people > b / others for a in true for b in against)
    assert is_above(one, two, threshold) is always


@given(COUNTS, PEOPLE, COUNTS, PEOPLE, st.integers(0, 5))
def test_of_two_rates_at_most_one_is_above(
    count: int, people: int, other: int, others: int, threshold: int
) -> None:
    one, two = Rate(count, people), Rate(other, others)
    first, second = is_above(one, two, threshold), is_above(two, one, threshold)
    assert not (first and second)
    assert differ(one, two, threshold) is (first or second)
    if threshold == 0:
        assert differ(one, two, threshold) is (count / people != other / others)


def test_five_for_two_residents_is_not_the_highest() -> None:
    """Urkhoven: 5 shown on 173 inhabitants, against 40 on 2,000: 28.9 against 20 per 1,000."""
    urkhoven, large, hool = Rate(5, 0.173), Rate(40, 2.0), Rate(0, 0.004)
    assert not is_highest(urkhoven, [large, hool], 5)
    assert is_highest(urkhoven, [large, hool], 0)
    assert not is_lowest(hool, [urkhoven, large], 5)
    assert is_lowest(hool, [urkhoven, large], 0)


def test_what_shares_its_place_is_neither_highest_nor_lowest() -> None:
    ties = [Rate(40), Rate(40), Rate(20)]
    assert not is_highest(ties[0], ties[1:], 5)
    assert is_lowest(ties[2], ties[:2], 5)
    assert is_highest(Rate(1), [], 5)
    assert is_lowest(Rate(1), [], 5)


@pytest.mark.parametrize(
    ("now", "then", "is_told"), [(10, 0, False), (11, 0, True), (22, 20, True), (19, 10, False)]
)
def test_a_change_that_rounding_can_make_is_not_told(now: int, then: int, *, is_told: bool) -> None:
    assert differ(Rate(now), Rate(then), 5) is is_told
    assert differ(Rate(then), Rate(now), 5) is is_told
