"""Where axes have their ticks, and what stands there in Dutch."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from math import ceil, floor

from charts.pictures import Step
from data.dutch import number, short_month

FEW_MONTHS = 14
QUARTER = 3  # months
MOST = 6  # ticks of numbers
YEARS_PER_TICK = 2  # as many years fit as twice the numbers, because they are short


def place(step: Step) -> float:
    """A step as a number on an axis: a day as its number in the calendar."""
    return step.toordinal() if isinstance(step, date) else step


def number_ticks(low: float, high: float, decimals: int = 0, most: int = MOST) -> dict[float, str]:
    """Round numbers from `low` to `high`, at most `most`, with at most so many decimals."""
    step, needed = _round_step(low, high, decimals, most)
    ticks = [round(index * step, needed) for index in _between(low, high, step)]
    return {tick: number(tick, needed) for tick in ticks}


def _between(low: float, high: float, step: float) -> range:
    """How many steps from zero the ticks lie."""
    return range(ceil(low / step), floor(high / step) + 1)


def _round_step(low: float, high: float, decimals: int, most: int) -> tuple[float, int]:
    """The smallest 1, 2 or 5 times a power of ten that gives few ticks, with its decimals."""
    return next(
        (step, max(0, -power))
        for power in count(-decimals)
        for step in (digit * 10.0**power for digit in (1, 2, 5))
        if len(_between(low, high, step)) <= most
    )


def step_ticks(steps: Sequence[Step], most: int = MOST) -> dict[float, str]:
    """Ticks of a horizontal axis: months of the calendar over two lines, or round numbers."""
    days = [step for step in steps if isinstance(step, date)]
    if not days:
        places = [place(step) for step in steps]
        return number_ticks(min(places), max(places), most=most)
    shown = _months(days, most)
    return {day.toordinal(): short_month(day).replace(" ", "\n") for day in shown}


def _months(days: Sequence[date], most: int) -> list[date]:
    """Every third month of a short row, else the first of every year or of every so many years."""
    first, last = min(days), max(days)
    if len(days) <= FEW_MONTHS and all(day.day == 1 for day in days):
        apart = 1 if len(days) <= most else max(QUARTER, ceil(len(days) / most))
        return list(days[::-apart])[::-1]
    years = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    inside = [day for day in years if first <= day <= last]
    return inside[:: ceil(len(inside) / (most * YEARS_PER_TICK)) or 1] or [first, last]
