"""The rollout per area against the record table, and the ranking of areas."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import INDICATORS, Indicator, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, ExactMarts
from analytics.figures.progress import Progress, progress, wijken_of
from analytics.figures.result import Result, Row, Status
from analytics.figures.selection import Selection
from analytics.scope.indicator.ranking import Mark, mark_of, ranking
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level, at_level
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city

AS_OF = date(2021, 10, 1)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    folder: Path = tmp_path_factory.mktemp("rollout")
    made = {
        "demo": write_city(folder / "demo.duckdb", make_demo(seed=3, scale=0.1), AS_OF),
        "odd": write_city(folder / "odd.duckdb", odd_frames(), ODD_AS_OF),
    }
    yield made
    for store in made.values():
        store.close()


FRAMES = {"demo": make_demo(seed=3, scale=0.1), "odd": odd_frames()}


@pytest.mark.parametrize("city", FRAMES)
@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("as_of", [date(2017, 1, 1), date(2019, 4, 1), date(2021, 10, 1)])
def test_what_has_started_equals_the_record_table(
    stores: dict[str, Store], city: str, level: Level, as_of: date
) -> None:
    found = progress(ExactMarts(stores[city]), level, as_of)
    rollout = FRAMES[city]["rollout"].assign(
        day=lambda frame: pd.to_datetime(frame["started_on"]).dt.date
    )
    started = dict(zip(rollout["wijk_code"], rollout["day"], strict=True))
    for area in found.values():
        days = [started[wijk] for wijk in area.wijken if started.get(wijk, date.max) <= as_of]
        assert area.started == len(days)
        assert area.since == (min(days).replace(day=1) if days else None)
        assert area.has_started == bool(days)


@pytest.mark.parametrize("level", list(Level))
def test_the_wijken_of_an_area_equal_the_hierarchy(stores: dict[str, Store], level: Level) -> None:
    around = twin.parents(level, FRAMES["demo"])
    up = {area.code: area.parent for area in at_level(Level.BUURT)}
    expected: dict[str, set[str]] = {}
    for place, area in around.items():
        expected.setdefault(area, set()).add(up.get(place, place))
    found = wijken_of(ExactMarts(stores["demo"]), level)
    assert {code: set(wijken) for code, wijken in found.items()} == expected


def test_the_pilot_is_where_it_began(stores: dict[str, Store]) -> None:
    wijken = progress(ExactMarts(stores["demo"]), Level.WIJK, AS_OF)
    pilot = {code for code, area in wijken.items() if area.is_pilot}
    assert pilot == {"WK077211", "WK077231", "WK077232", "WK077233"}
    teams = progress(ExactMarts(stores["demo"]), Level.TEAM, AS_OF)
    assert [code for code, area in teams.items() if area.is_pilot] == ["Tongelre-Centrum"]
    assert not progress(ExactMarts(stores["demo"]), Level.GEMEENTE, AS_OF)["GM0772"].is_pilot


def test_while_only_the_pilot_runs_it_is_not_set_apart(stores: dict[str, Store]) -> None:
    wijken = progress(ExactMarts(stores["demo"]), Level.WIJK, date(2018, 1, 1))
    assert not any(area.is_pilot for area in wijken.values())


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM])
@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_a_ranking_holds_every_area_once_from_high_to_low(
    stores: dict[str, Store], indicator: Indicator, level: Level
) -> None:
    result = figures(ExactMarts(stores["demo"]), indicator, Selection(level, AS_OF))
    ranked = ranking(result, progress(ExactMarts(stores["demo"]), level, AS_OF))
    assert sorted(area.row.area_code for area in ranked) == sorted(
        row.area_code for row in result.rows()
    )
    shown = [area.row.value for area in ranked if area.mark is None]
    assert shown == sorted(shown, key=lambda value: -(value or 0))
    assert [area.rank is None for area in ranked] == [bool(area.mark) for area in ranked]
    assert [bool(area.mark) for area in ranked] == sorted(bool(area.mark) for area in ranked)


STARTED = Progress(("W1",), 1, date(2019, 1, 1), is_pilot=False)
IDLE = Progress(("W1",), 0, None, is_pilot=False)


def row(
    value: float | None,
    status: Status = Status.SHOWN,
    numerator: float = 0,
    inhabitants: float | None = None,
) -> Row:
    return Row("2021", "A", "A", numerator, inhabitants, value, status)


@pytest.mark.parametrize(
    ("began", "last"),  # the day of the start, and the last on which no full month is over
    [
        (date(2021, 5, 10), date(2021, 6, 8)),
        (date(2021, 6, 1), date(2021, 6, 29)),
        (date(2021, 6, 30), date(2021, 7, 29)),
        (date(2021, 1, 29), date(2021, 2, 26)),
    ],
)
def test_an_area_is_new_until_it_takes_part_for_a_full_month(began: date, last: date) -> None:
    area = Progress(("W1",), 1, began, is_pilot=False)
    assert area.is_new(began)
    assert area.is_new(last)
    assert not area.is_new(last + timedelta(days=1))
    assert not IDLE.is_new(last)
    assert area.since == began.replace(day=1)


@pytest.mark.parametrize(
    ("figure", "indicator", "rollout", "mark"),
    [
        (row(0), "matches", STARTED, None),
        (row(0), "matches", IDLE, Mark.NOT_STARTED),
        (row(1, numerator=1), "matches", IDLE, None),
        (
            row(None, Status.NOT_APPLICABLE, inhabitants=99),
            "matches_per_1000",
            STARTED,
            Mark.FEW_INHABITANTS,
        ),
        (row(None, Status.NOT_APPLICABLE), "matches_per_1000", STARTED, Mark.NO_INHABITANTS),
        (row(None, Status.NOT_APPLICABLE), "matches_per_1000", IDLE, Mark.NOT_STARTED),
        (
            row(None, Status.NOT_APPLICABLE),
            "open_vacatures_per_wachtende",
            STARTED,
            Mark.NOT_APPLICABLE,
        ),
        (row(None, Status.WITHHELD), "mediaan_dagen_tot_match", IDLE, Mark.WITHHELD),
        (row(None, Status.WITHHELD), "wachtend", STARTED, Mark.BETWEEN_QUARTERS),
    ],
)
def test_why_an_area_has_no_figure(
    figure: Row, indicator: str, rollout: Progress, mark: Mark | None
) -> None:
    started = rollout.has_started
    assert mark_of(figure, find(indicator), has_started=started) is mark


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_equals_share_their_rank(values: list[int]) -> None:
    frame = pd.DataFrame(
        [(f"A{n}", f"A{n}", value) for n, value in enumerate(values)],
        columns=["area_code", "area_name", "value"],
    ).assign(period="2021", numerator=1, denominator=None, status="shown")
    columns = ["period", "area_code", "area_name", "numerator", "denominator", "value", "status"]
    selection = Selection(Level.WIJK, AS_OF)
    result = Result[ExactMarts](find("matches"), selection, frame[columns], Audience.INTERN)
    ranked = ranking(result, dict.fromkeys(frame["area_code"], STARTED))
    naive = frame["value"].rank(method="min", ascending=False).astype(int)
    assert {area.row.area_code: area.rank for area in ranked} == dict(
        zip(frame["area_code"], naive, strict=True)
    )
