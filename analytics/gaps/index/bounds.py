"""How sure a ranking is: between which ranks areas lie, and how high an index chance gives."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.gaps.counts import Counts, Numbers, Offers
from analytics.gaps.index.bootstrap import by_chance, redrawn
from analytics.gaps.index.components import components, contributions
from analytics.thresholds import whole

DRAWS = 400
INTERVAL = (5, 95)  # percentiles: the ranks of nine of ten draws
CHANCE = whole("chance_index")  # percentile of the highest index by chance


@dataclass(frozen=True)
class Setting:
    """What an index is reckoned from besides counts.

    `weights`: what a position counts for, buurten x buurten; `inside`: areas x buurten.
    """

    weights: Numbers
    inside: Numbers


@dataclass(frozen=True)
class Bounds:
    """Per area the first and last rank it plausibly has; `limit` is the index that chance gives."""

    first: npt.NDArray[np.int64]
    last: npt.NDArray[np.int64]
    limit: float


def gap_index(counts: Counts, setting: Setting) -> Numbers:
    """The gap index of every area, for every draw in counts."""
    ratios = components(counts, setting.weights, setting.inside)
    index: Numbers = np.sum(list(contributions(ratios).values()), axis=0)
    return index


def bounds(counts: Counts, offers: Offers, setting: Setting, seed: int) -> Bounds:
    """The bounds of a ranking, from DRAWS redrawn counts; one seed gives one outcome."""
    draws = np.random.default_rng(seed)
    again = gap_index(redrawn(counts, setting.inside, draws, DRAWS), setting)
    chance = gap_index(by_chance(counts, offers, setting.inside, draws, DRAWS), setting)
    above = again[:, np.newaxis, :] > again[:, :, np.newaxis]
    level = again[:, np.newaxis, :] >= again[:, :, np.newaxis]
    first = np.percentile(1 + above.sum(axis=-1), INTERVAL[0], axis=0)
    last = np.percentile(level.sum(axis=-1), INTERVAL[1], axis=0)
    limit = np.percentile(chance.max(axis=-1), CHANCE)
    return Bounds(np.floor(first).astype(int), np.ceil(last).astype(int), float(limit))
