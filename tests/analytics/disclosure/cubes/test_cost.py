"""What protection costs on the sample delivery, with the cubes as they are declared."""

import pandas as pd
import pytest

from analytics.disclosure.cubes import cubes
from analytics.disclosure.cubes.rounding import Cube, Protected, protect
from analytics.disclosure.errors import error_table
from analytics.disclosure.rows import Rows
from tests.analytics.disclosure.sample import match_rows, scan_rows
from tests.analytics.disclosure.small import RULE

Case = tuple[pd.DataFrame, Protected]
FULL_YEARS = (2018, 2019, 2020)


def _protect(rows: Rows, cube: Cube) -> Case:
    return rows.frame, protect(rows.frame, cube, RULE, spread=rows.spread)


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    return {
        "matches": _protect(match_rows(), cubes.MATCHES),
        "scans": _protect(scan_rows(), cubes.SCANS),
    }


@pytest.mark.parametrize("name", ["matches", "scans"])
def test_declared_totals_stay_close_to_the_truth(cases: dict[str, Case], name: str) -> None:
    cost = error_table(cases[name][1].totals).loc["alle totalen"]
    assert cost["mean"] <= 2.5
    assert cost["p95"] <= 6
    assert cost["max"] <= 20
    assert cost["relative"] <= 0.03


@pytest.mark.parametrize(
    ("name", "margin"), [("matches", "year"), ("scans", "year"), ("scans", "year x visit")]
)
def test_the_city_per_year_is_off_by_three_at_most(
    cases: dict[str, Case], name: str, margin: str
) -> None:
    assert error_table(cases[name][1].totals)["max"].to_dict()[margin] <= 3


@pytest.mark.parametrize("name", ["matches", "scans"])
@pytest.mark.parametrize("year", FULL_YEARS)
def test_wijken_keep_their_order_over_a_full_year(
    cases: dict[str, Case], name: str, year: int
) -> None:
    rows, protected = cases[name]
    of_year = rows["year"].eq(year)
    counts = rows.assign(exact=of_year * rows["count"], shown=of_year * protected.weights)
    sums = counts.groupby("wijk")[["exact", "shown"]].sum()
    assert sums["exact"].corr(sums["shown"], method="spearman") >= 0.95


@pytest.mark.parametrize("name", ["matches", "scans"])
def test_no_declared_total_is_small(cases: dict[str, Case], name: str) -> None:
    assert not cases[name][1].totals["protected"].between(1, 4).any()
