"""The search on a made-up problem of whole numbers: what it keeps up to date, it keeps exactly."""

import numpy as np
import pytest
from numba import njit
from scipy import sparse

from analytics.disclosure.cubes import changes, search
from analytics.disclosure.cubes.changes import State
from analytics.disclosure.cubes.search import Problem

CELLS, TOTALS, BASE = 60, 40, 5
SEEDS = pytest.mark.parametrize("seed", range(5))


def state_of(seed: int) -> State:
    dice = np.random.default_rng(seed)
    adds = sparse.csr_array((dice.random((CELLS, TOTALS)) < 0.2).astype(np.int8))
    state = search._Search(
        Problem(
            cells=np.arange(CELLS),
            adds=adds,
            truth=adds,
            error=dice.integers(-9, 9, TOTALS).astype(np.float64),
            weight=dice.integers(1, 9, TOTALS).astype(np.float64),
            held=np.zeros(TOTALS, dtype=np.bool_),
            base=BASE,
        )
    ).state
    for cell in np.flatnonzero(dice.random(CELLS) < 0.5).tolist():
        changes.flip(state, cell)
    return state


def criterion(state: State) -> float:
    return float((state.weight * state.error**2).sum())


@SEEDS
def test_a_flip_costs_what_the_criterion_gains(seed: int) -> None:
    state = state_of(seed)
    for cell in range(CELLS):
        before, told = criterion(state), changes.cost(state, cell, changes.step(state, cell))
        changes.flip(state, cell)
        assert criterion(state) - before == told
        assert state.pull.tolist() == (state.weight * state.error).tolist()


@SEEDS
def test_a_swap_is_the_best_there_is_or_changes_nothing(seed: int) -> None:
    state, helped = state_of(seed), 0
    for cell in range(CELLS):
        before, were = criterion(state), state.chosen.copy()
        best = min(after_swap(state, cell, other) for other in others_of(state, cell))
        changes.swap(state, cell, np.arange(CELLS, dtype=np.int32))
        assert criterion(state) == min(best, before)
        assert int((state.chosen != were).sum()) == (2 if best < before else 0)
        assert state.pull.tolist() == (state.weight * state.error).tolist()
        helped += best < before
    assert 0 < helped < CELLS


def others_of(state: State, cell: int) -> list[int]:
    others: list[int] = np.flatnonzero(state.chosen != state.chosen[cell]).tolist()
    return others


def after_swap(state: State, cell: int, other: int) -> float:
    for one in (cell, other):
        changes.flip(state, one)
    found = criterion(state)
    for one in (cell, other):
        changes.flip(state, one)
    return found


def test_partners_share_a_total_with_the_cell() -> None:
    """Two groups of cells without a common total: a swap between them is never tried."""
    adds = sparse.csr_array(np.kron(np.eye(2), np.ones((200, 3))).astype(np.int8))
    error = np.array([-10.0] * 3 + [1000.0] * 3)
    weight, held = np.ones(6), np.zeros(6, dtype=np.bool_)
    problem = Problem(np.arange(400), adds, adds, error, weight, held, BASE)
    state = search._Search(problem).state
    for cell in range(200, 210):
        changes.flip(state, cell)
    changes.swap_each(state, np.arange(200), np.random.default_rng(1))
    assert np.flatnonzero(state.chosen).tolist() == list(range(200, 210))


def test_where_nothing_can_be_kept_the_loops_are_still_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*, cache: bool) -> None:
        raise RuntimeError("cannot cache function: no locator available")

    def doubled(number: int) -> int:
        return 2 * number

    monkeypatch.setattr(
        changes, "njit", lambda *loops, **how: njit(*loops) if loops else full(**how)
    )
    assert changes.translated(doubled)(21) == 42


def test_bringing_back_ends_where_it_cannot_succeed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One total of 1,000 too few, held, with three cells: after the attempts allowed it stops."""
    adds = sparse.csr_array(np.ones((3, 1), dtype=np.int8))
    held, weight = np.ones(1, dtype=np.bool_), np.ones(1)
    problem = Problem(np.arange(3), adds, adds, np.array([-1000.0]), weight, held, BASE)
    tried: list[int] = []

    def counted(state: State, cells: changes.Integers, dice: np.random.Generator) -> None:
        tried.append(len(cells))

    monkeypatch.setattr(changes, "swap_each", counted)
    monkeypatch.setattr(search, "_MOST_RETURNED", 10)
    monkeypatch.setattr(search, "_ROUNDS", 0)
    assert search.choose(problem, np.random.default_rng(1), 0).all()
    assert sum(tried) == 12
