"""Where axes end, where they have their ticks, and what stands there in Dutch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise
from math import ceil, floor

from charts.pictures import Step
from data.dutch import number, short_month

FEW_MONTHS = 14
QUARTER, YEAR = 3, 12  # months
MOST = 6  # ticks of numbers
YEARS_PER_TICK = 2  # as many years fit as twice the numbers, because they are short
COUNTED_EVERY = (1, 3, 6, 12, 60)  # steps; the first that gives few places on the axis
FEW_PLACES = 5  # on an axis that also says how many each place rests on: wide words


@dataclass(frozen=True)
class Axis:
    """The ends of an axis, and the words at its ticks.

    A day is its number in the calendar (`place`). A line break in a word starts a new line.
    `apart` is the distance between two ticks, 0 when there are fewer.
    """

    low: float
    high: float
    ticks: Mapping[float, str]

    @property
    def apart(self) -> float:
        """How far the ticks lie from each other."""
        places = list(self.ticks)
        return places[1] - places[0] if len(places) > 1 else 0

    def part(self, value: float) -> float:
        """Where a value lies: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def place(step: Step) -> float:
    """A step as a number on an axis: a day as its number in the calendar."""
    return step.toordinal() if isinstance(step, date) else step


def number_axis(low: float, high: float, decimals: int = 0, most: int = MOST) -> Axis:
    """An axis of numbers with round ticks.

    An end below zero moves to a tick: spreadsheets and slides count their ticks from there.
    """
    strides = _round_step(low, high, decimals, most)
    low = floor(low / strides[0]) * strides[0] if low < 0 else low
    return Axis(low, high, _ticks(low, high, strides))


def number_ticks(low: float, high: float, decimals: int = 0, most: int = MOST) -> dict[float, str]:
    """Round numbers from `low` to `high`, at most `most`, with at most so many decimals."""
    return _ticks(low, high, _round_step(low, high, decimals, most))


def _ticks(low: float, high: float, strides: tuple[float, int]) -> dict[float, str]:
    step, needed = strides
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


def step_axis(steps: Iterable[Step], counts: Sequence[int] = (), most: int = MOST) -> Axis:
    """A horizontal axis from the first step to the last; a single one stands in the middle.

    `counts` says on how many every step rests: that stands under its word.
    """
    found = list(steps)
    places = [place(step) for step in found]
    low, high = min(places, default=0), max(places, default=1)
    ticks = _counted_ticks(found, counts) if counts else step_ticks(found, most)
    return Axis(low, high, ticks) if low < high else Axis(low - 1, high + 1, ticks)


def _counted_ticks(steps: Sequence[Step], counts: Sequence[int]) -> dict[float, str]:
    """Steps in even strides, each with on how many it rests below it."""
    every = next(n for n in COUNTED_EVERY if len(steps) <= n * FEW_PLACES)
    pairs = list(zip(steps, counts, strict=True))[::every]
    return {place(step): f"{_step_word(step)}\n({number(rests)})" for step, rests in pairs}


def _step_word(step: Step) -> str:
    return short_month(step) if isinstance(step, date) else number(step)


def step_ticks(steps: Sequence[Step], most: int = MOST) -> dict[float, str]:
    """Ticks of a horizontal axis: months of the calendar over two lines, or round numbers."""
    days = [step for step in steps if isinstance(step, date)]
    if not days:
        places = [place(step) for step in steps]
        return number_ticks(min(places, default=0), max(places, default=1), most=most)
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


def months_apart(steps: Sequence[Step], most: int = MOST) -> int:
    """How many months lie between two ticks, for programs that count from their first month."""
    days = [date.fromordinal(int(tick)) for tick in step_ticks(steps, most)]
    apart = [
        (later.year - day.year) * YEAR + later.month - day.month for day, later in pairwise(days)
    ]
    return next(iter(apart), QUARTER if len(steps) <= FEW_MONTHS else YEAR)
