"""Reading dates and months in every style in which people deliver them."""

import re
from datetime import date, datetime, timedelta

from data.delivery.raw import Cell, clean
from data.delivery.refusal import CellProblem
from data.delivery.text import plain_dashes
from data.dutch import month_numbers

FIRST_YEAR = 1980  # an earlier date is a typing error or an empty Excel cell
LAST_SERIAL_YEAR = 2060
_CENTURY = 2000
_SHORT_MONTH = 3  # letters: "sept" is understood because it begins a month's name
_SERIAL_START = date(1899, 12, 30)
_FIRST_SERIAL = (date(FIRST_YEAR, 1, 1) - _SERIAL_START).days
_LAST_SERIAL = (date(LAST_SERIAL_YEAR, 12, 31) - _SERIAL_START).days

_ZONED = re.compile(r".*\d{1,2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})", re.IGNORECASE)
_TIME = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s*[-/. ]\s*(?P<month>\d{1,2})\s*[-/. ]\s*(?P<day>\d{1,2})"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\s*[-/. ]\s*(?P<month>\d{1,2})\s*[-/. ]\s*(?P<year>\d{4}|\d{2})"
)
_WRITTEN = re.compile(
    r"(?:[a-z]+[.,]*\s+)?(?P<day>\d{1,2})[-. ]*(?P<month>[a-z]+)[-.,' ]*(?P<year>\d{4}|\d{2})",
    re.IGNORECASE,
)
_DATES = (_YEAR_FIRST, _COMPACT, _DAY_FIRST, _WRITTEN)
_MONTHS = (
    re.compile(r"(?P<year>\d{4})\s*[-/. ]\s*(?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})\s*[-/. ]\s*(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})"),
    re.compile(r"(?P<month>[a-z]+)[-.,' ]*(?P<year>\d{4}|\d{2})", re.IGNORECASE),
)

NO_DATE = "Dit is geen bestaande datum. Schrijf de datum als 14-4-2021."
NO_MONTH = "Dit is geen bestaande maand of datum. Schrijf de maand als april 2021 of 4-2021."
TOO_EARLY = f"Deze datum ligt voor {FIRST_YEAR}. Controleer het jaartal."


def read_date(cell: Cell) -> date:
    """The day that a cell names: a date, an Excel serial or a text.

    Raises CellProblem for anything else, and for a date before FIRST_YEAR.
    """
    day = cell if isinstance(cell, date) else _from_text(plain_dashes(str(cell)))
    if day is None:
        raise CellProblem(NO_DATE)
    if day.year < FIRST_YEAR:
        raise CellProblem(TOO_EARLY)
    return day


def read_month(cell: Cell) -> date:
    """The first day of the month that a cell names, as a month or as any day in it.

    Raises CellProblem when there is no month in it.
    """
    text = plain_dashes(str(cell))
    for pattern in () if isinstance(cell, date) else _MONTHS:
        parts = pattern.fullmatch(text)
        day = _day(parts["year"], parts["month"], "1") if parts else None
        if day and day.year >= FIRST_YEAR:
            return day
    try:
        return read_date(cell).replace(day=1)
    except CellProblem as problem:
        raise CellProblem(NO_MONTH) from problem


def _from_text(text: str) -> date | None:
    if _ZONED.fullmatch(text):
        return _from_zoned(text)
    text = _TIME.sub("", text)
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _from_serial(int(serial[1]))
    for pattern in _DATES:
        parts = pattern.fullmatch(text)
        if parts:
            return _day(parts["year"], parts["month"], parts["day"])
    return None


def _from_zoned(text: str) -> date | None:
    try:
        day = clean(datetime.fromisoformat(text))
    except ValueError:
        return None
    return day if isinstance(day, date) else None


def _from_serial(serial: int) -> date | None:
    if _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return _SERIAL_START + timedelta(days=serial)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    short = _CENTURY if len(year) == len("21") else 0
    try:
        return date(short + int(year), number, int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    months = month_numbers()
    plain = name.casefold()
    starts = {number for full, number in months.items() if full.startswith(plain)}
    if plain in months:
        return months[plain]
    return starts.pop() if len(plain) >= _SHORT_MONTH and len(starts) == 1 else 0
