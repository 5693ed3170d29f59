"""A table on paper: numbers at the right with a bar below them, the chosen row marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil

from charts.card import Line, Table
from charts.cells import cell_text
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.elements.shapes import Box, Element, Place, add, group, rectangle, rule, write

HEADING = Style(11, 13.5, "muted", is_bold=True)
TEXT = Style(11.5, 14)
STRONG = Style(11.5, 14, is_bold=True)
WORD = Style(11.5, 14, "muted")  # in the place of a number
PILOT = Style(10, 14, "pilot", is_bold=True)
PILOT_WORD = "pilot"
GAP = 14.0  # between columns
PAD = 7.0  # above and below the text of a row together
INSET = 5.0  # left and right of the text of a chosen row
WIDE = (260.0, 96.0)  # where texts are broken at most, and words in the place of numbers
NARROW = (142.0, 72.0)  # in the two parts of a long table
BAR_HEIGHT = 2.5
LONG = 45  # rows
BETWEEN = 24.0  # the two parts of a long table
CHOSEN_OPACITY = "0.14"


@dataclass(frozen=True)
class Grid:
    """Where everything of a table stands: `widths` of the columns and where they begin."""

    table: Table
    widths: Sequence[float]
    house: House

    @property
    def starts(self) -> list[float]:
        """Where every column begins."""
        return list(accumulate((width + GAP for width in self.widths[:-1]), initial=INSET))

    @property
    def width(self) -> float:
        """Of the whole table."""
        return sum(self.widths) + GAP * (len(self.widths) - 1) + 2 * INSET

    def wider(self, room: float) -> "Grid":
        """The same as wide as the room; the widest columns get most of what is left."""
        more = max(1.0, (room - self.width) / sum(self.widths) + 1)
        return replace(self, widths=[width * more for width in self.widths])

    def place(self, index: int, y: float) -> Place:
        """Where the text of a column stands: numbers end at its right."""
        start = self.starts[index]
        if self.table.columns[index].is_number:
            return Place(start + self.widths[index], y, "end")
        return Place(start, y)

    def text(self, line: Line, index: int) -> list[str]:
        """The text of a cell over lines."""
        text = cell_text(line.cells[index], self.table.columns[index])
        style = cell_style(self.table, line, index)
        room = self.widths[index]
        if line.is_pilot and index == self.table.head:
            room -= _pilot_width(self.house)
        return letters.wrapped(text, room, style, self.house)

    def highest(self, index: int) -> float:
        """The number with which the bars of a column compare."""
        cells = (line.cells[index] for line in self.table.lines)
        return max((cell for cell in cells if isinstance(cell, int | float)), default=0) or 1


def table(made: Table, room: float, house: House) -> Body:
    """The table in a drawing `room` wide; a long and narrow one stands in two parts.

    One that is wider than the room is drawn smaller.
    """
    half = (room - BETWEEN) / 2
    narrow = Grid(made, _widths(made, NARROW, house), house)
    if len(made.lines) > LONG and narrow.width <= half:
        middle = ceil(len(made.lines) / 2)
        return _beside(made.lines[:middle], made.lines[middle:], narrow.wider(half))
    grid = Grid(made, _widths(made, WIDE, house), house).wider(room)
    part = _part(made.lines, grid)
    scale = min(1.0, room / grid.width)
    if scale < 1:
        part.drawing.set("transform", f"scale({scale:.4f})")
    return Body(part.drawing, part.height * scale)


def _beside(first: Sequence[Line], second: Sequence[Line], grid: Grid) -> Body:
    """Two parts of a table, each with its headings."""
    drawing = group()
    right = group(grid.width + BETWEEN)
    left_part, right_part = _part(first, grid), _part(second, grid)
    right.append(right_part.drawing)
    drawing.extend([left_part.drawing, right])
    return Body(drawing, max(left_part.height, right_part.height))


def _part(lines: Sequence[Line], grid: Grid) -> Body:
    """Headings and rows, with rows and cells by which other programs can read them."""
    drawing = group()
    drawing.set("class", "table")
    y = _headings(drawing, grid)
    for line in lines:
        y = _row(drawing, grid, line, y)
    return Body(drawing, y)


def cell_style(made: Table, line: Line, index: int) -> Style:
    """Semibold for the chosen row, muted for a word in the place of a number."""
    if made.columns[index].is_number and not isinstance(line.cells[index], int | float):
        return WORD
    return STRONG if line.is_chosen else TEXT


def _widths(made: Table, limits: tuple[float, float], house: House) -> list[float]:
    """What every column needs: its longest cell within the limits, or a word of its heading."""
    widths = []
    for index, column in enumerate(made.columns):
        longest = max((_cell_width(made, line, index, house) for line in made.lines), default=0)
        words = [letters.width(word, HEADING, house) for word in column.heading.split()]
        widths.append(max(min(longest, limits[column.is_number]), *words, 0))
    return widths


def _cell_width(made: Table, line: Line, index: int, house: House) -> float:
    text = cell_text(line.cells[index], made.columns[index])
    pilot = _pilot_width(house) if line.is_pilot and index == made.head else 0
    return letters.width(text, STRONG, house) + pilot


def _pilot_width(house: House) -> float:
    return letters.width(PILOT_WORD, PILOT, house) + 2 * INSET


def _headings(drawing: Element, grid: Grid) -> float:
    """The headings, standing on the line under them; gives where the rows begin."""
    texts = [
        letters.wrapped(column.heading, width, HEADING, grid.house)
        for column, width in zip(grid.table.columns, grid.widths, strict=True)
    ]
    lines = max(len(text) for text in texts)
    row = add(drawing, "g", **{"class": "row"})
    for index, text in enumerate(texts):
        y = HEADING.size + (lines - len(text)) * HEADING.leading
        write(_cell(row), text, grid.place(index, y), HEADING, grid.house)
    bottom = lines * HEADING.leading + PAD / 2
    rule(drawing, 0, grid.width, bottom, grid.house.palette.line)
    return bottom


def _row(drawing: Element, grid: Grid, line: Line, y: float) -> float:
    """One row from `y` down; gives where the next begins."""
    texts = [grid.text(line, index) for index in range(len(grid.widths))]
    has_bars = any(column.has_bars for column in grid.table.columns)
    lines = max(map(len, texts))
    height = lines * TEXT.leading + PAD + has_bars * (BAR_HEIGHT + 3)
    if line.is_chosen:
        field = rectangle(drawing, Box(0, y, grid.width, height), grid.house.palette.accent)
        field.set("fill-opacity", CHOSEN_OPACITY)
    base = y + PAD / 2 + TEXT.size - 1
    row = add(drawing, "g", **{"class": "row"})
    for index, text in enumerate(texts):
        style = cell_style(grid.table, line, index)
        write(_cell(row), text, grid.place(index, base), style, grid.house)
        _bar(drawing, grid, line, index, base + (len(text) - 1) * TEXT.leading + 3.5)
    if line.is_pilot:
        _pilot(drawing, grid, texts[grid.table.head], base)
    rule(drawing, 0, grid.width, y + height, grid.house.palette.grid)
    return y + height


def _cell(row: Element) -> Element:
    return add(row, "g", **{"class": "cell"})


def _bar(drawing: Element, grid: Grid, line: Line, index: int, y: float) -> None:
    """The bar under a number, from the right like the number itself."""
    cell = line.cells[index]
    if grid.table.columns[index].has_bars and isinstance(cell, int | float):
        length = max(cell, 0) / grid.highest(index) * grid.widths[index]
        end = grid.starts[index] + grid.widths[index]
        colour = grid.house.colour("accent" if line.is_chosen else "line")
        rectangle(drawing, Box(end - length, y, length, BAR_HEIGHT), colour)


def _pilot(drawing: Element, grid: Grid, name: Sequence[str], y: float) -> None:
    """The word behind the name of where it began."""
    start = grid.starts[grid.table.head] + letters.width(name[0], STRONG, grid.house) + INSET
    write(drawing, [PILOT_WORD], Place(start, y), PILOT, grid.house)
