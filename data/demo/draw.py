"""Draws in vectors: weighted choices, exact selections and waiting times."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def weighted(rng: np.random.Generator, weights: Floats, count: int) -> Ints:
    """`count` indices into `weights`, each with a chance in proportion to its weight."""
    steps = np.cumsum(weights)
    chosen: Ints = np.searchsorted(steps, rng.random(count) * steps[-1], "right")
    return chosen


def weighted_rows(rng: np.random.Generator, weights: Floats, rows: Ints) -> Ints:
    """For each of `rows` one column of the matrix `weights`, in proportion to that row."""
    steps = np.cumsum(weights, axis=1)
    drawn = rng.random(len(rows)) * steps[rows, -1]
    chosen: Ints = (steps[rows, :-1] <= drawn[:, None]).sum(axis=1, dtype=np.int64)
    return chosen


def several(rng: np.random.Generator, weights: Floats, rows: Ints, counts: Ints) -> Flags:
    """For each of `rows` as many different columns of `weights` as `counts` says, as flags.

    The columns with the highest log weight plus Gumbel noise are a weighted draw without
    replacement (Gumbel top-k; Kool, Van Hoof and Welling 2019).
    """
    scores = np.log(weights)[rows]
    scores += rng.gumbel(size=scores.shape)
    borders = np.sort(scores, axis=1)[np.arange(len(rows)), -counts]
    flags: Flags = scores >= borders[:, None]
    return flags


def keep(rng: np.random.Generator, weights: Floats, count: int) -> Ints:
    """`count` different indices into `weights`, or all when there are fewer, in rising order.

    A heavier weight is kept more often (Efraimidis and Spirakis 2006).
    """
    if count >= len(weights):
        return np.arange(len(weights))
    waits = rng.exponential(size=len(weights)) / weights
    return np.sort(np.argpartition(waits, count)[:count])


def waiting_days(rng: np.random.Generator, mean: float | Floats, count: int) -> Ints:
    """Whole days that something takes, exponential around `mean` days."""
    return rng.exponential(mean, count).astype(np.int64)
