"""What leaves the house says of no area 0 on a day before it started; of the others it does."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.catalog import INDICATORS
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, ExactMarts, open_marts
from analytics.figures.result import Status
from analytics.figures.selection import Selection
from analytics.figures.started import STARTS, told
from analytics.scope.search.question import Question, ask
from data.file.store import Store
from data.periods import Period, month_end
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, ODD_ROWS, odd_frames, write_city

STARTED = {str(wijk): date.fromisoformat(str(day)) for wijk, _, day in ODD_ROWS["rollout"]}
SHOWN, BEFORE = Status.SHOWN, Status.NOT_STARTED


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("started") / "x.duckdb", odd_frames(), ODD_AS_OF)
    yield store
    store.close()


@pytest.mark.parametrize("who", list(Audience))
def test_of_a_wijk_no_month_before_its_start_is_shown_as_zero(store: Store, who: Audience) -> None:
    """For every indicator; all else is what it was."""
    marts = open_marts(store, who)
    asked = Selection(Level.WIJK, marts.as_of, start=marts.counted_from, period=Period.MONTH)
    for indicator in (one for one in INDICATORS if one.id != STARTS):
        plain = figures(marts, indicator, asked).rows()
        for row, was in zip(told(marts, indicator, asked).rows(), plain, strict=True):
            end = min(month_end(date.fromisoformat(f"{row.period}-01")), marts.as_of)
            has_started = STARTED.get(row.area_code, date.max) <= end
            is_before = was.status is SHOWN and was.numerator == 0 and not has_started
            assert row == (was._replace(status=BEFORE) if is_before else was)


@pytest.mark.parametrize(
    ("area", "as_of", "indicator", "status", "value"),
    [
        ("WK077211", "2019-03-30", "scans", BEFORE, 0),  # a day before its start
        ("WK077211", "2019-03-31", "scans", SHOWN, 0),  # the day itself
        ("BU07721110", "2019-03-30", "scans", BEFORE, 0),  # a buurt in it
        ("BU07721110", "2019-03-31", "scans", SHOWN, 0),
        ("SD1", "2019-03-31", "vacatures", SHOWN, 0),
        ("SD5", "2019-03-31", "vacatures", BEFORE, 0),
        ("BU07724100", "2020-03-15", "scans", SHOWN, 2),  # it never started, and yet
        ("Team Strijp", "2020-03-14", "matches", BEFORE, 0),
        ("Team Strijp", "2020-03-15", "matches", SHOWN, 0),
        ("SD5", "2020-03-15", "wijken_gestart", SHOWN, 0),  # it says so itself
    ],
)
def test_a_zero_is_of_before_a_start_or_of_after_it(
    store: Store, area: str, as_of: str, indicator: str, status: Status, value: int
) -> None:
    day = date.fromisoformat(as_of)
    [row] = ask(ExactMarts(store), Question(indicator, area=area, as_of=day)).rows()
    assert (row.status, row.value, row.numerator) == (status, value, value)
