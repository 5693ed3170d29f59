"""Stretches of time under each other: the days that they span."""

from collections.abc import Iterator
from datetime import date

from charts.layout.axis import YEAR, Axis, place, step_ticks
from charts.pictures import TimeStrip


def axis(picture: TimeStrip) -> Axis:
    """From the first day of any stretch to the last, with the months or years between."""
    first = min(stretch.start for stretch in picture.stretches)
    last = max(stretch.end for stretch in picture.stretches)
    low, high = place(first), place(last)
    ticks = step_ticks(list(_months(first, last)) or [first, last])
    return Axis(low, high, ticks) if low < high else Axis(low - 1, high + 1, ticks)


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months between two days."""
    numbers = range(first.year * YEAR + first.month - 1, last.year * YEAR + last.month)
    for month in numbers:
        day = date(month // YEAR, month % YEAR + 1, 1)
        if first <= day <= last:
            yield day
