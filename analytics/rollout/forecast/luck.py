"""How far a measured share lies from what was promised, by luck alone."""

from statistics import NormalDist

import numpy as np

from analytics.rollout.forecast.draws import SHARE

DRAWS = 1000
TAIL = 0.05  # below and above what nine of ten measurements give


def by_luck(forecasts: int, months: int, cities: int = 1) -> tuple[float, float]:
    """Between which shares nine of ten measurements of honest bands lie.

    Of `forecasts` sums of `months` months, of some cities alike, each begins a month after the one
    before it: most months are in several of them. Months are independent here: the least of luck.
    """
    each = round(forecasts / cities)
    drawn = np.random.default_rng(months).normal(size=(DRAWS, cities, each + months))
    totals = drawn.cumsum(axis=-1)
    sums = totals[..., months:] - totals[..., :-months]
    reach = NormalDist(0, months**0.5).inv_cdf((1 + SHARE) / 2)
    low, high = np.quantile((np.abs(sums) <= reach).mean(axis=(1, 2)), (TAIL, 1 - TAIL))
    return float(low), float(high)
