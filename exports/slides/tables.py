"""Native tables: one row of headings, the row of the chosen area marked."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from charts.card import Line, Table
from charts.cells import cell_text
from exports.house import House
from exports.slides.box import Box
from exports.slides.canvas import Canvas
from exports.slides.words import POINTS, wrapped

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
LEAST_ROW = {12: 0.34, 10: 0.22}  # inches, by the size of letters in points
LETTER = 0.13  # inches of width that a letter may take
LEAST_LETTER, LONGEST_WORD = 0.11, 30  # inches that it needs, and letters of a word that is kept
SHORTEST, LONGEST = 6, 75  # letters in a column
LEADING = 1.2  # of the size of letters
MARGIN_X, MARGIN_Y = 0.06, 0.02  # inches around the text of a cell
CHOSEN_BRIGHTNESS = 0.85  # of the accent, towards paper
TRIES = 20  # of heights between the shortest that would do and the whole room


@dataclass(frozen=True)
class Look:
    """How the text of a cell looks."""

    ink: str
    size: int
    is_bold: bool
    is_number: bool
    line_below: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Portion:
    """The rows of a table on one slide: letters in points, the rest in inches.

    `heights` begins with the row of headings.
    """

    table: Table
    lines: Sequence[Line]
    size: int
    widths: Sequence[float]
    heights: Sequence[float]


def on_pages(table: Table, box: Box, house: House) -> list[Portion]:
    """A table over as few slides as can be, about equally high; an empty table has none.

    In large letters when it then takes no more slides.
    """
    widths = _widths(table, box.width)
    sized = [(size, *_heights(table, widths, size, house)) for size in LEAST_ROW]
    splits = [_split(heights, box.height - head) for _, head, heights in sized]
    chosen = min(range(len(sized)), key=lambda place: len(splits[place]))
    size, head, heights = sized[chosen]
    first, portions = 0, []
    for count in splits[chosen]:
        rows = slice(first, first + count)
        lines = table.lines[rows]
        portions.append(Portion(table, lines, size, widths, [head, *heights[rows]]))
        first += count
    return portions


def _heights(
    table: Table, widths: Sequence[float], size: int, house: House
) -> tuple[float, list[float]]:
    """The height of the row of headings, and of each row."""
    head = _height([column.heading for column in table.columns], widths, size, house)
    return head, [_height(_texts(table, line), widths, size, house) for line in table.lines]


def _split(heights: Sequence[float], room: float) -> list[int]:
    """How many rows go on every slide: as few slides as can be, about equally high."""
    pages = _packed(heights, room)
    even = sum(heights) / max(len(pages), 1)
    for step in range(TRIES):
        tried = _packed(heights, even + (room - even) * step / TRIES)
        if len(tried) == len(pages):
            return tried
    return pages


def _packed(heights: Sequence[float], room: float) -> list[int]:
    pages: list[int] = []
    used = room
    for height in heights:
        if used + height > room:
            pages.append(0)
            used = 0.0
        pages[-1] += 1
        used += height
    return pages


def _texts(table: Table, line: Line) -> list[str]:
    pairs = zip(line.cells, table.columns, strict=True)
    texts = [cell_text(value, column) for value, column in pairs]
    if line.is_pilot:
        texts[table.head] += " (pilot)"
    return texts


def _height(texts: Sequence[str], widths: Sequence[float], size: int, house: House) -> float:
    """The height of a row: of its cell with most lines."""
    rooms = [width - 2 * MARGIN_X for width in widths]
    most = max(len(wrapped(t, room, size, house)) for t, room in zip(texts, rooms, strict=True))
    return max(LEAST_ROW[size], most * size * LEADING / POINTS + 2 * MARGIN_Y)


def draw(canvas: Canvas, portion: Portion, box: Box) -> Any:
    """The rows of one slide at the top of a box; the frame that holds them."""
    table, size = portion.table, portion.size
    place = Box(box.left, box.top, sum(portion.widths), sum(portion.heights))
    frame = canvas.shapes.add_table(len(portion.heights), len(table.columns), *place.emu)
    _undress(frame.table)
    for column, width in zip(frame.table.columns, portion.widths, strict=True):
        column.width = Inches(width)
    for row, height in zip(frame.table.rows, portion.heights, strict=True):
        row.height = Inches(height)
    for index, column in enumerate(table.columns):
        cell = frame.table.cell(0, index)
        _dress(canvas, cell, Look("muted", size, True, column.is_number, "line"))
        _say(cell, column.heading)
    dressed: dict[Look, Any] = {}
    for row, line in enumerate(portion.lines, 1):
        _write_line(canvas, frame.table.rows[row], portion, line, dressed)
    return frame


def _undress(native: Any) -> None:
    native.horz_banding = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE


def _widths(table: Table, room: float) -> list[float]:
    """Columns as wide as their longest text asks, within the room; no word is broken if it may."""
    columns = range(len(table.columns))
    asked = [LETTER * _letters(table, index) for index in columns]
    least = [LEAST_LETTER * _longest_word(table, index) + 2 * MARGIN_X for index in columns]
    width = min(room, sum(asked))
    if sum(least) >= width:
        return [width * part / sum(least) for part in least]
    more = [max(wish - need, 0) for wish, need in zip(asked, least, strict=True)]
    spare = (width - sum(least)) / (sum(more) or 1)
    return [need + spare * part for need, part in zip(least, more, strict=True)]


def _longest_word(table: Table, index: int) -> int:
    column = table.columns[index]
    texts = [column.heading, *(_texts(table, line)[index] for line in table.lines)]
    return min(LONGEST_WORD, max(len(word) for text in texts for word in text.split() or [""]))


def _letters(table: Table, index: int) -> int:
    column = table.columns[index]
    texts = [column.heading, *(cell_text(line.cells[index], column) for line in table.lines)]
    return min(LONGEST, max(SHORTEST, *(len(text) for text in texts)) + 2)


def _write_line(
    canvas: Canvas, row: Any, portion: Portion, line: Line, dressed: dict[Look, Any]
) -> None:
    """Writes a row; a cell that looks as an earlier one does is a copy of that."""
    for index, text in enumerate(_texts(portion.table, line)):
        look = _look(portion, line, index)
        if look in dressed:
            row._tr.replace(row.cells[index]._tc, deepcopy(dressed[look]))
        else:
            _dress(canvas, row.cells[index], look)
            dressed[look] = row.cells[index]._tc
        _say(row.cells[index], text)


def _look(portion: Portion, line: Line, index: int) -> Look:
    column, value = portion.table.columns[index], line.cells[index]
    is_mark = column.is_number and not isinstance(value, int | float)
    ink, chosen = "muted" if is_mark else "ink", line.is_chosen
    return Look(ink, portion.size, chosen, column.is_number, "grid", chosen)


def _dress(canvas: Canvas, cell: Any, look: Look) -> None:
    """The looks of a cell, with one run for its text."""
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(MARGIN_Y)
    cell.margin_left = cell.margin_right = Inches(MARGIN_X)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if look.is_number else PP_ALIGN.LEFT
    font = paragraph.add_run().font
    font.size, font.bold = Pt(look.size), look.is_bold
    font.color.rgb = canvas.ink(look.ink)
    _line_below(canvas, cell, look.line_below)
    if look.is_chosen:
        cell.fill.solid()
        cell.fill.fore_color.rgb = canvas.ink("accent")
        cell.fill.fore_color.brightness = CHOSEN_BRIGHTNESS


def _say(cell: Any, text: str) -> None:
    cell.text_frame.paragraphs[0].runs[0].text = text


def _line_below(canvas: Canvas, cell: Any, ink: str) -> None:
    line = parse_xml(
        f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill>'
        f'<a:srgbClr val="{canvas.ink(ink)}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, line)
