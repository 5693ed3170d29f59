"""The search on a made-up problem of whole numbers: what it keeps up to date, it keeps exactly."""

import tracemalloc
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from numba import njit
from scipy import sparse

from analytics.disclosure.cubes import changes, search, translating
from analytics.disclosure.cubes.changes import State
from analytics.disclosure.cubes.coded import Coded
from analytics.disclosure.cubes.coding import coded_rows
from analytics.disclosure.cubes.search import Problem
from analytics.disclosure.cubes.totals import Under
from analytics.disclosure.cubes.translating import Integers

CELLS, TOTALS, BASE = 60, 40, 5
SEEDS = pytest.mark.parametrize("seed", range(5))


def state_of(seed: int) -> State:
    dice = np.random.default_rng(seed)
    adds = (dice.random((CELLS, TOTALS)) < 0.2).astype(np.int64)
    error, weight = dice.integers(-9, 9, TOTALS), dice.integers(1, 9, TOTALS)
    state = search._Search(problem_of(adds, error.tolist(), weight.tolist())).state
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
def test_the_cells_of_a_total_are_those_that_add_to_it(seed: int) -> None:
    state = state_of(seed)
    totals = [
        set(state.totals[state.starts[c] : state.starts[c + 1]].tolist()) for c in range(CELLS)
    ]
    for total in range(TOTALS):
        members = state.members[state.firsts[total] : state.firsts[total + 1]].tolist()
        assert members == [cell for cell in range(CELLS) if total in totals[cell]]


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
    adds = np.kron(np.eye(2), np.ones((200, 3)))
    problem = problem_of(adds, [-10.0] * 3 + [1000.0] * 3, [1.0] * 6)
    state = search._Search(problem).state
    for cell in range(200, 210):
        changes.flip(state, cell)
    changes.swap_each(state, np.arange(200), np.random.default_rng(1))
    assert np.flatnonzero(state.chosen).tolist() == list(range(200, 210))


def problem_of(
    adds: np.ndarray, error: Sequence[float], weight: Sequence[float], held: Sequence[bool] = ()
) -> Problem:
    """A problem whose cells truly add nothing; `adds` is cells x totals."""
    cells, totals = adds.shape
    matrix = sparse.csr_array(adds)
    return Problem(
        cells=np.arange(cells),
        counts=sparse.csr_array((cells, cells), dtype=np.int32),
        adds=Under(matrix.indptr, matrix.indices),
        truth=coded(adds),
        error=np.array(error, dtype=np.float64),
        weight=np.array(weight, dtype=np.float64),
        held=np.array(held or [False] * totals, dtype=np.bool_),
        base=BASE,
    )


def coded(rows: np.ndarray) -> Coded:
    """Rows that stand under the totals (columns) in which they have a 1."""
    at, totals = rows.nonzero()
    under, _ = coded_rows(
        pd.DataFrame(index=range(len(rows))), [("total",)], {"total": pd.Series(totals, index=at)}
    )
    different = np.unique(totals)
    under.numbers[: len(different)] = different
    return under


@SEEDS
def test_the_start_decides_cell_by_cell_what_lies_closest(seed: int) -> None:
    dice = np.random.default_rng(seed)
    adds = (dice.random((CELLS, TOTALS)) < 0.2).astype(np.int64)
    rows = (dice.random((2 * CELLS, TOTALS)) < 0.2).astype(np.int8)  # two to a cell
    counts = np.kron(np.eye(CELLS), [1, 1]) * dice.integers(1, BASE, 2 * CELLS)
    truth = (counts @ rows).astype(np.int64)
    error, weight = dice.integers(-9, 9, TOTALS), dice.integers(1, 9, TOTALS)
    problem = replace(
        problem_of(adds, error.tolist(), weight.tolist()),
        counts=sparse.csr_array(counts.astype(np.int32)),
        truth=coded(rows),
    )
    state = search._Search(problem).state
    changes.decide_each(state, search._truth(problem))
    for cell in range(CELLS):
        error = error - truth[cell]
        chosen = error + BASE * adds[cell]
        is_closer = (weight * chosen**2).sum() < (weight * error**2).sum()
        error = chosen if is_closer else error
        assert state.chosen[cell] == is_closer
    assert state.error.tolist() == error.tolist()
    assert state.pull.tolist() == (weight * error).tolist()


@SEEDS
def test_flips_that_help_are_made_one_after_the_other(seed: int) -> None:
    state, twin = state_of(seed), state_of(seed)
    changes.flip_each(state, np.arange(CELLS))
    for cell in range(CELLS):
        before = criterion(twin)
        changes.flip(twin, cell)
        if criterion(twin) >= before:
            changes.flip(twin, cell)
    assert state.chosen.tolist() == twin.chosen.tolist()


@SEEDS
def test_pressed_totals_weigh_more_everywhere(seed: int) -> None:
    dice = np.random.default_rng(seed)
    adds = (dice.random((CELLS, TOTALS)) < 0.2).astype(np.int64)
    error = dice.integers(-20, 20, TOTALS).tolist()
    found = search._Search(problem_of(adds, error, [2.0] * TOTALS))
    far = found.far(1.2)
    assert far.tolist() == [abs(one) > 1.2 * BASE for one in error]
    assert 0 < far.sum() < TOTALS
    found.press(far, 1.5)
    state = found.state
    assert state.weight.tolist() == np.where(far, 3.0, 2.0).tolist()
    assert state.pull.tolist() == (state.weight * state.error).tolist()
    assert state.mass.tolist() == (adds @ state.weight).tolist()
    told = [changes.cost(state, cell, changes.step(state, cell)) for cell in range(CELLS)]
    assert found.flip_costs().tolist() == told


def test_with_few_partners_all_are_tried() -> None:
    """64 cells share a total: the one partner that helps is found wherever it stands."""
    for place in (1, 40, 63):
        adds = np.ones((64, 2), dtype=np.int64)
        adds[:, 1] = 0
        adds[place, 1] = 1  # only this one takes away the error of the second total
        state = search._Search(problem_of(adds, [-5.0, -5.0], [9.0, 1.0])).state
        changes.flip(state, 0)
        changes.swap_each(state, np.array([0]), np.random.default_rng(1))
        assert np.flatnonzero(state.chosen).tolist() == [place]


def test_swaps_are_tried_as_often_as_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[list[int]] = []
    monkeypatch.setattr(changes, "swap_each", lambda state, cells, dice: tried.append([*cells]))
    found = search._Search(problem_of(np.eye(5), [0.0] * 5, [1.0] * 5))
    search._swap_while_it_helps(found, np.random.default_rng(1), 7)
    assert tried == []  # nothing is chosen yet
    for cell in (0, 2, 3):
        changes.flip(found.state, cell)
    search._swap_while_it_helps(found, np.random.default_rng(1), 7)
    assert tried == [[0, 2, 3], [0, 2, 3], [0]]


@pytest.mark.parametrize(
    ("error", "weight", "held", "is_brought"),
    [
        (-5.0, 1.0, True, True),  # a held one must be within half a threshold
        (-5.0, 1.0, False, False),
        (-2.0, 1.0, True, False),  # it is
        (-13.5, 1.0, False, True),  # 2.7 thresholds is too far for any
        (-12.5, 1.0, False, False),
        (-3.5, 100_000.0, False, True),  # what is quoted must be within 0.6
        (-3.0, 100_000.0, False, False),
        (-3.5, 99_999.0, False, False),
    ],
)
def test_what_is_too_far_off_is_brought_back_against_the_others(
    error: float, weight: float, held: bool, is_brought: bool
) -> None:
    """One cell, that would bring it back; 40 totals that are right speak against it."""
    others = 40
    adds, rest = np.ones((1, 1 + others)), [0.0] * others
    problem = problem_of(
        adds, [error, *rest], [weight, *[weight * 0.9] * others], [held, *[False] * others]
    )
    chosen = search.choose(problem, np.random.default_rng(1), 10)
    assert chosen.tolist() == [is_brought]


def test_beside_the_totals_of_the_rows_only_the_rows_of_the_totals_are_held() -> None:
    """They are the largest thing there is: 4 bytes for each row under each of its totals."""
    dice = np.random.default_rng(1)
    problem = problem_of(dice.random((500, 400)) < 0.5, [0.0] * 400, [1.0] * 400)
    search.choose(problem, dice, 10)  # translates the loops
    tracemalloc.start()
    search.choose(problem, dice, 1000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 * len(problem.adds.totals)


@pytest.mark.parametrize("one", range(1, 6))
@pytest.mark.parametrize("other", range(1, 6))
def test_of_what_cannot_both_be_right_the_heavier_is(one: int, other: int) -> None:
    """However long the one is pressed against the other, the best that was seen is kept."""
    problem = problem_of(np.ones((1, 2)), [-5.0, 0.0], [one, other], [True, True])
    assert search.choose(problem, np.random.default_rng(1), 10).tolist() == [one > other]


def test_partners_are_looked_for_in_every_total_of_a_cell() -> None:
    """The one partner that helps shares only the second total with the cell."""
    adds = np.zeros((8, 3), dtype=np.int64)
    adds[0, :2] = adds[1:6, 0] = adds[6, 1] = adds[6, 2] = 1
    state = search._Search(problem_of(adds, [-5.0, -5.0, -5.0], [1.0, 1.0, 9.0])).state
    changes.flip(state, 0)
    changes.swap_each(state, np.zeros(30, dtype=np.int64), np.random.default_rng(1))
    assert state.chosen[6]


def test_where_nothing_can_be_kept_the_loops_are_still_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*, cache: bool) -> None:
        raise RuntimeError("cannot cache function: no locator available")

    def doubled(number: int) -> int:
        return 2 * number

    monkeypatch.setattr(
        translating, "njit", lambda *loops, **how: njit(*loops) if loops else full(**how)
    )
    assert translating.translated(doubled)(21) == 42


def test_bringing_back_ends_where_it_cannot_succeed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One total of 1,000 too few, held, with three cells: after the attempts allowed it stops."""
    problem = problem_of(np.ones((3, 1)), [-1000.0], [1.0], [True])
    tried: list[int] = []

    def counted(state: State, cells: Integers, dice: np.random.Generator) -> None:
        tried.append(len(cells))

    monkeypatch.setattr(changes, "swap_each", counted)
    monkeypatch.setattr(search, "_MOST_RETURNED", 10)
    monkeypatch.setattr(search, "_ROUNDS", 0)
    assert search.choose(problem, np.random.default_rng(1), 0).all()
    assert sum(tried) == 12
