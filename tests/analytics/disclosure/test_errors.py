"""The error table, against figures worked out by hand."""

import pandas as pd
import pytest

from analytics.disclosure.errors import error_table


def test_errors_are_counted_over_totals_that_are_not_zero_in_truth() -> None:
    totals = pd.DataFrame(
        {
            "margin": ["wijk", "wijk", "wijk", "totaal"],
            "exact": [4, 0, 8, 200],
            "protected": [5, 0, 5, 205],
        }
    )
    table = error_table(totals)
    assert table.index.tolist() == ["totaal", "wijk", "alle totalen"]
    assert table[["totals", "mean", "max"]].to_numpy()[1].tolist() == [2, 2.0, 3.0]
    assert table.loc["wijk", "p95"] == pytest.approx(2.9)
    assert table.loc["alle totalen", "mean"] == pytest.approx(3.0)
    assert table.loc["alle totalen", "relative"] == pytest.approx(0.025)
    assert table["relative"].isna().tolist() == [False, True, False]


def test_a_city_without_records_has_an_empty_table() -> None:
    totals = pd.DataFrame({"margin": ["totaal"], "exact": [0], "protected": [0]})
    assert error_table(totals).empty
