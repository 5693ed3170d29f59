"""How far from its promise a share lies by luck: wide for one city, narrow for many areas."""

import numpy as np
import pytest

from analytics.rollout.forecast.luck import by_luck


def test_months_apart_lie_as_wide_as_a_binomial_has_it() -> None:
    """Of 100 separate months: 5% and 95% of a binomial of 100 by 0.8 are 73 and 86."""
    assert by_luck(100, 1) == pytest.approx((0.73, 0.86), abs=0.015)


def test_overlapping_sums_say_less_and_more_cities_say_more() -> None:
    widths = [np.ptp(by_luck(*asked)) for asked in ((24, 1), (24, 6), (24, 12), (240, 12, 10))]
    assert widths[0] < widths[1] < widths[2]
    assert widths[3] < widths[2] / 2


def test_the_same_question_has_the_same_answer() -> None:
    assert by_luck(20, 6) == by_luck(20, 6)
