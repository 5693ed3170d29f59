"""The curve that wijken have in common, and how far each is from it."""

from datetime import date

import numpy as np
import pytest

from analytics.rollout.forecast.curve import Choice, _spread, _trend, expected, penalised
from analytics.rollout.forecast.drift import CHOICES, PLAIN
from analytics.rollout.forecast.history import History
from tests.analytics.rollout.forecast.test_draws import changed
from tests.simulated import simulated


def test_a_regression_is_that_of_statsmodels() -> None:
    from statsmodels.genmod.families import Poisson  # noqa: PLC0415 (seconds to load)
    from statsmodels.genmod.generalized_linear_model import GLM  # noqa: PLC0415

    rng = np.random.default_rng(4)
    terms = np.column_stack([np.ones(300), rng.normal(size=(300, 2))])
    offset, weights = rng.normal(2, 0.3, 300), rng.uniform(0.1, 1, 300)
    counts = rng.poisson(np.exp(terms @ [0.3, 0.5, -0.4] + offset))
    found = penalised(terms, counts, offset, weights, np.zeros(3))
    model = GLM(counts, terms, family=Poisson(), offset=offset, freq_weights=weights).fit()
    assert found == pytest.approx(model.params, abs=1e-4)


def test_a_penalty_is_a_normal_prior() -> None:
    """One count of 9 where 1 was expected, a prior of precision 4: 9 - e^b = 4b."""
    found = penalised(np.ones((1, 1)), np.array([9]), np.zeros(1), np.ones(1), np.array([4.0]))
    assert 9 - np.exp(found[0]) == pytest.approx(4 * found[0], abs=1e-3)


def test_nothing_counted_is_half_a_count() -> None:
    start = penalised(np.ones((2, 1)), np.zeros(2, int), np.zeros(2), np.ones(2), np.array([1e9]))
    assert abs(start[0]) < 1.4  # drawn towards 0 from the logarithm of a quarter


@pytest.mark.parametrize("kind", ["flat", "growth", "decline", "season"])
def test_the_right_curve_foresees_a_city_without_chance(kind: str) -> None:
    """With hardly any chance in it every month is off by less than 12%."""
    known = simulated(kind, 2)
    rich = changed(known, counts=known.counts * 0 + 40)
    months = np.arange(60 + 12)
    shape = {
        "flat": np.ones(72),
        "growth": np.exp(0.02 * (months - 60)),
        "decline": np.exp(-0.02 * (months - 60)),
        "season": 1 + 0.5 * np.sin(2 * np.pi * months / 12),
    }[kind]
    counts = np.round(200 * shape[:60] * known.people[:, None] / known.people.mean()).astype(int)
    old = changed(rich, counts=counts, started=known.started * 0 - 100)
    choice = Choice(season=kind == "season", trend=kind in ("growth", "decline"))
    found = expected(old, choice)
    foreseen = (found.level[:, None] * found.means).sum(axis=0)
    real = 200 * shape[60:] * len(known.people)
    assert foreseen == pytest.approx(real, rel=0.12)
    assert foreseen[0] == pytest.approx(real[0], rel=0.06)


def test_months_before_a_start_say_nothing_of_a_wijk() -> None:
    known = simulated("flat", 3)
    counts = known.counts.copy()
    counts[-1, : known.started[-1]] = 99
    for choice in CHOICES:
        first, second = expected(known, choice), expected(changed(known, counts=counts), choice)
        assert first.level == pytest.approx(second.level)
        assert first.means == pytest.approx(second.means)


def test_a_young_wijk_learns_from_those_before_it() -> None:
    known = simulated("flat", 3)
    counts, started = known.counts.copy(), known.started.copy()
    started[-1], counts[-1] = known.months - 1, 0  # one month old, nothing counted
    found = expected(changed(known, counts=counts, started=started), PLAIN)
    assert 0.3 < found.level[-1] < 1
    assert found.width[-1] > 3 * found.width[0]
    planned = started.copy()
    planned[-1] = known.months + 2
    assert expected(changed(known, counts=counts, started=planned), PLAIN).level[-1] == 1


def test_the_level_of_a_wijk_is_that_of_its_last_months() -> None:
    known = simulated("flat", 2)
    counts = known.counts.copy()
    counts[0, -6:] *= 3
    found, before = expected(changed(known, counts=counts), PLAIN), expected(known, PLAIN)
    assert 1.5 < found.level[0] / before.level[0] < 3


def test_spread_is_that_of_months_around_the_level_of_their_wijk() -> None:
    """By hand: wijk 1 counts 1, 3 around 2 (0.5 + 0.5), wijk 2 counts 4, 4; one degree is left."""
    assert _spread(np.array([[1, 3], [4, 4]]), np.full((2, 2), 7.0)) == 1.0
    assert _spread(np.array([[0, 8], [4, 4]]), np.full((2, 2), 7.0)) == pytest.approx(8.0)
    assert _spread(np.array([[5]]), np.ones((1, 1))) == 1.0


def test_variances_are_those_of_chance_and_of_the_level() -> None:
    found = expected(simulated("clumped", 2), PLAIN)
    assert found.spread == pytest.approx(4, rel=0.25)
    totals = (found.level[:, None] * found.means).cumsum(axis=1)
    assert found.totals == pytest.approx(totals)
    own = found.level * found.width * found.means.sum(axis=1) ** 2
    assert found.variances[:, -1] == pytest.approx(found.spread * totals[:, -1] + own)


def test_a_trend_is_in_years_and_fades() -> None:
    known = simulated("flat", 2)
    [trend] = _trend(known, np.array([47, 58, 59, 60, 61, 1000]))
    assert trend == pytest.approx([-1, -1 / 12, 0, 0.9 / 12, (0.9 + 0.81) / 12, 9 / 12])


def test_a_season_keeps_to_the_calendar() -> None:
    """The same counts, dated half a year later, peak half a year later."""
    known = simulated("season", 2)
    other = changed(known, last=date(2021, 3, 31))
    season = Choice(season=True)
    assert expected(other, season).means == pytest.approx(expected(known, season).means, rel=1e-6)
    ahead: History = known.until(54)
    assert ahead.last == date(2021, 3, 31)
