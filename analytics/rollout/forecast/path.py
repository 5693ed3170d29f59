"""The running total of an area: counted until now, and what is expected to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import coarse, coarse_ends
from analytics.figures.selection import Selection
from analytics.rollout.forecast.draws import forecast, interval
from analytics.rollout.forecast.history import FARTHEST
from analytics.rollout.timeline import Start, starts
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.windows import ONE_DAY, Span
from data.models.marts import last_closed_month
from data.periods import Period, add_months, months_between
from data.reference.areas import Level

TOO_SMALL = {
    Level.BUURT: "per buurt zijn de aantallen te klein",
    Level.OWN: "voor een eigen gebied zijn de aantallen te klein",
}
TOO_LITTLE = "er zijn nog te weinig maanden en aantallen om van te leren"

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class Path:
    """The running total in an area from `start` on, counted and expected.

    `steps` are the first days of all months. `counted` ends with the last whole month, where the
    expectation begins, and is None before the area started. `reason` says in Dutch why nothing is
    expected, as the end of a sentence.
    """

    steps: tuple[date, ...]
    counted: Values
    low: Values
    middle: Values
    high: Values
    reason: str = ""

    @property
    def so_far(self) -> float | None:
        """What was counted in all; None while no month of it is over or nothing has started."""
        known = [value for value in self.counted if value is not None]
        return known[-1] if known else None


def path(answers: Answers, area: NamedArea, subject: str, asked: Span, as_of: date) -> Path:
    """The running total of an area in the whole months of a span, and what is expected to come."""
    last, start = last_closed_month(as_of), asked.start or as_of
    counted = _counted(answers, area, subject, Span(start, min(last, asked.end)))
    ahead = min(months_between(last, asked.end), FARTHEST)
    reason = no_forecast(answers, area.level, area.code, subject, as_of)
    if reason or ahead < 1:
        return _joined(start, counted, [], reason)
    found = answers.of(forecast, subject, as_of)
    wijken = wijken_of(answers, area, as_of)
    base = int(next((value for value in reversed(counted) if value is not None), 0))
    totals = found.totals(wijken)[:ahead] + base
    middle = found.middle(wijken)[:ahead] + base
    threshold = threshold_of(find(subject).measure, answers.threshold)
    points = [
        banded(int(a), interval(month), threshold) for a, month in zip(middle, totals, strict=True)
    ]
    return _joined(start, counted, points, "")


def banded(middle: int, ends: tuple[int, int], threshold: int = 0) -> tuple[int, int, int]:
    """Low, middle and high, the band as wide as needed to hold the middle.

    What follows from counts that were rounded under a threshold is not finer than those.

    >>> banded(4, (5, 9)), banded(7, (5, 9)), banded(1, (0, 3), threshold=5)
    ((4, 4, 9), (5, 7, 9), (0, 0, 5))
    """
    low, high = coarse_ends(min(middle, ends[0]), max(middle, ends[1]), threshold)
    return low, coarse(middle, threshold), high


def _joined(
    start: date, counted: Values, points: Sequence[tuple[int, int, int]], reason: str
) -> Path:
    steps = tuple(add_months(start, step) for step in range(len(counted) + len(points)))
    lines = [tuple(float(point[end]) for point in points) for end in range(3)]
    gap, joint = (None,) * max(len(counted) - 1, 0), counted[-1:]
    before = gap + joint if points else (None,) * len(counted)
    low, middle, high = (before + line for line in lines)
    return Path(steps, counted + (None,) * len(points), low, middle, high, reason)


def no_forecast(answers: Answers, level: Level, area: str, subject: str, as_of: date) -> str:
    """Why nothing is expected in an area, as the end of a Dutch sentence; "" when something is."""
    if level in TOO_SMALL:
        return TOO_SMALL[level]
    if not answers.progress(level, last_closed_month(as_of))[area].has_started:
        has_begun = answers.progress(level, as_of)[area].has_started
        return (
            "hier is nog geen hele maand voorbij sinds de start"
            if has_begun
            else "hier is Buurt in Bloei nog niet gestart"
        )
    found = answers.of(forecast, subject, as_of)
    wijken = answers.progress(level, as_of)[area].wijken
    return "" if found.months and found.rows(wijken) else TOO_LITTLE


def wijken_of(answers: Answers, area: NamedArea, as_of: date) -> tuple[str, ...]:
    """The wijken of an area."""
    return answers.progress(area.level, as_of)[area.code].wijken


@dataclass(frozen=True)
class Plans:
    """Wijken of an area that have not started: with a start that is counted in, and without."""

    planned: tuple[Start, ...]
    unknown: tuple[Start, ...]


def plans(answers: Answers, area: NamedArea, as_of: date) -> Plans:
    """What a forecast of an area does with its wijken that take part less than a whole month."""
    last, wijken = last_closed_month(as_of), wijken_of(answers, area, as_of)
    found = answers.of(starts, add_months(last, FARTHEST))
    inside = [start for start in found if start.code in wijken and start.inhabitants]
    return Plans(
        tuple(start for start in inside if start.day and start.day > last),
        tuple(start for start in inside if start.day is None),
    )


def year(as_of: date) -> Span:
    """The calendar year of the first month that is not over."""
    ahead = last_closed_month(as_of) + ONE_DAY
    return Span(date(ahead.year, 1, 1), date(ahead.year, 12, 31))


def _counted(answers: Answers, area: NamedArea, subject: str, part: Span) -> Values:
    """The running total at the end of every month of a part; None before the area started."""
    if part.start is None or part.start > part.end:
        return ()
    asked = Selection(area.level, part.end, area.code, part.start, period=Period.MONTH)
    rows = [row for row in answers.get(subject, asked).rows() if row.area_code == area.code]
    totals = accumulate(row.value or 0.0 for row in rows)
    since = answers.progress(area.level, part.end)[area.code].since
    months = (add_months(part.start, step) for step in range(len(rows)))
    return tuple(
        total if since and (month >= since or total) else None
        for month, total in zip(months, totals, strict=True)
    )
