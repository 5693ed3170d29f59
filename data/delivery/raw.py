"""A delivered sheet before anything is known about it: rows of plain values."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto
from string import ascii_uppercase
from typing import TypeAlias
from zoneinfo import ZoneInfo

from data.dutch import short_date

Cell: TypeAlias = str | int | float | date | None

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WHITE_SPACE = " \t\r\n\f\v\xa0\ufeff\u200b"


class Origin(Enum):
    """What kind of file a sheet comes from."""

    TEXT = auto()
    WORKBOOK = auto()
    PARQUET = auto()
    DATABASE = auto()


@dataclass(frozen=True)
class RawSheet:
    """One sheet or database table; the row at index 0 is row 1 for a reader.

    `alone` says that it is the only sheet of its file, so that the file name names it too.
    """

    file: str
    name: str
    rows: list[list[Cell]]
    origin: Origin
    alone: bool

    def column(self, position: int, start: int = 0) -> list[Cell]:
        """The cells at a position, from the row at index `start`; None where a row is shorter."""
        return [row[position] if position < len(row) else None for row in self.rows[start:]]

    def width(self) -> int:
        """The number of cells of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def title(self) -> str:
        """How a message names the sheet: the file, and the sheet when the file has more."""
        return f"{self.file}" if self.alone else f"{self.file}, blad {self.name}"


def clean_text(text: str) -> str | None:
    """The text without the white space around it; None when nothing is left."""
    return text.strip(WHITE_SPACE) or None


def clean(value: object) -> Cell:
    """A value of any reader as a plain cell: no clock times, no empty texts, whole floats whole."""
    cell: Cell = None
    match value:
        case str():
            cell = clean_text(value)
        case bool():
            cell = "WAAR" if value else "ONWAAR"
        case float() | Decimal():
            cell = _number(float(value))
        case datetime():
            cell = (value.astimezone(_AMSTERDAM) if value.tzinfo else value).date()
        case int() | date() | None:
            cell = value
        case list() | tuple():
            cell = clean_text("; ".join(str(item) for item in value if item is not None))
        case _:
            cell = clean_text(str(value))
    return cell


def _number(value: float) -> Cell:
    if math.isnan(value):
        return None
    return int(value) if value.is_integer() else value


def column_letters(position: int) -> str:
    """The name of a column as a spreadsheet shows it: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def shown(cell: Cell) -> str | None:
    """The cell as a reader wrote it, for a report; None for an empty cell."""
    if cell is None:
        return None
    return short_date(cell) if isinstance(cell, date) else str(cell)
