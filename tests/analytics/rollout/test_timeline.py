"""Starts and events: as the record tables have them, no later than is asked."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.timeline import Start, happenings, started_shares, starts
from data.file.store import Store
from tests.cities import ODD_AS_OF, odd_frames, write_city

EVENTS = [
    ("E1", "2019-05-01", None, "Bustour"),
    ("E2", "2019-06-01", "SD3", "Feest in Tongelre"),
    ("E3", "2019-07-01", "BU07723120", "Opening"),
    ("E4", "2019-08-01", "SD5", "Markt"),
    ("E5", "2020-03-01", None, "Lockdown"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    frames = odd_frames()
    events = frames["events"]
    frames["events"] = events.iloc[:0].from_records(EVENTS, columns=events.columns)
    store = write_city(tmp_path_factory.mktemp("timeline") / "odd.duckdb", frames, ODD_AS_OF)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("area", "labels"),
    [
        ("", ["Bustour", "Feest in Tongelre", "Opening", "Markt"]),
        ("WK077231", ["Bustour", "Feest in Tongelre", "Opening"]),
        ("BU07723120", ["Bustour", "Feest in Tongelre", "Opening"]),
        ("SD5", ["Bustour", "Markt"]),
    ],
)
def test_an_area_has_the_events_in_it_and_around_it(
    store: Store, area: str, labels: list[str]
) -> None:
    for marts in (ExactMarts(store), ProtectedMarts(store)):
        found = happenings(marts, area, date(2020, 2, 29))
        assert [happening.label for happening in found] == labels
        assert found[0].day == date(2019, 5, 1)


def test_starts_are_known_up_to_the_day_that_is_asked(store: Store) -> None:
    before = starts(ExactMarts(store), date(2020, 3, 14))
    after = starts(ExactMarts(store), date(2020, 3, 15))
    assert [start.code for start in before if start.day] == ["WK077231", "WK077211"]
    assert [start.code for start in after if start.day] == ["WK077231", "WK077211", "WK077263"]
    assert [start.code for start in after if start.is_pilot] == ["WK077231"]
    assert len(before) == len(after) == 20


def test_the_first_is_no_pilot_before_others_follow(store: Store) -> None:
    assert not any(start.is_pilot for start in starts(ExactMarts(store), date(2019, 1, 1)))
    assert not any(start.day for start in starts(ExactMarts(store), date(2017, 1, 1)))


def wijk(people: int, day: date | None) -> Start:
    return Start("W", "W", people, "", day, is_pilot=False)


def test_shares_count_wijken_and_people() -> None:
    found = (wijk(300, date(2019, 1, 5)), wijk(100, date(2020, 1, 1)), wijk(0, None))
    assert started_shares(found, date(2019, 1, 4)) == (0, 0)
    assert started_shares(found, date(2019, 1, 5)) == (1 / 3, 0.75)
    assert started_shares(found, date(2021, 1, 1)) == (2 / 3, 1)
    assert started_shares((), date(2021, 1, 1)) == (0, 0)
    assert started_shares((wijk(0, date(2019, 1, 1)),), date(2021, 1, 1)) == (1, 0)
