"""How far it is from buurt to buurt.

Where in a buurt people live and where an ontwikkelplaats stands is not known: both lie on the
point of their buurt, so within a buurt the distance is zero.
"""

from functools import cache

import numpy as np
import pandas as pd

from analytics.thresholds import share
from data.reference.distances import supplied_distances
from data.reference.points import points

DETOUR = share("detour")
EARTH_METRES = 6_371_008.8  # mean radius (IUGG)


@cache
def metres() -> pd.DataFrame:
    """Metres from the buurt of a resident (row) to that of a place (column), in code order.

    From the distances that the owner supplied, else as the crow flies times `DETOUR`. Read once:
    whoever gets it leaves it as it is.
    """
    supplied = supplied_distances()
    return DETOUR * as_the_crow_flies(points()) if supplied is None else supplied


def are_supplied() -> bool:
    """Whether the distances are those that the owner supplied."""
    return supplied_distances() is not None


def as_the_crow_flies(places: dict[str, tuple[float, float]]) -> pd.DataFrame:
    """Metres in a straight line between points in degrees (haversine), codes in order.

    >>> places = {"A": (5.47, 51.44), "B": (5.48, 51.44)}
    >>> as_the_crow_flies(places).round().loc["A"].tolist()
    [0.0, 693.0]
    """
    codes = pd.Index(sorted(places), name="buurt")
    longitude, latitude = np.radians([places[code] for code in codes]).T
    east, north = np.subtract.outer(longitude, longitude), np.subtract.outer(latitude, latitude)
    chord = np.sin(north / 2) ** 2
    chord = chord + np.multiply.outer(np.cos(latitude), np.cos(latitude)) * np.sin(east / 2) ** 2
    return pd.DataFrame(2 * EARTH_METRES * np.arcsin(np.sqrt(chord)), codes, codes)


def near(distances: pd.DataFrame, catchment: float) -> pd.DataFrame:
    """Whether residents of a buurt (row) reach places in a buurt (column) within `catchment`.

    >>> near(pd.DataFrame({"A": [0.0, 900.0]}), 500.0)["A"].tolist()
    [True, False]
    """
    return distances <= catchment
