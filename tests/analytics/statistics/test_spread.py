"""The spread of months: against plain loops, for drift and shared months, and what it promises."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from analytics.figures.doors.marts import ExactMarts
from analytics.figures.monthly import monthly_counts
from analytics.rollout.changes import Change, Months, judged
from analytics.statistics.spread import monthly_spread
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.cities import write_city

FRAMES = twin.prepared(make_demo(seed=3, scale=0.1))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("spread") / "demo.duckdb"
    store = write_city(path, FRAMES, date(2021, 10, 1))
    yield store
    store.close()


def test_months_equal_a_naive_count_without_that_of_the_start(store: Store) -> None:
    found = monthly_counts(ExactMarts(store), "matches", Level.WIJK, date(2021, 3, 31))
    rollout = FRAMES["rollout"]
    wanted = []
    for code, start in zip(rollout["wijk_code"], rollout["started_on"], strict=True):
        months = 12 * (2021 - start.year) + 3 - start.month
        if months < 0:
            continue
        counts = []
        for back in range(months - 1, -1, -1):
            year, month = divmod(12 * 2021 + 2 - back, 12)
            first = date(year, month + 1, 1)
            last = date(year + (month == 11), (month + 1) % 12 + 1, 1)
            until = date.fromordinal(last.toordinal() - 1)
            counts.append(int(twin.amount(FRAMES, "matches", Level.WIJK, first, until)[code]))
        wanted.append(tuple(counts))
    assert sorted(found) == sorted(wanted)


def test_before_any_start_there_are_no_months(store: Store) -> None:
    assert monthly_counts(ExactMarts(store), "matches", Level.WIJK, date(2017, 8, 31)) == []


def test_spread_is_squared_steps_over_what_chance_makes_of_them() -> None:
    # Steps 2, -4 and 1: squares 21 over sums 4 + 6, 6 + 2 and 1 + 2; three months over two.
    assert monthly_spread([[4, 6, 2], [1, 2]]) == pytest.approx(21 / 21 * 3 / 2)
    assert monthly_spread([[9, 1, 9, 1]]) == pytest.approx(64 * 3 / 30 * 4 / 3)
    assert monthly_spread([[5, 5, 5, 5]]) == 1
    assert monthly_spread([[0, 0, 0]]) == 1


@pytest.mark.parametrize("areas", [[], [[3]], [[3, 9]], [[3, 9], [4, 4]]])
def test_two_months_do_not_show_spread(areas: list[list[int]]) -> None:
    assert monthly_spread(areas) is None


def test_growth_over_the_years_is_no_spread() -> None:
    counts = np.random.default_rng(4).poisson(np.linspace(2, 60, 120))
    assert monthly_spread([counts.tolist()]) == pytest.approx(1, abs=0.35)


def spread_months(
    draws: np.random.Generator, means: NDArray[np.float64], spread: float, months: int
) -> NDArray[np.int64]:
    """Months per area with a variance that is a number of times their mean."""
    shape = np.repeat(means[:, None] / (spread - 1), months, axis=1)
    return draws.poisson(draws.gamma(shape, spread - 1))


@pytest.mark.parametrize(
    ("areas", "mean", "spread", "months"),
    [(18, 6, 1.3, 24), (18, 6, 1.8, 24), (18, 6, 1.8, 6), (7, 15, 1.8, 8), (40, 3, 1.5, 18)],
)
def test_a_quarter_is_called_changed_by_chance_in_one_of_twenty_at_most(
    areas: int, mean: float, spread: float, months: int
) -> None:
    draws, quarters = np.random.default_rng(areas + months), 200
    false = 0
    for _ in range(quarters):
        counts = spread_months(draws, draws.lognormal(np.log(mean), 0.7, areas), spread, months)
        now, then = counts[:, -3:].sum(axis=1), counts[:, -6:-3].sum(axis=1)
        found = [
            Change(str(n), "", int(a), int(b), Months(3, 3))
            for n, (a, b) in enumerate(zip(now, then, strict=True))
        ]
        false += any(area.is_real for area in judged(found, monthly_spread(counts)))
    assert false / quarters <= 0.05 + 2 * (0.05 * 0.95 / quarters) ** 0.5


def test_a_true_change_is_still_seen() -> None:
    draws = np.random.default_rng(5)
    counts = spread_months(draws, np.full(18, 8.0), 1.5, 24)
    spread = monthly_spread(counts)
    assert spread is not None
    assert spread < 2
    areas = [Change(str(n), "", 24, 24, Months(3, 3)) for n in range(17)]
    found = judged([*areas, Change("A", "", 60, 20, Months(3, 3))], spread)
    assert [area.code for area in found if area.is_real] == ["A"]
