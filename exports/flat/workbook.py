"""All figures as a workbook: tables of Excel with a name, real days, plain numbers, and notes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter.utility import xl_range_abs

from exports.flat.collect import Flat
from exports.flat.package import DEFINED, FIELDS, defined
from exports.flat.table import HEADINGS, records
from exports.house import House
from exports.workbook.book import Book, opened
from exports.workbook.formats import DAY
from exports.workbook.notes import add_notes

FIGURES, INDICATORS, COLUMNS = "Cijfers", "Indicatoren", "Kolommen"
DAYS = ("first_day", "last_day")
WIDTH = 16  # letters


def xlsx(flat: Flat, house: House) -> bytes:
    """The figures, what each indicator is, what each column is, and for whom it all is."""
    file = BytesIO()
    with opened("Buurt in Bloei in cijfers", flat.setting, house, file) as book:
        rows = ([row[name] for name in HEADINGS] for row in records(flat))
        _add(book, FIGURES, HEADINGS, rows)
        told = (defined(indicator) for indicator in flat.wanted.indicators)
        _add(book, INDICATORS, tuple(DEFINED), ([row[name] for name in DEFINED] for row in told))
        _add(book, COLUMNS, ("kolom", "titel", "betekenis"), _columns())
        add_notes(book, [])
    return file.getvalue()


def _columns() -> list[list[object]]:
    return [[name, title, words] for name, (_, title, words) in FIELDS.items()]


def _add(book: Book, name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A sheet with one table of Excel, both of that name; headings in the first row.

    Every column has a name of its own too (Cijfers_value), for formulas and for older programs.
    """
    sheet = book.sheet(name)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, (heading, cell) in enumerate(zip(headings, row, strict=True)):
            _write(book, sheet, (last, column), cell, is_day=heading in DAYS)
    told = [{"header": heading} for heading in headings]
    look = {"name": name, "columns": told, "style": "Table Style Light 1"}
    last = max(last, 1)
    sheet.add_table(0, 0, last, len(headings) - 1, look)
    for column, heading in enumerate(headings):
        cells = xl_range_abs(1, column, last, column)
        book.file.define_name(f"{name}_{heading}", f"={name}!{cells}")
    sheet.set_column(0, len(headings) - 1, WIDTH)
    sheet.freeze_panes(1, 0)


def _write(book: Book, sheet: Any, place: tuple[int, int], cell: object, *, is_day: bool) -> None:
    if is_day:
        day = datetime.fromisoformat(str(cell))
        sheet.write_datetime(*place, day, book.format(num_format=DAY))
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell)
    elif cell is not None:
        book.write(sheet, *place, str(cell))
