"""Deliveries for the tests: the sample as plain rows, a small sound one, and ways to write them."""

import csv
import struct
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from data.delivery.importer import Delivery, read_delivery
from data.delivery.sources import find_files
from tests.paths import SAMPLE

AS_OF = date(2021, 10, 1)
Rows = list[list[Any]]

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def sample_rows() -> dict[str, Rows]:
    """The five files of the sample as rows, by the Dutch name of their table."""
    sheets: dict[str, Rows] = {}
    for path in sorted(SAMPLE.iterdir()):
        if path.suffix == ".csv":
            with path.open(encoding="cp1252", newline="") as file:
                sheets[path.stem] = [[*row] for row in csv.reader(file, delimiter=";")]
        elif path.suffix == ".xlsx":
            sheet = openpyxl.load_workbook(path).worksheets[0]
            sheets[path.stem] = [list(row) for row in sheet.iter_rows(values_only=True)]
    return sheets


def small_rows() -> dict[str, Rows]:
    """A small delivery without a fault: every table, one or two rows each."""
    return {
        "ontwikkelplaatsen": [
            ["Ontwikkelplaats-ID", "Naam", "Sector", "Buurt", "Aangesloten op", "Vertrokken op"],
            ["OP1", "De Werkplaats", "werkplaats", "Tempel", "1-2-2020", ""],
        ],
        "vacatures": [
            ["Vacaturenummer", "Ontwikkelplaats-ID", "Talent", "Soort", "Plekken", "Geopend op"],
            ["V1", "OP1", "groen en tuin", "vrijwilligerswerk", "2", "1-3-2020"],
        ],
        "talentenscans": [
            ["Scan-ID", "Inwoner", "Datum scan", "Buurt", "Talenten", "Leeftijdsgroep", "Kanaal"],
            ["S1", "R1", "1-4-2020", "Tempel", "groen en tuin", "27-44", "buurtbus"],
            ["S2", "R2", "2-4-2020", "Esp", "taal en onderwijs; groen en tuin", "67+", ""],
        ],
        "matches": [
            ["Match-ID", "Scan-ID", "Vacaturenummer", "Datum match", "Soort", "Gestart op"],
            ["M1", "S1", "V1", "1-5-2020", "vrijwilligerswerk", "8-5-2020"],
            ["M2", "S2", "", "1-6-2020", "burenhulp", ""],
        ],
        "uitrol": [["Wijkcode", "Team", "Gestart op"], ["WK077253", "Team Noord", "1-1-2020"]],
        "doelen": [
            ["Gebied", "Indicator", "Van maand", "Tot en met maand", "Waarde"],
            ["Team Noord", "scans", "januari 2021", "12-2021", "1.250,5"],
        ],
        "gebeurtenissen": [
            ["Gebeurtenis-ID", "Datum", "Gebied", "Omschrijving"],
            ["G1", "1-7-2020", "", "Bustour"],
        ],
    }


def write_csv(path: Path, rows: Rows, separator: str = ";", encoding: str = "utf-8") -> None:
    """Writes rows as a text file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)


def write_workbook(path: Path, sheets: Mapping[str, Rows]) -> None:
    """Writes a workbook with a sheet a table."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def write_delivery(folder: Path, sheets: Mapping[str, Rows]) -> Path:
    """Writes a semicolon file per table and returns the folder."""
    folder.mkdir(exist_ok=True)
    for name, rows in sheets.items():
        write_csv(folder / f"{name}.csv", rows)
    return folder


def read(*paths: Path, as_of: date | None = AS_OF, mapping: Path | None = None) -> Delivery:
    """Reads a delivery without writing anything."""
    return read_delivery(
        find_files(paths), as_of=as_of, mapping=mapping, progress=lambda step: None
    )


def with_dates(sheets: Mapping[str, Rows], write: Callable[[date], object]) -> dict[str, Rows]:
    """The sheets with every existing date written in another way."""
    return {
        name: [rows[0], *([_redated(cell, write) for cell in row] for row in rows[1:])]
        for name, rows in sheets.items()
    }


def _redated(cell: object, write: Callable[[date], object]) -> object:
    if isinstance(cell, datetime):
        return write(cell.date())
    day = _written_date(cell) if isinstance(cell, str) else None
    return write(day) if day else cell


def _written_date(text: str) -> date | None:
    for index, name in enumerate(_MONTHS, start=1):
        text = text.replace(f" {name} ", f"-{index}-")
    for style in ("%d-%m-%Y", "%d-%m-%y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, style).date()
        except ValueError:
            continue
    return None


def password_workbook() -> bytes:
    """A workbook with a password, as far as a reader can see: an OLE file with one stream."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    sectors = struct.pack("<128I", fat, end, *[free] * 126)
    entries = _entry("Root Entry", 5, 1, end) + _entry("EncryptedPackage", 2, free, end)
    return header + sectors + entries + bytes(256)


def _entry(name: str, kind: int, child: int, start: int) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    body = struct.pack(
        "<64sHBBIII36xIQ", text, len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child, start, 0
    )
    return body
