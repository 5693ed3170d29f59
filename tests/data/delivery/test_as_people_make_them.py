"""Deliveries as people really make them: each is read in full, or refused with what is odd."""

import gzip
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data.delivery.files.old_workbook import look_into
from data.delivery.files.package import Package
from data.delivery.importer import Delivery
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import SAMPLE, Rows, read, write_csv, write_workbook
from tests.data.delivery.five import (
    CASES,
    Write,
    day,
    is_the_same,
    put,
    put_workbook,
    rows,
    text,
    with_cell,
    with_cells,
    with_days,
    with_heading,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ENDED = 7


def _as_bytes(name: str, content: bytes) -> Write:
    def write(folder: Path) -> None:
        put(folder, "matches")
        (folder / name).write_bytes(content)

    return write


def _copied(case: str, *left_out: str) -> Write:
    def write(folder: Path) -> None:
        put(folder, *left_out)
        shutil.copy(CASES / f"{case}.xlsx", folder / f"{left_out[0]}.xlsx")

    return write


def _dates(style: Callable[[date], object]) -> Write:
    return lambda folder: put(folder, **with_days(style))


def _headed(heading: object) -> Write:
    return lambda folder: put(folder, matches=with_heading("matches", ENDED, heading))


def _keyed(change: Callable[[str], object]) -> Write:
    return lambda folder: put(folder, matches=with_cells("matches", 2, change))


def _midnight(style: str) -> Callable[[date], object]:
    def write(day: date) -> str:
        start = datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)
        return start.astimezone(UTC).strftime(style)

    return write


def _zipped(folder: Path) -> None:
    put(folder, "matches")
    with zipfile.ZipFile(folder / "levering.zip", "w") as archive:
        archive.writestr("oktober/matches.csv", text("matches"))
        archive.writestr("__MACOSX/._matches.csv", "x")
        archive.writestr("lees mij.pdf", "x")


def _deep(folder: Path) -> None:
    put(folder, "matches")
    (folder / "a" / "b" / "c").mkdir(parents=True)
    write_csv(folder / "a" / "b" / "c" / "matches.csv", rows("matches"))


def _workbook_named_xls(folder: Path) -> None:
    put(folder, "matches")
    put_workbook(folder / "m.xlsx", rows("matches"))
    (folder / "m.xlsx").rename(folder / "matches.xls")


def _side_by_side(folder: Path) -> None:
    put(folder, "matches", "talentenscans")
    scans, matches = rows("talentenscans"), [*rows("matches"), []]
    pairs = [[*one, None, *other] for one, other in zip(scans, matches, strict=True)]
    write_workbook(folder / "alles.xlsx", {"alles": pairs})


def _merge_groups(sheet: Worksheet) -> None:
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:I1"):
        sheet.merge_cells(area)


def _merged_groups(folder: Path) -> None:
    put(folder, "matches")
    headings, *below = rows("matches")
    above = [*headings[:5], "Periode", None, None, None]
    put_workbook(
        folder / "matches.xlsx",
        [above, [*[None] * 5, *headings[5:]], *below],
        _merge_groups,
    )


def _pivots_beside(folder: Path) -> None:
    put(folder, "matches")
    pivot: Rows = [["Rijlabels", "Aantal van Match-ID"], ["burenhulp", 1]]
    per_kind: Rows = [["Soort", "Aantal"], ["burenhulp", 1]]
    sheets = {"matches": rows("matches"), "Draai": pivot, "leeg": [], "Matches per soort": per_kind}
    write_workbook(folder / "matches.xlsx", sheets)


def _all_in_one_column(folder: Path) -> None:
    put(folder, "matches")
    put_workbook(folder / "matches.xlsx", [[";".join(row)] for row in rows("matches")])


def _system_files(folder: Path) -> None:
    put(folder)
    write_csv(folder / "matches (1).csv", rows("matches"))
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$matches.xlsx", "matches.csv.tmp"):
        (folder / name).write_bytes(b"abc")


def _zoned_database(folder: Path) -> None:
    put(folder, "matches")
    with duckdb.connect(str(folder / "export.duckdb")) as con:
        names = ("a", "b", "c", "d", "e", "f", "g", "h", "i")
        headings = rows("matches")[0]
        con.execute("SET TimeZone = 'Europe/Amsterdam'")
        days = {3, 5, 6, 7}
        columns = ", ".join(
            f'"{heading}" {"TIMESTAMPTZ" if i in days else "VARCHAR"}'
            for i, heading in enumerate(headings)
        )
        con.execute(f"CREATE TABLE matches ({columns})")
        for row in rows("matches")[1:]:
            cells = [
                f"{day(cell).isoformat()} 00:00:00+02"
                if cell and i in days and 4 <= day(cell).month <= 9
                else f"{day(cell).isoformat()} 00:00:00+01"
                if cell and i in days
                else cell or None
                for i, cell in enumerate(row)
            ]
            con.execute(f"INSERT INTO matches VALUES ({', '.join('?' * len(names))})", cells)


def _older_beside(name: str) -> Write:
    def write(folder: Path) -> None:
        put(folder)
        write_csv(folder / name, with_cell("matches", 3, ENDED, ""))

    return write


def _named_months(folder: Path) -> None:
    put(folder, "matches")
    write_csv(folder / "matches september 2020.csv", rows("matches"))
    write_csv(folder / "matches augustus 2020.csv", with_cell("matches", 3, ENDED, "3-5-2020"))


READ: dict[str, Write] = {
    "english months": _dates(lambda d: f"{d.day}-{d:%b}-{d.year}"),
    "long english months": _dates(lambda d: f"{d:%B} {d.day}, {d.year}"),
    "english capitals": _dates(lambda d: f"{d.day} {d:%B} {d.year}".upper()),
    "ordinals": _dates(lambda d: f"{d.day}th of {d:%b}. {d.year}"),
    "no-break spaces": _dates(lambda d: f"{d.day}\u00a0{d:%b}\u202f{d.year}"),
    "direction marks": _dates(lambda d: f"\u200e{d.day}\u200e-{d.month}-{d.year}"),
    "clock with pm": _dates(lambda d: f"{d.day}-{d.month}-{d.year} 1:05 PM"),
    "clock in words": _dates(lambda d: f"{d.day}-{d.month}-{d.year} om 13.45 uur"),
    "clock of java": _dates(lambda d: f"{d:%a %b %d} 00:00:00 CEST {d.year}"),
    "clock of db2": _dates(lambda d: f"{d:%Y-%m-%d}-13.45.10.123456"),
    "clock without signs": _dates(lambda d: f"{d:%Y%m%d}134510"),
    "midnight in UTC": _dates(_midnight("%Y-%m-%dT%H:%M:%S.000Z")),
    "midnight in UTC, unsaid": _dates(_midnight("%Y-%m-%d %H:%M:%S")),
    "month first": _dates(lambda d: f"{d.month}/{d.day}/{d.year}"),
    "month first, short": _dates(lambda d: f"{d:%m/%d/%y}"),
    "day before month after the year": _dates(lambda d: f"{d.year}-{d.day}-{d.month}"),
    "figures only": _dates(lambda d: f"{d:%d%m%Y}"),
    "serials of 1904": _copied("epoch-1904-serials", "talentenscans", "matches"),
    "open ends": lambda f: put(f, matches=_with_nothing("31-12-9999", (5, 6, 7))),
    "open ends in 2999": lambda f: put(f, matches=_with_nothing("31/12/2999", (5, 6, 7))),
    "no day in 1900": lambda f: put(f, matches=_with_nothing("1-1-1900", (5, 6, 7))),
    "zeros for no day": lambda f: put(f, matches=_with_nothing("00-00-0000", (5, 6, 7))),
    "line above the headings": _copied("line-above-headings", "talentenscans"),
    "hidden old sheet": _copied("hidden-old-sheet", "matches"),
    "Mac Roman": _as_bytes("matches.csv", text("matches").replace("\n", "").encode("mac_roman")),
    "cp850": _as_bytes("matches.csv", text("matches").encode("cp850")),
    "UTF-8 twice": _as_bytes("matches.csv", text("matches").encode().decode("cp1252").encode()),
    "UTF-8 as Mac": _as_bytes("matches.csv", text("matches").encode().decode("mac_roman").encode()),
    "UTF-16 without mark": _as_bytes("matches.csv", text("matches").encode("utf-16-le")),
    "UTF-32": _as_bytes("matches.csv", text("matches").encode("utf-32")),
    "pipes": _as_bytes("matches.txt", text("matches", "|").encode()),
    "gz": _as_bytes("matches.csv.gz", gzip.compress(text("matches").encode())),
    "zip": _zipped,
    "deep folder": _deep,
    "csv named xls": _as_bytes("matches.xls", text("matches").encode()),
    "workbook named xls": _workbook_named_xls,
    "lines in quotes": _as_bytes(
        "matches.csv", "".join(f'"{line}"\r\n' for line in text("matches").splitlines()).encode()
    ),
    "all in one column": _all_in_one_column,
    "misspelt heading": _headed("Beeindigt op"),
    "question mark in heading": _headed("Be?indigd op"),
    "lost letter in heading": _headed("Be\ufffdindigd op"),
    "other word in heading": _headed("Datum beëindigd"),
    "swapped words in heading": _headed("op beëindigd"),
    "words for nothing": lambda f: put(f, matches=_with_nothing("NULL", (2, 5, 6, 7, 8))),
    "other words for nothing": lambda f: put(f, matches=_with_nothing("n.v.t.", (2, 5, 6, 7, 8))),
    "zero width in keys": _keyed(lambda key: f"{key[:2]}\u200b{key[2:]}"),
    "decimals in keys": _keyed(lambda key: f"{key}.0"),
    "decimal comma in keys": _keyed(lambda key: f"{key},0"),
    "zeros before keys": _keyed(lambda key: f"000{key}"),
    "keys as formulas": _keyed(lambda key: f'="{key}"'),
    "keys with an apostrophe": _keyed(lambda key: f"'{key}"),
    "keys in another case": lambda f: put(f, vacatures=with_cells("vacatures", 1, str.lower)),
    "thousands": lambda f: put(f, vacatures=with_cells("vacatures", 4, lambda n: "1,000")),
    "another apostrophe": lambda f: put(
        f, talentenscans=with_cells("talentenscans", 3, lambda n: n.replace("'", "\u02bc"))
    ),
    "two tables side by side": _side_by_side,
    "merged headings above headings": _merged_groups,
    "pivots and empty sheets": _pivots_beside,
    "system files and a copy": _system_files,
    "times with a zone": _zoned_database,
    "last month beside this month": _older_beside("matches 2020-04.csv"),
    "last month by its name": _named_months,
}


def _with_nothing(filler: str, columns: tuple[int, ...]) -> list[list[object]]:
    changed = rows("matches")
    for row in changed[1:]:
        for column in columns:
            row[column] = row[column] or filler
    return changed


@pytest.mark.parametrize("name", READ)
def test_an_odd_delivery_is_read_as_it_is_meant(name: str, tmp_path: Path) -> None:
    READ[name](tmp_path)
    delivery = read(tmp_path)
    assert is_the_same(delivery)
    assert delivery.report.rejected == ()


def _merged_over_two(folder: Path) -> None:
    put(folder, "matches")
    cells = with_heading("matches", ENDED, None)
    put_workbook(folder / "matches.xlsx", cells, lambda sheet: sheet.merge_cells("G1:H1"))


def _rows_in_a_cell(folder: Path) -> None:
    put(folder, "matches")
    cells = rows("matches")
    cells[1][8] = "via\n" + ";".join(cells.pop(2))
    put_workbook(folder / "matches.xlsx", cells)


def _half_turned(folder: Path) -> None:
    put(
        folder, matches=with_cell("matches", 1, 3, "5/13/2019"), talentenscans=rows("talentenscans")
    )


def _foreign_sheet(folder: Path) -> None:
    put(folder)
    write_workbook(folder / "boek.xlsx", {"Matches team Noord": [["a", "b"], [1, 2]], "x": []})


def _two_that_disagree(folder: Path) -> None:
    put(folder)
    other = with_cell("matches", 3, ENDED, "5-5-2020")
    write_csv(folder / "matches - kopie.csv", other)


def _with_stray_quotes() -> str:
    return text("matches").replace("vrij", '"vrij').replace("baan", 'baan"')


REFUSED: dict[str, tuple[Write, str]] = {
    "formulas without results": (
        _copied("formulas-without-results", "matches"),
        r"matches\.xlsx staan formules zonder uitkomst, zoals in cel H3",
    ),
    "a quote that swallows rows": (
        _as_bytes("matches.csv", _with_stray_quotes().encode()),
        r"In rij 2 van matches\.csv begint een cel met een aanhalingsteken",
    ),
    "no separator": (
        _as_bytes("matches.csv", text("matches").replace(";", "").encode()),
        "mist",
    ),
    "a web page": (_as_bytes("matches.xls", b"<html><table></table></html>"), "webpagina"),
    "a pdf": (_as_bytes("matches.pdf", b"x"), r"matches\.pdf heeft de naam van een tabel"),
    "another word": (
        _headed("Eind plaatsing"),
        r'matches\.ended_on = "Eind plaatsing"\. Zo niet, .*overslaan = \["Eind plaatsing"\]',
    ),
    "a column of dates": (_headed("Klaar"), r"matches\.csv: de kolom Beëindigd op ontbreekt"),
    "one heading over two columns": (_merged_over_two, r"rij 1 is een kop samengevoegd .* G tot"),
    "rows in a cell": (_rows_in_a_cell, r"In rij 2 van matches\.xlsx staat een cel waarin hele"),
    "both orders of day and month": (_half_turned, r"kolom Datum match: 5/13/2019 is alleen te"),
    "short years in front": (_dates(lambda d: f"{d:%y-%m-%d}"), "dag-maand-jaar of jaar-maand"),
    "a sheet with the name of a table": (_foreign_sheet, "blad Matches team Noord is gelezen als"),
    "the same heading twice": (
        lambda f: put(f, talentenscans=[[*row, row[3]] for row in rows("talentenscans")]),
        "meer dan een kolom voor buurt",
    ),
    "two editions without an order": (_two_that_disagree, "Welke telt"),
}


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
    _system_files(tmp_path)
    assert _left_out(read(tmp_path)).keys() == {
        *("Thumbs.db", "desktop.ini", ".DS_Store", "~$matches.xlsx", "matches.csv.tmp"),
    }
    hidden = tmp_path / "verborgen"
    hidden.mkdir()
    READ["hidden old sheet"](hidden)
    assert _left_out(read(hidden)) == {"matches.xlsx matches oud": "het blad is verborgen"}


def test_a_block_beside_the_table_is_no_part_of_it(tmp_path: Path) -> None:
    _copied("summary-beside", "talentenscans")(tmp_path)
    report = read(tmp_path).report
    assert [(r.key, r.column) for r in report.rejected] == [("1002", "Buurt"), ("502", "Scan-ID")]
    assert "1 match wacht op scan 1002, die geweigerd is." in report.remarks
    assert "talentenscans.xlsx talentenscans, vanaf kolom K" in _left_out(read(tmp_path))


def test_long_numbers_are_refused(tmp_path: Path) -> None:
    _copied("long-numbers", "talentenscans", "matches")(tmp_path)
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
    _headed("Eind plaatsing")(folder)
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
