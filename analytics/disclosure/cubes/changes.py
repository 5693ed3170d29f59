"""Changes of one cell and swaps of two, each tried where it stands: the inner loops of the search.

There are tens of millions of these small sums in a large delivery, so that they are translated to
machine code. Every sum adds its terms one by one in the order of the totals: on every computer it
has the same last bit.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.disclosure.cubes.coded import Coded, totals_of
from analytics.disclosure.cubes.translating import Integers, Places, translated

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SWAP_PARTNERS = 64


class State(NamedTuple):
    """Chosen cells with the error of every total; what is done to the cells changes the arrays.

    Cell c adds to `totals[starts[c]:starts[c + 1]]`; the cells that add to total t are
    `members[firsts[t]:firsts[t + 1]]`. Per total its `error`
    (published minus true), the `weight` of a squared error, and `pull`, their product; per cell its
    `mass`, the weight of all its totals, and whether it is `chosen`: it then counts `base`, and 0
    otherwise.
    """

    starts: Places
    totals: Places
    firsts: Places
    members: Places
    error: Floats
    weight: Floats
    pull: Floats
    mass: Floats
    chosen: Flags
    base: int


@translated
def step(state: State, cell: int) -> int:
    """The change in value that a flip of the cell means."""
    return -state.base if state.chosen[cell] else state.base


@translated
def cost(state: State, cell: int, change: int) -> float:
    """What the criterion gains (negative) or loses when the cell changes by `change`."""
    pull = 0.0
    for at in range(state.starts[cell], state.starts[cell + 1]):
        pull += state.pull[state.totals[at]]
    gained: float = change * (2.0 * pull + change * state.mass[cell])
    return gained


@translated
def flip(state: State, cell: int) -> None:
    """Give the cell its other value."""
    change = step(state, cell)
    for at in range(state.starts[cell], state.starts[cell + 1]):
        total = state.totals[at]
        state.error[total] += change
        state.pull[total] += change * state.weight[total]
    state.chosen[cell] = not state.chosen[cell]


@translated
def over_totals(state: State, values: Floats) -> Floats:
    """Per cell the sum of the values of its totals."""
    sums = np.zeros(len(state.chosen))
    for cell in range(len(sums)):
        for at in range(state.starts[cell], state.starts[cell + 1]):
            sums[cell] += values[state.totals[at]]
    return sums


@translated
def members_of(starts: Places, totals: Places, many: int) -> tuple[Places, Places]:
    """The cells that add to each of so many totals, in order, as `firsts` and `members` (State)."""
    firsts = np.zeros(many + 1, dtype=np.int32)
    for total in totals:
        firsts[total + 1] += 1
    firsts[:] = np.cumsum(firsts)
    free = firsts.copy()
    members = np.empty(len(totals), dtype=np.int32)
    for cell in range(len(starts) - 1):
        for at in range(starts[cell], starts[cell + 1]):
            members[free[totals[at]]] = cell
            free[totals[at]] += 1
    return firsts, members


class Truth(NamedTuple):
    """What cells truly add: cell c the rows `rows[firsts[c]:firsts[c + 1]]`, `counts` times each.

    `coded`: the totals in which each row stands.
    """

    firsts: Places
    rows: Places
    counts: Places
    coded: Coded


@translated
def decide_each(state: State, truth: Truth) -> None:
    """Put in place of what each cell truly adds the value that leaves the totals closest to it."""
    found = np.empty(truth.coded.most, dtype=np.int64)
    for cell in range(len(state.chosen)):
        for place in range(truth.firsts[cell], truth.firsts[cell + 1]):
            count = truth.counts[place]
            for at in range(totals_of(truth.coded, truth.rows[place], found)):
                state.error[found[at]] -= count
                state.pull[found[at]] -= count * state.weight[found[at]]
        if cost(state, cell, state.base) < 0:
            flip(state, cell)


@translated
def flip_each(state: State, cells: Integers) -> None:
    """Flip those of the cells, one after the other, of which the flip helps."""
    for cell in cells:
        if cost(state, cell, step(state, cell)) < 0:
            flip(state, cell)


@translated
def swap(state: State, cell: int, others: Places) -> None:
    """Swap the cell with the best of the others that have the other value, if that helps."""
    least = -cost(state, cell, step(state, cell))
    best = cell
    flip(state, cell)
    for other in others:
        if other != cell and state.chosen[other] == state.chosen[cell]:
            change = cost(state, other, step(state, other))
            if change < least:
                best, least = other, change
    flip(state, best)


@translated
def swap_each(state: State, cells: Integers, dice: np.random.Generator) -> None:
    """Try a swap of every cell with some that share a total with it, drawn by the keyed dice."""
    drawn = np.empty(SWAP_PARTNERS, dtype=np.int32)
    for cell in cells:
        start, end = state.starts[cell], state.starts[cell + 1]
        total = state.totals[start + int(dice.random() * (end - start))]
        first, last = state.firsts[total], state.firsts[total + 1]
        if last - first > SWAP_PARTNERS:
            for place in range(SWAP_PARTNERS):
                drawn[place] = state.members[first + int(dice.random() * (last - first))]
            swap(state, cell, drawn)
        else:
            swap(state, cell, state.members[first:last])
