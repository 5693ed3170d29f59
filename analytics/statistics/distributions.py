"""Probabilities of counts from SciPy's special functions.

`scipy.stats` has them too, but takes half a second and 45 MB of every dashboard that is running;
the tests compare these with it. Loaded where they are asked: most pages compare nothing.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def binomial(total: int, share: float) -> Floats:
    """The probability of each count 0..total when each of them counts with this share (0..1).

    >>> binomial(2, 0.5).round(12).tolist()
    [0.25, 0.5, 0.25]
    """
    from scipy.special import gammaln, xlog1py, xlogy  # noqa: PLC0415

    counts = np.arange(total + 1)
    ways = gammaln(total + 1) - gammaln(counts + 1) - gammaln(total - counts + 1)
    odds: Floats = np.exp(ways + xlogy(counts, share) + xlog1py(total - counts, -share))
    return odds


def beta_binomial(total: int, first: float, second: float) -> Floats:
    """As `binomial`, with a share that itself has a beta distribution with these two shapes.

    >>> beta_binomial(2, 1.0, 1.0).round(12).tolist()
    [0.333333333333, 0.333333333333, 0.333333333333]
    """
    from scipy.special import betaln  # noqa: PLC0415

    counts = np.arange(total + 1)
    ways = -np.log(total + 1) - betaln(total - counts + 1, counts + 1)
    shares = betaln(counts + first, total - counts + second) - betaln(first, second)
    odds: Floats = np.exp(ways + shares)
    return odds


def beta_quantile(probability: float, first: float, second: float) -> float:
    """The value below which a beta distribution with these two shapes lies with the probability.

    >>> beta_quantile(0.25, 1.0, 1.0)
    0.25
    """
    from scipy.special import betaincinv  # noqa: PLC0415

    return float(betaincinv(first, second, probability))


def gamma_quantile(probability: float, shape: float) -> float:
    """The value below which a gamma distribution of scale 1 lies with the probability.

    >>> round(gamma_quantile(0.5, 1.0), 6)
    0.693147
    """
    from scipy.special import gammaincinv  # noqa: PLC0415

    return float(gammaincinv(shape, probability))


def gamma_above(value: float, shape: float) -> float:
    """The probability that a gamma distribution of scale 1 gives more than `value`.

    >>> round(gamma_above(1.0, 1.0), 6)
    0.367879
    """
    from scipy.special import gammaincc  # noqa: PLC0415

    return float(gammaincc(shape, value))


def normal_quantile(probability: float) -> float:
    """The value below which the standard normal distribution lies with the probability.

    >>> round(normal_quantile(0.975), 6)
    1.959964
    """
    from scipy.special import ndtri  # noqa: PLC0415

    return float(ndtri(probability))


def poisson_quantile(probability: float, means: Floats) -> tuple[Floats, Floats, Floats]:
    """Per mean the least count that is not exceeded with the probability at least.

    With, next to it, the probability of no more than that count, and of that count itself.

    >>> [float(part[0]) for part in poisson_quantile(0.5, np.array([1.0]))][:1]
    [1.0]
    """
    from scipy.special import gammaln, pdtr, pdtrik, xlogy  # noqa: PLC0415

    count = np.ceil(pdtrik(probability, means))
    below = np.maximum(count - 1, 0)  # the root may lie a last bit too high
    count = np.where(pdtr(below, means) >= probability, below, count)
    itself: Floats = np.exp(xlogy(count, means) - gammaln(count + 1) - means)
    return count, pdtr(count, means), itself
