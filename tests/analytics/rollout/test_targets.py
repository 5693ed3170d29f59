"""Targets: what was reached in their months, and the pace that is needed."""

from datetime import date
from pathlib import Path

import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.targets import Pace, Target, paces, targets
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, odd_frames, write_city

TARGETS = [
    ("GM0772", "matches", "2019-01-01", "2019-12-01", 8.0),
    ("WK077231", "lopende_matches", "2020-01-01", "2020-12-01", 4.0),
    ("SD3", "inwoners_bereikt", "2020-04-01", "2020-12-01", 4.0),
    ("SD3", "geluk", "2020-01-01", "2020-12-01", 9.0),
]


def pace(value: float, done: float | None, day: date) -> Pace:
    target = Target(
        "SD3", "Tongelre", Level.STADSDEEL, "matches", date(2021, 1, 1), date(2021, 12, 31), value
    )
    return Pace(target, day, done)


@pytest.mark.parametrize(
    ("value", "done", "day", "months", "so_far", "needed"),
    [
        (120, 90, date(2021, 9, 30), (9, 3), 10, 10),
        (120, 130, date(2021, 9, 30), (9, 3), 130 / 9, 0),
        (120, 0, date(2020, 12, 31), (0, 12), None, 10),
        (120, None, date(2020, 12, 31), (0, 12), None, 10),
        (120, 100, date(2021, 12, 31), (12, 0), 100 / 12, None),
        (120, 100, date(2022, 5, 31), (12, 0), 100 / 12, None),
        (120, None, date(2021, 9, 30), (9, 3), None, None),
    ],
)
def test_the_pace_is_per_month_that_is_over_and_that_is_left(
    value: float,
    done: float | None,
    day: date,
    months: tuple[int, int],
    so_far: float | None,
    needed: float | None,
) -> None:
    found = pace(value, done, day)
    assert (found.months_done, found.months_left) == months
    assert found.so_far == (pytest.approx(so_far) if so_far is not None else None)
    assert found.needed == needed


def test_a_share_needs_something_to_reach() -> None:
    assert pace(120, 90, date(2021, 9, 30)).share == 0.75
    assert pace(0, 90, date(2021, 9, 30)).share is None
    assert pace(120, None, date(2021, 9, 30)).share is None


def test_targets_count_their_own_months_and_stocks_the_last_evening(tmp_path: Path) -> None:
    frames = odd_frames()
    columns = frames["targets"].columns
    frames["targets"] = frames["targets"].from_records(TARGETS, columns=columns)
    store = write_city(tmp_path / "odd.duckdb", frames, ODD_AS_OF)
    marts = ExactMarts(store)
    assert [target.indicator for target in targets(marts)] == [
        "matches",
        "lopende_matches",
        "inwoners_bereikt",
    ]
    assert targets(marts)[0].end == date(2019, 12, 31)
    found = paces(marts, ODD_AS_OF)
    assert [pace.done for pace in found] == [4, 1, None]  # the third begins later: no zero
    assert {pace.day for pace in found} == {date(2020, 2, 29)}
    assert [pace.target for pace in paces(ProtectedMarts(store), ODD_AS_OF)] == [
        pace.target for pace in found
    ]
    store.close()
