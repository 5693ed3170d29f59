"""A card as a sheet: its words, its figures as numbers and days, and a native chart."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from charts.card import Card, Column, Kind, Line, Table
from charts.pictures import Scatter
from charts.tabulate import table_of
from exports.house import House
from exports.setting import Setting
from exports.workbook.book import Book, opened
from exports.workbook.charts import CHARTS, add_chart
from exports.workbook.curves import write_curves
from exports.workbook.formats import DAY, MONTH, number_format
from exports.workbook.notes import add_notes
from exports.workbook.place import Place

FIRST_ROW = 5  # of the figures, under the words
WIDEST, NARROWEST = 44, 9  # letters
TITLE_HEIGHT, HEAD_HEIGHT = 24, 32  # points
CHART_GAP = 1  # columns between figures and chart
FIGURES = "Cijfers van de grafiek"
CHART_ROWS = 23  # that a chart takes


def xlsx(card: Card, setting: Setting, house: House) -> bytes:
    """A card as a workbook: the figures with their chart, and a sheet that explains them."""
    file = BytesIO()
    with opened(card.title, setting, house, file) as book:
        add_card(book, card, "Cijfers")
        add_notes(book, [card])
    return file.getvalue()


def add_card(book: Book, card: Card, name: str) -> Any:
    """Adds the sheet of a card; the sheet."""
    sheet = book.sheet(name)
    _write_head(book, sheet, card)
    if card.note:
        book.write(sheet, FIRST_ROW, 0, card.note)
        return sheet
    table = table_of(card)
    if table is None:
        return sheet
    place = _write_table(book, sheet, table, FIRST_ROW)
    _make_readable(sheet, table, place)
    if type(card.picture) in CHARTS:
        _add_chart(book, sheet, card, table, place)
    return sheet


def _write_head(book: Book, sheet: Any, card: Card) -> None:
    title = " · ".join((card.title, *book.setting.marks))
    sheet.set_row(0, TITLE_HEIGHT)
    book.write(sheet, 0, 0, title, bold=True, font_size=15)
    for row, text in enumerate((card.subtitle, book.setting.selection, card.source), 1):
        book.write(sheet, row, 0, text, font_color=book.house.colour("muted"))


def _write_table(book: Book, sheet: Any, table: Table, first: int) -> Place:
    """Headings and rows from a row on; where they stand."""
    head: dict[str, Any] = {
        "bold": True,
        "bottom": 1,
        "text_wrap": True,
        "font_color": book.house.colour("muted"),
    }
    for index, column in enumerate(table.columns):
        side = "right" if column.is_number else "left"
        book.write(sheet, first, index, column.heading, align=side, **head)
    for row, line in enumerate(table.lines, first + 1):
        for index, column in enumerate(table.columns):
            _write_cell(book, sheet, (row, index), line, column)
    return Place(sheet.get_name(), first, first + len(table.lines))


def _write_cell(book: Book, sheet: Any, place: tuple[int, int], line: Line, column: Column) -> None:
    value = line.cells[place[1]]
    look: dict[str, Any] = {}
    if line.is_chosen:
        look = {"bold": True, "bg_color": book.tint("accent")}
    if isinstance(value, date):
        shown = MONTH if column.kind is Kind.MONTH else DAY
        sheet.write_datetime(*place, value, book.format(num_format=shown, align="left", **look))
    elif isinstance(value, int | float):
        shown = number_format(column.decimals or 0, is_change=column.kind is Kind.CHANGE)
        sheet.write_number(*place, value, book.format(num_format=shown, **look))
    elif value:
        side = "right" if column.is_number else "left"
        book.write(sheet, *place, value, align=side, **look)
    else:  # truly empty, so that no chart takes it for a zero
        sheet.write_blank(*place, None, book.format(**look))


def _make_readable(sheet: Any, table: Table, place: Place) -> None:
    """Widths, headings that stay in sight, and a filter."""
    for index in range(len(table.columns)):
        sheet.set_column(index, index, _width(table, index))
    sheet.set_row(place.first, HEAD_HEIGHT)
    sheet.freeze_panes(place.first + 1, table.head + 1)
    last = max(place.last, place.first + 1)
    sheet.autofilter(place.first, 0, last, len(table.columns) - 1)
    sheet.repeat_rows(place.first)


def _width(table: Table, index: int) -> float:
    column = table.columns[index]
    texts = [str(line.cells[index]) for line in table.lines if isinstance(line.cells[index], str)]
    longest = max((len(text) for text in [*texts, *column.heading.split()]), default=0)
    return min(WIDEST, max(NARROWEST, longest + 3))


def _add_chart(book: Book, sheet: Any, card: Card, table: Table, place: Place) -> None:
    """The chart on the figures of the table, else on its own figures under it."""
    own = table_of(replace(card, table=None)) or table
    width = max(len(table.columns), len(own.columns))
    columns = [_column_of(table, own, index) for index in range(1, len(own.columns))]
    if None in columns:
        book.write(sheet, place.last + 2, 0, FIGURES, bold=True)
        place = _write_table(book, sheet, own, place.last + 3)
        columns = list(range(1, len(own.columns)))
        table = own
    found = (table.head, *(column for column in columns if column is not None))
    below = max(place.last + 2, FIRST_ROW + CHART_ROWS)
    picture = card.picture
    curves = write_curves(book, sheet, picture, below) if isinstance(picture, Scatter) else ()
    place = replace(place, columns=found, curves=curves)
    add_chart(book, sheet, card, place, (FIRST_ROW, width + CHART_GAP))


def _column_of(table: Table, own: Table, index: int) -> int | None:
    """Where a column of the chart's own figures stands in a table; None when it does not."""
    name, drawn = own.columns[index].heading, [line.cells[index] for line in own.lines]
    for at, column in enumerate(table.columns):
        is_named = name in (column.draws, column.heading)
        if is_named and [line.cells[at] for line in table.lines] == drawn:
            return at
    return None
