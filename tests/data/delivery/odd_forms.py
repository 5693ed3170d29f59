"""Deliveries as people really make them: what is read as it is meant, what is refused."""

import gzip
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
from openpyxl.worksheet.worksheet import Worksheet

from tests.data.delivery.deliveries import Rows, write_csv, write_workbook
from tests.data.delivery.five import (
    Write,
    day,
    put,
    put_workbook,
    rows,
    text,
    with_cell,
    with_cells,
    with_days,
    with_heading,
)
from tests.paths import CASES

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ENDED = 7


def _as_bytes(name: str, content: bytes) -> Write:
    def write(folder: Path) -> None:
        put(folder, "matches")
        (folder / name).write_bytes(content)

    return write


def copied(case: str, *left_out: str) -> Write:
    def write(folder: Path) -> None:
        put(folder, *left_out)
        shutil.copy(CASES / f"{case}.xlsx", folder / f"{left_out[0]}.xlsx")

    return write


def _dates(style: Callable[[date], object]) -> Write:
    return lambda folder: put(folder, **with_days(style))


def headed(heading: object) -> Write:
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


def system_files(folder: Path) -> None:
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
    "serials of 1904": copied("epoch-1904-serials", "talentenscans", "matches"),
    "open ends": lambda f: put(f, matches=_with_nothing("31-12-9999", (5, 6, 7))),
    "open ends in 2999": lambda f: put(f, matches=_with_nothing("31/12/2999", (5, 6, 7))),
    "no day in 1900": lambda f: put(f, matches=_with_nothing("1-1-1900", (5, 6, 7))),
    "zeros for no day": lambda f: put(f, matches=_with_nothing("00-00-0000", (5, 6, 7))),
    "line above the headings": copied("line-above-headings", "talentenscans"),
    "hidden old sheet": copied("hidden-old-sheet", "matches"),
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
    "misspelt heading": headed("Beeindigt op"),
    "question mark in heading": headed("Be?indigd op"),
    "lost letter in heading": headed("Be\ufffdindigd op"),
    "other word in heading": headed("Datum beëindigd"),
    "swapped words in heading": headed("op beëindigd"),
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
    "system files and a copy": system_files,
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
        copied("formulas-without-results", "matches"),
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
        headed("Eind plaatsing"),
        r'matches\.ended_on = "Eind plaatsing"\. Zo niet, .*overslaan = \["Eind plaatsing"\]',
    ),
    "a column of dates": (headed("Klaar"), r"matches\.csv: de kolom Beëindigd op ontbreekt"),
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
