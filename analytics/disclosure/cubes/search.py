"""The search: which small cells become the threshold and which become zero.

After the greedy start of Langsrud and Heldal ("An algorithm for small count rounding of tabular
data", the method of Statistics Norway's SmallCountRounding) with a bounded local search. Every
undecided cell first counts with its true value; one by one, in the keyed order, cells get the
value that leaves the declared totals closest to the truth. Then single changes and swaps of two
cells that share a total go on as long as they help. All arithmetic is on whole numbers, so that
the result does not depend on the order of summation.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

_FLIP_SWEEPS = 50
_SWAP_PARTNERS = 64
_ROUNDS = 8
_FAR = 1.2  # thresholds
_PRESS = 1.3
_RETURNS = 60
_TOO_FAR = 2.6  # thresholds
_QUOTED = 100_000  # weight
_QUOTED_FAR = 0.6  # thresholds
_HELD_FAR = 0.5  # thresholds
_HARD_PRESS = 1.7


@dataclass(frozen=True)
class Problem:
    """Undecided cells, in keyed order, against declared totals.

    `cells`: their positions in the cube. `adds` (cells x totals, 0/1): the totals that grow by
    `base` when the cell becomes `base`. `truth` (cells x totals): what the cell truly adds to each
    total. `error` (totals): published minus true so far, with every undecided cell at its true
    value. `weight` (totals): importance of a squared error, whole numbers. `held` (totals): the
    small ones that must come out at the multiple of `base` that is nearest.
    """

    cells: Integers
    adds: sparse.csr_array
    truth: sparse.csr_array
    error: Floats
    weight: Floats
    held: Flags
    base: int


class _State:
    """Chosen cells with the error of every total, kept up to date change by change."""

    def __init__(self, problem: Problem) -> None:
        self.base = problem.base
        self.given = self.weight = problem.weight
        self.error = problem.error.astype(np.float64)
        self.pull = self.weight * self.error
        self.adds = problem.adds
        # In the width of a place in memory: NumPy would widen them anew for every swap.
        self.starts, self.totals = (
            found.astype(np.intp) for found in (problem.adds.indptr, problem.adds.indices)
        )
        self.lengths = np.diff(self.starts)
        self.counting = np.arange(_SWAP_PARTNERS * self.lengths.max(initial=0))
        self.mass = problem.adds @ self.weight
        self.chosen: Flags = np.zeros(problem.adds.shape[0], dtype=np.bool_)

    def totals_of(self, cell: int) -> Places:
        """The totals that the cell adds to."""
        totals: Places = self.totals[self.starts[cell] : self.starts[cell + 1]]
        return totals

    def shift(self, totals: Places | NDArray[np.int32], change: Floats | int) -> None:
        """Change the published value of the totals."""
        self.error[totals] += change
        self.pull[totals] += change * self.weight[totals]

    def cost(self, cell: int, change: int) -> float:
        """What the criterion gains (negative) or loses when the cell changes by `change`."""
        pull = float(self.pull[self.totals_of(cell)].sum())
        return change * (2.0 * pull + change * float(self.mass[cell]))

    def step(self, cell: int) -> int:
        """The change in value that a flip of the cell means."""
        return -self.base if self.chosen[cell] else self.base

    def flip(self, cell: int) -> None:
        """Give the cell its other value."""
        self.shift(self.totals_of(cell), self.step(cell))
        self.chosen[cell] = not self.chosen[cell]

    def far(self, most: Floats | float) -> Flags:
        """The totals that are off by more than `most` thresholds."""
        far: Flags = np.abs(self.error) > most * self.base
        return far

    def press(self, totals: Flags, factor: float) -> None:
        """Give these totals a larger weight."""
        self.weight = np.where(totals, factor * self.weight, self.weight)
        self.pull = self.weight * self.error
        self.mass = self.adds @ self.weight

    def flip_costs(self) -> Floats:
        """The cost of a flip, for every cell at once."""
        change = np.where(self.chosen, -self.base, self.base)
        costs: Floats = change * (2.0 * (self.adds @ self.pull) + change * self.mass)
        return costs

    def costs_of(self, cells: Integers, change: int) -> Floats:
        """The cost of the same change, for some cells: at most the partners of a swap."""
        lengths = self.lengths.take(cells)
        ends = lengths.cumsum()
        firsts = ends - lengths
        places = (self.starts.take(cells) - firsts).repeat(lengths)
        places += self.counting[: len(places)]
        sums = np.add.reduceat(self.pull.take(self.totals.take(places)), firsts)
        costs: Floats = change * (2.0 * sums + change * self.mass.take(cells))
        return costs


def _start(state: _State, problem: Problem) -> None:
    starts, totals, counts = problem.truth.indptr, problem.truth.indices, problem.truth.data
    for cell in range(problem.adds.shape[0]):
        own = slice(starts[cell], starts[cell + 1])
        state.shift(totals[own], -counts[own].astype(np.float64))
        if state.cost(cell, state.base) < 0:
            state.flip(cell)


def _flip_while_it_helps(state: _State) -> None:
    for _ in range(_FLIP_SWEEPS):
        better = np.flatnonzero(state.flip_costs() < 0)
        if not len(better):
            return
        for cell in better.tolist():
            if state.cost(cell, state.step(cell)) < 0:
                state.flip(cell)


def _swap(state: _State, cell: int, partners: Integers) -> None:
    """Swap the cell with the best of the partners, if that helps.

    The partners must have the other value. Most swaps do not help, so that the cell is at first
    changed only as far as the cost of the partners depends on it: in `pull`.
    """
    own, step = state.totals_of(cell), state.step(cell)
    loss = state.cost(cell, step)
    moved = step * state.weight.take(own)
    state.pull[own] += moved
    costs = state.costs_of(partners, -step)
    best = int(costs.argmin())
    if loss + costs[best] >= 0:
        state.pull[own] -= moved
        return
    state.error[own] += step
    state.chosen[cell] = not state.chosen[cell]
    state.flip(int(partners[best]))


def _partners(
    state: _State, cells_of: sparse.csc_array, cell: int, dice: np.random.Generator
) -> Integers:
    """Cells with the other value that share a total with the cell, drawn by the keyed dice."""
    own = state.totals_of(cell)
    total = own[int(dice.random() * len(own))]
    members = cells_of.indices[cells_of.indptr[total] : cells_of.indptr[total + 1]]
    if len(members) > _SWAP_PARTNERS:
        members = members[(dice.random(_SWAP_PARTNERS) * len(members)).astype(np.int64)]
    others: Integers = members[state.chosen[members] != state.chosen[cell]].astype(np.int64)
    return others


def _swap_each(
    state: _State, cells_of: sparse.csc_array, cells: Integers, dice: np.random.Generator
) -> None:
    for cell in cells.tolist():
        partners = _partners(state, cells_of, cell, dice)
        if len(partners):
            _swap(state, cell, partners)


def _swap_while_it_helps(
    state: _State, cells_of: sparse.csc_array, dice: np.random.Generator, tries: int
) -> None:
    while tries > 0:
        chosen = np.flatnonzero(state.chosen)[:tries]
        if not len(chosen):
            return
        _swap_each(state, cells_of, chosen, dice)
        tries -= len(chosen)


def _bring_back(
    state: _State, cells_of: sparse.csc_array, dice: np.random.Generator, held: Flags
) -> None:
    """Press what is far off, and change only cells that share a total with it.

    The heaviest totals are quoted: they may be off by much less, and so may those that are held.
    """
    most = np.where(state.given >= _QUOTED, _QUOTED_FAR, _TOO_FAR)
    most = np.where(held, _HELD_FAR, most)
    best, least = state.chosen, np.inf
    for _ in range(_RETURNS):
        far = state.far(most)
        wrong = float((1 + state.given[far] / _QUOTED).sum())
        if wrong < least:
            best, least = state.chosen.copy(), wrong
        if not wrong:
            break
        state.press(far, _HARD_PRESS)
        _flip_while_it_helps(state)
        near = (state.adds @ far.astype(np.float64)) > 0
        _swap_each(state, cells_of, np.flatnonzero(near), dice)
    state.chosen = best


def choose(problem: Problem, dice: np.random.Generator, tries: int) -> Flags:
    """The cells that become `base`; the others become zero.

    `dice` must come from the owner's key; `tries` bounds the number of attempted swaps.
    """
    state = _State(problem)
    if not len(state.chosen):
        return state.chosen
    cells_of = state.adds.tocsc()
    cells_of.sort_indices()
    _start(state, problem)
    _flip_while_it_helps(state)
    for _ in range(_ROUNDS):
        _swap_while_it_helps(state, cells_of, dice, tries // _ROUNDS)
        state.press(state.far(_FAR), _PRESS)
        _flip_while_it_helps(state)
    _bring_back(state, cells_of, dice, problem.held)
    return state.chosen
