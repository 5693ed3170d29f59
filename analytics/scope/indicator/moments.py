"""The same figure at many moments: what a map shows as its moment moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from analytics.catalog import Indicator, find
from analytics.figures.blur import Blurred, blurred
from analytics.figures.compute import figures_over
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import Progress, progress
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope.indicator.ranking import Mark, mark_of
from analytics.scope.windows import Window, span
from data.periods import Slice
from data.reference.areas import Level

STEPS = (1, 2, 3, 6, 12)  # months
MOST_TOGETHER = 12  # maps on one sheet
MOST_MOMENTS = 60  # five years of months: what can be sent to a reader in one go


@dataclass(frozen=True)
class Moments:
    """One indicator at several days: per area a value a day, or the mark why there is none.

    `figures` say how sharp rounded values are, None where a mark stands; empty for exact ones.
    """

    days: tuple[date, ...]
    values: Mapping[str, tuple[float | Mark, ...]]
    figures: Mapping[str, tuple[Blurred | None, ...]] = field(default_factory=dict)

    def shown(self) -> list[float]:
        """All values of all days together, without the marks."""
        return [
            value for row in self.values.values() for value in row if not isinstance(value, Mark)
        ]

    def changes(self) -> dict[str, float | Mark]:
        """What the last day has more than the first; the mark of a day that has no value."""
        return {area: _change(row[0], row[-1]) for area, row in self.values.items()}

    def differences(self) -> dict[str, Blurred]:
        """How sharp the changes are, of the areas that have a value on both days."""
        if not self.figures:
            numbers = {a: c for a, c in self.changes().items() if not isinstance(c, Mark)}
            return {area: Blurred(change, change, change) for area, change in numbers.items()}
        return {
            area: row[-1].minus(row[0])
            for area, row in self.figures.items()
            if row[0] is not None and row[-1] is not None
        }

    def kept(self, places: Sequence[int]) -> "Moments":
        """The same at some of the days, by their place."""
        return Moments(
            tuple(self.days[at] for at in places),
            {code: tuple(row[at] for at in places) for code, row in self.values.items()},
            {code: tuple(row[at] for at in places) for code, row in self.figures.items()},
        )


def month_days(beginning: date, as_of: date) -> tuple[date, ...]:
    """The last day of every month up to `as_of`, and `as_of` itself: the last sixty of them."""
    days = [as_of]
    while len(days) < MOST_MOMENTS and (day := _month_before(days[-1])) >= beginning:
        days.append(day)
    return tuple(reversed(days))


def spread_days(days: tuple[date, ...]) -> tuple[date, ...]:
    """At most twelve of the days, as many months apart, the last one among them."""
    step = next(step for step in STEPS if len(days) <= step * MOST_TOGETHER)
    return days[::-step][::-1]


def told_days(
    marts: Marts, indicator: str, level: Level, days: tuple[date, ...]
) -> tuple[date, ...]:
    """The days on which the audience gets figures of an indicator, and the last one."""
    asked = find(indicator)
    return (*(day for day in days[:-1] if not marts.withholds(asked, level, day)), days[-1])


def at_moments(
    marts: Marts, indicator: str, selection: Selection, window: Window, days: tuple[date, ...]
) -> Moments:
    """The indicator for the areas of the selection on each of the days, looking back a window.

    The days must be days that the audience sees, in order.
    """
    asked = find(indicator)
    known = marts.allowed(selection)
    slices = [_slice(window, day, marts.counted_from) for day in days]
    rows = figures_over(marts, asked, known, slices).rows()
    since = progress(marts, known.level, days[-1])
    threshold = marts.threshold
    values: dict[str, tuple[float | Mark, ...]] = {}
    sharp: dict[str, tuple[Blurred | None, ...]] = {}
    for row, day in zip(rows, _repeated(days, len(rows)), strict=True):
        code, value = row.area_code, _value(row, asked, since[row.area_code], day)
        values[code] = (*values.get(code, ()), value)
        if threshold:
            figure = None if isinstance(value, Mark) else blurred(row, asked, threshold)
            sharp[code] = (*sharp.get(code, ()), figure)
    return Moments(days, values, sharp)


def _month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


def _slice(window: Window, day: date, counted_from: date) -> Slice:
    days = span(window, day)
    return Slice(str(day), days.start or min(counted_from, day), day)


def _repeated(days: Sequence[date], rows: int) -> list[date]:
    """The day of every row: rows come day by day, each with all areas."""
    return [day for day in days for _ in range(rows // len(days))]


def _value(row: Row, indicator: Indicator, since: Progress, day: date) -> float | Mark:
    mark = mark_of(row, indicator, has_started=since.had_started(day))
    return mark or row.value or 0.0


def _change(before: float | Mark, after: float | Mark) -> float | Mark:
    """Before its start an area has no figure, and so no change since then."""
    if isinstance(after, Mark):
        return after
    if before is Mark.NOT_STARTED:
        return Mark.NOT_YET
    return before if isinstance(before, Mark) else after - before
