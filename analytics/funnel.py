"""Comparing areas fairly: which differences are more than chance, and what small areas can prove.

The smoothed rates are the empirical Bayes estimates of R.J. Marshall, Mapping disease and mortality
rates using empirical Bayes estimators (Applied Statistics 40, 1991, 283-294).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from analytics.aligned import PER
from analytics.catalog import MIN_INHABITANTS, find
from analytics.figures import figures
from analytics.limits import Floats, Verdict, common_rate, judge, overdispersion
from analytics.marts import Marts
from analytics.periods import MONTHS_IN_YEAR, months_between
from analytics.rollout import Progress, progress
from analytics.selection import Selection
from analytics.windows import Window, span
from data.areas import Level
from data.marts import last_closed_month

FEWEST = 3  # areas: of fewer there is no spread to speak of


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
    """A counted area with its empirical Bayes rate, and what the limits say of its rate."""

    smoothed: float
    verdict: Verdict


@dataclass(frozen=True)
class Funnel:
    """Areas around their common rate; `spread` is how many times more they vary than chance.

    Both are those of the areas outside the pilot, which has had longer to grow. There are no
    points when fewer than FEWEST areas take part, or nothing was counted.
    """

    subject: str
    start: date | None
    end: date
    average: float
    spread: float
    points: tuple[Point, ...]


def funnel(marts: Marts, subject: str, level: Level, window: Window, as_of: date) -> Funnel:
    """The started areas of a level in whole months, each for the months that it takes part."""
    end = last_closed_month(as_of)
    start = span(window, end).start
    counts = _counts(marts, subject, level, start, end)
    exposures = _exposures(marts, level, start or marts.beginning, end)
    pilot = {code for code, area in progress(marts, level, end).items() if area.is_pilot}
    found = [
        Counted(code, *counts[code], exposures[code], code in pilot)
        for code in counts
        if exposures.get(code)
    ]
    return Funnel(subject, start, end, *compare(found))


def compare(areas: Sequence[Counted]) -> tuple[float, float, tuple[Point, ...]]:
    """The common rate of areas, how much they spread, and each of them judged."""
    others = [area for area in areas if not area.is_pilot]
    base = others if len(others) >= FEWEST else areas
    if len(base) < FEWEST or not any(area.count for area in base):
        return 0.0, 1.0, ()
    common, spread = prior(*_columns(base)), overdispersion(*_columns(base))
    counts, exposures = _columns(areas)
    verdicts = judge(counts / exposures, exposures, common.average, spread)
    smoothed = empirical_bayes(counts, exposures, common)
    points = (
        Point(**vars(area), smoothed=float(rate), verdict=verdict)
        for area, rate, verdict in zip(areas, smoothed, verdicts, strict=True)
    )
    return common.average, spread, tuple(points)


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


def _exposures(marts: Marts, level: Level, start: date, end: date) -> dict[str, float]:
    """Inhabitants in thousands times the years that they take part between two days, by area."""
    people = marts.areas(level, end).set_index("area_code")["inhabitants"].fillna(0)
    wijken = progress(marts, Level.WIJK, end)
    weights = marts.areas(Level.WIJK, end).set_index("area_code")["inhabitants"].fillna(0)
    exposures = {}
    for code, area in progress(marts, level, end).items():
        if people[code] < MIN_INHABITANTS:
            continue
        total = sum(weights[wijk] for wijk in area.wijken)
        years = sum(weights[wijk] * _years(wijken[wijk], start, end) for wijk in area.wijken)
        exposures[code] = float(people[code] / PER * years / total) if total else 0.0
    return exposures


def _years(area: Progress, start: date, end: date) -> float:
    """The years of whole months between two days in which an area takes part."""
    if area.since is None:
        return 0.0
    return max(months_between(max(area.since, start), end) + 1, 0) / MONTHS_IN_YEAR


def prior(counts: Floats, exposures: Floats) -> Prior:
    """What areas have in common, by the moments of their rates (Marshall 1991)."""
    average = common_rate(counts, exposures)
    distances = counts / exposures - average
    variance = float((exposures * distances**2).sum() / exposures.sum())
    return Prior(average, max(variance - average / float(exposures.mean()), 0.0))


def empirical_bayes(counts: Floats, exposures: Floats, common: Prior) -> Floats:
    """Rates drawn towards the common one, the more the less an area can prove.

    Where areas differ by no more than chance, all of them get the common rate.
    """
    weights = common.variance / (common.variance + common.average / exposures)
    return np.asarray(weights * counts / exposures + (1 - weights) * common.average)


def drawn_in(point: Point, average: float) -> float | None:
    """Which part of its distance to the common rate a smoothed rate gave up; None without one."""
    distance = point.rate - average
    return (point.rate - point.smoothed) / distance if distance else None


def curve(low: float, high: float, count: int = 60) -> Sequence[float]:
    """Exposures for a smooth line, closer to each other where limits bend most."""
    return [float(step) for step in np.geomspace(low, high, count)]
