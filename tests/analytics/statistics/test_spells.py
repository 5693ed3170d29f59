"""Clocks: how many steps there are in months, and back."""

import pytest

from analytics.statistics.spells import DAYS, MONTHS, Clock


@pytest.mark.parametrize(
    ("clock", "months", "steps"),
    [(DAYS, 3, 91), (DAYS, 6, 183), (DAYS, 12, 365), (MONTHS, 1, 1), (MONTHS, 12, 12)],
)
def test_the_steps_in_months(clock: Clock, months: int, steps: int) -> None:
    assert clock.steps(months) == steps
    assert clock.months(steps) == pytest.approx(months, abs=0.02)
    assert Clock(7, is_whole=True).steps(12) == 52
