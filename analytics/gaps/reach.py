"""Free positions within reach, shared among those who compete for them.

Enhanced two-step floating catchment area (Luo and Qi 2009, Health & Place 15: 1100-1107) with a
Gaussian decay that ends at the border of the catchment (Dai 2010, Health & Place 16: 1038-1052).
First the positions in each buurt are divided by the residents around it who wait for them, then
each buurt adds up what lies around it; near counts for more than far in both steps.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.thresholds import share

ON_FOOT = share("on_foot")
BY_BIKE = share("by_bike")

Numbers = npt.NDArray[np.float64]


def decay(distances: Numbers, catchment: float) -> Numbers:
    """What a position at each distance counts for: 1 on the spot, 0 from the border on.

    >>> decay(np.array([0.0, 750.0, 1500.0]), 1500.0).round(2).tolist()
    [1.0, 0.7, 0.0]
    """
    edge = np.exp(-0.5)
    weights = (np.exp(-0.5 * (distances / catchment) ** 2) - edge) / (1 - edge)
    return np.where(distances < catchment, weights, 0.0)


def floating_catchment(supply: Numbers, demand: Numbers, weights: Numbers) -> Numbers:
    """Supply per unit of demand at each origin, for every column of supply and demand.

    supply: destinations x columns; demand: origins x columns; weights: origins x destinations.
    Supply for which nobody competes is not divided.

    >>> supply, demand = np.array([[6.0]]), np.array([[2.0], [1.0]])
    >>> floating_catchment(supply, demand, np.array([[1.0], [1.0]])).tolist()
    [[2.0], [2.0]]
    """
    competing = weights.T @ demand
    shares = supply / np.where(competing > 0, competing, 1.0)
    return weights @ shares


def reach(
    free: pd.DataFrame, waiting: pd.DataFrame, distances: pd.DataFrame, catchment: float
) -> pd.DataFrame:
    """Free positions per waiting resident within reach: a row per buurt, a column per talent.

    `free` and `waiting`: amounts per buurt and talent; `distances`: metres from buurt to buurt.
    Summed over the waiting residents of the city, it is all free positions that anyone reaches.
    """
    weights = decay(distances.to_numpy(), catchment)
    shared = floating_catchment(free.to_numpy("float64"), waiting.to_numpy("float64"), weights)
    return pd.DataFrame(shared, index=free.index, columns=free.columns)


def nearest(free: pd.DataFrame, distances: pd.DataFrame) -> pd.DataFrame:
    """Metres to the nearest free position of each talent (column) from each buurt (row).

    Missing for a talent without any free position; zero when there is one in the buurt itself.
    """
    ways = distances.to_numpy()
    columns = [_nearest(ways, free[talent].to_numpy() > 0) for talent in free.columns]
    return pd.DataFrame(np.column_stack(columns), index=free.index, columns=free.columns)


def _nearest(ways: Numbers, offers: npt.NDArray[np.bool_]) -> Numbers:
    return ways[:, offers].min(axis=1) if offers.any() else np.full(len(ways), np.nan)
