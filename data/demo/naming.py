"""Names for places: what it is and where, such as "Buurttuin Doornakkers-West"."""

import numpy as np
import pandas as pd

from data.demo import story
from data.demo.city import City
from data.demo.draw import Ints
from data.demo.supply import Places


def place_names(city: City, places: Places) -> pd.Series:
    """A name for each place; the second of the same name gets a 2, and so on."""
    nouns = [row["names"].split(" | ") for row in story.sectors()]
    turn = _turns(places.sector * len(city.names) + places.buurt)
    how_many = np.array([len(of_sector) for of_sector in nouns])[places.sector]
    # another first name in the next buurt, so that not every shop is a supermarket
    noun = (turn + places.buurt) % how_many
    most = max(len(of_sector) for of_sector in nouns)
    known = [
        f"{(of_sector * most)[n]} {buurt}"
        for of_sector in nouns
        for n in range(most)
        for buurt in city.names
    ]
    chosen = (places.sector * most + noun) * len(city.names) + places.buurt
    names = pd.Series(pd.array(known, dtype="str").take(chosen))
    return names + _suffixes(turn // how_many)


def _turns(spot: Ints) -> Ints:
    """How many came before it at the same spot."""
    return pd.Series(spot).groupby(spot).cumcount().to_numpy().astype(np.int64)


def _suffixes(repeat: Ints) -> pd.Series:
    suffixes = ["", *(f" {number + 1}" for number in range(1, int(repeat.max()) + 1))]
    return pd.Series(pd.array(suffixes, dtype="str").take(repeat))
