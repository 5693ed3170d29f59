"""Between which rates chance alone leaves areas, by their size.

The limits are those of D.J. Spiegelhalter, Funnel plots for comparing institutional performance
(Statistics in Medicine 24, 2005, 1185-1202): exact for counts, and wider where areas differ by
more than chance alone (additive random effects, from winsorised distances).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from analytics.statistics.distributions import (
    Floats,
    gamma_above,
    normal_quantile,
    poisson_quantile,
)

WARNING, ALARM = 0.95, 0.998  # the two pairs of limits of the paper
WINSORISED = 0.1  # of the areas at either end, whose distance counts as that of the next
TOGETHER, ALONE = 0.04, 0.01  # how often chance alone may give either claim: 0.05 in all


class Verdict(StrEnum):
    """What the limits say of an area; the value is what a reader sees."""

    HIGH = "duidelijk hoger"
    RATHER_HIGH = "misschien hoger"
    USUAL = "springt er niet uit"
    CHANCE = "past bij toeval"
    RATHER_LOW = "misschien lager"
    LOW = "duidelijk lager"


class Spread(NamedTuple):
    """How much areas differ from their common rate.

    `phi` is how many times more than chance alone makes them differ, 1 or more; `between` is the
    variance of their true rates (0: none). `probability` is how often chance alone gives
    differences as large as these.
    """

    phi: float
    between: float
    probability: float

    @property
    def is_real(self) -> bool:
        """Whether the areas together differ by more than chance."""
        return self.probability < TOGETHER


NO_SPREAD = Spread(1.0, 0.0, 1.0)


@dataclass(frozen=True)
class Limits:
    """Between which rates a share of areas lies when only chance makes them differ."""

    low: Floats
    high: Floats


def common_rate(counts: Floats, exposures: Floats) -> float:
    """All counts over all exposures.

    >>> common_rate(np.array([2.0, 4.0]), np.array([100.0, 200.0]))
    0.02
    """
    return float(counts.sum() / exposures.sum())


def alarm_share(areas: int, *, is_real: bool) -> float:
    """The share of the outer limits, beyond which an area stands out by itself.

    Those of the paper, wider where more than 25 areas are compared. Where the areas together do not
    differ by more than chance, one alone must be rarer still to be called so.

    >>> [alarm_share(areas, is_real=True) for areas in (18, 100)], alarm_share(18, is_real=False)
    ([0.998, 0.9995], 0.9994444444444445)
    """
    return max(ALARM, 1 - (TOGETHER + ALONE if is_real else ALONE) / areas)


def exact_limits(average: float, exposures: Floats, share: float) -> Limits:
    """Limits when counts are Poisson; appendix A.1.1 of the paper.

    Counts are whole numbers, so no count has exactly the probability that is asked: the limit
    lies between the two counts around it.
    """
    tail = (1 - share) / 2
    return Limits(*(_quantile(average, exposures, part) for part in (tail, 1 - tail)))


def _quantile(average: float, exposures: Floats, probability: float) -> Floats:
    count, until, itself = poisson_quantile(probability, average * exposures)
    rates: Floats = np.maximum(count - (until - probability) / itself, 0) / exposures
    return rates


def spread_limits(average: float, exposures: Floats, between: float, share: float) -> Limits:
    """Limits when true rates vary too: additive random effects, appendix A.3.2 of the paper."""
    reach = normal_quantile((1 + share) / 2) * np.sqrt(average / exposures + between)
    return Limits(np.maximum(average - reach, 0), average + reach)


def spread_of(counts: Floats, exposures: Floats) -> Spread:
    """How much areas differ; not all counts are 0."""
    average = common_rate(counts, exposures)
    distances = (counts / exposures - average) / np.sqrt(average / exposures)
    phi = winsorised_phi(distances)
    between = between_variance(phi, average / exposures)
    return Spread(max(phi, 1.0), between, homogeneity(counts, exposures))


def winsorised_phi(distances: Floats) -> float:
    """The mean squared standardised distance, appendix A.3 of the paper.

    The distances of the outer tenths count as those of the next area, so that a few areas that
    truly differ do not hide themselves.

    >>> round(winsorised_phi(np.array([-1.0, 0.0, 1.0])), 2)
    0.43
    """
    low, high = np.quantile(distances, (WINSORISED, 1 - WINSORISED))
    return float(np.mean(np.clip(distances, low, high) ** 2))


def between_variance(phi: float, variances: Floats) -> float:
    """The variance of true rates, by the moments of DerSimonian and Laird; A.3.2 of the paper.

    `variances` are those that chance alone gives each rate. 0 where that explains all.

    >>> between_variance(3.0, np.array([0.25, 0.25, 0.25]))
    0.875
    """
    areas, weights = len(variances), 1 / variances
    scale = weights.sum() - (weights**2).sum() / weights.sum()
    return max(float((areas * phi - (areas - 1)) / scale), 0.0)


def homogeneity(counts: Floats, exposures: Floats) -> float:
    """How often chance alone makes areas differ as much as these, when all have one rate.

    The test of phi without winsorising: the chi-square statistic of Pearson. Its first two moments
    given the total are exact (J.B.S. Haldane, Biometrika 31, 1940, 346-355); a gamma
    distribution with the same moments also holds where few are expected per area.
    """
    total, shares, areas = counts.sum(), exposures / exposures.sum(), len(counts)
    statistic = float(((counts - total * shares) ** 2 / (total * shares)).sum())
    mean = areas - 1
    variance = 2 * mean + ((1 / shares).sum() - areas**2 - 2 * areas + 2) / total
    return gamma_above(statistic * mean / variance, mean**2 / variance)


def judge(rates: Floats, exposures: Floats, average: float, spread: Spread) -> list[Verdict]:
    """What the wider of both pairs of limits say of every rate.

    Beyond the outer limits an area stands out by itself. Between the two pairs it may, but only
    where all areas together differ by more than chance: among many areas some always lie there.
    """
    warning, alarm = (
        widest(average, exposures, spread.between, share)
        for share in (WARNING, alarm_share(len(rates), is_real=spread.is_real))
    )
    verdicts = np.select(
        [
            rates > alarm.high,
            rates < alarm.low,
            np.full(len(rates), not spread.is_real),
            rates > warning.high,
            rates < warning.low,
        ],
        [Verdict.HIGH, Verdict.LOW, Verdict.CHANCE, Verdict.RATHER_HIGH, Verdict.RATHER_LOW],
        Verdict.USUAL,
    )
    return [Verdict(verdict) for verdict in verdicts]


def widest(average: float, exposures: Floats, between: float, share: float) -> Limits:
    """The limits that allow for differences between areas, never within the exact ones."""
    exact = exact_limits(average, exposures, share)
    wide = spread_limits(average, exposures, between, share)
    return Limits(np.minimum(exact.low, wide.low), np.maximum(exact.high, wide.high))
