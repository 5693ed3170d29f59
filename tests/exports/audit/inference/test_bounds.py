"""The ranges hold the truth, and are as sharp as trying every possibility."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.audit.figure import Figure
from exports.audit.inference.intervals import narrowed
from exports.audit.inference.programs import Budget, Programs
from exports.audit.inference.system import System, build

Truth = dict[tuple[int, int, str], int]
KINDS = ("burenhulp", "betaald werk")


def figure(
    areas: Sequence[int], days: tuple[int, int], kind: str, low: int, high: int | None
) -> Figure:
    attributes = (("soort", kind),) if kind else ()
    return Figure(
        "matches", frozenset(areas), days[0], days[1], attributes, low, high,
        low != high, "a.csv", "a.csv",
    )  # fmt: skip


def total(truth: Truth, areas: Sequence[int], days: tuple[int, int], kind: str) -> int:
    return sum(
        count
        for (area, day, named), count in truth.items()
        if area in areas and days[0] <= day <= days[1] and kind in ("", named)
    )


@st.composite
def published(draw: st.DrawFn, areas: int, days: int, kinds: int) -> tuple[Truth, list[Figure]]:
    """A small city with some of its sums published, small ones withheld or rounded to ranges."""
    axes = (range(areas), range(1, days + 1), KINDS[:kinds])
    truth = {place: draw(st.integers(0, 7)) for place in product(*axes)}
    figures = []
    for _ in range(draw(st.integers(1, 10))):
        chosen = draw(st.sets(st.sampled_from(axes[0]), min_size=1))
        first = draw(st.sampled_from(axes[1]))
        span = (first, draw(st.integers(first, days)))
        kind = draw(st.sampled_from(("", *axes[2])))
        count = total(truth, sorted(chosen), span, kind)
        low, high = (1, 4) if 0 < count < 5 else (count, count)
        if draw(st.booleans()) and draw(st.booleans()):
            low, high = max(0, count - 2), count + 1
        figures.append(figure(sorted(chosen), span, kind, low, high))
    return truth, list({f.key: f for f in figures}.values())


def true_cells(system: System, truth: Truth) -> list[int]:
    counts = []
    for column in range(system.matrix.shape[1]):
        cell = system.cell(column)
        kind = dict(cell.attributes).get("soort", "")
        named = set(KINDS) if kind in ("", "(overig)") else {kind}
        if kind == "(overig)":
            named -= {dict(f.attributes).get("soort") for f in system.figures}
        days = (cell.first or 0, cell.last)
        counts.append(sum(total(truth, sorted(cell.buurten), days, name) for name in sorted(named)))
    return counts


@given(published(areas=4, days=4, kinds=2))
@settings(max_examples=30, deadline=None)
def test_the_truth_lies_in_every_range(case: tuple[Truth, list[Figure]]) -> None:
    truth, figures = case
    system = build(figures)
    assert system is not None
    ranges = narrowed(system)
    assert ranges.conflict is None
    programs = Programs(system, ranges, Budget())
    for column, count in enumerate(true_cells(system, truth)):
        assert ranges.low[column] <= count <= ranges.high[column]
        bounds = programs.bounds(np.array([column]))
        assert bounds.low <= count <= bounds.high
        assert ranges.low[column] <= bounds.low <= bounds.high <= ranges.high[column]


def possible(system: System, most: int) -> list[tuple[int, ...]]:
    """Every way to fill the cells that keeps all rows."""
    matrix = system.matrix.toarray()
    fills = np.array(list(product(range(most + 1), repeat=matrix.shape[1])))
    sums = fills @ matrix.T
    kept = ((sums >= system.low) & (sums <= system.high)).all(axis=1)
    return [tuple(fill) for fill in fills[kept].tolist()]


@given(st.lists(st.integers(0, 4), min_size=6, max_size=6), st.sets(st.integers(0, 5)))
@settings(max_examples=60, deadline=None)
def test_a_two_way_table_gives_what_trying_everything_gives(
    counts: list[int], hidden: set[int]
) -> None:
    truth: Truth = {(n % 2, 1 + n // 2, KINDS[0]): count for n, count in enumerate(counts)}
    figures = [
        figure([area], (day, day), "", *((0, 4) if n in hidden else (count, count)))
        for n, ((area, day, _), count) in enumerate(truth.items())
    ]
    totals = [((0, 1), (day, day)) for day in (1, 2, 3)] + [((area,), (1, 3)) for area in (0, 1)]
    figures += [
        figure(areas, days, "", *2 * [total(truth, areas, days, "")]) for areas, days in totals
    ]
    system = build(figures)
    assert system is not None
    ways = np.array(possible(system, 4))
    programs = Programs(system, narrowed(system), Budget())
    for column in range(system.matrix.shape[1]):
        bounds = programs.bounds(np.array([column]))
        assert (bounds.low, bounds.high) == (ways[:, column].min(), ways[:, column].max())


def test_a_contradiction_is_told_and_not_solved() -> None:
    system = build([figure([0], (1, 5), "", 9, 9), figure([0, 1], (1, 5), "", 4, 4)])
    assert system is not None
    assert narrowed(system).conflict is not None


def test_without_budget_ranges_are_reported_as_not_sharp() -> None:
    sums = [((0, 1), 3), ((1, 2), 4), ((0, 2), 5)]
    system = build([figure(areas, (1, 5), "", count, count) for areas, count in sums])
    assert system is not None
    ranges = narrowed(system)
    bounds = Programs(system, ranges, Budget(programs=0)).bounds(np.array([0]))
    assert not bounds.examined
    sharp = Programs(system, ranges, Budget()).bounds(np.array([0]))
    assert (sharp.low, sharp.high, sharp.examined) == (2, 2, True)
