"""Windows of time that a reader chooses: since the start, or the last months before a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from analytics.catalog import Indicator
from data.periods import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, add_months, month_end

ONE_DAY = timedelta(days=1)


class Window(StrEnum):
    """How far a reader looks back from the peildatum; the value stands in addresses."""

    ALL = "alles"
    YEAR = "jaar"
    QUARTER = "kwartaal"
    MONTH = "maand"

    @property
    def label(self) -> str:
        """The window as a choice in a list."""
        return _LABELS[self]

    @property
    def months(self) -> int | None:
        """Its length; None when it has no fixed beginning."""
        return _MONTHS.get(self)


_LABELS = {
    Window.ALL: "sinds de start",
    Window.YEAR: "laatste 12 maanden",
    Window.QUARTER: "laatste 3 maanden",
    Window.MONTH: "laatste maand",
}
_MONTHS = {Window.YEAR: MONTHS_IN_YEAR, Window.QUARTER: MONTHS_IN_QUARTER, Window.MONTH: 1}


@dataclass(frozen=True)
class Span:
    """A stretch of days, both ends included; without `start` it begins with the first record."""

    start: date | None
    end: date


def span(window: Window, as_of: date) -> Span:
    """The days that the window covers, up to and including `as_of`."""
    if window.months is None:
        return Span(None, as_of)
    return Span(add_months(as_of, -window.months) + ONE_DAY, as_of)


def counted_since(window: Window, as_of: date, indicator: Indicator) -> date | None:
    """The first day that a figure counts; None for how it stands, or since the beginning."""
    return span(window, as_of).start if indicator.has_period else None


def span_before(window: Window, as_of: date) -> Span:
    """The span to compare with: just as long and just before it.

    What was counted since the start is compared with what it was twelve months earlier.
    """
    now = span(window, as_of)
    if now.start is None:
        return Span(None, add_months(as_of, -MONTHS_IN_YEAR))
    return span(window, now.start - ONE_DAY)


def whole_months(months: int | None, as_of: date, beginning: date) -> Span | None:
    """The last `months` whole months up to `as_of`, none before `beginning` (None: all of them).

    A month that is not over would look like a fall, so it is left out. None when no month is
    over yet.
    """
    last = as_of if as_of == month_end(as_of) else as_of.replace(day=1) - ONE_DAY
    first = beginning if months is None else add_months(last, -months) + ONE_DAY
    start = max(first, beginning)
    return Span(start, last) if start < last else None
