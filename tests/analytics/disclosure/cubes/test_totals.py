"""The totals that are declared, against a count by hand."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.cubes.coding import TRULY
from analytics.disclosure.cubes.totals import Margin, declare, running_months

LAST = 12
SPANS = st.lists(st.tuples(st.integers(0, 14), st.integers(-2, 16)), max_size=8)


@given(SPANS)
def test_a_row_runs_from_its_month_up_to_that_of_its_end(spans: list[tuple[int, int]]) -> None:
    first, leaving = (pd.Series([span[at] for span in spans], dtype="int64") for at in (0, 1))
    found = running_months(first, leaving, LAST)
    assert [*zip(found.index, found, strict=True)] == [
        (row, month)
        for row, (start, end) in enumerate(spans)
        for month in range(start, LAST + 1)
        if end < 0 or month < end
    ]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=6), SPANS)
def test_a_total_counts_the_rows_that_stand_under_it(
    areas: list[str], spans: list[tuple[int, int]]
) -> None:
    """Rows by area, by month and by both: every row once under each total it belongs to."""
    amount = min(len(areas), len(spans))
    rows = pd.DataFrame({"area": pd.Series(areas[:amount], dtype="object")})
    first, leaving = (
        pd.Series([span[at] for span in spans[:amount]], dtype="int64") for at in (0, 1)
    )
    months = running_months(first, leaving, LAST)
    margins = [Margin(("area",)), Margin(("month",)), Margin(("area", "month"), 2)]
    found = declare(rows, margins, {"month": months})
    pairs = [(areas[row], month) for row, month in zip(months.index, months, strict=True)]
    expected = [
        *(areas[:amount].count(area) for area in sorted({*areas[:amount]})),
        *(sum(month == one for _, one in pairs) for month in sorted({m for _, m in pairs})),
        *(pairs.count(pair) for pair in sorted({*pairs})),
    ]
    adds, truth = found.of_rows(np.arange(amount))
    assert adds is truth
    assert adds.sum(axis=0).tolist() == expected
    weights = np.arange(amount) % 3
    assert found.added(weights).tolist() == (weights @ adds).tolist()
    assert found.truly(weights).tolist() == (weights @ adds).tolist()
    assert found.weight.tolist() == [1.0] * (len(expected) - len({*pairs})) + [2.0] * len({*pairs})


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_in_whatever_order_they_come_the_values_of_a_row_stand_under_its_totals(
    rows_of: list[int],
) -> None:
    """Rows come once each, in any order of their spread values; places stay half as wide."""
    rows = pd.DataFrame({"area": list("abab")})
    values = pd.Series(range(len(rows_of)), index=rows_of, dtype="int64")
    found = declare(rows, [Margin(("area",)), Margin(("month",))], {"month": values})
    adds, _ = found.of_rows(np.arange(4))
    at, total = adds.nonzero()
    inside = {(int(row), int(one) - 2) for row, one in zip(at, total, strict=True) if one > 1}
    assert inside == {(row, month) for month, row in enumerate(rows_of)}
    assert adds.indices.dtype == adds.indptr.dtype == np.int32
    part, _ = found.of_rows(np.array([1, 3]))
    assert part.toarray().tolist() == adds.toarray()[[1, 3]].tolist()


MONTHS = st.lists(st.tuples(st.integers(0, 3), st.integers(5, 9)), max_size=9)


@given(months=MONTHS, truly=MONTHS, kinds=st.lists(st.sampled_from("xy"), min_size=4, max_size=4))
def test_a_row_that_counts_under_others_by_itself_shares_its_totals_with_those(
    months: list[tuple[int, int]], truly: list[tuple[int, int]], kinds: list[str]
) -> None:
    """A naive twin: per total the set of rows, by values; a value that is there twice is one."""
    rows = pd.DataFrame({"kind": kinds, "area": list("baba")})
    spread = {"month": _spread(months), "month" + TRULY: _spread(truly)}
    margins = [Margin(("kind", "month", "area")), Margin(()), Margin(("area", "kind"), 3)]
    found = declare(rows, margins, spread)
    sides = [_by_hand(rows, pairs) for pairs in (months, truly)]
    order = sorted(sides[0].keys() | sides[1].keys())
    for matrix, side in zip(found.of_rows(np.arange(4)), sides, strict=True):
        under = [set(np.flatnonzero(matrix.toarray()[:, total])) for total in range(len(order))]
        assert under == [side.get(total, set()) for total in order]
    assert found.margin.tolist() == [margin for margin, _ in order]
    assert found.weight.tolist() == [3.0 if margin == 2 else 1.0 for margin, _ in order]


def _spread(pairs: list[tuple[int, int]]) -> "pd.Series[int]":
    index = np.array([row for row, _ in pairs], dtype=np.int32)
    return pd.Series([month for _, month in pairs], index=index, dtype="int32")


def _by_hand(
    rows: pd.DataFrame, pairs: list[tuple[int, int]]
) -> dict[tuple[int, tuple[object, ...]], set[int]]:
    under: dict[tuple[int, tuple[object, ...]], set[int]] = {}
    for row, (kind, area) in enumerate(zip(rows["kind"], rows["area"], strict=True)):
        months = [month for one, month in pairs if one == row]
        totals = [(0, (kind, month, area)) for month in months]
        for total in [*totals, (1, ()), (2, (area, kind))]:
            under.setdefault(total, set()).add(row)
    return under
