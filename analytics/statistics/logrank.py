"""Whether groups last differently by more than chance: one test over all groups together."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.statistics.spells import Clock
from analytics.statistics.survival import Floats, LifeTable, life_table

TWO = 2  # groups: one has nothing to differ from


def logrank(
    groups: Sequence[pd.DataFrame], clock: Clock, outcomes: Sequence[str], *, each: int = 1
) -> float:
    """The probability that groups of spells (see `life_table`) differ as much by chance alone.

    They are compared in how fast they leave by the first of the outcomes: the logrank scores of
    Peto and Peto (1972), with the variance that they have when spells are dealt to the groups at
    random. Of groups of five the usual variance of the logrank test calls one in eight different
    that is not; this at most one in twenty. 1 where there are not two groups, or nobody left.
    """
    # scipy.special takes a moment to load: only who compares pays for it.
    from scipy.special import gammaincc  # noqa: PLC0415

    some = [group for group in groups if len(group)]
    if len(some) < TWO:
        return 1.0
    spells = pd.concat(some, keys=range(len(some)), names=["group"]).reset_index("group")
    scores = logrank_scores(spells, clock, outcomes, each=each)
    records = spells["total"].to_numpy(dtype=np.float64) / each
    group = spells["group"].to_numpy(dtype=np.int64)
    spread = float(np.sum(records * scores**2)) / (float(records.sum()) - 1)
    if spread <= 0:
        return 1.0
    sums, sizes = np.bincount(group, records * scores), np.bincount(group, records)
    distance = float(np.sum(sums**2 / sizes)) / spread
    return float(gammaincc((len(some) - 1) / 2, distance / 2))


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
