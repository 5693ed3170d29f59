"""Between which rates chance alone leaves areas, by their size.

The limits are those of D.J. Spiegelhalter, Funnel plots for comparing institutional performance
(Statistics in Medicine 24, 2005, 1185-1202): exact for counts, and wider where areas differ by
more than chance alone (multiplicative over-dispersion, winsorised).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WARNING, ALARM = 0.95, 0.998  # the two pairs of limits of the paper
WINSORISED = 0.1  # of the areas at either end, whose distance counts as that of the next


class Verdict(StrEnum):
    """What the limits say of an area; the value is what a reader sees."""

    HIGH = "duidelijk hoger"
    RATHER_HIGH = "misschien hoger"
    USUAL = "past bij toeval"
    RATHER_LOW = "misschien lager"
    LOW = "duidelijk lager"


@dataclass(frozen=True)
class Limits:
    """Between which rates a share of areas lies when only chance makes them differ."""

    low: Floats
    high: Floats


def common_rate(counts: Floats, exposures: Floats) -> float:
    """All counts over all exposures."""
    return float(counts.sum() / exposures.sum())


def exact_limits(average: float, exposures: Floats, share: float) -> Limits:
    """Limits when counts are Poisson; appendix A.1.1 of the paper.

    Counts are whole numbers, so no count has exactly the probability that is asked: the limit
    lies between the two counts around it.
    """
    tail = (1 - share) / 2
    return Limits(*(_quantile(average, exposures, part) for part in (tail, 1 - tail)))


def _quantile(average: float, exposures: Floats, probability: float) -> Floats:
    # scipy.stats takes half a second to load: only who compares pays for it.
    from scipy.stats import poisson  # noqa: PLC0415

    expected = average * exposures
    count = poisson.ppf(probability, expected)
    until = poisson.cdf(count, expected)
    part = (until - probability) / poisson.pmf(count, expected)
    rates: Floats = np.maximum(count - part, 0) / exposures
    return rates


def spread_limits(average: float, exposures: Floats, spread: float, share: float) -> Limits:
    """Limits when areas vary `spread` times as much as chance alone; appendix A.3 of the paper."""
    from scipy.stats import norm  # noqa: PLC0415  # as above

    reach = norm.ppf((1 + share) / 2) * np.sqrt(spread * average / exposures)
    return Limits(np.maximum(average - reach, 0), average + reach)


def overdispersion(counts: Floats, exposures: Floats) -> float:
    """How many times more than chance areas vary, at least 1; appendix A.3 of the paper.

    The distances of the outer tenths count as those of the next area, so that a few areas that
    truly differ do not hide themselves.
    """
    average = common_rate(counts, exposures)
    distances = (counts / exposures - average) / np.sqrt(average / exposures)
    low, high = np.quantile(distances, (WINSORISED, 1 - WINSORISED))
    return max(float(np.mean(np.clip(distances, low, high) ** 2)), 1.0)


def judge(rates: Floats, exposures: Floats, average: float, spread: float) -> list[Verdict]:
    """What the wider of both pairs of limits say of every rate."""
    warning, alarm = (widest(average, exposures, spread, share) for share in (WARNING, ALARM))
    verdicts = np.select(
        [rates > alarm.high, rates < alarm.low, rates > warning.high, rates < warning.low],
        [Verdict.HIGH, Verdict.LOW, Verdict.RATHER_HIGH, Verdict.RATHER_LOW],
        Verdict.USUAL,
    )
    return [Verdict(verdict) for verdict in verdicts]


def widest(average: float, exposures: Floats, spread: float, share: float) -> Limits:
    """The limits that allow for over-dispersion, never within the exact ones."""
    exact = exact_limits(average, exposures, share)
    wide = spread_limits(average, exposures, spread, share)
    return Limits(np.minimum(exact.low, wide.low), np.maximum(exact.high, wide.high))
