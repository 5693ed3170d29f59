"""The same figure at many moments equals the figure of each moment."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, Marts, open_marts
from analytics.figures.progress import progress
from analytics.figures.selection import Selection
from analytics.scope.indicator.moments import (
    MOST_MOMENTS,
    MOST_TOGETHER,
    Moments,
    at_moments,
    month_days,
    spread_days,
)
from analytics.scope.indicator.ranking import Mark, mark_of
from analytics.scope.windows import Window, span
from data.file.store import Store
from data.periods import month_end
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, odd_frames, write_city

DAYS = (date(2019, 2, 28), date(2019, 12, 31), ODD_AS_OF)
PAST = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("moments") / "odd.duckdb", odd_frames(), ODD_AS_OF)
    yield store
    store.close()


def one_by_one(
    marts: Marts, indicator: str, level: Level, window: Window
) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for day in DAYS:
        asked = span(window, day)
        rows = figures(marts, find(indicator), Selection(level, day, start=asked.start)).rows()
        started = progress(marts, level, day)
        for row in rows:
            mark = mark_of(row, find(indicator), has_started=started[row.area_code].has_started)
            found.setdefault(row.area_code, []).append(mark or row.value)
    return found


@pytest.mark.parametrize("window", [Window.ALL, Window.YEAR])
@pytest.mark.parametrize("level", [Level.WIJK, Level.TEAM])
@pytest.mark.parametrize("indicator", ["matches", "lopende_matches", "matches_per_1000"])
def test_many_moments_equal_each_moment(
    store: Store, indicator: str, level: Level, window: Window
) -> None:
    marts = open_marts(store, Audience.INTERN)
    found = at_moments(marts, indicator, Selection(level, DAYS[-1]), window, DAYS)
    assert {code: list(row) for code, row in found.values.items()} == one_by_one(
        marts, indicator, level, window
    )


def test_an_area_limits_them(store: Store) -> None:
    marts = open_marts(store, Audience.INTERN)
    found = at_moments(marts, "scans", Selection(Level.WIJK, DAYS[-1], "SD2"), Window.ALL, DAYS)
    assert sorted(found.values) == ["WK077221", "WK077222", "WK077223"]


@given(PAST, PAST)
def test_months_end_at_the_day_and_do_not_begin_before_the_data(one: date, other: date) -> None:
    beginning, as_of = min(one, other).replace(day=1), max(one, other)
    days = month_days(beginning, as_of)
    assert days[-1] == as_of
    assert len(days) <= MOST_MOMENTS
    assert all(day == month_end(day) and beginning <= day < as_of for day in days[:-1])
    assert list(days) == sorted(set(days))


@given(st.integers(1, MOST_MOMENTS))
def test_a_sheet_holds_at_most_twelve_and_the_last(count: int) -> None:
    days = tuple(date(2000 + n // 12, n % 12 + 1, 1) for n in range(count))
    kept = spread_days(days)
    assert len(kept) <= MOST_TOGETHER
    assert kept[-1] == days[-1]
    assert set(kept) <= set(days)
    assert len(kept) >= min(count, 5)


def test_where_nothing_had_started_there_is_no_change() -> None:
    moments = Moments(
        DAYS,
        {
            "later": (Mark.NOT_STARTED, 1.0, 4.0),
            "never": (Mark.NOT_STARTED, Mark.NOT_STARTED, Mark.NOT_STARTED),
            "less": (5.0, 9.0, 2.0),
            "few": (Mark.FEW_INHABITANTS, 1.0, 2.0),
        },
    )
    assert moments.changes() == {
        "later": Mark.NOT_YET,
        "never": Mark.NOT_STARTED,
        "less": -3.0,
        "few": Mark.FEW_INHABITANTS,
    }
    assert sorted(moments.shown()) == [1, 1, 2, 2, 4, 5, 9]
