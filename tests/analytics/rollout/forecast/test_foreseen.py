"""Months that were not foreseen: seldom by chance, nearly always after a break in level."""

import numpy as np
import pytest

from analytics.rollout.forecast.draws import Forecast, drawn
from analytics.rollout.forecast.drift import earlier
from analytics.rollout.forecast.foreseen import FORESEEN, Departure, departed, outside
from analytics.rollout.forecast.history import History
from tests.analytics.rollout.forecast.test_draws import changed
from tests.simulated import LAST, simulated, simulated_groups

CITY = simulated_groups()["gemeente"][""]


def is_noticed(known: History) -> bool:
    """Whether the last months of the city were not foreseen."""
    before = earlier(known)
    made = {months: drawn(known.until(known.months - months), before, 400) for months in FORESEEN}
    return any(departed(known, found, months, CITY) for months, found in made.items())


def test_at_most_one_in_twenty_is_noticed_by_chance() -> None:
    """Cities in which nothing breaks, at two moments each; a drifting city does break at times."""
    cities = [simulated(kind, seed) for kind in ("flat", "season", "clumped") for seed in range(7)]
    noticed = [is_noticed(known.until(end)) for known in cities for end in (44, 60)]
    assert len(noticed) == 42
    assert np.mean(noticed) <= 0.05


@pytest.mark.parametrize(("level", "months"), [(0.4, 3), (0.4, 6), (2.2, 3)])
def test_a_break_in_level_is_noticed(level: float, months: int) -> None:
    noticed = []
    for seed in range(4):
        known = simulated("flat", seed)
        counts = known.counts.copy()
        counts[:, -months:] = np.round(counts[:, -months:] * level)
        noticed.append(is_noticed(changed(known, counts=counts)))
    assert np.mean(noticed) >= 0.9


def forecast_of(totals: range) -> Forecast:
    draws = np.array(totals, dtype=np.int64)[None, None, :].repeat(12, axis=1)
    return Forecast(("W0",), LAST, (LAST,) * 12, draws, draws[:, :, 0])


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (3, Departure(3, 9, 12, 2985)),
        (4, None),
        (995, None),
        (996, Departure(3, 2988, 12, 2985)),
    ],
)
def test_what_came_is_held_against_the_band(count: int, found: Departure | None) -> None:
    """Three months of the same draw of 0 to 1,000: the band is 12 to 2,985 (0.5 to 99.5%)."""
    known = changed(simulated("flat", 2), counts=np.full((18, 60), count))
    assert departed(known, forecast_of(range(1001)), 3, ("W0",)) == found
    assert departed(known, forecast_of(range(1001)), 3, ("elsewhere",)) is None
    assert departed(known, drawn(known.until(5)), 3, ("W0",)) is None


def test_the_band_leaves_one_percent_out() -> None:
    assert outside(list(range(1001))) == (4, 995)
