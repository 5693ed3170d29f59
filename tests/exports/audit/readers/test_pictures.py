"""What the audit sees in pictures, CSV and areas: all that is there, and no more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from charts.card import Card, Column, Line, Table
from charts.pictures import Series, Trend
from exports import paper
from exports.audit import audit
from exports.geodata import geojson, gpkg
from exports.house import read_house
from exports.setting import Setting
from exports.tables.text_csv import csv
from tests.exports.paper.samples import SETTING, area_map, card, trend

HOUSE = read_house()
Make = Callable[[Card, Setting], bytes]


def waiting(amount: float) -> Card:
    columns = [Column("Nr.", 0), Column("Wijk"), Column("Wachtend", 0), Column("Vacatures", 0)]
    lines = [Line(["1", "Oud-Tongelre", amount, 2.0]), Line(["2", "Erp", 20.0, 1.0])]
    return card(title="Inwoners die wachten", table=Table("x", columns, lines, head=1))


def files(one: Card, folder: Path) -> None:
    (folder / "a.svg").write_text(paper.svg(one, SETTING, HOUSE), encoding="utf-8")
    (folder / "a.pdf").write_bytes(paper.pdf(one, SETTING, HOUSE))
    (folder / "a.csv").write_bytes(csv(one, SETTING))


def test_ranks_and_counts_of_vacatures_are_no_small_counts(tmp_path: Path) -> None:
    files(waiting(15), tmp_path)
    assert not audit([tmp_path]).failed


@pytest.mark.parametrize("ending", ["svg", "csv"])
def test_a_small_count_in_a_table_is_seen(tmp_path: Path, ending: str) -> None:
    files(waiting(3), tmp_path)
    assert audit([tmp_path / f"a.{ending}"]).failed


def test_numbers_at_an_axis_are_no_small_counts(tmp_path: Path) -> None:
    low = card(
        Trend(trend().steps[:3], [Series("wachtend", "line", [0.0, 0.0, 0.0])], top=4),
        title="Wachtende inwoners",
    )
    (tmp_path / "a.svg").write_text(paper.svg(low, SETTING, HOUSE), encoding="utf-8")
    assert not audit([tmp_path]).failed


@pytest.mark.parametrize(("amount", "failed"), [(3.0, True), (15.0, False)])
@pytest.mark.parametrize(("ending", "make"), [("geojson", geojson), ("gpkg", gpkg)])
def test_areas_are_read(
    tmp_path: Path, ending: str, make: Make, amount: float, failed: bool
) -> None:
    picture = area_map(value=lambda area, moment: amount)
    one = card(picture, title="Wachtende inwoners per wijk", indicators=("wachtend",))
    (tmp_path / f"wachtend.{ending}").write_bytes(make(one, SETTING))
    assert audit([tmp_path]).failed is failed


@pytest.mark.parametrize("indicator", ["matches", "scans", "wachtend"])
def test_a_flag_of_the_style_of_a_map_is_no_count(tmp_path: Path, indicator: str) -> None:
    picture = area_map(value=lambda area, moment: 15.0)
    one = card(picture, title=f"{indicator} per wijk", indicators=(indicator,))
    (tmp_path / f"{indicator}_wijk_2021-09-30_gemeente.gpkg").write_bytes(gpkg(one, SETTING))
    report = audit([tmp_path])
    assert not report.failed, report.findings
