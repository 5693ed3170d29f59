"""The totals that are declared, against a count by hand."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

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
    assert found.adds.sum(axis=0).tolist() == expected
    assert found.weight.tolist() == [1.0] * (len(expected) - len({*pairs})) + [2.0] * len({*pairs})
