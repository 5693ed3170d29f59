"""The sample delivery, as it is and rewritten in every format: always the same result."""

import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow
import pyarrow.parquet
import pytest

from data.contract.tables import TABLES
from data.delivery.importer import Delivery, import_delivery
from tests.data.delivery.deliveries import (
    AS_OF,
    Rows,
    read,
    sample_rows,
    with_dates,
    write_csv,
    write_workbook,
)
from tests.paths import SAMPLE

Sheets = dict[str, Rows]


@pytest.fixture(scope="module")
def truth() -> dict[str, dict[str, dict[str, str]]]:
    content: dict[str, dict[str, dict[str, str]]] = json.loads(
        (SAMPLE / "truth.json").read_text(encoding="utf-8")
    )
    return content


@pytest.fixture(scope="module")
def sample() -> Delivery:
    return read(SAMPLE)


def test_counts_are_those_of_the_truth(sample: Delivery, truth: dict[str, object]) -> None:
    assert sample.report.as_json()["tables"] == truth["tables"]


def test_every_refused_row_is_named_with_its_reason(
    sample: Delivery, truth: dict[str, dict[str, dict[str, str]]]
) -> None:
    subjects = {
        (table, key): subject
        for table, keys in truth["rejected"].items()
        for key, subject in keys.items()
    }
    reasons = {(r.table, r.key): r.reason.lower() for r in sample.report.rejected}
    assert reasons.keys() == subjects.keys()
    for place, subject in subjects.items():
        assert subject in reasons[place]


def test_refused_rows_stand_where_excel_shows_them(sample: Delivery) -> None:
    found = {r.key: (r.file, r.row, r.column, r.value) for r in sample.report.rejected}
    assert found["S90002"] == ("talentenscans.xlsx", 1103, "Datum scan", "31-02-2020")
    assert found["S90004"] == ("talentenscans.xlsx", 1105, "Inwoner-ID", None)
    assert found["V90001"] == ("vacatures.csv", 762, "Aantal plekken", "0")


def test_frames_have_the_stored_columns_in_order(sample: Delivery) -> None:
    for table in TABLES:
        if table.name in sample.frames:
            assert list(sample.frames[table.name]) == [column.name for column in table.stored]


def test_the_import_writes_what_it_counts(tmp_path: Path) -> None:
    target = tmp_path / "bloei.duckdb"
    report = import_delivery(
        [SAMPLE], target, as_of=AS_OF, mapping=None, strict=False, progress=lambda step: None
    )
    with duckdb.connect(str(target), read_only=True) as con:
        for name, counts in report.tables.items():
            stored = con.execute(f"SELECT count(*) FROM {name}").fetchall()
            assert stored == [(counts.accepted,)]
        found = con.execute("SELECT as_of, is_demo, len(sources) FROM meta").fetchall()
    assert found == [(AS_OF, False, 5)]


def test_a_written_file_is_itself_a_delivery(tmp_path: Path, sample: Delivery) -> None:
    target = tmp_path / "bloei.duckdb"
    import_delivery(
        [SAMPLE], target, as_of=AS_OF, mapping=None, strict=False, progress=lambda step: None
    )
    again = read(target)
    assert not again.report.rejected
    assert not again.report.left_out_sheets
    for name, frame in sample.frames.items():
        assert _records(again.frames[name]) == _records(frame)


def _as_workbook(folder: Path, sheets: Sheets) -> None:
    write_workbook(folder / "Registratie oktober.xlsx", sheets)


def _as_parquet(folder: Path, sheets: Sheets) -> None:
    for name, rows in sheets.items():
        table = pyarrow.table(_text_columns(rows))
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet")


def _as_duckdb(folder: Path, sheets: Sheets) -> None:
    with duckdb.connect(str(folder / "export.duckdb")) as con:
        for name, rows in sheets.items():
            con.register("rows", pyarrow.table(_text_columns(rows)))
            con.execute(f'CREATE TABLE "{name}" AS SELECT * FROM rows')
            con.unregister("rows")


def _text_columns(rows: Rows) -> dict[str, list[str | None]]:
    iso = with_dates({"": rows}, lambda day: day.isoformat())[""]
    return {
        str(heading): [None if row[i] is None else str(row[i]) for row in iso[1:]]
        for i, heading in enumerate(iso[0])
    }


def _as_text(separator: str, encoding: str) -> Callable[[Path, Sheets], None]:
    def write(folder: Path, sheets: Sheets) -> None:
        for name, rows in with_dates(sheets, lambda day: f"{day:%d/%m/%Y}").items():
            write_csv(folder / f"{name}.csv", rows, separator, encoding)

    return write


def _with_serials(folder: Path, sheets: Sheets) -> None:
    _as_workbook(folder, with_dates(sheets, lambda day: (day - date(1899, 12, 30)).days))


def _with_short_years(folder: Path, sheets: Sheets) -> None:
    _as_workbook(folder, with_dates(sheets, lambda day: f"{day.day}.{day.month}.{day:%y}"))


def _shuffled(folder: Path, sheets: Sheets) -> None:
    shuffle = random.Random(7)
    for name, rows in sheets.items():
        order = shuffle.sample(range(len(rows[0])), len(rows[0]))
        _as_workbook_file(folder, name, [[row[i] for i in order] for row in rows])


def _as_workbook_file(folder: Path, name: str, rows: Rows) -> None:
    write_workbook(folder / f"{name}.xlsx", {"Blad1": rows})


def _english(folder: Path, sheets: Sheets) -> None:
    for table in TABLES:
        rows = sheets.get(table.sheets[0])
        if rows:
            names = [_column_name(table.name, str(heading)) for heading in rows[0]]
            _as_workbook_file(folder, table.name, [names, *rows[1:]])


def _column_name(table_name: str, heading: str) -> object:
    table = next(table for table in TABLES if table.name == table_name)
    return next(column.name.upper() for column in table.columns if heading in column.headings)


def _unnamed(folder: Path, sheets: Sheets) -> None:
    write_workbook(
        folder / "levering.xlsx", {f"Blad{i}": rows for i, rows in enumerate(sheets.values())}
    )


def _split(folder: Path, sheets: Sheets) -> None:
    _as_workbook(
        folder,
        {f"{name} {part}": _half(rows, part) for name, rows in sheets.items() for part in (1, 2)},
    )


def _half(rows: Rows, part: int) -> Rows:
    middle = len(rows) // 2
    return rows[:middle] if part == 1 else [rows[0], *rows[middle:]]


WRITERS = {
    "workbook": _as_workbook,
    "parquet": _as_parquet,
    "duckdb": _as_duckdb,
    "semicolon": _as_text(";", "utf-8"),
    "comma and mark": _as_text(",", "utf-8-sig"),
    "tab and utf-16": _as_text("\t", "utf-16"),
    "comma and cp1252": _as_text(",", "cp1252"),
    "serials": _with_serials,
    "short years": _with_short_years,
    "shuffled": _shuffled,
    "english": _english,
    "sheets without a name": _unnamed,
    "two sheets a table": _split,
}


@pytest.mark.parametrize("writer", WRITERS)
def test_the_same_delivery_in_another_form(writer: str, tmp_path: Path, sample: Delivery) -> None:
    WRITERS[writer](tmp_path, sample_rows())
    delivery = read(tmp_path)
    assert delivery.report.tables == sample.report.tables
    assert _reasons(delivery) == _reasons(sample)
    for name, frame in sample.frames.items():
        assert _records(delivery.frames[name]) == _records(frame)


def _reasons(delivery: Delivery) -> set[tuple[str, str, str]]:
    return {(r.table, r.key, r.reason) for r in delivery.report.rejected}


def _records(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    return sorted(tuple(map(str, row)) for row in frame.fillna("").itertuples(index=False))
