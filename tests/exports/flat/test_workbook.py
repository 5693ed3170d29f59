"""The workbook with all figures, read back with openpyxl."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.audit import audit_made
from exports.flat.collect import Flat
from exports.flat.table import HEADINGS
from exports.flat.workbook import xlsx
from exports.house import house
from tests.exports.flat.conftest import INDICATORS, Told


@pytest.fixture(scope="module")
def made(flat: Flat) -> bytes:
    return xlsx(flat, house())


@pytest.fixture(scope="module")
def book(made: bytes) -> Any:
    return load_workbook(BytesIO(made))


def test_it_holds_what_figures_tells_with_real_days_and_numbers(book: Any, asked: Told) -> None:
    heading, *rows = book["Cijfers"].iter_rows(values_only=True)
    assert heading == HEADINGS
    told = [dict(zip(HEADINGS, row, strict=True)) for row in rows]
    found = {(row["indicator"], row["period"], row["level"], row["area_code"]): row for row in told}
    assert {key: row["status"] for key, row in found.items()} == {
        key: status for key, (_, status) in asked.items()
    }
    values = {key: row["value"] for key, row in found.items()}
    assert values == pytest.approx({key: value for key, (value, _) in asked.items()}, abs=1e-12)
    assert all(isinstance(row[day], datetime) for row in told for day in ("first_day", "last_day"))


def test_its_sheets_are_tables_with_a_name(book: Any) -> None:
    names = {name: sheet.tables[name].ref for sheet in book for name in sheet.tables}
    assert list(names) == ["Cijfers", "Indicatoren", "Kolommen"]
    assert names["Cijfers"] == book["Cijfers"].dimensions
    assert [row[0].value for row in book["Indicatoren"].iter_rows(min_row=2)] == list(INDICATORS)
    assert "afgerond op 0 of 5" in str([row[1].value for row in book["Toelichting"].iter_rows()])


def test_its_columns_have_a_name(book: Any) -> None:
    assert {name for name in book.defined_names if name.startswith("Cijfers_")} == {
        f"Cijfers_{heading}" for heading in HEADINGS
    }
    [(sheet, cells)] = book.defined_names["Cijfers_area_code"].destinations
    column = [cell for (cell,) in book[sheet][cells]]
    assert [cell.value for cell in column] == [
        row[HEADINGS.index("area_code")] for row in book["Cijfers"].iter_rows(2, values_only=True)
    ]


def test_the_audit_is_silent_and_the_bytes_are_the_same(flat: Flat, made: bytes) -> None:
    report = audit_made({"cijfers_gemeente.xlsx": made})
    assert (report.findings, report.unread) == ((), ())
    assert report.protected
    assert xlsx(flat, house()) == made
