"""Reading dates and months in every style in which people deliver them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from babel.dates import get_month_names

from data.delivery.files.raw import AMSTERDAM, UTC_MIDNIGHTS, Cell
from data.delivery.reading.moments import moment_of
from data.delivery.refusal import CellProblem
from data.delivery.text import plain_dashes
from data.dutch import month_numbers

FIRST_YEAR = 1980  # an earlier date is a typing error or an empty Excel cell
LAST_YEAR = 2100
LAST_SERIAL_YEAR = 2060
DAYS_TO_1904 = 1462
_CENTURY = 2000
_SHORT_MONTH = 3  # letters: "sept" is understood because it begins a month's name
_SERIAL_START = date(1899, 12, 30)
_FIRST_SERIAL = (date(FIRST_YEAR, 1, 1) - _SERIAL_START).days
_LAST_SERIAL = (date(LAST_SERIAL_YEAR, 12, 31) - _SERIAL_START).days

_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|'?\d{2})")
_COMPACT = re.compile(r"\d{8}")
_NAME = r"(?P<month>[a-z]+)"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_WEEKDAY = r"(?:[a-z]+[.,]*\s+)?"
_NUMBERED = r"(?P<day>\d{1,2})(?:st|nd|rd|th|e)?"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_NUMBERED}[-/. ,]*(?:of )?{_NAME}[-/.,' ]*{_YEAR}"),
    re.compile(rf"{_WEEKDAY}{_NAME}[-/. ]*{_NUMBERED}[-/.,' ]+{_YEAR}"),
    re.compile(rf"(?P<year>\d{{4}})[-/. ]+{_NAME}[-/. ]+(?P<day>\d{{1,2}})"),
)
_MONTHS = (
    re.compile(r"(?P<year>\d{4})\s*[-/. ]\s*(?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})\s*[-/. ]\s*(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})"),
    re.compile(r"(?P<month>[a-z]+)[-.,' ]*(?P<year>\d{4}|\d{2})", re.IGNORECASE),
)

NO_DATE = "Dit is geen bestaande datum. Schrijf de datum als 14-4-2021."
NO_MONTH = "Dit is geen bestaande maand of datum. Schrijf de maand als april 2021 of 4-2021."
TOO_EARLY = f"Deze datum ligt voor {FIRST_YEAR}. Controleer het jaartal."
TOO_LATE = f"Deze datum ligt ver in de toekomst: na {LAST_YEAR}. Controleer het jaartal."


@dataclass(frozen=True)
class Style:
    """How a column writes its days: the order of figures, and where serial numbers start.

    `last` is the order when the year stands last, `first` when it stands first; `is_utc` says
    that the clock times are midnights in UTC.
    """

    last: str = "dmy"
    first: str = "ymd"
    from_1904: bool = False
    is_utc: bool = False


USUAL = Style()


def read_date(cell: Cell, style: Style = USUAL) -> date:
    """The day that a cell names: a date, an Excel serial or a text.

    Raises CellProblem for anything else, and for a date outside FIRST_YEAR to LAST_YEAR.
    """
    day = any_date(cell, style)
    if day is None:
        raise CellProblem(NO_DATE)
    if day.year < FIRST_YEAR:
        raise CellProblem(TOO_EARLY)
    if day.year > LAST_YEAR:
        raise CellProblem(TOO_LATE)
    return day


def is_date(cell: Cell) -> bool:
    """True when a cell can be read as a day, whatever the order of its figures."""
    return any(any_date(cell, style) for style in (USUAL, Style("mdy", "ydm")))


def any_date(cell: Cell, style: Style = USUAL) -> date | None:
    """The day that a cell names, in any year; None when it names none."""
    if isinstance(cell, datetime):
        return _in_amsterdam(cell) if style.is_utc else cell.date()
    if cell is None or isinstance(cell, date):
        return cell
    moment = moment_of(str(cell))
    day = _from_serial(moment.day, style) or written_day(moment.day, style)
    if day and moment.clock is not None and (moment.zone or style.is_utc):
        try:
            at = datetime.combine(day, moment.clock, moment.zone or UTC)
            return at.astimezone(AMSTERDAM).date()
        except (OverflowError, ValueError):
            return None
    return day


def _in_amsterdam(moment: datetime) -> date:
    return moment.replace(tzinfo=UTC).astimezone(AMSTERDAM).date()


def read_month(cell: Cell, style: Style = USUAL) -> date:
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
        return read_date(cell, style).replace(day=1)
    except CellProblem as problem:
        raise CellProblem(NO_MONTH) from problem


def written_day(text: str, style: Style) -> date | None:
    """The day that a text without a clock time names in figures or words."""
    figures = figures_of(text)
    if figures:
        order = style.first if len(figures[0]) == len("2021") else style.last
        return in_order(figures, order)
    if _COMPACT.fullmatch(text):
        return _compact(text, style)
    for pattern in _WRITTEN:
        parts = pattern.fullmatch(text)
        if parts:
            return _day(parts["year"], parts["month"], parts["day"])
    return None


def figures_of(text: str) -> tuple[str, str, str] | None:
    """The three figures of a day that is written in figures, as they stand; else None.

    >>> figures_of("14-4-2021"), figures_of("14 april 2021")
    (('14', '4', '2021'), None)
    """
    parts = _YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text)
    return (parts[1], parts[2], parts[3].removeprefix("'")) if parts else None


def in_order(figures: tuple[str, str, str], order: str) -> date | None:
    """The day that three figures name in an order such as `dmy`; None when there is none."""
    found = dict(zip(order, figures, strict=True))
    return _day(found["y"], found["m"], found["d"])


def _compact(text: str, style: Style) -> date | None:
    year_first = in_order((text[:4], text[4:6], text[6:]), style.first)
    if year_first and year_first.year >= FIRST_YEAR:
        return year_first
    return in_order((text[:2], text[2:4], text[4:]), style.last) or year_first


def _from_serial(text: str, style: Style) -> date | None:
    parts = _SERIAL.fullmatch(text)
    serial = int(parts[1]) + (DAYS_TO_1904 if style.from_1904 else 0) if parts else 0
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


@cache
def _months() -> dict[str, int]:
    english = {
        name.rstrip(".").lower(): number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale="en").items()
    }
    return {**english, **month_numbers()}


def _month_number(name: str) -> int:
    months = _months()
    plain = name.casefold()
    starts = {number for full, number in months.items() if full.startswith(plain)}
    if plain in months:
        return months[plain]
    return starts.pop() if len(plain) >= _SHORT_MONTH and len(starts) == 1 else 0


def is_utc_midnight(clock: time | None) -> bool:
    """True for 22:00 and 23:00, which are midnight in Amsterdam when the clock is in UTC."""
    return clock in UTC_MIDNIGHTS
