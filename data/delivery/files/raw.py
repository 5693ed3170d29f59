"""A delivered sheet before anything is known about it: rows of plain values."""

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, auto
from pathlib import PurePosixPath
from string import ascii_uppercase
from typing import TypeAlias
from zoneinfo import ZoneInfo

import numpy as np

from data.delivery.files.coded import Coded
from data.delivery.files.rows import Rows
from data.dutch import short_date

Cell: TypeAlias = str | int | float | date | None
Merged: TypeAlias = tuple[tuple[int, int], tuple[int, int]]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WHITE_SPACE = " \t\r\n\f\v"
LONGEST_NUMBER = 10**15  # a number with more digits has lost its last ones in a spreadsheet
UTC_MIDNIGHTS = (time(22), time(23))  # midnight in Amsterdam, written in UTC
_LEFT_OUT = re.compile(  # signs that nobody sees: control, format and direction signs, no signs
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe"
    "\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
_AS_FORMULA = re.compile(r'="([^"]*)"')  # how an export keeps Excel from changing a number
_SUFFIXES = frozenset(
    (
        *(".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet"),
        *(".duckdb", ".db", ".gz", ".zip"),
    )
)


class Origin(Enum):
    """What kind of file a sheet comes from."""

    TEXT = auto()
    WORKBOOK = auto()
    PARQUET = auto()
    DATABASE = auto()


@dataclass(frozen=True)
class RawSheet:
    """One sheet or database table; the row at index 0 is row 1 for a reader.

    `alone` says that it is the only sheet of its file, so that the file name names it too; `left`
    is the number of columns to the left of a block that stands beside another one.
    """

    file: str
    name: str
    rows: Rows[Cell]
    origin: Origin
    alone: bool
    left: int = 0
    merged: tuple[Merged, ...] = ()
    from_1904: bool = False  # the workbook counts its days from 1904
    is_hidden: bool = False
    uncalculated: str = ""  # the first cell with a formula that no program has calculated
    remarks: tuple[str, ...] = ()

    def column(self, position: int, start: int = 0) -> Coded[Cell]:
        """The cells at a position, from the row at index `start`; none where a row is shorter."""
        return self.rows.column(position, np.arange(start, len(self.rows)))

    def width(self) -> int:
        """The number of cells of the longest row."""
        return self.rows.width()

    def letters(self, position: int) -> str:
        """The name of a column as a spreadsheet shows it."""
        return column_letters(position + self.left)

    def title(self) -> str:
        """How a message names the sheet: the file, and the sheet when the file has more."""
        return f"{self.file}" if self.alone else f"{self.file}, blad {self.name}"

    def stem(self) -> str:
        """The name of the file without its folder and endings: `matches` for `a.zip/matches.csv`.

        >>> RawSheet("juni.zip/matches.csv.gz", "", Rows(), Origin.TEXT, True).stem()
        'matches'
        """
        path = PurePosixPath(self.file)
        while path.suffix.casefold() in _SUFFIXES:
            path = path.with_suffix("")
        return path.name


def clean_text(text: str) -> str | None:
    """The text as people see it, without white space around it; None when nothing is left.

    Signs that nobody sees go, every kind of space becomes a space, `="101"` is 101.

    >>> clean_text("10\u200b1 "), clean_text("3\u00a0mei"), clean_text('="007"')
    ('101', '3 mei', '007')
    """
    if text.isascii() and text.isprintable():
        text = text.strip(WHITE_SPACE)
    else:
        text = _LINE_BREAKS.sub("\n", text)
        text = _SPACES.sub(" ", _LEFT_OUT.sub("", text)).strip(WHITE_SPACE)
        text = unicodedata.normalize("NFC", text)
    if text.startswith("="):
        formula = _AS_FORMULA.fullmatch(text)
        text = formula[1].strip(WHITE_SPACE) if formula else text
    return text or None


def clean(value: object) -> Cell:
    """A value of any reader as a plain cell: no clock times, no empty texts, whole floats whole.

    A clock time is kept at 22:00 and 23:00 only, for that may be midnight in UTC.
    """
    cell: Cell = None
    match value:
        case str():
            cell = clean_text(value)
        case bool():
            cell = "WAAR" if value else "ONWAAR"
        case float() | Decimal():
            cell = _number(float(value))
        case datetime():
            cell = _day(value)
        case int() | date() | None:
            cell = value
        case list() | tuple():
            cell = clean_text("; ".join(str(item) for item in value if item is not None))
        case _:
            cell = clean_text(str(value))
    return cell


def _day(moment: datetime) -> date:
    if moment.tzinfo:
        return moment.astimezone(AMSTERDAM).date()
    return moment if moment.time() in UTC_MIDNIGHTS else moment.date()


def _number(value: float) -> Cell:
    if math.isnan(value):
        return None
    is_exact = value.is_integer() and abs(value) < LONGEST_NUMBER
    return int(value) if is_exact else value


class Pool(dict[str, Cell]):
    """Cleans values and hands out one object for equal texts: an id costs no more in each table.

    The pool of a delivery: from a text to its plain cell.
    """

    def __missing__(self, text: str) -> Cell:
        """Cleans what was not seen yet."""
        cell = self[text] = clean_text(text)
        return cell

    def cell(self, value: object) -> Cell:
        """The value as a plain cell."""
        return self[value] if isinstance(value, str) else clean(value)


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
