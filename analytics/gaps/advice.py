"""Advice: where one more place brings most waiting residents within reach, and whom to ask.

Choosing k places that cover most people is the maximal covering location problem (Church and
ReVelle 1974). Taking the best place each time (greedy) covers at least 63% of what is possible
(Nemhauser, Wolsey and Fisher 1978), and each step can be explained.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Around, buurten_of, free_by_talent, waiting_by_talent
from analytics.marts import Marts


class Step(NamedTuple):
    """One more place: in which buurt, for which talent, and what it brings.

    `gain` is the number of waiting residents with the talent who have no free position for it
    within reach now, and would have one; `waiting` all who wait within reach of the place.
    """

    buurt: str
    talent: str
    gain: int
    waiting: int


def uncovered(known: Snapshot, reached: pd.DataFrame) -> pd.DataFrame:
    """Waiting residents without a free position for their talent within reach.

    A row per buurt, a column per talent; `reached` as in `supply_and_demand`.
    """
    ways, free = reached.to_numpy(dtype="int64"), free_by_talent(known)
    left: pd.DataFrame = waiting_by_talent(known) * (ways @ free.to_numpy() == 0)
    return left


def best_steps(
    known: Snapshot, reached: pd.DataFrame, candidates: Sequence[str], count: int
) -> list[Step]:
    """The best `count` places, one after the other, in the candidate buurten (codes).

    Fewer when no place brings anybody within reach any more. Of places that bring as many, the
    one comes first that most residents with the talent have within reach.
    """
    ways = reached[list(candidates)].to_numpy(dtype="int64")  # homes x candidates
    left = uncovered(known, reached).to_numpy(copy=True)
    waiting = ways.T @ waiting_by_talent(known).to_numpy()
    steps: list[Step] = []
    while len(steps) < count and (gains := ways.T @ left).any():
        scores = gains * (waiting.max() + 1) + waiting
        place, talent = np.unravel_index(scores.argmax(), scores.shape)
        amounts = int(gains[place, talent]), int(waiting[place, talent])
        steps.append(Step(candidates[place], known.talents[talent], *amounts))
        left[ways[:, place] > 0, talent] = 0
    return steps


def advice(marts: Marts, asked: Around, count: int) -> list[Step]:
    """The best places in the buurten of an area; for one talent when that is asked."""
    known = snapshot(marts, asked.as_of)
    if asked.talent:
        known = replace(known, wanted=known.wanted[known.wanted["talent"] == asked.talent])
    reached = near(metres(), asked.catchment)
    return best_steps(known, reached, buurten_of(marts, asked.level)[asked.area], count)
