"""Comparing areas fairly: which differences are more than chance, and what small areas can prove.

The smoothed rates are the empirical Bayes estimates of R.J. Marshall, Mapping disease and mortality
rates using empirical Bayes estimators (Applied Statistics 40, 1991, 283-294).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NamedTuple

import numpy as np

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import claimable, shared_places, towards
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import progress
from analytics.figures.selection import Selection
from analytics.rollout.exposure import exposures_of
from analytics.scope.windows import Span, Window, span
from analytics.statistics.distributions import Floats
from analytics.statistics.limits import (
    NO_SPREAD,
    Spread,
    Verdict,
    common_rate,
    homogeneity,
    judge,
    spread_of,
)
from analytics.statistics.smoothing import drawn, moments
from analytics.thresholds import whole
from data.models.marts import last_closed_month
from data.reference.areas import Level

FEWEST = whole("areas_of_funnel")
DECIMALS = 1  # of a rate as it is read
STANDING_OUT = (Verdict.HIGH, Verdict.LOW)


class Prior(NamedTuple):
    """The rate that areas have in common, and how much their true rates vary around it."""

    average: float
    variance: float


@dataclass(frozen=True)
class Counted:
    """An area: what it counted, in how many years of 1,000 inhabitants that take part (above 0)."""

    code: str
    name: str
    count: int
    exposure: float
    is_pilot: bool

    @property
    def rate(self) -> float:
        """The count per exposure."""
        return self.count / self.exposure


@dataclass(frozen=True)
class Point(Counted):
    """A counted area with its empirical Bayes rate, and what the limits say of its rate.

    `place` is its place by the smoothed rate as it is read, `crude` that by the rate itself; equals
    share a place. None where there is no order, or rounding may have made this count.
    """

    smoothed: float
    verdict: Verdict
    place: int | None = None
    crude: int | None = None


class Outcome(Enum):
    """What can be said of the differences between areas."""

    CHANCE = "no more than chance"
    TOGETHER = "together more than chance, none by itself"
    ALONE = "these stand out"


@dataclass(frozen=True)
class Compared:
    """Areas around their common rate: who stands out, and in which order.

    `average` and `spread` are those of the `base` areas outside the pilot, which has had longer to
    grow. There are no points when fewer than FEWEST areas take part, or nothing was counted.
    """

    average: float
    spread: Spread
    points: tuple[Point, ...]
    base: int = 0

    @property
    def outcome(self) -> Outcome:
        """Which of the three cases this is."""
        if any(point.verdict in STANDING_OUT for point in self.points):
            return Outcome.ALONE
        return Outcome.TOGETHER if self.spread.is_real else Outcome.CHANCE

    @property
    def has_order(self) -> bool:
        """Whether one area stands before another."""
        return len({point.place for point in self.points if point.place}) > 1

    @property
    def ordered(self) -> list[Point]:
        """The points by place, equals by name; all by name where there is no order."""
        last = len(self.points) + 1
        return sorted(self.points, key=lambda point: (point.place or last, point.name))


@dataclass(frozen=True)
class Funnel(Compared):
    """The areas of a level, compared on what they counted of a subject between two days."""

    subject: str = ""
    start: date | None = None
    end: date = date.max


def funnel(marts: Marts, subject: str, level: Level, window: Window, as_of: date) -> Funnel:
    """The started areas of a level in whole months, each for the months that it takes part.

    Those that take part for less than a full month are left out.
    """
    end = last_closed_month(as_of)
    start = span(window, end).start
    counts = _counts(marts, subject, level, start, end)
    exposures = exposures_of(marts, level, Span(start or marts.beginning, end))
    rollout = progress(marts, level, end)
    found = [
        Counted(code, *counts[code], exposures[code], rollout[code].is_pilot)
        for code in counts
        if exposures.get(code) and not rollout[code].is_new(end)
    ]
    compared = compare(found, threshold_of(find(subject).measure, marts.threshold))
    return Funnel(**vars(compared), subject=subject, start=start, end=end)


def compare(areas: Sequence[Counted], threshold: int = 0) -> Compared:
    """The common rate of areas, how much they spread, and each of them judged and placed.

    Counts under `threshold` are rounded: they prove only what rounding cannot have made.
    """
    others = [area for area in areas if not area.is_pilot]
    base = others if len(others) >= FEWEST else areas
    if len(base) < FEWEST or not any(area.count for area in base):
        return Compared(0.0, NO_SPREAD, ())
    common, spread = prior(*_columns(base)), _spread(base, threshold)
    counts, exposures = _columns(areas)
    proven, _ = _proven(areas, base, threshold)
    verdicts = judge(proven / exposures, exposures, common.average, spread)
    smoothed = empirical_bayes(counts, exposures, common)
    points = [
        Point(**vars(area), smoothed=float(rate), verdict=verdict)
        for area, rate, verdict in zip(areas, smoothed, verdicts, strict=True)
    ]
    found = Compared(common.average, spread, tuple(points), len(base))
    return found if _is_level(found, common) else replace(found, points=_placed(points, threshold))


def _is_level(found: Compared, common: Prior) -> bool:
    """Whether the areas have no order: all are drawn in to one rate, or differ by chance only."""
    return not common.variance or found.outcome is Outcome.CHANCE


def _placed(points: Sequence[Point], threshold: int) -> tuple[Point, ...]:
    """The points with their places among those whose count rounding has not made."""
    sure = [point for point in points if claimable(point.count, threshold)]
    places = shared_places([point.smoothed for point in sure], DECIMALS)
    crude = shared_places([point.rate for point in sure], DECIMALS)
    known = {
        point.code: (place, rank) for point, place, rank in zip(sure, places, crude, strict=True)
    }
    return tuple(
        replace(point, place=known[point.code][0], crude=known[point.code][1])
        if point.code in known
        else point
        for point in points
    )


def _spread(base: Sequence[Counted], threshold: int) -> Spread:
    """How much areas differ; whether that is real, only from what rounding has not made."""
    probability = homogeneity(*_proven(base, base, threshold))
    return spread_of(*_columns(base))._replace(probability=probability)


def _proven(
    areas: Sequence[Counted], base: Sequence[Counted], threshold: int
) -> tuple[Floats, Floats]:
    """The counts and exposures of areas, each count as near to the common rate as it can lie."""
    average = common_rate(*_columns(base))
    counts = [towards(area.count, average * area.exposure, threshold) for area in areas]
    return np.array(counts, dtype=float), _columns(areas)[1]


def _columns(areas: Sequence[Counted]) -> tuple[Floats, Floats]:
    """The counts and the exposures of areas."""
    counts = np.array([area.count for area in areas], dtype=float)
    return counts, np.array([area.exposure for area in areas])


def _counts(
    marts: Marts, subject: str, level: Level, start: date | None, end: date
) -> dict[str, tuple[str, int]]:
    """Name and count of every area, by code."""
    rows = figures(marts, find(subject), Selection(level, end, start=start)).rows()
    return {row.area_code: (row.area_name, int(row.value or 0)) for row in rows}


def prior(counts: Floats, exposures: Floats) -> Prior:
    """What areas have in common, by the moments of their rates."""
    mean, _, real = moments(counts, exposures, is_share=False)
    return Prior(float(mean[0]), float(real[0]))


def empirical_bayes(counts: Floats, exposures: Floats, common: Prior) -> Floats:
    """Rates drawn towards the common one, the more the less an area can prove."""
    return drawn(counts, exposures, common.average, common.variance, common.average)


def drawn_in(point: Point, average: float) -> float | None:
    """Which part of its distance to the common rate a smoothed rate gave up; None without one."""
    distance = point.rate - average
    return (point.rate - point.smoothed) / distance if distance else None


def curve(low: float, high: float, count: int = 60) -> Sequence[float]:
    """Exposures for a smooth line, closer to each other where limits bend most."""
    return [float(step) for step in np.geomspace(low, high, count)]
