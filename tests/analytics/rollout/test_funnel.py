"""Funnel limits and smoothed rates: against tables, esda and naive counts, and at their borders."""

from collections.abc import Iterator
from datetime import date
from math import factorial

import numpy as np
import pytest
from esda.smoothing import Empirical_Bayes
from hypothesis import given
from hypothesis import strategies as st
from libpysal.examples import load_example
from libpysal.io import open as read
from scipy.stats import chisquare, gamma

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.funnel import (
    FEWEST,
    Counted,
    Outcome,
    compare,
    drawn_in,
    empirical_bayes,
    funnel,
    prior,
)
from analytics.scope.windows import Window
from analytics.statistics.limits import (
    NO_SPREAD,
    Limits,
    Spread,
    Verdict,
    alarm_share,
    between_variance,
    common_rate,
    exact_limits,
    homogeneity,
    judge,
    spread_limits,
    spread_of,
    widest,
    winsorised_phi,
)
from data.demo import make_demo
from data.file.store import Store
from data.periods import add_months, month_end
from data.reference.areas import Level
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
    """Appendix A.3.2: the target plus or minus z times the root of both variances."""
    limits = spread_limits(4.0, np.array([1.0, 100.0]), 5.0, 0.95)
    assert limits.high == pytest.approx([4 + 1.96 * 3, 4 + 1.96 * 5.04**0.5], abs=1e-3)
    assert limits.low == pytest.approx([0, 0], abs=1e-3)
    near = spread_limits(4.0, np.array([100.0]), 0.21, 0.95)
    assert near.low == pytest.approx([4 - 1.96 * 0.5], abs=1e-3)


def test_phi_is_that_of_winsorised_distances() -> None:
    counts, years = np.array([80.0, 90, 95, 100, 100, 100, 105, 110, 120, 300]), np.full(10, 10.0)
    average = counts.sum() / years.sum()
    distances = np.sort((counts / years - average) / np.sqrt(average / years))
    low, high = np.quantile(distances, [0.1, 0.9])
    wanted = sum(min(max(distance, low), high) ** 2 for distance in distances) / 10
    assert winsorised_phi(distances) == pytest.approx(wanted)
    assert spread_of(counts, years).phi == pytest.approx(max(wanted, 1))
    assert spread_of(np.full(4, 7.0), np.full(4, 2.0)) == (1, 0, 1)


def test_the_variance_between_areas_equals_that_of_der_simonian_and_laird() -> None:
    """Their formula from Q, the sum of squared distances: (Q - (I - 1)) / (S1 - S2 / S1)."""
    variances = np.array([0.5, 1.0, 2.0, 4.0])
    first, second = sum(1 / variances), sum(1 / variances**2)
    assert between_variance(3.0, variances) == pytest.approx(
        (4 * 3.0 - 3) / (first - second / first)
    )
    assert between_variance(0.75, variances) == 0
    assert between_variance(0.7, variances) == 0


def test_the_test_of_phi_has_the_exact_moments_of_the_multinomial() -> None:
    """Haldane 1940: mean k - 1; the variance by all ways to divide five over three areas."""
    exposures, total = np.array([1.0, 2.0, 5.0]), 5
    shares = exposures / 8
    mean = square = 0.0
    for first in range(total + 1):
        for second in range(total + 1 - first):
            counts = np.array([first, second, total - first - second])
            ways = factorial(total) / np.prod([factorial(int(count)) for count in counts])
            chance = ways * np.prod(shares**counts)
            statistic = ((counts - total * shares) ** 2 / (total * shares)).sum()
            mean, square = mean + chance * statistic, square + chance * statistic**2
    assert mean == pytest.approx(2)
    variance = square - mean**2
    counts = np.array([2.0, 2.0, 1.0])
    statistic = ((counts - total * shares) ** 2 / (total * shares)).sum()
    wanted = gamma.sf(statistic, mean**2 / variance, scale=variance / mean)
    assert homogeneity(counts, exposures) == pytest.approx(wanted)


def test_with_many_counts_the_test_of_phi_is_that_of_scipy() -> None:
    counts, exposures = np.array([480.0, 520.0, 1090.0]), np.array([1.0, 1.0, 2.0])
    wanted = chisquare(counts, counts.sum() * exposures / 4).pvalue
    assert homogeneity(counts, exposures) == pytest.approx(wanted, abs=1e-3)


@pytest.mark.parametrize(
    ("areas", "is_real", "share"),
    [
        (18, True, 0.998),
        (25, True, 0.998),
        (50, True, 0.999),
        (5, False, 0.998),
        (20, False, 0.9995),
    ],
)
def test_the_outer_limits_are_wider_for_more_areas(
    areas: int, share: float, *, is_real: bool
) -> None:
    assert alarm_share(areas, is_real=is_real) == pytest.approx(share)


@given(COUNTS)
def test_limits_hold_the_average_and_are_wider_the_surer(counts: list[int]) -> None:
    years = np.arange(1.0, len(counts) + 1)
    average = prior(np.array(counts, dtype=float), years).average
    near, far = (widest(average, years, 0.5, share) for share in (0.95, 0.998))
    assert (far.low <= near.low + 1e-9).all()
    assert (near.low <= average).all()
    assert (average <= near.high).all()
    assert (near.high <= far.high + 1e-9).all()


REAL = Spread(1.0, 0.0, 0.01)


def test_a_small_area_is_not_scolded_for_what_a_large_one_is() -> None:
    rates, years = np.array([0.0, 2.0, 2.0, 6.0]), np.array([0.5, 0.5, 400.0, 40.0])
    assert judge(rates, years, 3.0, REAL) == [
        Verdict.USUAL,
        Verdict.USUAL,
        Verdict.LOW,
        Verdict.HIGH,
    ]
    assert judge(np.array([3.6]), np.array([40.0]), 3.0, REAL) == [Verdict.RATHER_HIGH]
    assert judge(np.array([2.4]), np.array([40.0]), 3.0, REAL) == [Verdict.RATHER_LOW]
    wide = REAL._replace(between=0.5)
    assert judge(np.array([3.6]), np.array([40.0]), 3.0, wide) == [Verdict.USUAL]


def test_where_areas_differ_by_chance_only_none_is_perhaps_higher() -> None:
    assert judge(np.array([3.6]), np.array([40.0]), 3.0, NO_SPREAD) == [Verdict.CHANCE]
    assert judge(np.array([9.0]), np.array([40.0]), 3.0, NO_SPREAD) == [Verdict.HIGH]
    assert judge(np.array([0.1]), np.array([40.0]), 3.0, NO_SPREAD) == [Verdict.LOW]
    border = REAL._replace(probability=0.04)
    assert judge(np.array([3.6]), np.array([40.0]), 3.0, border) == [Verdict.CHANCE]


def claims(counts: np.ndarray, years: np.ndarray) -> bool:
    """Whether anything is said to be more than chance."""
    found = compare(
        [
            Counted(str(n), "", int(c), y, False)
            for n, (c, y) in enumerate(zip(counts, years, strict=True))
        ]
    )
    return found.outcome is not Outcome.CHANCE


@pytest.mark.parametrize(("areas", "expected"), [(18, 30), (7, 60), (18, 3), (60, 4)])
def test_chance_alone_is_called_more_in_one_of_twenty_cities_at_most(
    areas: int, expected: float
) -> None:
    draws, cities = np.random.default_rng(areas), 300
    false = 0
    for _ in range(cities):
        years = draws.lognormal(0, 0.6, areas)
        false += claims(draws.poisson(expected * years), years)
    assert false / cities <= 0.05 + 2 * (0.05 * 0.95 / cities) ** 0.5


def test_a_large_area_of_equal_true_spread_is_hardly_named_more_than_a_small_one() -> None:
    """With the multiplicative phi a large one falls outside in 29%, a small one in 0.9%."""
    draws, cities = np.random.default_rng(1), 600
    outside = np.zeros(2)
    for _ in range(cities):
        years = np.array([10.0, 1.0, *(3 * draws.lognormal(0, 0.7, 16))])
        counts = draws.poisson(np.maximum(draws.normal(4, 1.2, 18), 0.1) * years).astype(float)
        between = spread_of(counts, years).between
        limits: Limits = widest(common_rate(counts, years), years, between, 0.95)
        rates = counts / years
        outside += ((rates < limits.low) | (rates > limits.high))[:2]
    large, small = outside / cities
    assert large < 0.18
    assert 0.02 < small < 0.09


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


def area(count: int, exposure: float, *, name: str = "A", is_pilot: bool = False) -> Counted:
    return Counted(name, name, count, exposure, is_pilot)


def areas(*counts: int, exposure: float = 10.0) -> list[Counted]:
    return [area(count, exposure, name=f"A{place}") for place, count in enumerate(counts)]


def test_the_pilot_does_not_decide_what_is_usual() -> None:
    others = [area(10, 5), area(12, 6), area(9, 5)]
    found = compare([*others, area(500, 5, is_pilot=True)])
    assert found.average == 31 / 16
    assert found.base == 3
    assert [point.verdict for point in found.points] == [Verdict.CHANCE] * 3 + [Verdict.HIGH]
    assert found.outcome is Outcome.ALONE
    assert {point.place for point in found.points} == {None}  # all are drawn in to one rate
    with_pilot = compare([*others[:2], area(500, 5, is_pilot=True)])
    assert with_pilot.average == 522 / 16
    assert with_pilot.base == 3


@pytest.mark.parametrize(
    "few", [[], [area(3, 1)], [area(3, 1), area(2, 1)], [area(0, 1), area(0, 2), area(0, 3)]]
)
def test_too_few_areas_or_nothing_counted_is_not_compared(few: list[Counted]) -> None:
    assert compare(few).points == ()
    assert compare(few).outcome is Outcome.CHANCE
    assert not compare(few).has_order


CHANCE_ONLY = (20, 21, 19, 22, 18, 20)
TOGETHER = (30, 45, 70, 30, 45, 70, 58, 60)
ALONE = (20, 21, 19, 22, 18, 90)


@pytest.mark.parametrize(
    ("counts", "outcome", "verdicts"),
    [
        (CHANCE_ONLY, Outcome.CHANCE, {Verdict.CHANCE}),
        (TOGETHER, Outcome.TOGETHER, {Verdict.USUAL, Verdict.RATHER_LOW, Verdict.RATHER_HIGH}),
        (ALONE, Outcome.ALONE, {Verdict.USUAL, Verdict.HIGH}),
    ],
)
def test_there_are_three_cases_and_the_rows_agree(
    counts: tuple[int, ...], outcome: Outcome, verdicts: set[Verdict]
) -> None:
    found = compare(areas(*counts))
    assert found.outcome is outcome
    assert {point.verdict for point in found.points} <= verdicts


def test_where_areas_differ_by_chance_only_there_is_no_order() -> None:
    found = compare(areas(*CHANCE_ONLY))
    assert {round(point.smoothed, 9) for point in found.points} == {2.0}
    assert {point.place for point in found.points} == {None}
    assert {point.crude for point in found.points} == {None}
    assert not found.has_order
    assert [point.name for point in found.ordered] == ["A0", "A1", "A2", "A3", "A4", "A5"]


def test_equal_values_share_a_place() -> None:
    found = compare(areas(*TOGETHER))
    assert found.has_order
    assert [(point.name, point.place, point.crude) for point in found.ordered] == [
        ("A2", 1, 1),
        ("A5", 1, 1),
        ("A7", 3, 3),
        ("A6", 4, 4),
        ("A1", 5, 5),
        ("A4", 5, 5),
        ("A0", 7, 7),
        ("A3", 7, 7),
    ]


def test_a_place_is_that_of_the_value_as_it_is_read() -> None:
    found = compare(areas(296, 450, 700, 298, 450, 700, 580, 600, exposure=100.0))
    last = [point for point in found.points if point.name in ("A0", "A3")]
    assert {point.place for point in last} == {7}
    assert {point.crude for point in last} == {7}


def test_a_rounded_count_proves_only_what_rounding_has_not_made() -> None:
    small = areas(0, 5, 10, 0, 5, 10, 0, 5, 10, 15, exposure=2.0)
    assert compare(small).outcome is not Outcome.CHANCE
    assert compare(small, threshold=5).outcome is Outcome.CHANCE
    some = compare(areas(25, 45, 80, 19, 45, 80, 60, 60), threshold=5)
    assert [point.name for point in some.points if point.place is None] == ["A3"]
    assert some.ordered[-1].name == "A3"
    assert max(point.place or 0 for point in some.points) == 7


def test_a_small_rounded_count_stands_out_only_where_rounding_cannot_make_it() -> None:
    """15 where 4 are expected stands out; 10, which it may be, does not."""
    some = [*areas(25, 26, 24, 25, 27, 23), area(15, 1.5, name="S")]
    assert compare(some).points[-1].verdict is Verdict.HIGH
    assert compare(some, threshold=5).points[-1].verdict is not Verdict.HIGH


def test_the_spread_of_rounded_counts_is_that_of_what_is_shown() -> None:
    counts = areas(0, 5, 10, 0, 5, 10, 0, 5, 10, 15, exposure=2.0)
    plain, rounded = compare(counts).spread, compare(counts, threshold=5).spread
    assert (rounded.phi, rounded.between) == (plain.phi, plain.between)
    assert rounded.probability > plain.probability


def test_how_far_a_rate_was_drawn_in_is_a_part_of_its_distance() -> None:
    found = compare([area(0, 1), area(10, 10), area(60, 10), area(40, 10)])
    parts = [drawn_in(point, found.average) for point in found.points]
    assert all(part is not None and 0 <= part <= 1 for part in parts)
    assert parts[0] == max(part or 0 for part in parts)
    assert drawn_in(found.points[0], found.points[0].rate) is None


FRAMES = twin.prepared(make_demo(seed=3, scale=0.1))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("funnel") / "demo.duckdb"
    store = write_city(path, FRAMES, date(2021, 10, 1))
    yield store
    store.close()


@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL])
@pytest.mark.parametrize("window", [Window.ALL, Window.YEAR])
def test_areas_count_for_the_months_in_which_they_take_part(
    store: Store, level: Level, window: Window
) -> None:
    found = funnel(ExactMarts(store), "matches", level, window, date(2021, 10, 1))
    start = date(2020, 10, 1) if window is Window.YEAR else None
    assert (found.subject, found.start, found.end) == ("matches", start, date(2021, 9, 30))
    counts = twin.amount(FRAMES, "matches", level, start, date(2021, 9, 30))
    around, people = (
        twin.parents(level, FRAMES),
        twin.inhabitants(Level.WIJK, FRAMES, date(2021, 9, 30)),
    )
    years: dict[str, float] = {}
    for wijk, day in zip(
        FRAMES["rollout"]["wijk_code"], FRAMES["rollout"]["started_on"], strict=True
    ):
        months = 12 * (2021 - day.year) + 9 - day.month + 1
        taken = min(months, 12) if window is Window.YEAR else months
        years[around[wijk]] = years.get(around[wijk], 0) + (people[wijk] or 0) / 1000 * taken / 12
    assert {point.code for point in found.points} == set(years)
    for point in found.points:
        assert point.count == counts[point.code]
        assert point.exposure == pytest.approx(years[point.code])
    pilot = {"WK077211", "WK077231", "WK077232", "WK077233"}
    if level is Level.WIJK:
        assert {point.code for point in found.points if point.is_pilot} <= pilot


def test_a_wijk_of_less_than_a_full_month_takes_no_part(store: Store) -> None:
    days = zip(FRAMES["rollout"]["wijk_code"], FRAMES["rollout"]["started_on"], strict=True)
    wijk, began = max(days, key=lambda pair: pair[1])
    assert began.day > 1
    for months, takes_part in ((0, False), (1, True)):
        end = month_end(add_months(began.date().replace(day=1), months))
        found = funnel(ExactMarts(store), "vacatures", Level.WIJK, Window.ALL, end)
        assert (wijk in {point.code for point in found.points}) is takes_part


def test_small_counts_of_the_municipality_have_no_place(store: Store) -> None:
    day = date(2021, 10, 1)
    found = funnel(ProtectedMarts(store), "matches", Level.WIJK, Window.ALL, day)
    assert all((point.place is None) >= (point.count < 20) for point in found.points)
    public = funnel(ProtectedMarts(store), "vacatures", Level.WIJK, Window.ALL, day)
    exact = funnel(ExactMarts(store), "vacatures", Level.WIJK, Window.ALL, day)
    assert public == exact


def test_buurten_with_too_few_inhabitants_take_no_part(store: Store) -> None:
    found = funnel(ExactMarts(store), "scans", Level.BUURT, Window.ALL, date(2021, 10, 1))
    around = twin.parents(Level.WIJK, FRAMES)
    started = set(FRAMES["rollout"]["wijk_code"])
    people = twin.inhabitants(Level.BUURT, FRAMES, date(2021, 9, 30))
    wanted = {code for code, n in people.items() if (n or 0) >= 100 and around[code] in started}
    assert {point.code for point in found.points} == wanted
