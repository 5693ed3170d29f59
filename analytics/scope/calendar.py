"""Years and quarters as a reader names them: a window that looks back from their last day."""

import re
from dataclasses import dataclass
from datetime import date

from analytics.scope.windows import ONE_DAY, Window
from data.dutch import quarter
from data.periods import MONTHS_IN_QUARTER, Period, label, month_end, slices

_PERIODS = {Window.YEAR: Period.YEAR, Window.QUARTER: Period.QUARTER}
_YEAR = re.compile(r"(\d{4})")
_QUARTER = re.compile(r"(\d{4})-?[qk]([1-4])")
_SPOKEN = re.compile(r"(?:([1-4])e?|(eerste|tweede|derde|vierde)) ?kwartaal(?: van)? (\d{4})")
_ORDER = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True)
class CalendarPeriod:
    """A year or a quarter that is over: the window and the last day that show it."""

    window: Window
    end: date

    @property
    def code(self) -> str:
        """How it stands in an address: 2020, or 2021-Q2."""
        return label(self.end, _PERIODS[self.window])

    @property
    def label(self) -> str:
        """How a reader names it: 2020, or 2e kwartaal van 2021."""
        return str(self.end.year) if self.window is Window.YEAR else quarter(self.end)


def calendar_period(window: Window, as_of: date) -> CalendarPeriod | None:
    """The year or quarter that a window shows when it looks back from a day; else None."""
    is_over = as_of == month_end(as_of)
    if window is Window.YEAR and is_over and as_of.month % 12 == 0:
        return CalendarPeriod(window, as_of)
    if window is Window.QUARTER and is_over and as_of.month % MONTHS_IN_QUARTER == 0:
        return CalendarPeriod(window, as_of)
    return None


def parse_calendar(text: str) -> CalendarPeriod | None:
    """The year or quarter of a text; None when it names none.

    >>> parse_calendar("2e kwartaal van 2021") == parse_calendar("2021-Q2")
    True
    """
    words = text.strip().casefold()
    if found := _YEAR.fullmatch(words):
        return _year(int(found[1]))
    if found := _QUARTER.fullmatch(words):
        return _quarter(int(found[1]), int(found[2]))
    if found := _SPOKEN.fullmatch(words):
        number = int(found[1]) if found[1] else _ORDER.index(found[2]) + 1
        return _quarter(int(found[3]), number)
    return None


def closed_periods(window: Window, beginning: date, as_of: date) -> list[CalendarPeriod]:
    """The years or quarters that were over on a day, the newest first, from the first record on."""
    period = _PERIODS[window]
    cut = slices(beginning, as_of + ONE_DAY, period)[:-1]  # the last is not over
    return [CalendarPeriod(window, one.end) for one in reversed(cut)]


def _year(year: int) -> CalendarPeriod | None:
    return CalendarPeriod(Window.YEAR, date(year, 12, 31)) if year else None


def _quarter(year: int, number: int) -> CalendarPeriod | None:
    last = date(year, number * MONTHS_IN_QUARTER, 1) if year else None
    return CalendarPeriod(Window.QUARTER, month_end(last)) if last else None
