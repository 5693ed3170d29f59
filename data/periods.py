"""Slices of time: the days from one date to another, cut into weeks, months, quarters or years."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3


class Period(StrEnum):
    """How a span of time is cut. Weeks are ISO weeks, from Monday to Sunday."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Slice:
    """One stretch of days, both ends included; `label` is its ISO name, as `2021-09`."""

    label: str
    start: date
    end: date


def slices(start: date, end: date, period: Period) -> list[Slice]:
    """The periods that `start` to `end` touches, the first and last cut off at those days."""
    found = []
    first = first_day(start, period)
    while first <= end:
        following = next_first_day(first, period)
        last = following - timedelta(days=1)
        found.append(Slice(label(first, period), max(first, start), min(last, end)))
        first = following
    return found


def first_day(day: date, period: Period) -> date:
    """The first day of the period in which `day` lies."""
    if period is Period.WEEK:
        return day - timedelta(days=day.weekday())
    if period is Period.MONTH:
        return day.replace(day=1)
    if period is Period.QUARTER:
        return date(day.year, day.month - (day.month - 1) % MONTHS_IN_QUARTER, 1)
    return date(day.year, 1, 1)


def next_first_day(first: date, period: Period) -> date:
    """The first day of the period after the one that starts on `first`."""
    if period is Period.WEEK:
        return first + timedelta(days=7)
    months = {Period.MONTH: 1, Period.QUARTER: MONTHS_IN_QUARTER, Period.YEAR: MONTHS_IN_YEAR}
    return add_months(first, months[period])


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative); the month's last day where it is absent.

    The last day of a month stays the last day, so that whole months stay whole.
    """
    is_last = (day + timedelta(days=1)).day == 1
    index = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    first = date(index // MONTHS_IN_YEAR, index % MONTHS_IN_YEAR + 1, 1)
    last = month_end(first)
    return last if is_last or day.day > last.day else first.replace(day=day.day)


def month_end(day: date) -> date:
    """The last day of the month in which `day` lies."""
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


def is_quarter_end(day: date) -> bool:
    """Whether the day is the last of March, June, September or December."""
    return day == month_end(day) and day.month % MONTHS_IN_QUARTER == 0


def months_between(first: date, last: date) -> int:
    """How many months the month of `last` comes after that of `first`."""
    return (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month


def label(first: date, period: Period) -> str:
    """The ISO name of the period that starts on `first`: 2021, 2021-Q3, 2021-09 or 2021-W39."""
    if period is Period.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}"
    if period is Period.MONTH:
        return f"{first:%Y-%m}"
    if period is Period.QUARTER:
        return f"{first.year}-Q{(first.month - 1) // MONTHS_IN_QUARTER + 1}"
    return str(first.year)
