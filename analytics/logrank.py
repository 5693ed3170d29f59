"""Whether groups last differently by more than chance: one test over all groups together."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.spells import Clock
from analytics.survival import Floats, LifeTable, life_table

Counts = NDArray[np.int64]

DRAWS = 499
TWO = 2  # groups: one has nothing to differ from
_ROUNDING = 1e-9  # sums of the same scores in another order
_SEED = 1  # the same spells always have the same answer


def logrank(
    groups: Sequence[pd.DataFrame],
    clock: Clock,
    outcomes: Sequence[str],
    *,
    each: int = 1,
    draws: int = DRAWS,
) -> float:
    """The probability that groups of spells (see `life_table`) differ as much by chance alone.

    They are compared in how fast they leave by the first of the outcomes. The logrank scores
    (Peto and Peto 1972) of a group are held against those of groups that are drawn from all spells
    together: the tables of chi-square call groups of five different in one of eight draws.
    1 where there are not two groups to compare.
    """
    if len(groups) < TWO:
        return 1.0
    spells = pd.concat(groups, keys=range(len(groups)), names=["group"]).reset_index("group")
    scores = logrank_scores(spells, clock, outcomes, each=each)
    records = np.rint(spells["total"].to_numpy(dtype=np.float64) / each).astype(np.int64)
    group = spells["group"].to_numpy(dtype=np.int64)
    sizes = np.bincount(group, records).astype(np.int64)
    found = _apart(np.bincount(group, records * scores).astype(np.float64), sizes)
    dice = np.random.default_rng(_SEED)
    drawn = (_draw(dice, scores, records, sizes) for _ in range(draws))
    return (1 + sum(_apart(sums, sizes) >= found - _ROUNDING for sums in drawn)) / (1 + draws)


def logrank_scores(
    spells: pd.DataFrame, clock: Clock, outcomes: Sequence[str], *, each: int = 1
) -> Floats:
    """Per spell: 1 if it left by the first outcome, less the chance of it while it was followed."""
    table = life_table(spells, clock, outcomes, fewest=0, each=each)
    lasted = spells["lasted"].to_numpy(dtype=np.int64)
    entered = np.minimum(spells["entered"].to_numpy(dtype=np.int64), lasted + clock.is_whole)
    ends = spells["outcome"].to_numpy(dtype=object)
    rate = _rate(table, outcomes[0])
    until = np.concatenate([[0.0], np.cumsum(rate)])
    chance = until[lasted + 1] - until[entered]
    if clock.is_whole:  # a step that was not followed whole
        chance -= np.where(np.isin(ends, outcomes), 0.0, rate[lasted] / 2)
        chance += np.where(entered > 0, rate[np.maximum(entered - 1, 0)] / 2, 0.0)
    scores: Floats = (ends == outcomes[0]) - chance
    return scores


def _rate(table: LifeTable, outcome: str) -> Floats:
    exits, there = table.exits[outcome], table.at_risk
    return np.divide(exits, there, out=np.zeros(len(exits)), where=there > 0)


def _apart(sums: Floats, sizes: Counts) -> float:
    """How far the scores of groups lie apart, as in an analysis of variance."""
    return float(np.sum(sums[sizes > 0] ** 2 / sizes[sizes > 0]))


def _draw(dice: np.random.Generator, scores: Floats, records: Counts, sizes: Counts) -> Floats:
    """The scores of groups of the same sizes that are drawn from all records."""
    left, sums = records, []
    for size in sizes:
        taken = dice.multivariate_hypergeometric(left, size, method="marginals")
        left = left - taken
        sums.append(float(taken @ scores))
    return np.array(sums)
