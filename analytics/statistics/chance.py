"""Whether two counts differ by more than chance."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.statistics.distributions import (
    beta_binomial,
    beta_quantile,
    binomial,
    gamma_quantile,
)
from analytics.thresholds import share

CONFIDENCE = share("confidence")
AS_LIKELY = 1e-7  # part by which outcomes that are as likely may differ, as in R
EQUAL = 1e-9  # what numbers differ by computing only
LIMIT = share("false_discoveries")


class Ratio(NamedTuple):
    """A rate divided by another, with its interval and the probability that chance alone gives.

    `value` and `high` are None where the other count is 0: then there is no highest ratio.
    """

    value: float | None
    low: float
    high: float | None
    probability: float


def rate_ratio(count: int, exposure: float, other: int, other_exposure: float) -> Ratio:
    """The ratio of two Poisson rates, with the exact conditional interval and test.

    Given the sum of both counts, the first is binomial with the share of its exposure
    (Przyborowski and Wilenski 1940; Clopper and Pearson 1934 for the interval). Exposures are
    above 0, in the same unit. Counts of 0 and 0 say nothing: the interval is without end.

    >>> found = rate_ratio(20, 1000.0, 10, 1000.0)
    >>> tuple(part if part is None else round(part, 2) for part in found)
    (2.0, 0.89, 4.78, 0.1)
    """
    total, share = count + other, exposure / (exposure + other_exposure)
    if total == 0:
        return Ratio(None, 0.0, None, 1.0)
    tail, scale = (1 - CONFIDENCE) / 2, other_exposure / exposure
    low = beta_quantile(tail, count, other + 1) if count else 0.0
    high = beta_quantile(1 - tail, count + 1, other) if other else 1.0
    odds = binomial(total, share)
    probability = float(odds[odds <= odds[count] * (1 + AS_LIKELY)].sum())
    value = count * other_exposure / (other * exposure) if other else None
    return Ratio(value, _odds(low, scale) or 0.0, _odds(high, scale), min(probability, 1.0))


def count_interval(count: float) -> tuple[float, float]:
    """Between which means a Poisson count lies, at 95%: exact (F. Garwood, Biometrika 28, 1936).

    >>> tuple(round(end, 2) for end in count_interval(10))
    (4.8, 18.39)
    """
    tail = (1 - CONFIDENCE) / 2
    low = gamma_quantile(tail, count) if count else 0.0
    return low, gamma_quantile(1 - tail, count + 1)


def split_probability(
    count: int, exposure: float, other: int, other_exposure: float, spread: float
) -> float:
    """How often chance gives counts that differ as much when their rates are the same.

    `spread` is how many times the variance of a count is its mean, 1 or more. At 1 counts are
    Poisson: given their sum, the first is binomial. Above 1 they are negative binomial with that
    variance: given their sum, the first is beta-binomial (J.G. Skellam, Journal of the Royal
    Statistical Society B 10, 1948, 257-261). As much: at least as far from what is expected.
    """
    total, share = count + other, exposure / (exposure + other_exposure)
    if not total:
        return 1.0
    counts = np.arange(total + 1)
    if spread > 1:
        sizes = total / (spread - 1)
        odds = beta_binomial(total, sizes * share, sizes * (1 - share))
    else:
        odds = binomial(total, share)
    far = np.abs(counts - total * share)
    return min(float(odds[far >= far[count] - EQUAL].sum()), 1.0)


def expected_ratio(count: int, events: NDArray[np.int64], weights: NDArray[np.float64]) -> Ratio:
    """A Poisson count against what is expected: the sum of Poisson counts, each with its weight.

    A weighted sum is taken as one Poisson count with the same mean and variance (M.P. Fay and
    E.J. Feuer, Statistics in Medicine 16, 1997, 791-801), brought to whole numbers; with equal
    weights that is exact.
    """
    expected = float((events * weights).sum())
    if not expected:
        return rate_ratio(count, 1.0, 0, 1.0)
    alike = max(round(expected**2 / float((events * weights**2).sum())), 1)
    return rate_ratio(count, 1.0, alike, alike / expected)


def _odds(share: float, scale: float) -> float | None:
    return float(share / (1 - share) * scale) if share < 1 else None


def discoveries(probabilities: list[float]) -> list[float]:
    """Probabilities adjusted for how many there are: the false discovery rate that each asks for.

    Of the differences that are called real at a limit of 0.05, one in twenty is expected to be
    chance (Benjamini and Hochberg 1995).

    >>> discoveries([0.01, 0.04, 0.5])
    [0.03, 0.06, 0.5]
    """
    found, many = np.array(probabilities), len(probabilities)
    order = np.argsort(found)[::-1]  # from the largest down: a smaller one never asks for more
    found[order] = np.minimum.accumulate(found[order] * many / np.arange(many, 0, -1))
    adjusted: list[float] = np.minimum(found, 1.0).tolist()
    return adjusted
