"""Where classes of values end: natural groups, equal steps, as many values in each.

In numpy, because mapclassify (the reference in the tests) takes two seconds to load and stays in
memory. All give the highest value of every class, from low to high.
"""

from bisect import bisect_left, bisect_right
from math import ceil, floor, log10

import numpy as np
import numpy.typing as npt

Amounts = npt.NDArray[np.float64]
STEPS = (1.0, 2.0, 5.0, 10.0)
NEARER = (1.5, 3.0, 7.0)  # from here the next step is nearer


def natural(values: Amounts, count: int) -> list[float]:
    """Groups that differ as little as can be inside (Fisher 1958, JASA 53: 789-798).

    At least `count` values must differ. Compares all with all: for some hundreds of values.

    >>> natural(np.array([1.0, 2.0, 9.0, 10.0, 30.0]), 3)
    [2.0, 10.0, 30.0]
    """
    ordered = np.sort(values)
    within = _within(ordered)
    least, firsts = within[0], []
    for _ in range(count - 1):
        total = np.full_like(within, np.inf)
        total[1:] = least[:-1, None] + within[1:]
        firsts.append(total.argmin(axis=0))
        least = total.min(axis=0)
    lasts = [len(ordered) - 1]
    for first in reversed(firsts):
        lasts.append(int(first[lasts[-1]]) - 1)
    return [float(ordered[last]) for last in reversed(lasts)]


def _within(ordered: Amounts) -> Amounts:
    """The squared distances to the mean of each group, by its first and last place."""
    centred = np.concatenate([[0.0], ordered - ordered.mean()])
    sums, squares = np.cumsum(centred), np.cumsum(centred**2)
    places = np.arange(len(ordered))
    counts = places - places[:, None] + 1
    summed, squared = (part[1:] - part[:-1, None] for part in (sums, squares))
    found: Amounts = np.where(counts > 0, squared - summed**2 / np.maximum(counts, 1), np.inf)
    return found


def quantiles(values: Amounts, count: int) -> list[float]:
    """As many values in every group; fewer groups where many values are the same.

    >>> quantiles(np.array([1.0, 2.0, 3.0, 4.0]), 2)
    [2.5, 4.0]
    """
    shares = np.arange(1, count + 1) / count
    return [float(end) for end in np.unique(np.quantile(values, shares))]


def pretty(values: Amounts, count: int) -> list[float]:
    """Equal steps of 1, 2 or 5 times a power of ten: about `count` (of values that differ).

    >>> pretty(np.array([3.0, 97.0]), 5)
    [20.0, 40.0, 60.0, 80.0, 100.0]
    """
    low, high = float(values.min()), float(values.max())
    lead, power = _split(high - low)
    span = STEPS[bisect_left(STEPS, lead)] * power  # the next
    lead, power = _split(span / (count - 1))
    step = STEPS[bisect_right(NEARER, lead)] * power  # the nearest
    first, last = floor(low / step) * step, ceil(high / step) * step
    return [float(end) for end in np.arange(first, last + step / 2, step)[1:]]


def _split(size: float) -> tuple[float, float]:
    """The leading number of a size, from 1 up to 10, and its power of ten."""
    power: float = 10.0 ** floor(log10(size))
    return size / power, power
