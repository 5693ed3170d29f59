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

from analytics.figures.doors.marts import Marts
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Around, buurten_of, free_by_talent, waiting_by_talent


class Step(NamedTuple):
    """One more place: in which buurt, for which talent, and what it brings.

    `gain` is the number of waiting residents with the talent who have no free position for it
    within reach now, and would have one; `waiting` all who wait with it within reach of the place.
    `equals` is how many other places bring as many, `together` how many residents (each once)
    this step and those before it bring a position for one of their talents.
    """

    buurt: str
    talent: str
    gain: int
    waiting: int
    equals: int
    together: int


def uncovered(known: Snapshot, reached: pd.DataFrame) -> pd.DataFrame:
    """Waiting residents without a free position for their talent within reach.

    A row per buurt, a column per talent; `reached` as in `supply_and_demand`.
    """
    ways, free = reached.to_numpy(dtype="int64"), free_by_talent(known)
    left: pd.DataFrame = waiting_by_talent(known) * (ways @ free.to_numpy() == 0)
    return left


def without_place(known: Snapshot, reached: pd.DataFrame) -> pd.DataFrame:
    """The rows of `known.wanted` of residents without a free position for that talent in reach."""
    left = uncovered(known, reached)
    rows_at = left.index.get_indexer(pd.Index(known.wanted["buurt"]))
    columns_at = left.columns.get_indexer(pd.Index(known.wanted["talent"]))
    return known.wanted[left.to_numpy()[rows_at, columns_at] > 0]


def best_steps(
    known: Snapshot, reached: pd.DataFrame, candidates: Sequence[str], count: int
) -> list[Step]:
    """The best `count` places, one after the other, in the candidate buurten (codes).

    Fewer when no place brings anybody within reach any more. Of places that bring as many, the
    one comes first that most residents with the talent have within reach.
    """
    ways = reached[list(candidates)].to_numpy(dtype="int64")  # homes x candidates
    lacking = without_place(known, reached)
    brought: set[str] = set()
    left = uncovered(known, reached).to_numpy(copy=True)
    waiting = ways.T @ waiting_by_talent(known).to_numpy()
    steps: list[Step] = []
    while len(steps) < count and (gains := ways.T @ left).any():
        scores = gains * (waiting.max() + 1) + waiting
        place, talent = np.unravel_index(scores.argmax(), scores.shape)
        here = reached.index[ways[:, place] > 0]
        fits = (lacking["talent"] == known.talents[talent]) & lacking["buurt"].isin(here)
        brought.update(lacking.loc[fits, "resident_id"])
        gain = int(gains[place, talent])
        equals = int((gains == gain).sum()) - 1
        amounts = gain, int(waiting[place, talent]), equals, len(brought)
        steps.append(Step(candidates[place], known.talents[talent], *amounts))
        left[ways[:, place] > 0, talent] = 0
    return steps


def advice(marts: Marts, asked: Around, count: int) -> list[Step]:
    """The best places in the buurten of an area; for one talent when that is asked."""
    reached = near(metres(), asked.catchment)
    return best_steps(_asked_of(marts, asked), reached, _candidates(marts, asked), count)


def waiting_around(marts: Marts, asked: Around) -> int:
    """How many residents (each once) wait who reach a place in an area; for the asked talent."""
    reached = near(metres(), asked.catchment)[list(_candidates(marts, asked))].any(axis="columns")
    wanted = _asked_of(marts, asked).wanted
    return int(wanted[wanted["buurt"].isin(reached.index[reached])]["resident_id"].nunique())


def _asked_of(marts: Marts, asked: Around) -> Snapshot:
    known = snapshot(marts, asked.as_of)
    if not asked.talent:
        return known
    return replace(known, wanted=known.wanted[known.wanted["talent"] == asked.talent])


def _candidates(marts: Marts, asked: Around) -> Sequence[str]:
    return buurten_of(marts, asked.level)[asked.area]
