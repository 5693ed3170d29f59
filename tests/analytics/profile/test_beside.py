"""Areas beside each other: rates of the catalogue, and only differences beyond chance."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from scipy.stats import chi2

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts, Marts, ProtectedMarts
from analytics.figures.selection import Selection
from analytics.profile.beside import Measured, Side, differences, measured, sides
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import parse, to_query
from analytics.statistics.chance import LIMIT, count_interval, split_probability
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import write_city

AS_OF = date(2021, 9, 30)
RATE = "inwoners_bereikt_per_1000"
SUBJECT = "inwoners_bereikt"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("beside")
    store = write_city(folder / "demo.duckdb", make_demo(seed=3, scale=0.3), AS_OF)
    yield store
    store.close()


def scope(marts: Marts, **query: str) -> Scope:
    answers = DirectAnswers(marts, is_demo=True)
    return Scope(answers, parse(query, answers.known))


def value(store: Store, level: Level, code: str, day: date = AS_OF) -> float:
    [row] = figures(ExactMarts(store), find(RATE), Selection(level, day, code)).rows()
    return row.value or 0.0


@pytest.mark.parametrize("count", [0, 1, 7, 40])
def test_the_interval_of_a_count_is_the_one_by_chi_square(count: int) -> None:
    low, high = count_interval(count)
    assert low == pytest.approx(chi2.ppf(0.025, 2 * count) / 2 if count else 0)
    assert high == pytest.approx(chi2.ppf(0.975, 2 * count + 2) / 2)


def test_every_rate_is_the_one_of_the_catalogue(store: Store) -> None:
    found = measured(scope(ExactMarts(store), gebied="SD3", naast="SD7|WK077242|eerder"), SUBJECT)
    assert [one.side.name for one in found] == [
        "Tongelre",
        "Gestel",
        "Erp",
        "Tongelre een jaar eerder",
    ]
    expected = [
        value(store, Level.STADSDEEL, "SD3"),
        value(store, Level.STADSDEEL, "SD7"),
        value(store, Level.WIJK, "WK077242"),
        value(store, Level.STADSDEEL, "SD3", date(2020, 9, 30)),
    ]
    assert [one.rate for one in found] == pytest.approx(expected)
    assert all(one.low <= one.rate <= one.high for one in found)


def test_the_rest_of_the_city_is_all_other_areas_together(store: Store) -> None:
    [_, rest] = measured(scope(ExactMarts(store), gebied="SD3"), SUBJECT)
    rows = figures(ExactMarts(store), find(RATE), Selection(Level.STADSDEEL, AS_OF)).rows()
    others = [row for row in rows if row.area_code != "SD3"]
    assert rest.count == sum(row.numerator for row in others)
    assert rest.inhabitants == sum(row.denominator or 0 for row in others)


def test_without_an_area_nothing_stands_beside_another(store: Store) -> None:
    assert sides(scope(ExactMarts(store))) == []
    assert len(sides(scope(ExactMarts(store), gebied="SD3", naast="SD3|rest|rest"))) == 2


def test_at_most_four_stand_beside_each_other_and_all_are_in_the_address(store: Store) -> None:
    asked = scope(ExactMarts(store), gebied="SD1", naast="SD2|SD3|SD4|SD5|x")
    assert [side.area.code for side in sides(asked)] == ["SD1", "SD2", "SD3", "SD4"]
    assert to_query(asked.view)["naast"] == "SD2|SD3|SD4"


def test_a_difference_is_told_only_when_it_is_more_than_chance(store: Store) -> None:
    asked = scope(ExactMarts(store), gebied="SD3", naast="SD7")
    one, other = measured(asked, SUBJECT)
    equal = Measured(other.side, one.count, one.inhabitants, one.low, one.high)
    assert differences(asked, SUBJECT, [one, equal]) == []
    far = Measured(other.side, one.count * 9, one.inhabitants, 0, 0)
    [real] = differences(asked, SUBJECT, [one, far])
    assert (real.high, real.low) == (far, one)


def test_what_lies_apart_in_the_picture_is_told_as_a_difference(store: Store) -> None:
    pairs = list(combinations(range(0, 120, 4), 2))
    for spread in (1.0, 1.8, 4.0):
        ends = {n: [end * spread for end in count_interval(n / spread)] for n in range(0, 120, 4)}
        apart = [(few, many) for few, many in pairs if ends[few][1] < ends[many][0]]
        assert apart
        assert all(split_probability(*pair_of(*pair), spread) < LIMIT for pair in apart)
    asked = scope(ExactMarts(store), gebied="SD3")
    narrow, wide = measured(asked, SUBJECT)[0], measured(asked, SUBJECT, 4.0)[0]
    assert wide.low < narrow.low < narrow.rate < narrow.high < wide.high
    assert wide.high == pytest.approx(
        count_interval(wide.count / 4)[1] * 4 / wide.inhabitants * 1e3
    )


def pair_of(few: int, many: int) -> tuple[int, float, int, float]:
    return few, 1.0, many, 1.0


def test_a_difference_that_rounding_can_have_made_is_not_told(store: Store) -> None:
    asked = scope(ProtectedMarts(store), gebied="SD3", naast="SD7")
    threshold = asked.threshold
    side = Side("x", asked.area, AS_OF)
    none = Measured(side, 0, 1000, 0, 0, is_settled=False)
    few = Measured(side, 2 * threshold, 1000, 0, 0, is_settled=False)
    assert differences(asked, SUBJECT, [none, few]) == []


def test_rounded_small_counts_have_wider_intervals(store: Store) -> None:
    exact = measured(scope(ExactMarts(store), gebied="WK077242"), SUBJECT)[0]
    rounded = measured(scope(ProtectedMarts(store), gebied="WK077242"), SUBJECT)[0]
    assert rounded.is_settled or rounded.high - rounded.low > exact.high - exact.low
