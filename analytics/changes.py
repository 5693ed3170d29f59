"""What changed: a period against another, per area, and whether that is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from analytics.catalog import find
from analytics.chance import discoveries, rate_ratio
from analytics.figures import figures
from analytics.marts import Marts, ProtectedMarts
from analytics.periods import MONTHS_IN_YEAR, add_months, months_between
from analytics.rollout import Progress, progress
from analytics.selection import Selection
from analytics.windows import ONE_DAY, Span, Window, span
from data.areas import Level
from data.marts import last_closed_month

LIMIT = 0.05  # of the differences that are called more than chance, one in twenty may be chance


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
    areas; None where the area did not take part in both periods. `is_real` says that it is more
    than chance, and more than the rounding of small counts can make.
    """

    code: str
    name: str
    now: int
    then: int
    months: Months
    is_pilot: bool
    probability: float | None
    is_real: bool

    @property
    def difference(self) -> int:
        """How many more there are now."""
        return self.now - self.then


@dataclass(frozen=True)
class Changes:
    """All areas, the greatest differences first; `now` and `then` are the periods compared."""

    subject: str
    now: Span
    then: Span
    areas: tuple[Change, ...]


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
    """The counts of every started area in both periods, and whether they differ.

    Small counts of the protected audience are rounded: a difference that two roundings can make
    is never called real.
    """
    counts = [_counts(marts, subject, level, part) for part in (now, then)]
    names = marts.areas(level).set_index("area_code")["area_name"]
    least = 2 * marts.threshold if isinstance(marts, ProtectedMarts) else 0
    found = [
        Change(
            code,
            names[code],
            counts[0][code],
            counts[1][code],
            Months(_months(area, now), _months(area, then)),
            area.is_pilot,
            None,
            is_real=False,
        )
        for code, area in progress(marts, level, now.end).items()
        if area.since
    ]
    return Changes(subject, now, then, tuple(judged(found, least)))


def _counts(marts: Marts, subject: str, level: Level, part: Span) -> dict[str, int]:
    selection = Selection(level, part.end, start=part.start)
    rows = figures(marts, find(subject), selection).rows()
    return {row.area_code: int(row.value or 0) for row in rows}


def _months(area: Progress, part: Span) -> int:
    """The months of a period in which an area takes part."""
    if area.since is None or part.start is None:
        return 0
    return max(months_between(max(area.since, part.start), part.end) + 1, 0)


def judged(areas: Sequence[Change], least: int) -> list[Change]:
    """The areas with the test of their difference, the greatest first, the new ones at the end.

    Two Poisson counts over the months that an area took part, with the false discovery rate over
    all areas (see `analytics.chance`). A difference up to `least` is never real.
    """
    tested = [area for area in areas if area.months.now and area.months.then]
    chances = discoveries([_probability(area) for area in tested])
    known = {area.code: chance for area, chance in zip(tested, chances, strict=True)}
    found = [_judged(area, known.get(area.code), least) for area in areas]
    return sorted(found, key=lambda area: (not area.months.then, -abs(area.difference), area.name))


def _probability(area: Change) -> float:
    return rate_ratio(area.now, area.months.now, area.then, area.months.then).probability


def _judged(area: Change, probability: float | None, least: int) -> Change:
    is_real = probability is not None and probability < LIMIT and abs(area.difference) > least
    return replace(area, probability=probability, is_real=is_real)
