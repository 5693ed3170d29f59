"""Native tables: one row of headings, the row of the chosen area marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from charts.card import Column, Line, Table
from charts.cells import cell_text
from exports.slides.box import Box
from exports.slides.canvas import Canvas

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
MOST_ROWS = 20  # on a slide
HIGHEST_ROW = 0.34  # inches
LETTER = 0.13  # inches of width that a letter may take
CHOSEN_BRIGHTNESS = 0.85  # of the accent, towards paper
LARGE, SMALL = 12, 10  # points


@dataclass(frozen=True)
class Look:
    """How the text of a cell looks."""

    ink: str
    size: int
    is_bold: bool


def on_pages(table: Table) -> list[list[Line]]:
    """The lines in portions that fit a slide, about equally long; an empty table has none."""
    count = ceil(len(table.lines) / MOST_ROWS)
    ends = [round(len(table.lines) * page / count) for page in range(count + 1)] if count else []
    return [list(table.lines[first:last]) for first, last in pairwise(ends)]


def draw(canvas: Canvas, table: Table, lines: Sequence[Line], box: Box) -> Any:
    """Some lines of a table in a box; the frame that holds it."""
    rows = len(lines) + 1
    height = min(HIGHEST_ROW, box.height / rows)
    width = min(box.width, LETTER * sum(_letters(table, i) for i in range(len(table.columns))))
    place = Box(box.left, box.top, width, height * rows)
    frame = canvas.shapes.add_table(rows, len(table.columns), *place.emu)
    _undress(frame.table)
    _set_widths(frame.table, table, width)
    size = LARGE if height == HIGHEST_ROW else SMALL
    for row in frame.table.rows:
        row.height = Inches(height)
    for index, column in enumerate(table.columns):
        cell = frame.table.cell(0, index)
        _write(canvas, cell, column.heading, column, Look("muted", size, is_bold=True))
        _line_below(canvas, cell, "line")
    for row, line in enumerate(lines, 1):
        _write_line(canvas, frame.table.rows[row], table, line, size)
    return frame


def _undress(native: Any) -> None:
    native.horz_banding = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE


def _set_widths(native: Any, table: Table, width: float) -> None:
    """Columns as wide as their longest text asks, within reason."""
    asked = [_letters(table, index) for index in range(len(table.columns))]
    for column, letters in zip(native.columns, asked, strict=True):
        column.width = Inches(width * letters / sum(asked))


def _letters(table: Table, index: int) -> int:
    column = table.columns[index]
    texts = [column.heading, *(cell_text(line.cells[index], column) for line in table.lines)]
    return min(40, max(6, *(len(text) for text in texts)) + 2)


def _write_line(canvas: Canvas, row: Any, table: Table, line: Line, size: int) -> None:
    for index, column in enumerate(table.columns):
        cell, value = row.cells[index], line.cells[index]
        text = cell_text(value, column)
        if index == table.head and line.is_pilot:
            text = f"{text} (pilot)"
        is_mark = column.is_number and not isinstance(value, int | float)
        look = Look("muted" if is_mark else "ink", size, line.is_chosen)
        _write(canvas, cell, text, column, look)
        _line_below(canvas, cell, "grid")
        if line.is_chosen:
            cell.fill.solid()
            cell.fill.fore_color.rgb = canvas.ink("accent")
            cell.fill.fore_color.brightness = CHOSEN_BRIGHTNESS


def _write(canvas: Canvas, cell: Any, text: str, column: Column, look: Look) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.margin_left = cell.margin_right = Inches(0.06)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column.is_number else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(look.size), look.is_bold
    run.font.color.rgb = canvas.ink(look.ink)


def _line_below(canvas: Canvas, cell: Any, ink: str) -> None:
    line = parse_xml(
        f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill>'
        f'<a:srgbClr val="{canvas.ink(ink)}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, line)
