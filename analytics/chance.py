"""Whether two counts differ by more than chance."""

from typing import NamedTuple

CONFIDENCE = 0.95


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
    """
    # scipy.stats takes half a second to load: only who compares pays for it.
    from scipy.stats import binomtest  # noqa: PLC0415

    total = count + other
    if total == 0:
        return Ratio(None, 0.0, None, 1.0)
    test = binomtest(count, total, exposure / (exposure + other_exposure))
    interval = test.proportion_ci(CONFIDENCE, method="exact")
    scale = other_exposure / exposure
    low, high = (_odds(share, scale) for share in (interval.low, interval.high))
    value = count * other_exposure / (other * exposure) if other else None
    return Ratio(value, low or 0.0, high, float(test.pvalue))


def _odds(share: float, scale: float) -> float | None:
    return float(share / (1 - share) * scale) if share < 1 else None


def discoveries(probabilities: list[float]) -> list[float]:
    """Probabilities adjusted for how many there are: the false discovery rate that each asks for.

    Of the differences that are called real at a limit of 0.05, one in twenty is expected to be
    chance (Benjamini and Hochberg 1995).
    """
    from scipy.stats import false_discovery_control  # noqa: PLC0415  # as above

    return [float(part) for part in false_discovery_control(probabilities)] if probabilities else []
