"""Curves on the months since the own start, against a naive count and at their borders."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import INDICATORS, find
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.aligned import (
    SUBJECTS,
    Curve,
    Part,
    bands,
    curve_of,
    field,
    since_start,
    subject_of,
)
from data.demo import make_demo
from data.file.store import Store
from data.periods import add_months, month_end
from data.reference.areas import Level
from data.reference.own_area import OwnArea
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


def wijk(*counts: int, people: int = 1000, name: str = "A", is_pilot: bool = False) -> Curve:
    return area(Part(counts, people), name=name, is_pilot=is_pilot)


def area(*parts: Part, name: str = "A", is_pilot: bool = False) -> Curve:
    found = curve_of(parts, name, name, is_pilot=is_pilot)
    assert found is not None
    return found


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
        [part] = found[code].parts
        days = [month_end(add_months(first, age - 1)) for age in ages]
        assert days[-1] == date(2021, 9, 30)
        wanted = [
            twin.amount(FRAMES, find(subject).measure, Level.WIJK, None, day)[code] for day in days
        ]
        assert [part.counts[age] for age in ages] == wanted
        assert found[code].rates == tuple(count / part.people * 1000 for count in part.counts)


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.TEAM])
def test_an_area_is_all_of_its_wijken_each_at_its_own_age(store: Store, level: Level) -> None:
    marts = ExactMarts(store)
    wijken = {part.code: part for part in field(marts, "scans", Level.WIJK, AS_OF).curves}
    around = twin.parents(level, FRAMES)
    found = field(marts, "scans", level, AS_OF)
    assert (found.level, found.threshold) == (level, 0)
    totals = twin.amount(FRAMES, "scans", level, None, date(2021, 9, 30))
    for curve in found.curves:
        inside = [part for code, part in wijken.items() if around[code] == curve.code]
        assert sorted(curve.parts) == sorted(part.parts[0] for part in inside)
        assert curve.count() == totals[curve.code]
        assert curve.people == sum(part.people for part in inside)


def test_the_pilot_is_one_area_of_all_its_wijken(store: Store) -> None:
    found = field(ExactMarts(store), "matches", Level.TEAM, AS_OF)
    assert found.pilot is not None
    [team] = [part for part in found.curves if part.is_pilot]
    assert team.parts == found.pilot.parts
    assert team not in found.others


@pytest.mark.parametrize("level", [Level.BUURT, Level.OWN])
def test_what_its_wijken_counted_is_not_of_a_smaller_area(store: Store, level: Level) -> None:
    own = store.with_area(OwnArea("Rond het park", ("BU07721110", "BU07722110")))
    assert field(ExactMarts(own), "matches", level, AS_OF).curves == ()


def test_what_is_rounded_is_known(store: Store) -> None:
    marts = ProtectedMarts(store)
    assert field(marts, "matches", Level.WIJK, AS_OF).threshold == 5
    assert field(marts, "vacatures", Level.WIJK, AS_OF).threshold == 0


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.TEAM, Level.WIJK])
def test_no_line_ever_falls(store: Store, subject: str, level: Level) -> None:
    found = field(ExactMarts(store), subject, level, AS_OF)
    for curve in found.curves:
        assert list(curve.rates) == sorted(curve.rates)
    shown = bands(found.others, range(60))
    for name in ("low", "middle", "high"):
        line = [getattr(part, name) for part in shown if part.middle is not None]
        assert line == sorted(line)
    known = [part for part in shown if part.middle is not None]
    assert all(part.low <= part.middle <= part.high for part in known)  # type: ignore[operator]
    assert [part.areas for part in shown] == sorted((part.areas for part in shown), reverse=True)


def test_a_curve_begins_the_evening_before_the_month_of_its_start() -> None:
    days = pd.to_datetime(["2021-05-31", "2021-06-30", "2021-07-31", "2021-08-31"])
    assert since_start(pd.Series([1, 2, 4, 4], index=days), date(2021, 7, 1)) == (2, 4, 4)
    assert since_start(pd.Series([1, 2, 4, 4], index=days), date(2021, 9, 1)) == (4,)


def test_a_line_grows_by_what_the_wijken_gained_that_are_so_old() -> None:
    old, young = Part((0, 1, 2, 3), 600), Part((0, 5), 400)
    found = area(old, young)
    assert found.rates == pytest.approx((0, 6, 6 + 1 / 600 * 1000, 6 + 2 / 600 * 1000))
    assert (found.age, found.ages, found.people, found.count()) == (3, (1, 3), 1000, 8)
    assert [found.count(back) for back in (0, 1, 2, 3)] == [8, 2, 1, 0]
    assert [found.rate(age) for age in (0, 1, 4)] == [0, 6, None]


def test_a_line_ends_where_less_than_half_of_the_people_are_that_old() -> None:
    assert area(Part((0, 1, 2, 3), 400), Part((0, 5), 600)).rates == (0, 6)
    assert area(Part((0, 1, 2, 3), 400), Part((0, 5), 400)).age == 3
    assert area(Part((0, 1, 2, 3), 400), Part((0, 5), 401)).age == 1
    assert curve_of([], "X", "X") is None


def test_a_band_is_the_middle_half_and_needs_three_areas() -> None:
    curves = [wijk(0, 10), wijk(0, 20), wijk(0, 30), wijk(0, 40, 50)]
    assert bands(curves, range(3)) == [
        (4, 0, 0, 0),
        (4, 17.5, 25, 32.5),
        (1, None, None, None),
    ]
    assert bands(curves[:3], range(2))[1] == (3, 15, 20, 25)
    assert bands(curves[:2], range(2))[1] == (2, None, None, None)
    assert bands([], range(1)) == [(0, None, None, None)]


def test_a_band_grows_as_the_quartiles_of_those_that_are_so_old() -> None:
    """The highest two drop out: of the others the middle goes from 20 to 26."""
    young = [wijk(0, 40), wijk(0, 50)]
    old = [wijk(0, 10, 14), wijk(0, 20, 26), wijk(0, 30, 31)]
    found = bands([*old, *young], range(3))
    assert found[1] == (5, 20, 30, 40)
    assert found[2] == (3, 20 + (20 - 15), 30 + (26 - 20), 40 + (28.5 - 25))


def test_the_quartiles_of_a_band_do_not_cross() -> None:
    """The last areas meet: their quartiles gain 17, 12 and 3, from 10, 12 and 13."""
    curves = [*(wijk(0, n) for n in (10, 11, 12, 12, 13, 13)), wijk(0, 1, 30), wijk(0, 12, 30)]
    curves.append(wijk(0, 60, 61))
    last = bands(curves, range(3))[2]
    assert last.areas == 3
    assert last.low is not None
    assert last.middle is not None
    assert last.high is not None
    assert last.low <= last.middle <= last.high


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=6), min_size=1, max_size=6))
def test_the_line_of_wijken_never_falls_and_is_theirs_at_first(steps: list[list[int]]) -> None:
    parts = [
        Part(tuple(int(count) for count in np.cumsum(row)), 100 + 7 * place)
        for place, row in enumerate(steps)
    ]
    found = area(*parts)
    assert all(after >= before for before, after in pairwise(found.rates))
    old = [part for part in parts if part.age >= found.age]
    assert sum(part.people for part in old) * 2 >= found.people
    assert found.rates[0] == pytest.approx(sum(row[0] for row in steps) / found.people * 1000)


def test_every_indicator_has_a_subject_that_can_be_followed() -> None:
    subjects = {indicator.id: subject_of(indicator.id) for indicator in INDICATORS}
    assert set(subjects.values()) == set(SUBJECTS)
    assert subjects["matches_per_1000"] == "matches"
    assert subjects["wachtend"] == "inwoners_bereikt"
