"""A table in a Word document: in letters as small as its columns ask, whole where it can be."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor

from charts.card import Line, Table
from charts.cells import cell_text
from exports.house import House
from exports.paper.elements import letters
from exports.tables.widths import PILOT, Measure, fits, widths

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)  # points, of letters
MARGIN = 4.0  # points left and right of the text of a cell
AROUND = 2 * MARGIN + 1  # and a hair
WIDER = 1.3  # the letters of who lacks the font
MOST_ROWS = 8  # of a table that stays on one page
TOGETHER = 2  # rows at its beginning and its end that are never parted
TWENTIETHS = 20  # of a point, in which Word has the margins of cells


def add_table(file: Any, table: Table, style: str | None, width: int, house: House) -> None:
    """Adds the figures of a card to a document; `width` of the page between its margins, in EMU.

    The head comes back on every page.
    """
    grid = file.add_table(rows=1 + len(table.lines), cols=len(table.columns), style=style)
    size = _size(table, Emu(width).pt, house)
    rows = list(grid.rows)  # each look at a table of python-docx goes through all of it
    _fill(rows[0], [column.heading for column in table.columns], size, is_bold=True)
    for row, line in zip(rows[1:], table.lines, strict=True):
        _fill(row, _words(table, line), size, is_bold=line.is_chosen)
        if line.is_pilot:
            _add_pilot(row.cells[table.head], size, house)
    _mark(rows[0], "w:tblHeader")
    _keep(rows)
    _shape(grid, rows, table, widths(table, Emu(width).pt, AROUND, _measure(size, house)))


def _size(table: Table, room: float, house: House) -> float:
    """The largest letters at which no word or figure is broken; else the smallest."""
    good = (size for size in SIZES if fits(table, room, AROUND, _measure(size, house)))
    return next(good, SIZES[-1])


def _measure(size: float, house: House) -> Measure:
    look = letters.Style(size, size, is_bold=True)
    return lambda text: WIDER * letters.width(text, look, house)


def _words(table: Table, line: Line) -> list[str]:
    cells = zip(line.cells, table.columns, strict=True)
    return [cell_text(value, column) for value, column in cells]


def _fill(row: Any, words: Sequence[str], size: float, *, is_bold: bool) -> None:
    for cell, text in zip(row.cells, words, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.font.size, run.bold = Pt(size), is_bold or None


def _add_pilot(cell: Any, size: float, house: House) -> None:
    """The word behind the name of where it began."""
    font = cell.paragraphs[0].add_run(PILOT).font
    font.size, font.color.rgb = Pt(size), RGBColor.from_string(house.colour("pilot").lstrip("#"))


def _keep(rows: Sequence[Any]) -> None:
    """No row is torn, and none stands alone on a page: the last stays with what is below it."""
    for number, row in enumerate(rows):
        _mark(row, "w:cantSplit")
        is_first, is_last = number <= TOGETHER, number > len(rows) - 1 - TOGETHER
        if is_first or is_last or len(rows) <= MOST_ROWS:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def _shape(grid: Any, rows: Sequence[Any], table: Table, shares: Sequence[float]) -> None:
    """Numbers to the right, and each column as wide as it was worked out."""
    _narrow(grid)
    cells = [row.cells for row in rows]
    for index, (share, column) in enumerate(zip(shares, table.columns, strict=True)):
        grid.columns[index].width = Pt(share)  # LibreOffice reads this, Word the cells
        for row in cells:
            row[index].width = Pt(share)
            words = row[index].paragraphs[0].paragraph_format
            words.space_after = Pt(0)
            words.alignment = WD_ALIGN_PARAGRAPH.RIGHT if column.is_number else None


def _narrow(grid: Any) -> None:
    """Sets the margins of its cells."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(round(MARGIN * TWENTIETHS)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
