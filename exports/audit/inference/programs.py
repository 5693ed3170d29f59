"""Ranges of sums by linear programming (HiGHS), for what simple sums leave open."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from exports.audit.inference.intervals import Ranges
from exports.audit.inference.system import NO_BOUND, System
from exports.audit.partition import Integers

TOLERANCE = 1e-6
MOST_PROGRAMS = 4_000
MOST_WORK = 10_000_000  # entries of all programs together: about half a minute
_SOLVED = 0
_CORNERS = 16
_SEED = 20210101  # the same exports give the same report
Numbers = NDArray[np.float64]


@dataclass
class Budget:
    """How many programs may be solved, and how many entries they may have together."""

    programs: int = MOST_PROGRAMS
    work: int = MOST_WORK
    solved: int = 0

    def take(self, entries: int) -> bool:
        """Whether one more program of that size may be solved; counts it when it may."""
        if self.solved >= self.programs or self.work < entries:
            return False
        self.solved += 1
        self.work -= entries
        return True


@dataclass(frozen=True)
class Bounds:
    """The range of a sum; `examined` is False when the budget ran out before it was sharp."""

    low: int
    high: int
    examined: bool = True


@dataclass
class _Part:
    """The open cells that hang together, with the points that were found to be possible."""

    columns: Integers
    matrix: sparse.csr_array
    low: Numbers
    high: Numbers
    limits: Numbers
    points: list[Numbers] = field(default_factory=list)


class Programs:
    """Sharp ranges of sums of cells, within a budget."""

    def __init__(self, system: System, ranges: Ranges, budget: Budget) -> None:
        self._ranges = ranges
        self._budget = budget
        self._part_of = np.full(len(ranges.low), -1, dtype=np.int64)
        self._parts = self._divide(system)

    def _divide(self, system: System) -> list[_Part]:
        """Splits the rows that join open cells into parts that share no cell."""
        open_ = self._ranges.open
        inside = system.matrix[:, open_]
        joining = np.flatnonzero(np.diff(inside.indptr) > 1)
        limits = np.column_stack([self._ranges.low, self._ranges.high]).astype(np.float64)
        fixed = np.where(self._ranges.low == self._ranges.high, self._ranges.low, 0)
        known = (system.matrix @ fixed)[joining]
        rows = inside[joining].tocsr()
        label = _connected(rows)
        counts = np.bincount(label)
        parts: list[_Part] = []
        row_label = label[rows.indices[rows.indptr[:-1]]]
        low, high = system.low[joining] - known, system.high[joining] - known
        for name in np.flatnonzero(counts > 1):
            at, cells = np.flatnonzero(row_label == name), np.flatnonzero(label == name)
            columns = open_[cells]
            self._part_of[columns] = len(parts)
            matrix = rows[at][:, cells].tocsr().astype(np.float64)
            sides = low[at].astype(np.float64), high[at].astype(np.float64)
            parts.append(_Part(columns, matrix, *sides, limits[columns]))
        return parts

    def bounds(self, columns: Integers, enough: int | None = None) -> Bounds:
        """The lowest and highest value of the sum of some cells.

        With `enough` the search stops when the sum can reach it, or has a range as wide as
        `enough` - 1: the range is then not sharp but wide enough.
        """
        low, high, examined = 0, 0, True
        numbers = self._part_of[columns]
        for number in np.unique(numbers):
            chosen = columns[numbers == number]
            found = self._in_part(int(number), chosen, enough)
            low, high, examined = low + found.low, high + found.high, examined and found.examined
        return Bounds(low, high, examined)

    def _in_part(self, number: int, columns: Integers, enough: int | None) -> Bounds:
        least, most = self._ranges.low[columns], self._ranges.high[columns]
        outer = Bounds(int(least.sum()), int(most.sum()), number < 0)
        if number < 0 or outer.low == outer.high:
            return Bounds(outer.low, outer.high)
        part = self._parts[number]
        goal = np.isin(part.columns, columns).astype(np.float64)
        if not part.points:
            self._explore(part)
        if _is_settled(goal, part.points, outer, enough):
            return Bounds(outer.low, outer.high)
        high = self._best(part, -goal)
        if high is not None and _is_settled(goal, part.points, outer, enough):
            return Bounds(outer.low, -high)
        low = self._best(part, goal)
        if low is None or high is None:
            return outer
        return Bounds(max(low, outer.low), min(-high, outer.high))

    def _explore(self, part: _Part) -> None:
        """Collects corners of what is possible, in all directions, that settle most cells."""
        dice = np.random.default_rng(_SEED)
        for _ in range(min(_CORNERS, len(part.columns))):
            direction = dice.choice([-1.0, 1.0], len(part.columns))
            for goal in (direction, -direction):
                self._best(part, goal)

    def _best(self, part: _Part, goal: Numbers) -> int | None:
        """The least whole value of the goal; None when it was not solved."""
        if not self._budget.take(part.matrix.nnz):
            return None
        from scipy.optimize import linprog  # noqa: PLC0415 - only where sums leave cells open

        equal = part.low == part.high
        upper = ~equal & (part.high < NO_BOUND / 2)
        lower = ~equal
        result = linprog(
            goal,
            A_ub=sparse.vstack([part.matrix[upper], -part.matrix[lower]]),
            b_ub=np.r_[part.high[upper], -part.low[lower]],
            A_eq=part.matrix[equal],
            b_eq=part.low[equal],
            bounds=part.limits,
            method="highs-ds",
            options={"presolve": False},  # simple sums have been done already
        )
        if result.status != _SOLVED:
            return None
        part.points.append(result.x)
        return int(np.ceil(result.fun - TOLERANCE))


def _connected(rows: sparse.csr_array) -> Integers:
    """The number of the part of each column: those that a row joins have the same."""
    if rows.shape[0] == 0:
        return np.arange(rows.shape[1])
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 - slow, seldom needed

    label: Integers = connected_components(abs(rows).T @ abs(rows), directed=False)[1]
    return label


def _is_settled(
    goal: Numbers, points: Sequence[Numbers], outer: Bounds, enough: int | None
) -> bool:
    """Whether the possible points show the whole range, or that the sum need not be small."""
    if not points:
        return False
    seen = np.array(points) @ goal
    top, bottom = np.floor(seen.max() + TOLERANCE), np.ceil(seen.min() - TOLERANCE)
    if bottom <= outer.low and top >= outer.high:
        return True
    return enough is not None and bool(top >= enough or top - bottom >= enough - 1)
