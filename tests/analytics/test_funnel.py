"""Funnel limits and smoothed rates: against tables, esda and naive counts, and at their borders."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from esda.smoothing import Empirical_Bayes
from hypothesis import given
from hypothesis import strategies as st
from libpysal.examples import load_example
from libpysal.io import open as read

from analytics.funnel import (
    FEWEST,
    Counted,
    compare,
    drawn_in,
    empirical_bayes,
    funnel,
    prior,
)
from analytics.limits import (
    Verdict,
    exact_limits,
    judge,
    overdispersion,
    spread_limits,
    widest,
)
from analytics.marts import ExactMarts
from analytics.windows import Window
from data.areas import Level
from data.demo import make_demo
from tests import twin
from tests.cities import write_city

COUNTS = st.lists(st.integers(0, 60), min_size=FEWEST, max_size=20).filter(any)


def test_exact_limits_lie_between_the_counts_of_the_poisson_table() -> None:
    """Spiegelhalter 2005, appendix A.1.1, with the cumulative probabilities of a mean of 10.

    Pearson and Hartley, Biometrika Tables for Statisticians, table 7: 0.0103 up to 3, 0.0293 up
    to 4, 0.9730 up to 16, 0.9857 up to 17.
    """
    low = 4 - (0.0293 - 0.025) / (0.0293 - 0.0103)
    high = 17 - (0.9857 - 0.975) / (0.9857 - 0.9730)
    limits = exact_limits(2.0, np.array([5.0]), 0.95)
    assert limits.low[0] * 5 == pytest.approx(low, abs=0.01)
    assert limits.high[0] * 5 == pytest.approx(high, abs=0.01)


def test_limits_with_spread_equal_the_formula_of_the_paper() -> None:
    """Appendix A.3: the target plus or minus z times the root of phi times variance by size."""
    limits = spread_limits(4.0, np.array([1.0, 100.0]), 2.25, 0.95)
    assert limits.high == pytest.approx([4 + 1.96 * 3, 4 + 1.96 * 0.3], abs=1e-3)
    assert limits.low == pytest.approx([0, 4 - 1.96 * 0.3], abs=1e-3)


def test_the_spread_is_that_of_winsorised_distances() -> None:
    counts, years = np.array([80.0, 90, 95, 100, 100, 100, 105, 110, 120, 300]), np.full(10, 10.0)
    average = counts.sum() / years.sum()
    distances = np.sort((counts / years - average) / np.sqrt(average / years))
    low, high = np.quantile(distances, [0.1, 0.9])
    wanted = sum(min(max(distance, low), high) ** 2 for distance in distances) / 10
    assert overdispersion(counts, years) == pytest.approx(wanted)
    assert overdispersion(np.full(4, 7.0), np.full(4, 2.0)) == 1


@given(COUNTS)
def test_limits_hold_the_average_and_are_wider_the_surer(counts: list[int]) -> None:
    years = np.arange(1.0, len(counts) + 1)
    average, spread = prior(np.array(counts, dtype=float), years).average, 1.5
    near, far = (widest(average, years, spread, share) for share in (0.95, 0.998))
    assert (far.low <= near.low + 1e-9).all()
    assert (near.low <= average).all()
    assert (average <= near.high).all()
    assert (near.high <= far.high + 1e-9).all()


def test_a_small_area_is_not_scolded_for_what_a_large_one_is() -> None:
    rates, years = np.array([0.0, 2.0, 2.0, 6.0]), np.array([0.5, 0.5, 400.0, 40.0])
    assert judge(rates, years, 3.0, 1.0) == [
        Verdict.USUAL,
        Verdict.USUAL,
        Verdict.LOW,
        Verdict.HIGH,
    ]
    assert judge(np.array([3.6]), np.array([40.0]), 3.0, 1.0) == [Verdict.RATHER_HIGH]
    assert judge(np.array([3.6]), np.array([40.0]), 3.0, 4.0) == [Verdict.USUAL]


def test_smoothed_rates_equal_those_of_esda_on_its_example() -> None:
    """The help page of esda.smoothing.Empirical_Bayes: homicides around St. Louis."""
    table = read(load_example("stl").get_path("stl_hom.csv"), "r")
    counts, people = (np.array(table[:, column], dtype=float) for column in (10, 13))
    found = empirical_bayes(counts, people, prior(counts, people))
    published = [2.36718950e-05, 4.54539167e-05, 4.78114019e-05, 2.76907146e-05, 6.58989323e-05]
    assert found[:5] == pytest.approx(published, rel=1e-8)
    assert found == pytest.approx(Empirical_Bayes(counts, people).r.ravel())


@given(COUNTS)
def test_smoothed_rates_lie_between_the_rate_and_the_average(counts: list[int]) -> None:
    amounts, years = np.array(counts, dtype=float), np.arange(1.0, len(counts) + 1)
    common = prior(amounts, years)
    smoothed, rates = empirical_bayes(amounts, years, common), amounts / years
    assert (smoothed >= np.minimum(rates, common.average) - 1e-9).all()
    assert (smoothed <= np.maximum(rates, common.average) + 1e-9).all()
    if not common.variance:
        assert smoothed == pytest.approx(common.average)


def area(count: int, exposure: float, *, is_pilot: bool = False) -> Counted:
    return Counted("A", "A", count, exposure, is_pilot)


def test_the_pilot_does_not_decide_what_is_usual() -> None:
    others = [area(10, 5), area(12, 6), area(9, 5)]
    average, _, points = compare([*others, area(500, 5, is_pilot=True)])
    assert average == 31 / 16
    assert [point.verdict for point in points] == [Verdict.USUAL] * 3 + [Verdict.HIGH]
    with_pilot, _, _ = compare([*others[:2], area(500, 5, is_pilot=True)])
    assert with_pilot == 522 / 16


@pytest.mark.parametrize(
    "areas", [[], [area(3, 1)], [area(3, 1), area(2, 1)], [area(0, 1), area(0, 2), area(0, 3)]]
)
def test_too_few_areas_or_nothing_counted_is_not_compared(areas: list[Counted]) -> None:
    assert compare(areas)[2] == ()


def test_how_far_a_rate_was_drawn_in_is_a_part_of_its_distance() -> None:
    average, _, points = compare([area(0, 1), area(10, 10), area(60, 10), area(40, 10)])
    parts = [drawn_in(point, average) for point in points]
    assert all(part is not None and 0 <= part <= 1 for part in parts)
    assert parts[0] == max(part or 0 for part in parts)
    assert drawn_in(points[0], points[0].rate) is None


@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL])
@pytest.mark.parametrize("window", [Window.ALL, Window.YEAR])
def test_areas_count_for_the_months_in_which_they_take_part(
    tmp_path: Path, level: Level, window: Window
) -> None:
    frames = twin.prepared(make_demo(seed=3, scale=0.1))
    store = write_city(tmp_path / "demo.duckdb", frames, date(2021, 10, 1))
    found = funnel(ExactMarts(store), "matches", level, window, date(2021, 10, 1))
    store.close()
    start = date(2020, 10, 1) if window is Window.YEAR else None
    counts = twin.amount(frames, "matches", level, start, date(2021, 9, 30))
    around, people = (
        twin.parents(level, frames),
        twin.inhabitants(Level.WIJK, frames, date(2021, 9, 30)),
    )
    years: dict[str, float] = {}
    for wijk, day in zip(
        frames["rollout"]["wijk_code"], frames["rollout"]["started_on"], strict=True
    ):
        months = 12 * (2021 - day.year) + 9 - day.month + 1
        taken = min(months, 12) if window is Window.YEAR else months
        years[around[wijk]] = years.get(around[wijk], 0) + (people[wijk] or 0) / 1000 * taken / 12
    assert {point.code for point in found.points} == set(years)
    for point in found.points:
        assert point.count == counts[point.code]
        assert point.exposure == pytest.approx(years[point.code])
