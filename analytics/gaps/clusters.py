"""Clusters: buurten that lie together and differ from the city in how many residents wait.

Only who waits is looked at. What lies within reach is no ground for clusters: the catchments of
neighbours overlap, so places that are strewn at random already give neighbours alike figures.

Local Moran (Anselin 1995, Geographical Analysis 27: 93-115) on smoothed rates, with the false
discovery rate of Benjamini and Hochberg (1995): of the buurten that are named, one in twenty at
most is expected to be named by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps import moran
from analytics.gaps.counts import Numbers, counts_of, membership
from analytics.gaps.index.ranking import why_unknown
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.scope.areas import NamedArea
from analytics.statistics.chance import LIMIT, discoveries
from analytics.statistics.smoothing import smooth
from data.reference.areas import Level
from data.reference.points import neighbours

PERMUTATIONS = 4_999


class Cluster(StrEnum):
    """How a buurt and its neighbours lie to the city; the value is what a reader sees."""

    HIGH = "hoog tussen hoog"
    LOW_AMONG_HIGH = "laag tussen hoog"
    LOW = "laag tussen laag"
    HIGH_AMONG_LOW = "hoog tussen laag"


QUADRANTS = tuple(Cluster)  # as they are numbered: high-high, low-high, low-low, high-low
LEAST_RATES = 2  # of one rate nothing can be said

MEANING = (
    "Hoog en laag zijn vergeleken met de gemiddelde buurt. Alleen buurten die samen met de buurten"
    " eromheen meer verschillen dan door toeval te verklaren is, staan erbij."
)
HIGH, LOW = "wachten veel inwoners", "wachten weinig inwoners"
SENTENCES = {
    Cluster.HIGH: f"Hier en in de buurten eromheen {HIGH}.",
    Cluster.LOW: f"Hier en in de buurten eromheen {LOW}.",
    Cluster.LOW_AMONG_HIGH: f"In de buurten eromheen {HIGH}, hier niet.",
    Cluster.HIGH_AMONG_LOW: f"In de buurten eromheen {LOW}, hier niet.",
}


@dataclass(frozen=True)
class ClusteredBuurt:
    """A buurt of a cluster; `rate` and `mean` (of all buurten): who waits per inhabitant."""

    area: NamedArea
    cluster: Cluster
    rate: float
    mean: float


def clusters(marts: Marts, as_of: date) -> tuple[ClusteredBuurt, ...]:
    """The buurten in a significant cluster of who waits, in code order; mostly there are few."""
    return clusters_of(snapshot(marts, as_of))


def compared(marts: Marts, as_of: date) -> frozenset[str]:
    """The buurten that are compared on a day: enough is known of them and of one beside them."""
    links = _links(_rates(snapshot(marts, as_of)))
    return frozenset(code for code, _ in links)


def clusters_of(known: Snapshot) -> tuple[ClusteredBuurt, ...]:
    """The clusters of a day. Buurten of which too little is known take no part."""
    rates = _rates(known)
    named = local_clusters(rates, seed=known.as_of.toordinal())
    names, mean = known.buurten["name"], float(rates.mean())
    return tuple(
        ClusteredBuurt(NamedArea(Level.BUURT, code, names[code]), cluster, float(rates[code]), mean)
        for code, cluster in named.items()
    )


def _rates(known: Snapshot) -> "pd.Series[float]":
    """The smoothed rates of who waits, by code of the buurten of which enough is known."""
    buurten = [code for code in known.buurten.index if not why_unknown(known, [code])]
    inside, counts = membership(known, [[code] for code in buurten]), counts_of(known)
    waiting, people = counts.waiting @ inside.T, counts.inhabitants @ inside.T
    smoothed = smooth(waiting, people, is_share=False)
    return pd.Series(smoothed.rate, index=buurten, dtype="float64")


def local_clusters(rates: "pd.Series[float]", seed: int) -> dict[str, Cluster]:
    """The significant clusters of rates by buurt code; buurten without a neighbour take no part.

    Empty where all rates are the same.
    """
    links = _links(rates)
    if len({rates[one] for one, _ in links}) < LEAST_RATES:
        return {}
    codes, quadrants, chance = local_moran(rates, links, seed)
    named = zip(codes, quadrants, discoveries(chance.tolist()), strict=True)
    return {code: QUADRANTS[quadrant - 1] for code, quadrant, rate in named if rate < LIMIT}


def local_moran(
    rates: "pd.Series[float]", links: Sequence[tuple[str, str]], seed: int
) -> tuple[list[str], list[int], Numbers]:
    """Codes in order, the quadrant of each (from 1) and how often chance gives as much, two-sided.

    Neighbours count alike. Each rate stays where it is while the others change places.
    """
    codes = sorted({code for code, _ in links})
    around = moran.neighbours_of(links, codes)
    scores = moran.standardised(np.asarray(rates[codes], dtype=np.float64))
    chance = moran.chances(scores, around, PERMUTATIONS, seed)
    return codes, moran.quadrants(scores, around), chance


def _links(rates: "pd.Series[float]") -> list[tuple[str, str]]:
    """Pairs of buurten with a rate that touch, in both directions, in order."""
    pairs = [pair for pair in neighbours() if set(pair) <= set(rates.index)]
    return sorted([*pairs, *((other, one) for one, other in pairs)])
