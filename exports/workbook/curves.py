"""The figures of the lines behind points, which stand in no table of a reader."""

from collections.abc import Sequence
from typing import Any

from charts.pictures import Scatter
from exports.workbook.book import Book
from exports.workbook.formats import number_format
from exports.workbook.place import Place

NAME = "Lijnen"  # before the name of the sheet of the card
DECIMALS = 2
HEAD_HEIGHT = 32  # points


def write_curves(book: Book, picture: Scatter, name: str) -> tuple[Place, ...]:
    """Writes all lines on a sheet: their y beside the x that they share; where they stand."""
    if not picture.curves:
        return ()
    sheet = book.sheet(f"{NAME} {name}")
    sheet.set_row(0, HEAD_HEIGHT)
    columns: dict[tuple[float, ...], int] = {}
    places, taken = [], 0
    for curve in picture.curves:
        steps = tuple(curve.x)
        if steps not in columns:
            columns[steps], taken = taken, taken + 1
            _write_column(book, sheet, (0, columns[steps]), picture.x_title, steps)
        _write_column(book, sheet, (0, taken), curve.name, curve.y)
        places.append(Place(sheet.get_name(), 0, len(steps), (columns[steps], taken)))
        taken += 1
    return tuple(places)


def _write_column(
    book: Book, sheet: Any, corner: tuple[int, int], heading: str, values: Sequence[float]
) -> None:
    """A heading and under it its numbers."""
    row, column = corner
    muted = book.house.colour("muted")
    book.write(sheet, row, column, heading, text_wrap=True, bold=True, font_color=muted)
    number = book.format(num_format=number_format(DECIMALS))
    sheet.write_column(row + 1, column, values, number)
