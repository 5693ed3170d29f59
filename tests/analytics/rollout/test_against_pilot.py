"""Areas against the pilot at the same age: by hand, against a naive twin, and what it promises."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.against_pilot import Comparison, comparisons
from analytics.rollout.aligned import Curve, Field, Part, curve_of, field
from analytics.statistics.chance import rate_ratio
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
LAST = date(2021, 9, 30)
FRAMES = twin.prepared(make_demo(seed=3, scale=0.3))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("pilot") / "demo.duckdb", FRAMES, AS_OF)
    yield store
    store.close()


def wijk(*counts: int, people: int = 1000, name: str = "A", is_pilot: bool = False) -> Curve:
    return area(Part(counts, people), name=name, is_pilot=is_pilot)


def area(*parts: Part, name: str = "A", is_pilot: bool = False) -> Curve:
    found = curve_of(parts, name, name, is_pilot=is_pilot)
    assert found is not None
    return found


def field_of(*curves: Curve, level: Level = Level.WIJK, threshold: int = 0) -> Field:
    pilots = [part for curve in curves if curve.is_pilot for part in curve.parts]
    pilot = curve_of(pilots, "", "pilot", is_pilot=True)
    return Field("matches", LAST, pilot, curves, level, threshold)


def only(found: Field) -> Comparison:
    [row] = comparisons(found)
    return row


def test_an_area_is_compared_at_its_own_age() -> None:
    pilot = wijk(0, 10, 20, 90, is_pilot=True)
    areas = [wijk(0, 5, 18, name="B"), wijk(0, 30, name="C"), wijk(0, 8, name="D")]
    first, second, third = comparisons(field_of(pilot, *areas))
    assert [row.curve.name for row in (first, second, third)] == ["D", "B", "C"]
    assert first.pilot == rate_ratio(8, 1000, 10, 1000)
    assert (first.rate, first.expected) == (8, 10)
    assert (first.rank, first.among, first.middle) == (2, 3, 8)
    assert (second.rank, second.among, second.middle) == (1, 1, None)


def test_each_wijk_of_a_larger_area_is_compared_at_its_own_age() -> None:
    """Observed 195 against 122 expected is 1.60: all wijken count, the young ones too."""
    pilot = wijk(0, 20, 41, is_pilot=True)
    gestel = area(Part((0, 60, 113), 2000), Part((0, 82), 2000), name="Gestel")
    row = only(field_of(pilot, gestel, level=Level.STADSDEEL))
    assert row.curve.count() == 195
    assert row.expected == pytest.approx(2 * 41 + 2 * 20)
    assert row.pilot is not None
    assert row.pilot.value == pytest.approx(195 / 122)
    assert round(195 / 122, 2) == 1.60
    assert row.rate == 195 / 4000 * 1000
    assert row.is_real
    assert not row.is_behind


def test_larger_areas_are_ranked_by_how_far_they_are_from_the_pilot() -> None:
    pilot = wijk(0, 10, 20, is_pilot=True)
    areas = [
        area(Part((0, 12, 30), 1000), Part((0, 15), 1000), name="A"),
        area(Part((0, 9), 1000), name="B"),
        area(Part((0, 6, 10), 1000), name="C"),
    ]
    found = comparisons(field_of(pilot, *areas, level=Level.TEAM))
    assert [(row.curve.name, row.rank, row.among) for row in found] == [
        ("C", 3, 3),
        ("B", 2, 3),
        ("A", 1, 3),
    ]
    assert [row.middle for row in found] == pytest.approx([20 * 0.9, 10 * 0.9, 30 * 0.9 / 2])
    two = comparisons(field_of(pilot, *areas[:2], level=Level.TEAM))
    assert [row.middle for row in two] == [None, None]


def test_equals_share_a_place() -> None:
    pilot = wijk(0, 10, is_pilot=True)
    found = comparisons(field_of(pilot, wijk(0, 7, name="B"), wijk(0, 7, name="A"), wijk(0, 3)))
    assert [(row.curve.name, row.rank) for row in found] == [("A", 3), ("A", 1), ("B", 1)]


@pytest.mark.parametrize(
    ("counts", "since"),
    [
        ((0, 5, 8, 9), date(2021, 7, 1)),
        ((0, 5, 20, 9), date(2021, 9, 1)),
        ((0, 5, 8, 30), None),
        ((0, 10, 20, 30), None),
    ],
)
def test_behind_since_is_the_first_month_of_the_last_time_below(
    counts: tuple[int, ...], since: date | None
) -> None:
    row = only(field_of(wijk(0, 10, 20, 30, is_pilot=True), wijk(*counts, people=999)))
    if counts == (0, 10, 20, 30):
        assert row.behind_since is None
    row = only(field_of(wijk(0, 10, 20, 30, is_pilot=True), wijk(*counts)))
    assert row.behind_since == since
    assert row.is_behind is (since is not None)


def test_one_wijk_alone_has_nothing_to_be_compared_with() -> None:
    row = only(field_of(wijk(0, 1, 2)))
    assert (row.pilot, row.expected, row.middle, row.rank, row.among) == (None, None, None, 1, 1)
    assert (row.is_real, row.is_behind, row.is_settled) == (False, False, True)
    assert comparisons(field_of(wijk(0))) == ()


def test_where_the_pilot_counted_nothing_there_is_no_ratio() -> None:
    row = only(field_of(wijk(0, 0, is_pilot=True), wijk(0, 4)))
    assert row.pilot is not None
    assert (row.pilot.value, row.expected, row.is_behind) == (None, 0, False)


def test_as_many_tests_as_areas_are_allowed_for() -> None:
    pilot = wijk(0, 100, is_pilot=True)
    alone = only(field_of(pilot, wijk(0, 70)))
    assert alone.is_real
    among = comparisons(field_of(pilot, wijk(0, 70), *(wijk(0, 100 + n) for n in range(9))))
    assert among[0].pilot == alone.pilot
    assert not among[0].is_real


def test_a_rounded_count_is_compared_where_rounding_does_not_matter() -> None:
    pilot = wijk(0, 40, is_pilot=True)
    small = only(field_of(pilot, wijk(0, 5, people=300), threshold=5))
    assert (small.is_settled, small.is_real, small.is_behind, small.rank) == (
        False,
        False,
        False,
        None,
    )
    far = only(field_of(pilot, wijk(0, 10), threshold=5))
    assert (far.is_settled, far.is_real, far.is_behind, far.rank) == (True, True, True, None)
    large = only(field_of(pilot, wijk(0, 39), threshold=5))
    assert (large.is_settled, large.is_behind, large.rank, large.among) == (True, True, 1, 1)
    none = only(field_of(wijk(0, 5), threshold=5))
    assert not none.is_settled
    some = comparisons(field_of(pilot, wijk(0, 39), wijk(0, 15, people=100), threshold=5))
    assert {row.among for row in some if row.rank} == {1}


def rates(frames: Mapping[str, pd.DataFrame], measure: str, wijken: Sequence[str]) -> list[float]:
    """The naive line of the pilot: what its wijken counted per inhabitant at every month end."""
    people = twin.inhabitants(Level.WIJK, frames, LAST)
    total = sum(people[code] or 0 for code in wijken)
    ends = pd.date_range("2017-08-31", LAST, freq="ME")
    return [
        sum(twin.amount(frames, measure, Level.WIJK, None, end.date())[code] for code in wijken)
        / total
        for end in ends
    ]


def test_observed_and_expected_equal_a_naive_twin(store: Store) -> None:
    start = dict(zip(FRAMES["rollout"]["wijk_code"], FRAMES["rollout"]["started_on"], strict=True))
    pilots = [code for code, day in start.items() if day < pd.Timestamp("2017-10-01")]
    line = rates(FRAMES, "matches", pilots)
    people = twin.inhabitants(Level.WIJK, FRAMES, LAST)
    around = twin.parents(Level.STADSDEEL, FRAMES)
    expected: dict[str, float] = {}
    for code, day in start.items():
        age = 12 * (2021 - day.year) + 9 - day.month + 1
        expected[around[code]] = expected.get(around[code], 0) + (people[code] or 0) * line[age]
    observed = twin.amount(FRAMES, "matches", Level.STADSDEEL, None, LAST)
    found = comparisons(field(ExactMarts(store), "matches", Level.STADSDEEL, AS_OF))
    assert len(found) == 5
    for row in found:
        assert row.curve.count() == observed[row.curve.code]
        assert row.expected == pytest.approx(expected[row.curve.code])
        assert row.pilot is not None
        ratio = observed[row.curve.code] / expected[row.curve.code]
        assert row.pilot.value == pytest.approx(ratio)
        assert row.is_behind is (ratio < 1)
    ratios = [row.pilot.value for row in found if row.pilot]
    assert ratios == sorted(ratios, key=lambda ratio: ratio or 0)


def test_a_small_rounded_count_claims_nothing(store: Store) -> None:
    for row in comparisons(field(ProtectedMarts(store), "matches", Level.WIJK, AS_OF)):
        if row.curve.count() < 20:
            assert row.rank is None
        if row.expected is not None and min(row.curve.count(), row.expected) < 20:
            assert row.is_settled is (abs(row.curve.count() - row.expected) > 10)


@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL])
def test_areas_like_the_pilot_are_called_different_in_one_of_twenty_cities_at_most(
    level: Level,
) -> None:
    draws, cities, false = np.random.default_rng(7), 150, 0

    def part(months: int, people: int) -> Part:
        gains = draws.poisson(people * 0.002, months)
        return Part((0, *(int(count) for count in np.cumsum(gains))), people)

    for _ in range(cities):
        pilot = area(*(part(30, 5000) for _ in range(4)), is_pilot=True)
        some = [
            area(*(part(int(draws.integers(2, 28)), 5000) for _ in range(size)), name=str(place))
            for place, size in enumerate([1] * 14 if level is Level.WIJK else [3] * 6)
        ]
        false += any(row.is_real for row in comparisons(field_of(pilot, *some, level=level)))
    assert false / cities <= 0.05 + 2 * (0.05 * 0.95 / cities) ** 0.5
