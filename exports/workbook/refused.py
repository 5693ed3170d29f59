"""The refused rows of a delivery as a workbook, to be mended and delivered again.

Every row has its original columns, so that the workbook is itself a delivery; the reason stands
beside it and the cell at fault is marked.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from data.delivery.files.raw import Cell
from data.delivery.refused_rows import RefusedRow, RefusedSheet
from exports.tables.formulas import FORMULA_SIGNS
from exports.workbook.book import OPTIONS, sheet_name

REASON, PLACE = "Waarom geweigerd", "Stond in"
_WIDTHS = {REASON: 70, PLACE: 30}
_USUAL_WIDTH = 18


def refused_workbook(sheets: Sequence[RefusedSheet]) -> bytes:
    """The refused rows as xlsx, a sheet for every delivered sheet; empty when there are none."""
    if not sheets:
        return b""
    file, taken = BytesIO(), set[str]()
    with Workbook(file, OPTIONS) as book:
        looks = _looks(book)
        for sheet in sheets:
            name = sheet_name(sheet.name, taken)
            taken.add(name.casefold())
            _write_sheet(book.add_worksheet(name), sheet, looks)
    return file.getvalue()


def _looks(book: Workbook) -> dict[str, Any]:
    red, day = {"bg_color": "#F8CBAD"}, {"num_format": "dd-mm-yyyy"}
    return {
        "head": book.add_format({"bold": True}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        "text": book.add_format({"quote_prefix": True}),
        "text fault": book.add_format({"quote_prefix": True, **red}),
        "plain": None,
        "plain fault": book.add_format(red),
        "day": book.add_format(day),
        "day fault": book.add_format({**day, **red}),
    }


def _write_sheet(page: Any, sheet: RefusedSheet, looks: dict[str, Any]) -> None:
    width = max(len(cells) for cells in (sheet.headings, *(row.cells for row in sheet.rows)))
    for column, heading in enumerate((*_padded(sheet.headings, width), REASON, PLACE)):
        page.set_column(column, column, _WIDTHS.get(str(heading), _USUAL_WIDTH))
        page.write_string(0, column, "" if heading is None else str(heading), looks["head"])
    page.freeze_panes(1, 0)
    for number, row in enumerate(sheet.rows, start=1):
        _write_row(page, number, row, width, looks)


def _write_row(page: Any, number: int, row: RefusedRow, width: int, looks: dict[str, Any]) -> None:
    for column, cell in enumerate(_padded(row.cells, width)):
        fault = " fault" if column == row.fault else ""
        _write_cell(page, (number, column), cell, looks, fault)
    page.write_string(number, width, row.reason, looks["wrapped"])
    page.write_string(number, width + 1, row.place, looks["wrapped"])


def _write_cell(
    page: Any, place: tuple[int, int], cell: Cell, looks: dict[str, Any], fault: str
) -> None:
    if cell is None:
        page.write_blank(*place, None, looks[f"plain{fault}"])
    elif isinstance(cell, date):
        page.write_datetime(*place, cell, looks[f"day{fault}"])
    elif isinstance(cell, str):
        kind = "text" if cell.startswith(FORMULA_SIGNS) else "plain"
        page.write_string(*place, cell, looks[f"{kind}{fault}"])
    else:
        page.write_number(*place, cell, looks[f"plain{fault}"])


def _padded(cells: Iterable[Cell], width: int) -> list[Cell]:
    found = list(cells)
    return [*found, *[None] * (width - len(found))]
