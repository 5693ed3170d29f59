"""Damaged, hostile and very large files: always a Dutch sentence, never a traceback or an abort."""

import gzip
import io
import zipfile
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.delivery.files import limits, tables, text_file, workbook
from data.delivery.recognition.mapping import read_mapping
from data.delivery.sources import read_sheets
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import read
from tests.data.delivery.five import put, rows, text

KNOWN = frozenset({"matchid", "scanid"})
KINDS = (".csv", ".csv.gz", ".zip", ".xlsx", ".ods", ".parquet", ".duckdb")


def _whole(folder: Path, kind: str) -> bytes:
    path = folder / f"heel{kind}"
    if not path.exists():
        _write(path, kind)
    return path.read_bytes()


def _write(path: Path, kind: str) -> None:
    cells = rows("matches")
    if kind == ".xlsx":
        book = openpyxl.Workbook()
        for row in cells:
            book.worksheets[0].append(row)
        book.save(path)
    elif kind == ".parquet":
        columns = {heading: [row[i] for row in cells[1:]] for i, heading in enumerate(cells[0])}
        pyarrow.parquet.write_table(pyarrow.table(columns), path)
    elif kind == ".duckdb":
        with duckdb.connect(str(path)) as con:
            con.execute("CREATE TABLE matches AS SELECT 'M1' AS \"Match-ID\", DATE '2020-01-01' d")
    elif kind == ".csv.gz":
        path.write_bytes(gzip.compress(text("matches").encode()))
    elif kind in (".zip", ".ods"):
        inner = "matches.csv" if kind == ".zip" else "content.xml"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(inner, text("matches"))
    else:
        path.write_bytes(text("matches").encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    kind=st.sampled_from(KINDS),
    cut=st.floats(0, 1),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6),
    is_cut=st.booleans(),
)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    kind: str,
    cut: float,
    flips: list[tuple[float, int]],
    is_cut: bool,
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
) -> None:
    content = bytearray(_whole(tmp_path, kind))
    for place, value in flips:
        content[int(place * len(content))] = value
    path = tmp_path_factory.mktemp("stuk") / f"matches{kind}"
    path.write_bytes(bytes(content[: int(cut * len(content))] if is_cut else content))
    assert_read_or_refused(path)


def assert_read_or_refused(path: Path) -> None:
    """Asserts that a file is read, or refused with a sentence that names it."""
    refusal = _refusal(path)
    assert not refusal or (path.name in refusal and refusal.endswith("."))


def _refusal(path: Path) -> str:
    try:
        read_sheets(path, KNOWN)
    except DeliveryRefused as refusal:
        return str(refusal)
    return ""


def test_a_quote_that_never_closes_names_its_row(tmp_path: Path) -> None:
    path = tmp_path / "matches.csv"
    path.write_text('Match-ID;Scan-ID\n1;2\n2;"3\n' + "4;5\n" * 60_000, encoding="utf-8")
    with pytest.raises(DeliveryRefused, match=r"^Rij 3 van matches\.csv kan niet worden gelezen"):
        read_sheets(path, KNOWN)


@pytest.mark.parametrize(
    ("place", "value"), [(-1702, 127), (-1702, 81), (-795, 71), (-1509, 64), (-1633, 46)]
)
def test_a_parquet_file_with_a_damaged_end_does_not_end_the_program(
    tmp_path: Path, place: int, value: int
) -> None:
    """Arrow aborts when it is asked for a column of such an end: histograms of a wrong size."""
    content = bytearray(_whole(tmp_path, ".parquet"))
    path = tmp_path / "matches 's.parquet"
    path.write_bytes(content)
    assert not _refusal(path)
    content[place] = value
    path.write_bytes(content)
    assert_read_or_refused(path)


def test_days_that_no_calendar_has_are_no_traceback(tmp_path: Path) -> None:
    put(tmp_path, "matches")
    cells = rows("matches")
    columns = {heading: [row[i] for row in cells[1:]] for i, heading in enumerate(cells[0])}
    table = pyarrow.table(columns)
    days = pyarrow.array([2_000_000_000, None, 18_400, None], pyarrow.date32())
    table = table.set_column(7, "Beëindigd op", days)
    pyarrow.parquet.write_table(table, tmp_path / "matches.parquet")
    ended = read(tmp_path).frames["matches"]["ended_on"]
    assert [str(day)[:10] for day in ended] == ["NaT", "NaT", "2020-05-18", "NaT"]


def test_brackets_in_brackets_are_no_mapping(tmp_path: Path) -> None:
    for name in ("koppen.json", "koppen.toml"):
        path = tmp_path / name
        nested = "[" * 100_000
        path.write_text(nested if name.endswith("json") else f"a = {nested}", encoding="utf-8")
        with pytest.raises(DeliveryRefused, match=r"koppen\.\w+ is niet bruikbaar"):
            read_mapping(path)


def test_a_cell_far_away_is_named(tmp_path: Path) -> None:
    path = tmp_path / "matches.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(path)
    with pytest.raises(DeliveryRefused, match="loopt tot cel XFD1048576"):
        read_sheets(path, KNOWN)


def test_a_workbook_that_unpacks_to_very_many_cells_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.delivery.files.package.MAX_SHEET_CELLS", 1000)
    empty = io.BytesIO()
    openpyxl.Workbook().save(empty)
    path = tmp_path / "matches.xlsx"
    cells = b"<row>" + b'<c t="inlineStr"><is><t>a</t></is></c>' * 100 + b"</row>"
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            is_sheet = name.endswith("sheet1.xml")
            sheet = b"<worksheet><sheetData>" + cells * 11 + b"</sheetData></worksheet>"
            target.writestr(name, sheet if is_sheet else source.read(name))
    with pytest.raises(DeliveryRefused, match=r"meer dan 1\.000 cellen"):
        read_sheets(path, KNOWN)


def test_a_repeated_ods_row_is_counted_before_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "matches.ods"
    row = (
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
        b' table:number-columns-repeated="1024"><text:p>a</text:p></table:table-cell>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", row)
    with pytest.raises(DeliveryRefused, match=r"meer dan 72\.000\.000 cellen"):
        read_sheets(path, KNOWN)


def test_a_small_parquet_file_with_very_many_rows_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "matches.parquet"
    many = pyarrow.DictionaryArray.from_arrays(
        pyarrow.nulls(limits.MAX_ROWS + 1, pyarrow.int8()), pyarrow.array(["a"])
    )
    pyarrow.parquet.write_table(pyarrow.table({"a": many}), path)
    with pytest.raises(DeliveryRefused, match=r"meer dan 24\.000\.000 rijen"):
        read_sheets(path, KNOWN)


@pytest.mark.parametrize(
    ("limit", "content", "unit"),
    [
        ("MAX_ROWS", "a\n\n\n\n", "rijen"),
        ("MAX_CELLS", ";;;;", "cel"),
        ("MAX_COLUMNS", ";;;", "kolommen"),
    ],
)
def test_a_text_file_is_counted_while_it_is_read(
    limit: str, content: str, unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_file, limit, 3)
    path = tmp_path / "matches.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DeliveryRefused, match=f"matches.csv is te groot .* meer dan 3 {unit}"):
        read_sheets(path, KNOWN)


@pytest.mark.parametrize("kind", [".csv", ".zip", ".xlsx", ".parquet", ".duckdb"])
def test_a_sheet_has_no_more_columns_than_are_looked_at_apart(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = 2 if kind == ".duckdb" else 9
    path = tmp_path / f"matches{kind}"
    _write(path, kind)
    for most, refused in (
        (columns, nullcontext()),
        (columns - 1, pytest.raises(DeliveryRefused, match=f"meer dan {columns - 1} kolommen")),
    ):
        for room in (text_file, tables, workbook):
            monkeypatch.setattr(room, "MAX_COLUMNS", most)
        with refused:
            assert read_sheets(path, KNOWN)


def test_an_archive_is_measured_before_and_while_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.delivery.files.archive.MAX_UNPACKED", 1000)
    packed = tmp_path / "matches.csv.gz"
    packed.write_bytes(gzip.compress(b"a" * 100_000))
    archive = tmp_path / "levering.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("matches.csv", "a" * 100_000)
    for path in (packed, archive):
        with pytest.raises(DeliveryRefused, match=r"meer dan 1\.000 bytes"):
            read_sheets(path, KNOWN)


@pytest.mark.parametrize(("limit", "unit"), [("ROWS", "rijen"), ("CELLS", "cellen")])
def test_many_files_are_counted_together(
    limit: str, unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path)
    assert read(tmp_path).report.tables["matches"].accepted == 4
    monkeypatch.setattr(limits, f"MAX_DELIVERY_{limit}", 12)
    with pytest.raises(DeliveryRefused, match=f"zijn samen te groot .* meer dan 12 {unit}"):
        read(tmp_path)


def test_the_limits_fit_twenty_million_records() -> None:
    """The demo of that size has 20.4 million rows and 107 million cells at the most."""
    assert limits.MAX_DELIVERY_ROWS == limits.MAX_ROWS >= 20_500_000
    assert limits.MAX_DELIVERY_CELLS == limits.MAX_CELLS >= 107_000_000
    assert limits.MAX_SHEET_CELLS >= 1_048_576 * 15


def test_views_of_a_database_do_not_run(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.csv"
    secret.write_text("contract_version,is_demo\n1,true\n", encoding="utf-8")
    path = tmp_path / "export.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(f"CREATE VIEW meta AS SELECT * FROM read_csv('{secret}')")
        con.execute("CREATE VIEW matches AS SELECT 1 FROM range(10000000000) a, range(1000000000)")
        con.execute("CREATE TABLE scans AS SELECT 'S1' AS \"Scan-ID\"")
        con.execute("ALTER TABLE scans ADD COLUMN b VARCHAR")
        con.execute("CREATE TABLE telt (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1))")
    sheets = {sheet.name: [*sheet.rows] for sheet in read_sheets(path, KNOWN)}
    assert sheets == {"scans": [["Scan-ID", "b"], ["S1", None]], "telt": [["a"]]}


def test_a_database_cannot_reach_other_files(tmp_path: Path) -> None:
    path = tmp_path / "export.duckdb"
    duckdb.connect(str(path)).close()
    with (
        duckdb.connect(str(path), read_only=True, config=tables.CLOSED) as con,
        pytest.raises(duckdb.Error),
    ):
        con.execute(f"SELECT * FROM read_text('{__file__}')")


def test_a_table_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_SECONDS", 0.05)
    endless = "SELECT count(*) FROM range(100000000) a, range(100000) b"
    with (
        duckdb.connect() as con,
        pytest.raises(DeliveryRefused, match="seconden nog niet gelezen"),
        tables.time_limit(con, "export.duckdb, tabel a"),
    ):
        con.execute(endless).fetchall()


def test_infinity_means_no_end(tmp_path: Path) -> None:
    put(tmp_path, "matches")
    headings, first = rows("matches")[:2]
    columns = ", ".join(f"'{c}' AS \"{h}\"" for h, c in zip(headings, first, strict=True))
    with duckdb.connect(str(tmp_path / "export.duckdb")) as con:
        con.execute(f"CREATE TABLE matches AS SELECT {columns}")
        con.execute("ALTER TABLE matches ALTER \"Beëindigd op\" TYPE DATE USING 'infinity'::DATE")
    delivery = read(tmp_path, as_of=date(2021, 10, 1))
    assert delivery.frames["matches"]["ended_on"].isna().tolist() == [True]
