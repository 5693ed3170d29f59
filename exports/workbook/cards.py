"""A card as a sheet: one row of headings, figures as numbers and days, and a native chart.

The figures are a table of Excel from the first cell on, so that every program finds them; what they
are stands in a box beside them and on the sheet that explains. Figures that only the chart needs
have a sheet of their own.
"""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from charts.card import Card, Column, Kind, Line, Table
from charts.pictures import Scatter
from charts.tabulate import columns_and_lines
from exports.house import House
from exports.setting import Setting
from exports.tables.keyed import keyed
from exports.workbook.book import Book, opened
from exports.workbook.charts import CHARTS, add_chart
from exports.workbook.curves import write_curves
from exports.workbook.formats import DAY, MONTH, number_format
from exports.workbook.notes import add_notes
from exports.workbook.place import Place
from exports.workbook.words import add_words

FIRST_ROW = 0  # of the figures
WIDEST, NARROWEST = 44, 9  # letters
HEAD_HEIGHT = 32  # points
GAP = 1  # columns between figures and what stands beside them
FIGURES = "Grafiek"  # before the name of the sheet of the card
CHART_ROW = 7  # under the words
STYLE = "Table Style Light 1"


def xlsx(card: Card, setting: Setting, house: House) -> bytes:
    """A card as a workbook: the figures with their chart, and a sheet that explains them."""
    file = BytesIO()
    with opened(card.title, setting, house, file) as book:
        add_card(book, card, "Cijfers")
        add_notes(book, [card])
    return file.getvalue()


def add_card(book: Book, card: Card, name: str, back: str = "") -> Any:
    """Adds the sheet of a card; the sheet. `back` is a sheet to which it leads back."""
    sheet = book.sheet(name)
    book.on_paper(sheet, card.title, card.source)
    table = None if card.note else keyed(card, book.setting)
    if table is None:
        book.write(sheet, FIRST_ROW, 0, card.note)
        add_words(book, sheet, card, (FIRST_ROW + 1 + GAP, 0), back)
        return sheet
    place = _write_table(book, sheet, table)
    _make_readable(sheet, table, place)
    beside = len(table.columns) + GAP
    add_words(book, sheet, card, (FIRST_ROW, beside), back)
    if type(card.picture) in CHARTS:
        place = _chart_place(book, card, table, place)
        add_chart(book, sheet, card, place, (CHART_ROW, beside))
    else:  # the words beside the figures would make them small on paper
        sheet.print_area(FIRST_ROW, 0, max(place.last, FIRST_ROW + 1), len(table.columns) - 1)
    return sheet


def _write_table(book: Book, sheet: Any, table: Table) -> Place:
    """Headings and rows as a table of Excel; where they stand."""
    last = FIRST_ROW + max(len(table.lines), 1)  # a table of Excel has a row
    headings = [{"header": column.heading} for column in table.columns]
    look = {"name": book.table_name(sheet), "columns": headings, "style": STYLE}
    sheet.add_table(FIRST_ROW, 0, last, len(headings) - 1, look)
    for index, column in enumerate(table.columns):
        _write_heading(book, sheet, index, column)
    for row, line in enumerate(table.lines, FIRST_ROW + 1):
        for index, column in enumerate(table.columns):
            _write_cell(book, sheet, (row, index), line, column)
    return Place(sheet.get_name(), FIRST_ROW, FIRST_ROW + len(table.lines))


def _write_heading(book: Book, sheet: Any, index: int, column: Column) -> None:
    look = {"bold": True, "bottom": 1, "text_wrap": True, **_side(column)}
    muted = book.house.colour("muted")
    book.write(sheet, FIRST_ROW, index, column.heading, font_color=muted, **look)


def _write_cell(book: Book, sheet: Any, place: tuple[int, int], line: Line, column: Column) -> None:
    value = line.cells[place[1]]
    look: dict[str, Any] = {}
    if line.is_chosen:
        look = {"bold": True, "bg_color": book.tint("accent")}
    if isinstance(value, date):
        shown = MONTH if column.kind is Kind.MONTH else DAY
        sheet.write_datetime(*place, value, book.format(num_format=shown, **_side(column), **look))
    elif isinstance(value, int | float):
        shown = number_format(column.decimals or 0, is_change=column.kind is Kind.CHANGE)
        sheet.write_number(*place, value, book.format(num_format=shown, **look))
    elif value:
        row, index = place
        book.write(sheet, row, index, value, **_side(column), **look)
    else:  # truly empty, so that no chart takes it for a zero
        sheet.write_blank(*place, None, book.format(**look))


def _side(column: Column) -> dict[str, Any]:
    """Where the words of a column stand: free of the figures at their left."""
    return {"align": "right"} if column.is_number else {"align": "left", "indent": 1}


def _make_readable(sheet: Any, table: Table, place: Place) -> None:
    """Widths, and headings that stay in sight."""
    for index in range(len(table.columns)):
        sheet.set_column(index, index, _width(table, index))
    sheet.set_row(place.first, HEAD_HEIGHT)
    sheet.freeze_panes(place.first + 1, table.head + 1)
    sheet.repeat_rows(place.first)


def _width(table: Table, index: int) -> float:
    column = table.columns[index]
    texts = [str(line.cells[index]) for line in table.lines if isinstance(line.cells[index], str)]
    longest = max((len(text) for text in [*texts, *column.heading.split()]), default=0)
    return min(WIDEST, max(NARROWEST, longest + 3))


def _chart_place(book: Book, card: Card, table: Table, place: Place) -> Place:
    """Where the figures of the chart stand: in the table of the card, else on a sheet for it."""
    picture, name = card.picture, place.sheet
    assert picture is not None
    drawn = len(columns_and_lines(picture)[0])
    own = keyed(replace(card, table=None), book.setting) or table
    columns = [_column_of(table, own, index) for index in range(1, drawn)]
    head = table.head
    if None in columns:
        sheet = book.sheet(f"{FIGURES} {name}")
        place = _write_table(book, sheet, own)
        _make_readable(sheet, own, place)
        columns, head = list(range(1, drawn)), own.head
    found = (head, *(column for column in columns if column is not None))
    curves = write_curves(book, picture, name) if isinstance(picture, Scatter) else ()
    return replace(place, columns=found, curves=curves)


def _column_of(table: Table, own: Table, index: int) -> int | None:
    """Where a column of the chart's own figures stands in a table; None when it does not."""
    name, drawn = own.columns[index].heading, [line.cells[index] for line in own.lines]
    for at, column in enumerate(table.columns):
        is_named = name in (column.draws, column.heading)
        if is_named and [line.cells[at] for line in table.lines] == drawn:
            return at
    return None
