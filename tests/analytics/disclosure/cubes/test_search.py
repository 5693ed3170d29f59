"""The search on a made-up problem of whole numbers: what it keeps up to date, it keeps exactly."""

import numpy as np
import pytest
from scipy import sparse

from analytics.disclosure.cubes import search
from analytics.disclosure.cubes.search import Problem

CELLS, TOTALS, BASE = 60, 40, 5


def state_of(seed: int) -> search._State:
    dice = np.random.default_rng(seed)
    adds = sparse.csr_array((dice.random((CELLS, TOTALS)) < 0.2).astype(np.int8))
    state = search._State(
        Problem(
            cells=np.arange(CELLS),
            adds=adds,
            truth=adds,
            error=dice.integers(-9, 9, TOTALS).astype(np.float64),
            weight=dice.integers(1, 9, TOTALS).astype(np.float64),
            held=np.zeros(TOTALS, dtype=np.bool_),
            base=BASE,
        )
    )
    for cell in np.flatnonzero(dice.random(CELLS) < 0.5).tolist():
        state.flip(cell)
    return state


@pytest.mark.parametrize("seed", range(5))
def test_costs_together_are_those_one_by_one(seed: int) -> None:
    state = state_of(seed)
    cells = np.flatnonzero(state.chosen)
    one_by_one = [state.cost(cell, -BASE) for cell in cells.tolist()]
    assert state.costs_of(cells, -BASE).tolist() == one_by_one


@pytest.mark.parametrize("seed", range(5))
def test_a_swap_helps_or_changes_nothing(seed: int) -> None:
    state, helped = state_of(seed), 0
    for cell in range(CELLS):
        before, were = float((state.weight * state.error**2).sum()), state.chosen.copy()
        search._swap(state, cell, np.flatnonzero(state.chosen != state.chosen[cell]))
        now = float((state.weight * state.error**2).sum())
        changed = int((state.chosen != were).sum())
        assert (changed, now < before) in {(0, False), (2, True)}
        assert state.pull.tolist() == (state.weight * state.error).tolist()
        helped += changed
    assert 0 < helped < 2 * CELLS
