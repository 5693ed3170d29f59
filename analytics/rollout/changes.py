"""What changed: a period against another, per area, and whether that is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import Rate, comparable
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.monthly import monthly_counts
from analytics.figures.progress import Progress, progress
from analytics.figures.selection import Selection
from analytics.scope.windows import ONE_DAY, Span, Window, span
from analytics.statistics.chance import LIMIT, discoveries, split_probability
from analytics.statistics.spread import monthly_spread
from data.models.marts import last_closed_month
from data.periods import MONTHS_IN_YEAR, add_months
from data.reference.areas import Level

EQUAL_DECIMALS = 9  # paces that differ less are equal: then the name decides


class Versus(StrEnum):
    """With which period the last one is compared; the value is a word for it."""

    BEFORE = "de periode ervoor"
    YEAR_AGO = "dezelfde periode een jaar eerder"


class Months(NamedTuple):
    """How many months of each period an area takes part in."""

    now: int
    then: int


@dataclass(frozen=True)
class Change:
    """What an area counted in both periods, and the months that it took part in each.

    `probability` is how often chance alone gives such a difference, adjusted for the number of
    areas; None where that is not known: the area did not take part in both periods, or there are
    too few months to see how much they differ. `is_settled` says that rounding cannot have made
    the difference, `is_real` that chance cannot either.
    """

    code: str
    name: str
    now: int
    then: int
    months: Months
    is_pilot: bool = False
    probability: float | None = None
    is_settled: bool = True
    is_real: bool = False

    @property
    def is_compared(self) -> bool:
        """Whether the area took part in both periods."""
        return bool(self.months.now and self.months.then)

    @property
    def is_like(self) -> bool:
        """Whether both counts are about as many months, so that they can be laid side by side."""
        return self.months.now == self.months.then

    @property
    def paces(self) -> tuple[float, float]:
        """What was counted a month, now and then; only of an area that is compared."""
        return self.now / self.months.now, self.then / self.months.then

    @property
    def change(self) -> float:
        """How many more there are a month now; 0 where there is nothing to compare."""
        return self.paces[0] - self.paces[1] if self.is_compared else 0.0


@dataclass(frozen=True)
class Changes:
    """All areas, the greatest differences first; `now` and `then` are the periods compared.

    `spread` is how many times more than chance months differ; None where that is not known.
    """

    subject: str
    now: Span
    then: Span
    areas: tuple[Change, ...]
    spread: float | None = None


def periods(window: Window, as_of: date, versus: Versus) -> tuple[Span, Span]:
    """The last whole months that a window covers, and those to compare with.

    Since the start has no period before it: then the last quarter is meant.
    """
    end = last_closed_month(as_of)
    meant = Window.QUARTER if window is Window.ALL else window
    now = span(meant, end)
    back = meant.months or MONTHS_IN_YEAR if versus is Versus.BEFORE else MONTHS_IN_YEAR
    then = Span(_earlier(now.start, back), add_months(end, -back))
    return now, then


def _earlier(start: date | None, months: int) -> date | None:
    return add_months(start - ONE_DAY, -months) + ONE_DAY if start else None


def changes(marts: Marts, subject: str, level: Level, now: Span, then: Span) -> Changes:
    """The counts in both periods of every area that takes part for a full month or more.

    With whether they differ by more than months of the same areas usually do, and for the
    protected audience by more than the rounding of small counts can make.
    """
    counts = [_counts(marts, subject, level, part) for part in (now, then)]
    names = marts.areas(level).set_index("area_code")["area_name"]
    threshold = threshold_of(find(subject).measure, marts.threshold)
    spread = monthly_spread(monthly_counts(marts, find(subject).measure, level, now.end))
    found = [
        Change(
            code,
            names[code],
            counts[0][code],
            counts[1][code],
            Months(*(_months(area, part) for part in (now, then))),
            area.is_pilot,
        )
        for code, area in progress(marts, level, now.end).items()
        if area.has_started and not area.is_new(now.end)
    ]
    return Changes(subject, now, then, tuple(judged(found, spread, threshold)), spread)


def _months(area: Progress, part: Span) -> int:
    """In how many months of a period an area took part; 0 when for less than a full month."""
    return 0 if area.is_new(part.end) else area.months_within(part.start, part.end)


def _counts(marts: Marts, subject: str, level: Level, part: Span) -> dict[str, int]:
    selection = Selection(level, part.end, start=part.start)
    rows = figures(marts, find(subject), selection).rows()
    return {row.area_code: int(row.value or 0) for row in rows}


def judged(areas: Sequence[Change], spread: float | None, threshold: int = 0) -> list[Change]:
    """The areas with the test of their difference, the greatest first, the new ones at the end.

    Counts with the spread that months show, over the months that an area took part, with the false
    discovery rate over all areas (see `analytics.statistics.chance`). Counts under `threshold` are
    rounded: a difference that rounding can have made is never real, and comes after the others.
    """
    tested = [area for area in areas if area.is_compared and spread is not None]
    chances = discoveries([_probability(area, spread or 1.0) for area in tested])
    known = {area.code: chance for area, chance in zip(tested, chances, strict=True)}
    found = [_judged(area, known.get(area.code), threshold) for area in areas]
    return sorted(found, key=_order)


def _order(area: Change) -> tuple[bool, bool, float, str]:
    change = round(abs(area.change), EQUAL_DECIMALS)
    return not area.is_compared, not area.is_settled, -change, area.name


def _probability(area: Change, spread: float) -> float:
    return split_probability(area.now, area.months.now, area.then, area.months.then, spread)


def _judged(area: Change, probability: float | None, threshold: int) -> Change:
    is_settled = not area.is_compared or comparable(
        Rate(area.now, area.months.now), Rate(area.then, area.months.then), threshold
    )
    is_real = is_settled and probability is not None and probability < LIMIT
    return replace(area, probability=probability, is_settled=is_settled, is_real=is_real)
