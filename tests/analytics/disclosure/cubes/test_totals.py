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
    assert found.added(np.ones(amount, dtype=np.int64)).tolist() == expected
    weights = np.arange(amount) % 3
    under = found.under(np.arange(amount))
    each = np.repeat(weights, np.diff(under.starts))
    by_hand = np.bincount(under.totals, weights=each, minlength=len(expected)).tolist()
    assert found.added(weights).tolist() == found.truly(weights).tolist() == by_hand
    assert found.weight.tolist() == [1.0] * (len(expected) - len({*pairs})) + [2.0] * len({*pairs})


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_in_whatever_order_they_come_the_values_of_a_row_stand_under_its_totals(
    rows_of: list[int],
) -> None:
    """Rows come once each, in any order of their spread values; places stay half as wide."""
    rows = pd.DataFrame({"area": list("abab")})
    values = pd.Series(range(len(rows_of)), index=rows_of, dtype="int64")
    found = declare(rows, [Margin(("area",)), Margin(("month",))], {"month": values})
    under = found.under(np.arange(4))
    at = np.repeat(np.arange(4), np.diff(under.starts))
    inside = {
        (int(row), int(one) - 2) for row, one in zip(at, under.totals, strict=True) if one > 1
    }
    assert inside == {(row, month) for month, row in enumerate(rows_of)}
    assert under.totals.dtype == under.starts.dtype == np.int32
    some = found.under(np.array([3, 1]))
    assert some.totals.tolist() == [*under.totals[at == 3], *under.totals[at == 1]]


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
    for values in 5 ** np.arange(3 * 4).reshape(3, 4):  # no other rows have the same sum
        for found_sums, side in zip((found.added(values), found.truly(values)), sides, strict=True):
            told = [sum(values[row] for row in side.get(total, ())) for total in order]
            assert found_sums.tolist() == told
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
