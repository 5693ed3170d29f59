"""What was agreed to be reached, and how far it is."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analytics.catalog import INDICATORS, find
from analytics.catalog.indicator import Time
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.selection import Selection
from data.models.marts import last_closed_month
from data.periods import months_between
from data.reference.areas import Level


class Target(NamedTuple):
    """The agreed value of an indicator in an area, between two days (whole months)."""

    area: str
    area_name: str
    level: Level
    indicator: str
    start: date
    end: date
    value: float

    @property
    def months(self) -> int:
        """How many months the target spans."""
        return months_between(self.start, self.end) + 1


@dataclass(frozen=True)
class Pace:
    """How far a target is on `day`, the end of a whole month.

    `done` is what was reached, `so_far` per month, and `needed` per month that is left. `done` is
    None where no figure is shown and before the first month of the target is over: that is no zero.
    """

    target: Target
    day: date
    done: float | None

    @property
    def months_done(self) -> int:
        """The whole months of the target that are over."""
        passed = months_between(self.target.start, self.day) + 1
        return min(max(passed, 0), self.target.months)

    @property
    def months_left(self) -> int:
        """The months of the target that are to come."""
        return self.target.months - self.months_done

    @property
    def so_far(self) -> float | None:
        """What came per month until now; None before the first month is over."""
        if self.done is None or not self.months_done:
            return None
        return self.done / self.months_done

    @property
    def needed(self) -> float | None:
        """What has to come per month from now on; None without a month left or a figure shown."""
        if not self.months_left or (self.done is None and self.months_done):
            return None
        return max(self.target.value - (self.done or 0), 0) / self.months_left

    @property
    def share(self) -> float | None:
        """Which part of the target was reached, 1 for all of it; None without a value."""
        return (
            None if self.done is None or self.target.value <= 0 else self.done / self.target.value
        )


def targets(marts: Marts) -> tuple[Target, ...]:
    """All targets whose indicator stands in the catalogue, those that end first at the top."""
    known = {indicator.id for indicator in INDICATORS}
    rows = marts.targets()
    found = (
        Target(code, name, Level(level), indicator, first.date(), last.date(), float(value))
        for code, name, level, indicator, first, last, value in rows.itertuples(index=False)
    )
    return tuple(target for target in found if target.indicator in known)


def paces(marts: Marts, as_of: date) -> tuple[Pace, ...]:
    """How far every target is at the end of the last whole month up to `as_of`."""
    day = last_closed_month(as_of)
    found = targets(marts)
    spans = {_span(target) for target in found}
    done = {span: _done(marts, span, day) for span in spans}
    return tuple(Pace(target, day, done[_span(target)].get(target.area)) for target in found)


class _Span(NamedTuple):
    """What targets can be counted together."""

    level: Level
    indicator: str
    start: date
    end: date


def _span(target: Target) -> _Span:
    return _Span(target.level, target.indicator, target.start, target.end)


def _done(marts: Marts, span: _Span, day: date) -> dict[str, float | None]:
    """What every area reached from the start of a span up to a day, or as it stood on that day.

    Nothing at all before the span.
    """
    indicator, end = find(span.indicator), min(day, span.end)
    if end < span.start:
        return {}
    start = span.start if indicator.time is Time.FLOW else None
    rows = figures(marts, indicator, Selection(span.level, end, start=start)).rows()
    return {row.area_code: row.value for row in rows}
