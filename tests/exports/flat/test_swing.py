"""The workbook for Swing, read back with openpyxl."""

import csv
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from analytics.catalog import find
from data.periods import Period
from data.reference.areas import Level, areas
from exports.flat import swing
from exports.flat.collect import LEVELS as ALL_LEVELS
from exports.flat.collect import PERIODS, Flat, whole
from exports.flat.swing import DATA, METADATA, WITHHELD, name_of, xlsx
from exports.house import house
from tests.exports.flat.conftest import INDICATORS, Told


@pytest.fixture(scope="module")
def book(flat: Flat) -> Any:
    return load_workbook(BytesIO(xlsx(flat, house())))


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_it_holds_what_figures_tells(book: Any, asked: Told) -> None:
    heading, *found = rows(book["data"])
    assert heading == DATA
    told = {(name, period, level, code): value for period, level, code, name, value in found}
    assert len(told) == len(found)
    expected = {
        key: value if status == "shown" else WITHHELD
        for key, (value, status) in asked.items()
        if status not in ("not applicable", "not started")
    }
    assert told == pytest.approx(expected, abs=1e-12)
    assert WITHHELD in told.values()


def test_it_says_what_each_indicator_is(book: Any) -> None:
    heading, *found = rows(book["metadata"])
    assert heading == METADATA
    assert book.sheetnames == ["data", "metadata"]
    for name, line in zip(INDICATORS, found, strict=True):
        told, indicator = dict(zip(METADATA, line, strict=True)), find(name)
        assert told["Indicator code"] == name
        assert told["Description"] == indicator.definition
        assert (told["RoundOff"], told["Unit"]) == (indicator.decimals, indicator.unit)
        assert "afgerond op 0 of 5" in told["More information"]
    assert [line[-1] for line in found] == ["Numeric", "Numeric", "Numeric", "Percentage"]


def test_the_same_figures_give_the_same_bytes(flat: Flat) -> None:
    assert xlsx(flat, house()) == xlsx(flat, house())


def test_every_level_area_and_period_has_a_name_in_swing() -> None:
    known = {
        "niveaus": {str(level) for level in ALL_LEVELS},
        "gebieden": {area.code for area in areas()},
        "perioden": {str(period) for period in PERIODS},
    }
    for table, names in known.items():
        path = Path(swing.__file__).parent / f"swing_{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            assert {row["hier"] for row in csv.DictReader(file)} == names


def test_what_the_csv_does_not_name_keeps_its_own_name() -> None:
    assert name_of("gebieden", "Team Noord") == "Team Noord"
    assert name_of("niveaus", Level.WIJK) == "wijk"


@pytest.mark.parametrize(
    ("period", "labels"),
    [
        (Period.YEAR, ["2018"]),
        (Period.QUARTER, ["2017-Q4", "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"]),
    ],
)
def test_only_whole_periods_are_told(period: Period, labels: list[str]) -> None:
    found = whole(date(2017, 9, 1), date(2019, 2, 28), period)
    assert [part.label for part in found] == labels
