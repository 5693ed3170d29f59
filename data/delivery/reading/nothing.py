"""What people and programs write when there is nothing to write."""

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

from data.delivery.files.raw import Cell
from data.delivery.reading.dates import Style, any_date
from data.delivery.text import squash

FILLERS_FILE = Path(__file__).parent.parent / "fillers.csv"
_ZERO_DAY = re.compile(r"0{1,4}\D0{1,2}\D0{1,4}(\D.*)?|9{2,4}\D9{2}\D9{2,4}|\+?\d{5,}-\d\d-\d\d.*")
_NO_DAY = re.compile("<value out of range: .*>|-?infinity")
_OPEN_YEAR = 2090  # from here the first and last day of a year mean "no end"
_FAR_YEAR = 9000
_ENDS = ((1, 1), (12, 30), (12, 31))
_NO_SERIALS = frozenset({0, 1, 2, -1, 73050, 401769, 2958465})


@cache
def fillers() -> dict[str, tuple[str, ...]]:
    """The written fillers by kind (`word` and `date`), as the owner lists them."""
    with FILLERS_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {kind: tuple(r["value"] for r in rows if r["kind"] == kind) for kind in ("word", "date")}


@cache
def _words() -> frozenset[str]:
    return frozenset(squash(word) for word in fillers()["word"])


@cache
def _dates() -> frozenset[date]:
    days = (any_date(text) for text in fillers()["date"])
    return frozenset(day for day in days if day)


def is_nothing(cell: Cell) -> bool:
    """True for a cell that says in words or signs that it is empty: n.v.t., NULL, -.

    >>> is_nothing("N.v.t."), is_nothing("--"), is_nothing("nee")
    (True, True, False)
    """
    if not isinstance(cell, str):
        return False
    if cell.isascii() and cell.isalnum():  # a key, most often: there is nothing to leave out
        return cell.lower() in _words()
    plain = squash(cell)
    if not plain:
        return not any(sign.isalnum() for sign in cell)
    return plain in _words() and "=" not in cell


def is_open_end(cell: Cell, style: Style) -> bool:
    """True for a date that means "no date" or "no end": 31-12-9999, 1-1-1900, 00-00-0000."""
    if isinstance(cell, int | float):
        return cell in _NO_SERIALS
    if isinstance(cell, str) and (_ZERO_DAY.fullmatch(cell) or _NO_DAY.fullmatch(cell)):
        return True
    if isinstance(cell, str) and cell in {str(serial) for serial in _NO_SERIALS}:
        return True
    day = any_date(cell, style) or any_date(cell)  # a program fills in its own order
    if day is None:
        return False
    is_end = day.year >= _OPEN_YEAR and (day.month, day.day) in _ENDS
    return is_end or day.year >= _FAR_YEAR or day in _dates()
