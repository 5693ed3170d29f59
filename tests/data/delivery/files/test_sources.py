"""Finding and reading files: what is read, what is left alone, and what is refused in Dutch."""

import hashlib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow
import pyarrow.parquet
import pytest

from data.delivery import sources
from data.delivery.files.raw import Cell, Pool, RawSheet, clean, column_letters
from data.delivery.sources import find_files, read_sheets, source_of
from data.file.database import write_database
from data.models.meta import Meta
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import password_workbook, write_workbook

KNOWN = frozenset({"scanid", "inwoner", "datumscan", "talenten"})


def _sheet(path: Path) -> RawSheet:
    [sheet] = read_sheets(path, KNOWN)
    return sheet


def _text(tmp_path: Path, content: bytes) -> list[list[Cell]]:
    path = tmp_path / "talentenscans.csv"
    path.write_bytes(content)
    return [*_sheet(path).rows]


def test_a_folder_gives_its_files_and_names_those_that_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "deel" / "diep").mkdir(parents=True)
    for name in ("b.csv", "a.xlsx", "~$a.xlsx", ".c.csv", "deel/d.CSV", "deel/diep/e.csv", "x.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = find_files([tmp_path, tmp_path / "b.csv"])
    assert [path.name for path in found.files] == ["a.xlsx", "b.csv", "d.CSV", "e.csv"]
    assert [path.name for path in found.others] == [".c.csv", "x.pdf", "~$a.xlsx"]


def test_the_versions_of_the_target_are_no_delivery(tmp_path: Path) -> None:
    delivered = ["bloei.v2.csv", "bloei.v20211001.duckdb", "export.duckdb"]
    for name in ("bloei.duckdb", "bloei.v20211001T120000123456.duckdb", *delivered):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = find_files([tmp_path], tmp_path / "bloei.duckdb")
    assert [path.name for path in found.files] == delivered


@pytest.mark.parametrize("name", ["weg.csv", "brief.pdf", "map"])
def test_what_cannot_be_a_delivery_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_text("x", encoding="utf-8")
    (tmp_path / "map").mkdir()
    with pytest.raises(DeliveryRefused, match=r"bestaat niet|kan niet worden gelezen|staat geen"):
        find_files([tmp_path / name])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".xls", ".ods", ".parquet", ".duckdb"])
@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 400, b"PK\x03\x04 afgebroken\x00"])
def test_damaged_files_are_refused_by_name(suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"stuk{suffix}"
    path.write_bytes(content)
    with pytest.raises(DeliveryRefused, match=f"^stuk{suffix} (is leeg|is geen|kan niet)"):
        read_sheets(path, KNOWN)


def test_a_password_is_named(tmp_path: Path) -> None:
    path = tmp_path / "geheim.xlsx"
    path.write_bytes(password_workbook())
    with pytest.raises(DeliveryRefused, match="wachtwoord"):
        read_sheets(path, KNOWN)


def test_a_file_that_vanished_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefused, match="kan niet worden geopend"):
        read_sheets(tmp_path / "weg.csv", KNOWN)


def test_the_fingerprint_is_that_of_the_content(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"inhoud")
    assert source_of(path).sha256 == hashlib.sha256(b"inhoud").hexdigest()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separator_and_encoding_are_found_out(
    separator: str, encoding: str, tmp_path: Path
) -> None:
    text = f"Scan-ID{separator}Opmerking\r\nS1{separator}Castiliëlaan\r\n"
    rows = _text(tmp_path, text.encode(encoding))
    assert rows == [["Scan-ID", "Opmerking"], ["S1", "Castiliëlaan"]]


def test_separators_inside_cells_do_not_mislead(tmp_path: Path) -> None:
    rows = _text(tmp_path, b"Scan-ID,Talenten\nS1,a; b; c; d; e\nS2,f; g; h; i; j\n")
    assert rows[1] == ["S1", "a; b; c; d; e"]


def test_a_line_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    assert _text(tmp_path, b"sep=,\r\nScan-ID,Inwoner\r\n") == [["Scan-ID", "Inwoner"]]


def test_line_breaks_in_a_cell_make_no_new_row(tmp_path: Path) -> None:
    rows = _text(tmp_path, b'Scan-ID;Talenten\n\nS1;"groen\ntaal"\nS2;zorg\n')
    assert rows == [["Scan-ID", "Talenten"], [], ["S1", "groen\ntaal"], ["S2", "zorg"]]


def test_an_open_quotation_mark_swallows_no_rows(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefused, match=r"Rij 2 .* aanhalingsteken"):
        _text(tmp_path, b'Scan-ID;Inwoner\nS1;"R1\nS2;R2\n')


def test_rows_of_a_workbook_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "boek.xlsx"
    write_workbook(path, {"Een": [[], [None, "x"], [], [None, 12.0]], "Twee": [["y"]]})
    first, second = read_sheets(path, KNOWN)
    assert first.rows[1] == [None, "x"]
    assert first.rows[3] == [None, 12]
    assert (first.alone, first.title()) == (False, "boek.xlsx, blad Een")
    assert [*second.rows] == [["y"]]


def test_parquet_and_database_begin_with_their_headings(tmp_path: Path) -> None:
    table = pyarrow.table({"Scan-ID": ["S1"], "talenten": [["groen", "taal"]], "n": [None]})
    pyarrow.parquet.write_table(table, tmp_path / "scans.parquet")
    with duckdb.connect(str(tmp_path / "export.db")) as con:
        con.execute("CREATE TABLE scans AS SELECT 'S1' AS \"Scan-ID\", DATE '2021-04-14' AS dag")
        con.execute("CREATE VIEW bekeken AS SELECT * FROM scans")
    expected = [["Scan-ID", "talenten", "n"], ["S1", "groen; taal", None]]
    assert [*_sheet(tmp_path / "scans.parquet").rows] == expected
    rows = [*_sheet(tmp_path / "export.db").rows]
    assert rows == [["Scan-ID", "dag"], ["S1", date(2021, 4, 14)]]


def test_an_id_is_one_text_in_all_files_of_a_delivery(tmp_path: Path) -> None:
    pool = Pool()
    (tmp_path / "scans.csv").write_text("Scan-ID\nS1\n", encoding="utf-8")
    (tmp_path / "matches.csv").write_text("Match-ID;Scan-ID\nM1;S1\n", encoding="utf-8")
    [scans], [matches] = (
        read_sheets(tmp_path / name, KNOWN, pool=pool) for name in ("scans.csv", "matches.csv")
    )
    assert scans.rows[1][0] is matches.rows[1][1]


def test_demo_data_is_no_delivery(tmp_path: Path) -> None:
    target = tmp_path / "demo.duckdb"
    write_database(target, {}, Meta(date(2021, 10, 1), True, ()))
    with pytest.raises(DeliveryRefused, match="demogegevens"):
        read_sheets(target, KNOWN)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("  \u00a0 ", None),
        (float("nan"), None),
        (12.0, 12),
        (Decimal("0.5"), 0.5),
        (True, "WAAR"),
        (datetime(2021, 4, 14, 23, 59), date(2021, 4, 14)),
        (datetime(2021, 4, 13, 22, 0, tzinfo=UTC), date(2021, 4, 14)),
        (time(12, 30), "12:30:00"),
        (["a", None, "b"], "a; b"),
    ],
)
def test_values_become_plain_cells(value: object, cell: Cell) -> None:
    assert clean(value) == cell


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [column_letters(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_only_a_reader_that_gives_up_makes_a_file_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "matches.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"Match-ID": ["M1"]}), path)

    class PanicException(BaseException):
        pass

    def fails(error: BaseException) -> None:
        def read(*asked: object) -> None:
            raise error

        monkeypatch.setattr(sources, "read_parquet", read)

    fails(PanicException("index out of bounds"))
    with pytest.raises(DeliveryRefused, match="kan niet worden gelezen als parquetbestand"):
        read_sheets(path, KNOWN)
    fails(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        read_sheets(path, KNOWN)
