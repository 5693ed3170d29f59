"""Figures against the naive twin, on the demo city and on an odd one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.catalog import INDICATORS, MIN_INHABITANTS, Indicator, Time, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts
from analytics.figures.result import RESULT_COLUMNS, Status
from analytics.figures.selection import Selection
from data.demo import make_demo
from data.file.store import Store
from data.periods import Period
from data.reference.areas import Level, areas
from tests import twin, twin_durations
from tests.cities import ODD_AS_OF, odd_frames, write_city

DEMO_AS_OF = date(2021, 10, 1)


@dataclass(frozen=True)
class City:
    frames: twin.Frames
    store: Store

    @property
    def marts(self) -> ExactMarts:
        return ExactMarts(self.store)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, City]]:
    folder = tmp_path_factory.mktemp("cities")
    demo, odd = twin.prepared(make_demo(seed=7, scale=0.3)), twin.prepared(odd_frames())
    made = {
        "demo": City(demo, write_city(folder / "demo.duckdb", demo, DEMO_AS_OF)),
        "odd": City(odd, write_city(folder / "odd.duckdb", odd, ODD_AS_OF)),
    }
    yield made
    for city in made.values():
        city.store.close()


def expected(city: City, indicator: Indicator, selection: Selection) -> dict[str, object]:
    """The value per area code by the twin, or "not applicable"."""
    level, end = selection.level, selection.last_day
    start = selection.start if indicator.time is Time.FLOW else None
    people = twin.inhabitants(level, city.frames, end)
    if level not in indicator.levels:
        return dict.fromkeys(people, Status.NOT_APPLICABLE)
    if indicator.duration:
        told = twin_durations.durations(
            city.frames, indicator.duration, level, selection.start, end
        )
        return {
            code: Status.NOT_APPLICABLE if (value := told.get(code)) is None else value
            for code in people
        }
    counts = twin.amount(city.frames, indicator.measure, level, start, end)
    if not indicator.denominator:
        return {code: counts[code] for code in people}
    if indicator.denominator == "inhabitants":
        enough = {code: n for code, n in people.items() if n and n >= MIN_INHABITANTS}
        return {
            code: counts[code] * 1000 / enough[code] if code in enough else Status.NOT_APPLICABLE
            for code in people
        }
    below = twin.amount(city.frames, indicator.denominator, level, start, end)
    return {
        code: counts[code] / below[code] if below[code] else Status.NOT_APPLICABLE
        for code in people
    }


def assert_equals_twin(city: City, indicator: Indicator, selection: Selection) -> None:
    rows = figures(city.marts, indicator, selection).rows()
    wanted = expected(city, indicator, selection)
    assert {row.area_code for row in rows} == set(wanted)
    for row in rows:
        value = wanted[row.area_code]
        if value is Status.NOT_APPLICABLE:
            assert (row.status, row.value) == (value, None), row
        else:
            assert row.status == Status.SHOWN
            assert row.value == pytest.approx(value), row


days = st.dates(date(2017, 1, 1), DEMO_AS_OF)
LEVELS = [level for level in Level if level is not Level.OWN]  # see tests/data/test_own_area.py


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@settings(max_examples=12)
@given(
    as_of=days,
    level=st.sampled_from(LEVELS),
    before=st.none() | st.integers(0, 800),
    name=st.sampled_from(["demo", "odd"]),
)
def test_equal_the_naive_twin(
    cities: dict[str, City],
    indicator: Indicator,
    as_of: date,
    level: Level,
    before: int | None,
    name: str,
) -> None:
    as_of = min(as_of, cities[name].store.meta.as_of)
    start = None if before is None else as_of - timedelta(days=before)
    assert_equals_twin(cities[name], indicator, Selection(level, as_of, start=start))


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
@pytest.mark.parametrize("level", LEVELS)
def test_equal_the_naive_twin_on_every_day_of_the_odd_city(
    cities: dict[str, City], indicator: Indicator, level: Level
) -> None:
    for day in ("2019-02-01", "2019-02-28", "2019-03-01", "2019-12-31", "2020-03-15"):
        assert_equals_twin(cities["odd"], indicator, Selection(level, date.fromisoformat(day)))


@settings(max_examples=20)
@given(as_of=days, period=st.sampled_from(list(Period)), name=st.sampled_from(["demo", "odd"]))
def test_periods_of_a_flow_add_up_to_the_whole(
    cities: dict[str, City], as_of: date, period: Period, name: str
) -> None:
    marts = cities[name].marts
    whole = figures(marts, find("matches"), Selection(Level.WIJK, as_of))
    parts = figures(marts, find("matches"), Selection(Level.WIJK, as_of, period=period))
    summed = parts.frame.groupby("area_code")["value"].sum()
    pd.testing.assert_series_equal(
        summed, whole.frame.set_index("area_code")["value"], check_names=False
    )


COUNTS = [i for i in INDICATORS if not i.is_rate and Level.BUURT in i.levels]


@pytest.mark.parametrize("indicator", COUNTS, ids=lambda indicator: indicator.id)
@settings(max_examples=5)
@given(as_of=days, name=st.sampled_from(["demo", "odd"]))
def test_children_add_up_to_their_parent(
    cities: dict[str, City], indicator: Indicator, as_of: date, name: str
) -> None:
    marts = cities[name].marts
    value = {
        row.area_code: row.value or 0
        for level in Level
        for row in figures(marts, indicator, Selection(level, as_of)).rows()
    }
    for parent in areas():
        children = [area.code for area in areas() if area.parent == parent.code]
        if children:
            assert sum(value[code] for code in children) == value[parent.code]


@pytest.mark.parametrize("name", ["demo", "odd"])
@pytest.mark.parametrize("day", ["2019-03-01", "2019-12-31", "2020-02-14"])
def test_later_records_do_not_change_earlier_figures(
    cities: dict[str, City], tmp_path: Path, name: str, day: str
) -> None:
    as_of = date.fromisoformat(day)
    then = write_city(tmp_path / "then.duckdb", twin.known_on(cities[name].frames, as_of), as_of)
    for indicator in INDICATORS:
        for level in (Level.GEMEENTE, Level.WIJK, Level.BUURT):
            selection = Selection(level, as_of)
            now = figures(cities[name].marts, indicator, selection)
            pd.testing.assert_frame_equal(
                figures(ExactMarts(then), indicator, selection).frame, now.frame
            )
    then.close()


def test_a_result_has_the_fixed_columns(cities: dict[str, City]) -> None:
    result = figures(cities["odd"].marts, find("scans"), Selection(Level.WIJK, ODD_AS_OF))
    assert tuple(result.frame.columns) == RESULT_COLUMNS


def test_an_area_narrows_to_its_parts(cities: dict[str, City]) -> None:
    marts = cities["demo"].marts
    tongelre = figures(marts, find("scans"), Selection(Level.WIJK, DEMO_AS_OF, area="SD3"))
    assert list(tongelre.frame["area_code"]) == ["WK077231", "WK077232", "WK077233"]
    team = figures(marts, find("scans"), Selection(Level.WIJK, DEMO_AS_OF, area="Tongelre-Centrum"))
    assert set(team.frame["area_code"]) == {"WK077211", "WK077231", "WK077232", "WK077233"}


def test_a_peildatum_after_the_file_is_brought_back(cities: dict[str, City]) -> None:
    marts = cities["odd"].marts
    later = figures(marts, find("scans"), Selection(Level.GEMEENTE, date(2030, 1, 1)))
    assert later.selection.as_of == ODD_AS_OF
    assert later.rows()[0].value == 6


def test_a_level_that_does_not_apply_says_so(cities: dict[str, City]) -> None:
    rows = figures(
        cities["demo"].marts, find("wijken_gestart"), Selection(Level.BUURT, DEMO_AS_OF)
    ).rows()
    assert {row.status for row in rows} == {Status.NOT_APPLICABLE}
    assert {row.value for row in rows} == {None}
