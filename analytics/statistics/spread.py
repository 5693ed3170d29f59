"""How much counts differ from month to month, against chance alone."""

from collections.abc import Iterable, Sequence

import numpy as np

from analytics.thresholds import whole

ENOUGH = whole("months_of_spread")


def monthly_spread(areas: Iterable[Sequence[int]]) -> float | None:
    """How many times the variance of a monthly count is its mean: 1 for chance alone, never less.

    None where too few months are known to say so.

    From the squared differences of months that follow each other (J. von Neumann, Annals of
    Mathematical Statistics 12, 1941, 367-395), so that growth over the years does not count as
    spread; of all areas together. Areas share good and bad months, so few months can show too
    little spread: their number over one less makes up for that.

    >>> monthly_spread([[4, 4, 4]]), monthly_spread([[0, 6, 0], [3]]), monthly_spread([[3, 4]])
    (1.0, 9.0, None)
    """
    months = [np.asarray(area, dtype=float) for area in areas]
    squares = sum(float((np.diff(area) ** 2).sum()) for area in months)
    means = sum(float((area[1:] + area[:-1]).sum()) for area in months)
    longest = max((len(area) for area in months), default=0)
    if longest < ENOUGH:
        return None
    if not means:
        return 1.0
    return max(squares / means * longest / (longest - 1), 1.0)
