"""The search: which small cells become the threshold and which become zero.

After the greedy start of Langsrud and Heldal ("An algorithm for small count rounding of tabular
data", the method of Statistics Norway's SmallCountRounding) with a bounded local search. Every
undecided cell first counts with its true value; one by one, in the keyed order, cells get the
value that leaves the declared totals closest to the truth. Then single changes and swaps of two
cells that share a total go on as long as they help.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from analytics.disclosure.cubes import changes
from analytics.disclosure.cubes.changes import Flags, Floats
from analytics.disclosure.cubes.coded import Coded
from analytics.disclosure.cubes.totals import Under
from analytics.disclosure.cubes.translating import Integers

_FLIP_SWEEPS = 50
_ROUNDS = 8
_FAR = 1.2  # thresholds
_PRESS = 1.3
_RETURNS = 60
_MOST_RETURNED = 100_000  # attempted swaps
_TOO_FAR = 2.6  # thresholds
_QUOTED = 100_000  # weight
_QUOTED_FAR = 0.6  # thresholds
_HELD_FAR = 0.5  # thresholds
_HARD_PRESS = 1.7


@dataclass(frozen=True)
class Problem:
    """Undecided cells, in keyed order, against declared totals.

    `cells`: their positions in the cube. `counts` (cells x rows): what each row of a cell counts.
    `truth`: the totals to which a row truly adds. `adds`: those that grow by `base` when a cell
    becomes `base`.
    `error` (totals): published minus true so far, with every undecided cell at its true
    value. `weight` (totals): importance of a squared error, whole numbers. `held` (totals): the
    small ones that must come out at the multiple of `base` that is nearest.
    """

    cells: Integers
    counts: sparse.csr_array
    adds: Under
    truth: Coded
    error: Floats
    weight: Floats
    held: Flags
    base: int


class _Search:
    """The state of a problem (see `changes.State`), with what looks at all cells at once."""

    def __init__(self, problem: Problem) -> None:
        self.given = problem.weight
        starts, totals = problem.adds
        firsts, members = changes.members_of(starts, totals, len(problem.error))
        error, weight = problem.error.astype(np.float64), problem.weight.astype(np.float64)
        self.state = changes.State(
            starts=starts,
            totals=totals,
            firsts=firsts,
            members=members,
            error=error,
            weight=weight,
            pull=weight * error,
            mass=np.zeros(len(problem.cells)),
            chosen=np.zeros(len(problem.cells), dtype=np.bool_),
            base=problem.base,
        )
        self.state.mass[:] = changes.over_totals(self.state, weight)

    def far(self, most: Floats | float) -> Flags:
        """The totals that are off by more than `most` thresholds."""
        far: Flags = np.abs(self.state.error) > most * self.state.base
        return far

    def press(self, totals: Flags, factor: float) -> None:
        """Give these totals a larger weight."""
        state = self.state
        state.weight[totals] *= factor
        state.pull[:] = state.weight * state.error
        state.mass[:] = changes.over_totals(state, state.weight)

    def flip_costs(self) -> Floats:
        """The cost of a flip, for every cell at once."""
        state = self.state
        change = np.where(state.chosen, -state.base, state.base)
        costs: Floats = change * (
            2.0 * changes.over_totals(state, state.pull) + change * state.mass
        )
        return costs


def _flip_while_it_helps(search: _Search) -> None:
    for _ in range(_FLIP_SWEEPS):
        better = np.flatnonzero(search.flip_costs() < 0)
        if not len(better):
            return
        changes.flip_each(search.state, better)


def _swap_while_it_helps(search: _Search, dice: np.random.Generator, tries: int) -> None:
    while tries > 0:
        chosen = np.flatnonzero(search.state.chosen)[:tries]
        if not len(chosen):
            return
        changes.swap_each(search.state, chosen, dice)
        tries -= len(chosen)


def _bring_back(search: _Search, dice: np.random.Generator, held: Flags) -> Flags:
    """Press what is far off, and change only cells that share a total with it.

    The heaviest totals are quoted: they may be off by much less, and so may those that are held.
    In a large delivery not every total can be brought back: the attempts are bounded.
    """
    most = np.where(search.given >= _QUOTED, _QUOTED_FAR, _TOO_FAR)
    most = np.where(held, _HELD_FAR, most)
    best, least, tried = search.state.chosen, np.inf, 0
    for _ in range(_RETURNS):
        far = search.far(most)
        wrong = float((1 + search.given[far] / _QUOTED).sum())
        if wrong < least:
            best, least = search.state.chosen.copy(), wrong
        if not wrong or tried > _MOST_RETURNED:
            break
        search.press(far, _HARD_PRESS)
        _flip_while_it_helps(search)
        near = np.flatnonzero(changes.over_totals(search.state, far.astype(np.float64)) > 0)
        changes.swap_each(search.state, near, dice)
        tried += len(near)
    return best


def _truth(problem: Problem) -> changes.Truth:
    counts = problem.counts
    return changes.Truth(counts.indptr, counts.indices, counts.data, problem.truth)


def choose(problem: Problem, dice: np.random.Generator, tries: int) -> Flags:
    """The cells that become `base`; the others become zero.

    `dice` must come from the owner's key; `tries` bounds the number of attempted swaps.
    """
    search = _Search(problem)
    if not len(search.state.chosen):
        return search.state.chosen
    changes.decide_each(search.state, _truth(problem))
    _flip_while_it_helps(search)
    for _ in range(_ROUNDS):
        _swap_while_it_helps(search, dice, tries // _ROUNDS)
        search.press(search.far(_FAR), _PRESS)
        _flip_while_it_helps(search)
    return _bring_back(search, dice, problem.held)
