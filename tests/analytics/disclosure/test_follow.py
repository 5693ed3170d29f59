"""What can be followed of one representative, on a hand-made city and on whole deliveries."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.catalog import INDICATORS, Indicator, Time
from analytics.disclosure.cubes.totals import running_months
from analytics.disclosure.follow import followed
from analytics.disclosure.protector import demo_protector
from analytics.disclosure.rows import Rows, match_rows, scan_rows
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ProtectedMarts
from analytics.figures.result import Status
from analytics.figures.selection import Selection
from data.demo import make_demo
from data.file.store import Store
from data.periods import Period
from data.reference.areas import Level
from tests.analytics.disclosure import sample
from tests.cities import write_city

MOST = 0.05  # of the representatives
APRIL = 12 * 2020 + 3
UNTIL = APRIL + 11


def city(*spans: tuple[str, str, int, int, int]) -> tuple[Rows, "pd.Series[int]"]:
    """Rows of (buurt, wijk, first month, month of the end or -1, weight), from April 2020."""
    frame = pd.DataFrame(spans, columns=["buurt", "wijk", "first", "end", "weight"])
    frame = frame.assign(team=frame["wijk"], stadsdeel="S")
    end = frame["end"].where(frame["end"] < 0, frame["end"] + APRIL)
    months = running_months(frame["first"] + APRIL, end, UNTIL)
    return Rows(frame, {"running": months}), frame["weight"]


def told(*spans: tuple[str, str, int, int, int]) -> tuple[int, int, int]:
    found = followed(*city(*spans), "running", UNTIL)
    return found.representatives, found.monthly, found.told


def test_a_block_that_stands_alone_everywhere_is_followed() -> None:
    assert told(("a", "W", 1, 4, 5)) == (1, 1, 1)


def test_a_block_that_is_gone_in_the_last_month_is_followed() -> None:
    assert told(("a", "W", 1, 11, 5)) == (1, 1, 1)
    assert told(("a", "W", 1, 10, 5)) == (1, 1, 1)
    assert told(("a", "W", 1, 12, 5)) == (1, 0, 0)


def test_a_record_without_weight_is_no_representative() -> None:
    assert told(("a", "W", 1, 4, 5), ("a", "W", 0, 6, 0)) == (1, 1, 1)


def test_a_block_that_has_not_ended_is_not_followed() -> None:
    assert told(("a", "W", 1, -1, 5)) == (1, 0, 0)


def test_two_blocks_in_a_buurt_hide_each_other() -> None:
    assert told(("a", "W", 1, 4, 5), ("a", "W", 2, 7, 5)) == (2, 0, 0)


def test_a_block_between_two_ends_of_quarters_is_not_told() -> None:
    assert told(("a", "W", 3, 5, 5)) == (1, 1, 0)


def test_another_change_in_the_same_quarter_hides_the_month_of_the_end() -> None:
    assert told(("a", "W", 1, 4, 5), ("b", "W", -9, 3, 5)) == (2, 2, 0)
    assert told(("a", "W", 1, 4, 5), ("b", "W", -9, 6, 5)) == (2, 2, 2)


def test_a_wijk_by_itself_tells_the_month_that_the_city_hides() -> None:
    assert told(("a", "W", 1, 4, 5), ("b", "V", -9, 3, 5)) == (2, 2, 2)


@pytest.mark.parametrize("name", ["sample", "demo"])
def test_at_most_one_in_twenty_can_be_followed(name: str) -> None:
    records = sample.records() if name == "sample" else sample.records_of(make_demo(seed=3))
    weights = demo_protector().weigh(records)
    last = records.until.year * 12 + records.until.month - 1
    found = [
        followed(rows, given["weight"], stock, last)
        for rows, given, stock in (
            (match_rows(records), weights.matches, "running"),
            (scan_rows(records), weights.scans, "waiting"),
        )
    ]
    all_there = sum(one.representatives for one in found)
    assert all_there > 400
    assert sum(one.told for one in found) / all_there <= MOST
    assert all(one.monthly / one.representatives > 2 * MOST for one in found)  # before


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path: Path = tmp_path_factory.mktemp("follow") / "demo.duckdb"
    return write_city(path, make_demo(seed=11, scale=0.2), date(2021, 9, 1))


STOCKS = [
    indicator
    for indicator in INDICATORS
    if indicator.measure in ("running_matches", "waiting", "free_positions")
]


def test_every_stock_of_residents_is_examined() -> None:
    others = {"open_vacancies", "active_places", "started_wijken", ""}
    stocks = {one.measure for one in INDICATORS if one.time is Time.STOCK}
    assert stocks - others == {indicator.measure for indicator in STOCKS}


@pytest.mark.parametrize("indicator", STOCKS, ids=lambda indicator: str(indicator.id))
def test_a_buurt_tells_its_stock_at_the_ends_of_quarters_only(
    demo: Store, indicator: Indicator
) -> None:
    asked = Selection(Level.BUURT, date(2021, 8, 31), period=Period.MONTH)
    for row in figures(ProtectedMarts(demo), indicator, asked).rows():
        is_end = int(row.period[-2:]) % 3 == 0
        assert (row.status is Status.WITHHELD) == (not is_end)
        assert (row.numerator is None) == (not is_end)
        assert (row.value is None) == (row.status is not Status.SHOWN)


@pytest.mark.parametrize("level", [Level.WIJK, Level.TEAM, Level.STADSDEEL, Level.GEMEENTE])
def test_wider_areas_tell_their_stock_every_month(demo: Store, level: Level) -> None:
    asked = Selection(level, date(2021, 8, 31), period=Period.MONTH)
    result = figures(ProtectedMarts(demo), STOCKS[0], asked)
    assert set(result.frame["status"]) == {"shown"}


def test_the_door_itself_has_no_stock_of_a_buurt_between_quarters(demo: Store) -> None:
    marts = ProtectedMarts(demo)
    days = [date(2021, month, day) for month, day in ((5, 31), (6, 30), (7, 31))]
    for measure in ("running_matches", "waiting", "free_positions"):
        found = marts.standing(measure, Level.BUURT, days)
        assert set(found["day"].dt.date) == {date(2021, 6, 30)}
    assert len(np.unique(marts.standing("matches", Level.BUURT, days)["day"])) == len(days)
