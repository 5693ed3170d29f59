"""The outsider: what follows from published figures, by linear programming."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linprog

from analytics.disclosure.cubes.totals import Margin

TOLERANCE = 1e-6
Range = tuple[int, int]


@dataclass(frozen=True)
class Known:
    """A sum of cells (by position, with a sign) lies between two bounds."""

    cells: tuple[int, ...]
    low: float
    high: float
    signs: tuple[int, ...] = ()


def _matrix(facts: Sequence[Known], cells: int) -> sparse.csr_array:
    row = [place for place, fact in enumerate(facts) for _ in fact.cells]
    column = [cell for fact in facts for cell in fact.cells]
    value = [sign for fact in facts for sign in (fact.signs or (1,) * len(fact.cells))]
    return sparse.csr_array((value, (row, column)), shape=(len(facts), cells), dtype=float)


def ranges(facts: Sequence[Known], bounds: Sequence[tuple[float, float]]) -> list[Range]:
    """Per cell the lowest and the highest whole count that agrees with all facts."""
    matrix = _matrix(facts, len(bounds))
    upper = np.array([fact.high for fact in facts])
    lower = np.array([fact.low for fact in facts])
    found: list[Range] = []
    for cell in range(len(bounds)):
        ends = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(bounds))
            goal[cell] = sign
            result = linprog(
                goal,
                A_ub=sparse.vstack([matrix, -matrix]) if len(facts) else None,
                b_ub=np.concatenate([upper, -lower]) if len(facts) else None,
                bounds=list(bounds),
                method="highs",
            )
            assert result.status == 0, result.message
            ends.append(sign * result.fun)
        found.append((int(np.ceil(ends[0] - TOLERANCE)), int(np.floor(ends[1] + TOLERANCE))))
    return found


def published_range(value: int, threshold: int) -> tuple[float, float]:
    """What a protected cell tells by the method alone, which is public."""
    if value == 0:
        return 0, threshold - 1
    return (1, threshold) if value == threshold else (value, value)


def groups(cells: pd.DataFrame, margin: Margin) -> list[tuple[int, ...]]:
    """The cells (positions) behind each total of a margin."""
    if not margin.columns:
        return [tuple(range(len(cells)))]
    found = cells.groupby(list(margin.columns), sort=True).indices
    return [tuple(int(place) for place in places) for places in found.values()]


def naive_tables(
    cells: pd.DataFrame, margins: Sequence[Margin], threshold: int
) -> tuple[list[Known], list[tuple[float, float]]]:
    """The naive protection: all tables as they are, with 1..threshold-1 left blank."""
    counts = cells["count"].to_numpy()
    small = (counts > 0) & (counts < threshold)
    facts = []
    for margin in margins:
        for group in groups(cells, margin):
            total = int(counts[list(group)].sum())
            blank = 0 < total < threshold
            low, high = (1, threshold - 1) if blank else (total, total)
            facts.append(Known(group, low, high))
    bounds = [
        (1.0, threshold - 1.0) if blank else (float(count), float(count))
        for count, blank in zip(counts, small, strict=True)
    ]
    return facts, bounds


def protected_tables(
    protected: pd.DataFrame, margins: Sequence[Margin], threshold: int
) -> tuple[list[Known], list[tuple[float, float]]]:
    """What protected tables tell: each total lies between the sums of what its cells can be."""
    counts = protected["count"].to_numpy()
    bounds = [published_range(int(count), threshold) for count in counts]
    facts = []
    for margin in margins:
        for group in groups(protected, margin):
            low = sum(bounds[cell][0] for cell in group)
            high = sum(bounds[cell][1] for cell in group)
            facts.append(Known(group, low, high))
    return facts, bounds
