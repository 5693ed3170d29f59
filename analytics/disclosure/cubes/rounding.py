"""Small count rounding of one cube: the protected weights from which every figure is summed.

Method: Langsrud and Heldal, "An algorithm for small count rounding of tabular data" (PSD 2018),
the reference being Statistics Norway's SmallCountRounding. Each cell with a count of
1..threshold-1 becomes 0 or the threshold, every other cell keeps its count, and all else is a sum
of cells. So everything adds up, and no sum is ever 1..threshold-1.

Stocks. A running stock is starts minus ends. Starts and ends that are rounded apart can make it
negative or small, and a stock that is rounded as a cell of its own gives the flows away: from
exactly 10 to exactly 14 beside starts of 5 and ends of 0 pins starts at 4 or 5. So there is no
cube of stocks and none of ends. Rows carry their later dates and other attributes along: the
value that a cell publishes rests on a few of its rows, chosen by the key (the representatives),
each standing for at least `threshold`. A protected match runs and ends with its representative.
Stocks are then sums of non-negative weights, consistent with the flows, and what happens later
in time changes nothing that was published before.

Why this is safe. When a representative ends in a month, an outsider learns that at least one row
of the cell does; when none does, that not all rows do or that the cell is 0. For a published cell
of 0 that leaves 0..threshold-1, for the threshold 1..threshold, and for an exact count c, which
rests on c // threshold representatives, a range of c - c // threshold >= threshold - 1. Cells are
free of each other, so no combination of sums narrows these ranges.

Talents. A scan names one to five talents. Counting scans and counting talents in two cubes gives
away: no scans beside five times a talent is between 1 and 4 of both. Here the set of talents is
part of the scan's cell, so scans and talents named are sums of the same weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.disclosure import keyed
from analytics.disclosure.cubes import search
from analytics.disclosure.cubes.cells import Cells, group
from analytics.disclosure.cubes.coding import Spread
from analytics.disclosure.cubes.totals import Margin, Totals, declare
from analytics.disclosure.keyed import Rule

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_TRIES_PER_CELL = 16
_MOST_TRIES = 100_000
_HELD = 15_000.0


@dataclass(frozen=True)
class Cube:
    """What is rounded: the columns of a cell (`grain`) and the margins that must stay close.

    `identity` names the column by which a row is known again in a later file (its key); "" when
    every row is a cell by itself. `seen` is the margin whose smallest totals must not all vanish,
    `kept` the one whose totals with a row that is needed must not.
    """

    name: str
    grain: tuple[str, ...]
    margins: tuple[Margin, ...]
    identity: str = ""
    seen: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Protected:
    """The outcome: `weights` take the place of the counts of the rows (0 or >= threshold).

    `decisions`: name of a small cell -> published value, only those that were not decided before.
    `totals`: a row per declared total with `margin` (text), `exact` and `protected`.
    """

    weights: "pd.Series[int]"
    decisions: dict[str, int]
    totals: pd.DataFrame


def _check(rows: pd.DataFrame, cube: Cube) -> None:
    counts = rows["count"]
    if not pd.api.types.is_integer_dtype(counts) or bool((counts < 0).any()):
        raise ValueError("counts must be whole numbers of 0 or more")
    key = [cube.identity] if cube.identity else list(cube.grain)
    doubled = bool(rows.duplicated(key).any()) if key else len(rows) > 1
    if doubled:
        raise ValueError(f"two rows with the same {', '.join(key) or 'cell'}")


def _problem(
    cells: Cells, known: Integers, totals: Totals, aim: "Aim", threshold: int
) -> search.Problem:
    """The undecided cells, in keyed order, against the declared totals."""
    undecided = np.flatnonzero(known < 0)
    undecided = undecided[keyed.order(cells.marks[undecided])]
    is_open = known[cells.of_row] < 0
    weights, counts = np.zeros((2, totals.rows), dtype=np.int64)
    weights[cells.at] = np.where(is_open, 0, cells.weights(known, threshold))
    counts[cells.at] = np.where(is_open, 0, cells.row_count)
    off = totals.added(weights) - totals.truly(counts)
    heads = cells.at[cells.ranked[cells.first[undecided]]]
    return search.Problem(
        cells=undecided,
        counts=cells.rows_of(undecided),
        adds=totals.under(heads),
        truth=totals.truth,
        error=off.astype(np.float64) - aim.raised,
        weight=aim.weight,
        held=aim.held,
        base=threshold,
    )


@dataclass(frozen=True)
class Aim:
    """What the search aims at: per total what is `raised` above the truth, and the `weight`.

    `held`: the small totals that must come out at the multiple of the threshold nearest to that.
    """

    raised: Floats
    weight: Floats
    held: NDArray[np.bool_]


@dataclass(frozen=True)
class Open:
    """Per row its count if it can still be raised; and that of rows that must not vanish."""

    counts: Integers
    needed: Integers


def _aim(cube: Cube, totals: Totals, exact: Integers, rows: Open, rule: Rule) -> Aim:
    """The truth, but for totals of the margin `seen` that would vanish.

    Three in four of those under half the threshold are raised to it, if a row of theirs is open;
    the key draws which, so that a zero still says that there may be some. What is between that
    and twice the threshold is held. So are totals of the margin `kept` with a row that is needed,
    of which all under half the threshold are raised.
    """
    raised, weight = np.zeros(len(exact)), totals.weight.copy()
    is_small, is_some = 2 * exact < rule.threshold, (exact > 0) & (exact < 2 * rule.threshold)
    here = _of_margin(cube, totals, cube.seen) & is_some
    kept = _of_margin(cube, totals, cube.kept) & is_some & (totals.added(rows.needed) > 0)
    small = np.flatnonzero(here & is_small)
    drawn = keyed.dice(rule.key, f"zichtbaar {cube.name}").permutation(small)
    most = rule.threshold * totals.added(rows.counts)
    drawn = drawn[most[drawn] > 0]
    raised[drawn[: (3 * len(small) + 3) // 4]] = rule.threshold
    raised[kept & is_small] = rule.threshold
    raised = np.where(raised > 0, raised - exact, 0.0)
    held = (raised > 0) | (here & ~is_small) | kept
    weight[held] = _HELD
    can_be = 2 * (exact + raised - most) < rule.threshold
    return Aim(raised, weight, held & can_be)


def _of_margin(cube: Cube, totals: Totals, columns: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which totals are of the margin with these columns; none when the cube has no such margin."""
    places = [place for place, margin in enumerate(cube.margins) if margin.columns == columns]
    found: NDArray[np.bool_] = np.isin(totals.margin, places if columns else [])
    return found


def _flags(rows: pd.DataFrame, column: str) -> NDArray[np.bool_]:
    flags = rows.get(column, pd.Series(False, index=rows.index))
    return flags.to_numpy(dtype=np.bool_)


def _open(rows: pd.DataFrame, counts: Integers) -> Open:
    closed, needed = _flags(rows, "barred"), _flags(rows, "needed")
    return Open(np.where(closed, 0, counts), np.where(needed, counts, 0))


def _decide(cells: Cells, known: Integers, totals: Totals, aim: Aim, rule: Rule) -> Integers:
    """The known values with every undecided cell decided."""
    problem = _problem(cells, known, totals, aim, rule.threshold)
    tries = min(_TRIES_PER_CELL * len(problem.cells), _MOST_TRIES)
    chosen = search.choose(problem, keyed.dice(rule.key, "ruilen"), tries)
    values = known.copy()
    values[problem.cells] = np.where(chosen, rule.threshold, 0)
    return values


def _compared(totals: Totals, cube: Cube, counts: Integers, weights: Integers) -> pd.DataFrame:
    names = [" x ".join(margin.columns) or "totaal" for margin in cube.margins]
    return pd.DataFrame(
        {
            "margin": pd.Categorical.from_codes(totals.margin, pd.Index(names, dtype="str")),
            "exact": totals.truly(counts),
            "protected": totals.added(weights),
        }
    )


def protect(
    rows: pd.DataFrame,
    cube: Cube,
    rule: Rule,
    decided: Mapping[str, int] | None = None,
    spread: Spread | None = None,
) -> Protected:
    """Round the cube of the rows (the columns of grain and margins, and `count`).

    `decided` holds the ledger's decisions: a small cell in it keeps its value. `spread` gives the
    columns in which a row counts under several values (see `totals.declare`). A small cell that
    was not decided yet becomes zero with a row whose column `barred` says so; totals of the margin
    `kept` with a row that is `needed` do not vanish. The same rows in another order give the same
    weights. ValueError on negative or fractional counts, on two rows
    with one key, and on missing values in a column of a margin.
    """
    _check(rows, cube)
    counts = rows["count"].to_numpy(dtype=np.int64)
    totals = declare(rows, cube.margins, spread or {})
    weights = np.zeros(len(rows), dtype=np.int64)
    cells = group(rows, cube.name, list(cube.grain), cube.identity, rule.key)
    past = cells.known(rule.threshold, decided or {})
    new = past < 0
    known = np.where(new & cells.any_of(_flags(rows, "barred")[cells.at]), 0, past)
    aim = _aim(cube, totals, totals.truly(counts), _open(rows, counts), rule)
    values = _decide(cells, known, totals, aim, rule)
    weights[cells.at] = cells.weights(values, rule.threshold)
    return Protected(
        weights=pd.Series(weights, index=rows.index, name="count"),
        decisions=dict(zip(keyed.names(cells.marks[new]), values[new].tolist(), strict=True)),
        totals=_compared(totals, cube, counts, weights),
    )
