"""Deliveries as people really make them: each is read in full, or refused with what is odd."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data.delivery.files.old_workbook import look_into
from data.delivery.files.package import Package
from data.delivery.importer import Delivery
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import read, write_csv
from tests.data.delivery.five import is_the_same, put, put_workbook, rows, with_cell
from tests.data.delivery.odd_forms import READ, REFUSED, copied, headed, system_files
from tests.paths import CASES, SAMPLE


@pytest.mark.parametrize("name", READ)
def test_an_odd_delivery_is_read_as_it_is_meant(name: str, tmp_path: Path) -> None:
    READ[name](tmp_path)
    delivery = read(tmp_path)
    assert is_the_same(delivery)
    assert delivery.report.rejected == ()


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_known_is_refused_with_the_place(name: str, tmp_path: Path) -> None:
    write, message = REFUSED[name]
    write(tmp_path)
    with pytest.raises(DeliveryRefused, match=message):
        read(tmp_path)


def _remarks(folder: Path) -> str:
    return "\n".join(read(folder).report.remarks)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("month first", "gelezen als maand-dag-jaar, want 12/20/2020 kan niet anders"),
        ("misspelt heading", "de kop Beeindigt op is gelezen als Beëindigd op"),
        ("open ends", "kolom Afgesproken tot: 3 cellen met 31-12-9999 zijn gelezen als leeg"),
        ("words for nothing", "kolom Vacaturenummer: 1 cel met NULL is gelezen als leeg"),
        ("decimals in keys", "matches: 3 nummers bij vacature zijn anders geschreven"),
        ("midnight in UTC, unsaid", "gelezen als middernacht in UTC"),
        ("serials of 1904", "geteld vanaf 1904"),
        ("last month beside this month", "matches 2020-04.csv is ouder dan matches.csv"),
        ("system files and a copy", "matches (1).csv is gelijk aan matches.csv"),
    ],
)
def test_what_was_read_in_another_way_is_said(name: str, said: str, tmp_path: Path) -> None:
    READ[name](tmp_path)
    assert said in _remarks(tmp_path)


def _left_out(delivery: Delivery) -> dict[str, str]:
    return {f"{s.file} {s.sheet}".strip(): s.why for s in delivery.report.left_out_sheets}


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    system_files(tmp_path)
    assert _left_out(read(tmp_path)).keys() == {
        *("Thumbs.db", "desktop.ini", ".DS_Store", "~$matches.xlsx", "matches.csv.tmp"),
    }
    hidden = tmp_path / "verborgen"
    hidden.mkdir()
    READ["hidden old sheet"](hidden)
    assert _left_out(read(hidden)) == {"matches.xlsx matches oud": "het blad is verborgen"}


def test_a_block_beside_the_table_is_no_part_of_it(tmp_path: Path) -> None:
    copied("summary-beside", "talentenscans")(tmp_path)
    report = read(tmp_path).report
    assert [(r.key, r.column) for r in report.rejected] == [("1002", "Buurt"), ("502", "Scan-ID")]
    assert "1 match wacht op scan 1002, die geweigerd is." in report.remarks
    assert "talentenscans.xlsx talentenscans, vanaf kolom K" in _left_out(read(tmp_path))


def test_long_numbers_are_refused(tmp_path: Path) -> None:
    copied("long-numbers", "talentenscans", "matches")(tmp_path)
    rejected = read(tmp_path).report.rejected
    assert ["te lang voor een getal" in rejection.reason for rejection in rejected] == [True] * 5


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("WK077211", "Dit is een wijk, geen buurt. Vul een buurt in: Binnenstad, Bergen"),
        ("Strijp", "Dit is een stadsdeel, geen buurt"),
        ("Eindhoven", "Dit is de gemeente, geen buurt"),
    ],
)
def test_a_larger_area_gets_its_own_reason(written: str, reason: str, tmp_path: Path) -> None:
    put(tmp_path, talentenscans=with_cell("talentenscans", 4, 3, written))
    [rejection] = read(tmp_path).report.rejected
    assert rejection.reason.startswith(reason)


def test_an_error_of_excel_is_no_empty_cell(tmp_path: Path) -> None:
    def finish(sheet: Worksheet) -> None:
        cell = sheet["H3"]
        cell.value, cell.data_type = "#REF!", "e"

    put(tmp_path, "matches")
    put_workbook(tmp_path / "matches.xlsx", rows("matches"), finish)
    [rejection] = read(tmp_path).report.rejected
    assert (rejection.key, rejection.value) == ("502", "#REF!")
    assert "fout van Excel (#REF!)" in rejection.reason


@pytest.mark.parametrize("kind", [".xls", ".ods"])
def test_an_error_is_no_empty_cell_in_other_workbooks_either(kind: str, tmp_path: Path) -> None:
    """Saved by LibreOffice, with formulas that end in errors; an end that is empty would run on."""
    put(tmp_path, "matches")
    shutil.copy(CASES / "errors-of-excel" / f"matches{kind}", tmp_path)
    report = read(tmp_path).report
    wrong = [(one.row, one.column, one.value) for one in report.rejected]
    assert wrong == [
        (2, "Afgesproken tot", "#NAME?"),
        (3, "Beëindigd op", "#DIV/0!"),
        (4, "Soort", "#N/A"),
    ]


@pytest.mark.parametrize(
    ("code", "word"),  # BErr of [MS-XLS] 2.5.10
    [
        (0x00, "#NULL!"),
        (0x07, "#DIV/0!"),
        (0x0F, "#VALUE!"),
        (0x17, "#REF!"),
        (0x1D, "#NAME?"),
        (0x24, "#NUM!"),
        (0x2A, "#N/A"),
    ],
)
def test_an_old_workbook_names_its_errors(code: int, word: str, tmp_path: Path) -> None:
    whole = CASES / "errors-of-excel" / "matches.xls"
    [before] = look_into(whole).sheets.values()
    content = whole.read_bytes()
    [division] = re.finditer(rb"\x02.\x07...\xff\xff", content, re.DOTALL)
    at = division.start() + 2
    (tmp_path / "m.xls").write_bytes(content[:at] + bytes([code]) + content[at + 1 :])
    [after] = look_into(tmp_path / "m.xls").sheets.values()
    [cell] = [cell for cell, said in before.errors.items() if said == "#DIV/0!"]
    assert after.errors == before.errors | {cell: word}


@pytest.mark.parametrize("cut", [0, 8, 40, 100, 511, 512, 600, 1024, 2048, 4000, 6000])
def test_half_an_old_workbook_is_no_reason_to_stop(cut: int, tmp_path: Path) -> None:
    whole = (CASES / "errors-of-excel" / "matches.xls").read_bytes()
    (tmp_path / "matches.xls").write_bytes(whole[:cut])
    assert isinstance(look_into(tmp_path / "matches.xls"), Package)


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "archief").mkdir()
    older = with_cell("matches", 2, 7, "")
    older = [[*row[:8], "" if number == 2 else row[8]] for number, row in enumerate(older)]
    write_csv(tmp_path / "archief" / "matches.csv", older)
    delivery = read(tmp_path)
    assert is_the_same(delivery)
    assert any("archief/matches.csv is ouder dan" in said for said in delivery.report.remarks)


def test_hidden_rows_count_and_are_named(tmp_path: Path) -> None:
    def finish(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    put(tmp_path, "matches")
    put_workbook(tmp_path / "matches.xlsx", rows("matches"), finish)
    assert is_the_same(read(tmp_path))
    assert "matches.xlsx: 1 verborgen rij telt gewoon mee." in _remarks(tmp_path)


def test_one_old_date_is_a_remark(tmp_path: Path) -> None:
    put(tmp_path, ontwikkelplaatsen=with_cell("ontwikkelplaatsen", 1, 4, "1-1-1985"))
    report = read(tmp_path).report
    assert report.tables["places"].accepted == 3
    [remark] = report.remarks
    assert remark.startswith("1 ontwikkelplaats met een datum van aansluiten van voor het begin")
    assert "1 januari 1985" in remark


def test_a_planned_start_is_accepted(tmp_path: Path) -> None:
    put(tmp_path, uitrol=with_cell("uitrol", 2, 2, "1-3-2022"))
    assert read(tmp_path).report.rejected == ()


def test_rows_that_wait_are_counted_by_what_they_wait_for(tmp_path: Path) -> None:
    matches = [*rows("matches"), *([str(n), "1001", *rows("matches")[1][2:]] for n in (511, 512))]
    put(tmp_path, matches=matches, talentenscans=with_cell("talentenscans", 1, 2, "31-2-2019"))
    report = read(tmp_path).report
    assert "3 matches wachten op scan 1001, die geweigerd is." in report.remarks
    waiting = [r for r in report.rejected if r.table == "matches"]
    assert {r.reason for r in waiting} == {
        "Deze rij wacht op scan 1001, die geweigerd is (rij 2 van talentenscans.csv). Verbeter die"
        " rij; dan gaat deze mee."
    }


def test_a_heading_can_be_left_out_on_purpose(tmp_path: Path) -> None:
    folder = tmp_path / "levering"
    folder.mkdir()
    headed("Eind plaatsing")(folder)
    mapping = tmp_path / "koppen.toml"
    mapping.write_text('matches.overslaan = ["Eind plaatsing"]', encoding="utf-8")
    assert read(folder, mapping=mapping).frames["matches"]["ended_on"].isna().all()
    mapping.write_text('matches.ended_on = "Eind plaatsing"', encoding="utf-8")
    assert is_the_same(read(folder, mapping=mapping))


def test_the_sample_with_open_ends_has_its_running_matches(tmp_path: Path) -> None:
    for file in SAMPLE.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    matches = tmp_path / "matches.xlsx"
    book = openpyxl.load_workbook(matches)
    sheet = book.worksheets[0]
    column = next(c.column for c in sheet[1] if c.value == "Afgesproken tot")
    for (cell,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
        cell.value = cell.value or datetime(9999, 12, 31)
    book.save(matches)
    delivery = read(tmp_path)
    assert int(delivery.frames["matches"]["ended_on"].isna().sum()) == 438
    assert delivery.frames["matches"]["agreed_until"].max().year < 2030
