"""Curves on the months since the own start, against a naive count and at their borders."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aligned import (
    SUBJECTS,
    Curve,
    Field,
    band,
    comparison,
    comparisons,
    field,
    pooled,
    since_start,
    subject_of,
)
from analytics.catalog import INDICATORS, find
from analytics.marts import ExactMarts
from analytics.periods import add_months, month_end
from data.areas import Level
from data.demo import make_demo
from data.store import Store
from tests import twin
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
FRAMES = twin.prepared(make_demo(seed=3, scale=0.1))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("aligned") / "demo.duckdb"
    store = write_city(path, FRAMES, AS_OF)
    yield store
    store.close()


def curve(*counts: int, people: int = 1000, name: str = "A", is_pilot: bool = False) -> Curve:
    return Curve(name, name, counts, (people,) * len(counts), is_pilot)


def field_of(*curves: Curve) -> Field:
    pilot = pooled("", "pilot", [part for part in curves if part.is_pilot])
    return Field("matches", date(2021, 9, 30), pilot, curves)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_curve_of_a_wijk_equals_a_naive_count(store: Store, subject: str) -> None:
    found = {
        part.code: part for part in field(ExactMarts(store), subject, Level.WIJK, AS_OF).curves
    }
    rollout = FRAMES["rollout"]
    assert set(found) == set(rollout["wijk_code"])
    for code, day in zip(rollout["wijk_code"], rollout["started_on"], strict=True):
        first = day.date().replace(day=1)
        ages = [0, 1, found[code].age]
        days = [month_end(add_months(first, age - 1)) for age in ages]
        assert days[-1] == date(2021, 9, 30)
        wanted = [
            twin.amount(FRAMES, find(subject).measure, Level.WIJK, None, day)[code] for day in days
        ]
        assert [found[code].counts[age] for age in ages] == wanted


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.TEAM])
def test_at_its_first_month_an_area_is_all_of_its_wijken(store: Store, level: Level) -> None:
    marts = ExactMarts(store)
    wijken = {part.code: part for part in field(marts, "scans", Level.WIJK, AS_OF).curves}
    around = twin.parents(level, FRAMES)
    for area in field(marts, "scans", level, AS_OF).curves:
        inside = [part for code, part in wijken.items() if around[code] == area.code]
        assert area.counts[1] == sum(part.counts[1] for part in inside)
        assert area.people[1] == sum(part.people[1] for part in inside)


def test_the_pilot_is_one_area_of_all_its_wijken(store: Store) -> None:
    found = field(ExactMarts(store), "matches", Level.TEAM, AS_OF)
    assert found.pilot is not None
    [team] = [part for part in found.curves if part.is_pilot]
    assert team.counts == found.pilot.counts
    assert team not in found.others


def test_a_curve_begins_the_evening_before_the_month_of_its_start() -> None:
    days = pd.to_datetime(["2021-05-31", "2021-06-30", "2021-07-31", "2021-08-31"])
    assert since_start(pd.Series([1, 2, 4, 4], index=days), date(2021, 7, 1)) == (2, 4, 4)
    assert since_start(pd.Series([1, 2, 4, 4], index=days), date(2021, 9, 1)) == (4,)


def test_areas_as_one_end_where_less_than_half_of_the_people_are_that_old() -> None:
    old, young = curve(0, 1, 2, 3, people=400), curve(0, 5, people=600)
    found = pooled("X", "X", [old, young])
    assert found == Curve("X", "X", (0, 6), (1000, 1000))
    even = pooled("X", "X", [old, curve(0, 5, people=400)])
    assert even == Curve("X", "X", (0, 6, 2, 3), (800, 800, 400, 400))
    assert pooled("X", "X", []) is None


def test_a_band_is_the_middle_half_and_needs_three_areas() -> None:
    curves = [curve(0, 10), curve(0, 20), curve(0, 30), curve(0, 40, 50)]
    assert band(curves, 1) == (4, 17.5, 25, 32.5)
    assert band(curves[:3], 1)[0] == 3
    assert band(curves[:2], 1) == (2, None, None, None)
    assert band(curves, 2) == (1, None, None, None)
    assert band([], 0) == (0, None, None, None)


def test_an_area_is_compared_at_its_own_age() -> None:
    pilot = curve(0, 10, 20, 90, is_pilot=True)
    areas = [curve(0, 5, 18, name="B"), curve(0, 30, name="C"), curve(0, 8, name="D")]
    found = field_of(pilot, *areas)
    first, second, third = comparisons(found)
    assert [row.curve.name for row in (first, second, third)] == ["D", "B", "C"]
    assert first.pilot is not None
    assert first.pilot.value == 0.8
    assert (first.rank, first.among, first.middle) == (2, 3, 8)
    assert (second.rank, second.among, second.middle) == (1, 1, None)


@pytest.mark.parametrize(
    ("counts", "since"),
    [
        ((0, 5, 8, 9), date(2021, 7, 1)),
        ((0, 5, 20, 9), date(2021, 9, 1)),
        ((0, 5, 8, 30), None),
        ((0, 10, 20, 30), None),
        ((0,), None),
    ],
)
def test_behind_since_is_the_first_month_of_the_last_time_below(
    counts: tuple[int, ...], since: date | None
) -> None:
    pilot = curve(0, 10, 20, 30, is_pilot=True)
    assert comparison(curve(*counts), field_of(pilot)).behind_since == since


def test_one_wijk_alone_has_nothing_to_be_compared_with() -> None:
    alone = field_of(curve(0, 1, 2))
    [row] = comparisons(alone)
    assert (row.pilot, row.middle, row.rank, row.among) == (None, None, 1, 1)
    assert field_of(curve(0)).others == []


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=6), min_size=1, max_size=6))
def test_rates_of_areas_as_one_lie_between_theirs(steps: list[list[int]]) -> None:
    curves = [
        curve(*(int(count) for count in np.cumsum(row)), people=100 + 7 * place)
        for place, row in enumerate(steps)
    ]
    found = pooled("X", "X", curves)
    assert found is not None
    for age in range(found.age + 1):
        rates = [rate for part in curves if (rate := part.rate(age)) is not None]
        rate = found.rate(age)
        assert rate is not None
        assert min(rates) - 1e-9 <= rate <= max(rates) + 1e-9


def test_every_indicator_has_a_subject_that_can_be_followed() -> None:
    subjects = {indicator.id: subject_of(indicator.id) for indicator in INDICATORS}
    assert set(subjects.values()) == set(SUBJECTS)
    assert subjects["matches_per_1000"] == "matches"
    assert subjects["wachtend"] == "inwoners_bereikt"
