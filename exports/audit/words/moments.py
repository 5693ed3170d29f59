"""Periods and days as they are printed, as spans of days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.dutch import month_numbers
from data.periods import Period, add_months, first_day, month_end, next_first_day


@dataclass(frozen=True)
class Span:
    """Days as ordinals, both ends included; without `first` it counts from the very beginning."""

    first: int | None
    last: int


def _period(first: date, period: Period) -> Span:
    return Span(first.toordinal(), next_first_day(first, period).toordinal() - 1)


def _until(day: date) -> Span:
    return Span(None, day.toordinal())


def _year(found: re.Match[str]) -> Span:
    return _period(date(int(found[1]), 1, 1), Period.YEAR)


def _month(found: re.Match[str]) -> Span:
    return _period(date(int(found[1]), int(found[2]), 1), Period.MONTH)


def _quarter(found: re.Match[str]) -> Span:
    return _period(date(int(found[1]), int(found[2]) * 3 - 2, 1), Period.QUARTER)


def _quarter_first(found: re.Match[str]) -> Span:
    return _period(date(int(found[2]), int(found[1]) * 3 - 2, 1), Period.QUARTER)


def _week(found: re.Match[str]) -> Span:
    return _period(date.fromisocalendar(int(found[1]), int(found[2]), 1), Period.WEEK)


def _day(found: re.Match[str]) -> Span:
    return _until(date(int(found[1]), int(found[2]), int(found[3])))


def _dutch_day(found: re.Match[str]) -> Span:
    return _until(date(int(found[3]), int(found[2]), int(found[1])))


def _named_day(found: re.Match[str]) -> Span:
    return _until(date(int(found[3]), month_numbers()[found[2].rstrip(".")], int(found[1])))


def _named_month(found: re.Match[str]) -> Span:
    return _period(date(int(found[2]), month_numbers()[found[1].rstrip(".")], 1), Period.MONTH)


_YEAR = r"((?:19|20)\d\d)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Span]], ...] = (
    (rf"(?:jaar )?{_YEAR}(?:\.0)?", _year),
    (rf"{_YEAR}[-/](\d\d)", _month),
    (rf"{_YEAR}[- ]?[qk](\d)", _quarter),
    (rf"(\d)e kwartaal (?:van )?{_YEAR}", _quarter_first),
    (rf"[qk](\d) {_YEAR}", _quarter_first),
    (rf"{_YEAR}-?w(\d\d)", _week),
    (rf"{_YEAR}-(\d\d)-(\d\d)(?:[t ]00:00(?::00)?(?:\.0+)?)?", _day),
    (rf"(\d\d?)-(\d\d?)-{_YEAR}", _dutch_day),
    (rf"(\d\d?) ([a-z]+\.?) {_YEAR}", _named_day),
    (rf"([a-z]+\.?) {_YEAR}", _named_month),
)
_PATTERNS = tuple((re.compile(form), build) for form, build in _FORMS)
_BETWEEN = re.compile(r"\s*(?:/|t/m|tot en met)\s*")
_FIRST_DAY = date(1900, 1, 1).toordinal()  # days before stand for no day
_LAST = re.compile(r"\blaatste (?:(\d\d?) )?maand(?:en)?\b")
_AS_OF = re.compile(r"(?:peildatum|stand op|as_of)\W{0,3}([\d-]{8,10}|\d\d? [a-z]+ \d{4})")


@cache
def span(label: str) -> Span | None:
    """The days that a label stands for; None when it is no period. A single day is an as-of day."""
    text = label.strip().lower()
    for pattern, build in _PATTERNS:
        if found := pattern.fullmatch(text):
            try:
                return build(found)
            except (ValueError, KeyError):
                return None
    ends = _BETWEEN.split(text)
    return _joined(ends[0], ends[1]) if len(ends) == 2 else None  # noqa: PLR2004 - two ends


def _joined(start: str, end: str) -> Span | None:
    first, last = span(start), span(end)
    if first is None or last is None:
        return None
    return Span(first.last if first.first is None else first.first, last.last)


def whole_quarter(label: str) -> Span | None:
    """A column of quarters: a day stands for the quarter that it lies in."""
    found = span(label)
    if found is None or found.first is not None:
        return found
    return _period(first_day(date.fromordinal(found.last), Period.QUARTER), Period.QUARTER)


def whole_month(label: str) -> Span | None:
    """A column of months: a day stands for the month that it lies in."""
    found = span(label)
    if found is None or found.first is not None:
        return found
    day = date.fromordinal(found.last)
    return Span(day.replace(day=1).toordinal(), month_end(day).toordinal())


def as_of(text: str) -> int | None:
    """The as-of day that a text states, as `Peildatum: 31-10-2021`."""
    found = _AS_OF.search(text.lower())
    moment = span(found[1]) if found else None
    return moment.last if moment else None


def last_months(text: str, last: int) -> int | None:
    """The first day of the months up to a day that a text tells of, as `laatste 3 maanden`."""
    found = _LAST.search(text.lower())
    if not found:
        return None
    months = int(found[1] or 1)
    return add_months(date.fromordinal(last), -months).toordinal() + 1


def written(first: int | None, last: int) -> str:
    """A span in words for a report: days in ISO form."""
    if last < _FIRST_DAY:
        return "zonder datum"
    end = date.fromordinal(last).isoformat()
    if first is None:
        return f"tot en met {end}"
    start = date.fromordinal(first)
    if start.isoformat() == end:
        return f"op {end}"
    return f"{start.isoformat()} t/m {end}"
