"""Running stocks and other attributes that are carried along with a cell's representatives."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.disclosure.cubes.totals import month_numbers, running_months
from analytics.disclosure.keyed import Rule
from tests.analytics.disclosure.small import (
    KEY,
    RULE,
    known_by,
    protect_matches,
    random_matches,
    stock,
)

LAST = 11
few = settings(max_examples=25)
thresholds = st.sampled_from((3, 5, 10))
seeds = st.integers(0, 2**32)


def _matches(seed: int, number: int = 150) -> pd.DataFrame:
    return random_matches(np.random.default_rng(seed), number, LAST + 1)


@few
@given(seeds, thresholds, st.sampled_from(([], ["kind"], ["buurt"], ["buurt", "kind"])))
def test_no_stock_is_negative_or_small(seed: int, threshold: int, by: list[str]) -> None:
    matches = known_by(_matches(seed), LAST)
    weights = protect_matches(matches, LAST, Rule(threshold, KEY)).weights
    stocks = stock(matches, weights, by, LAST)
    assert (stocks >= 0).all()
    assert not stocks.between(1, threshold - 1).any()


@few
@given(seeds)
def test_stocks_follow_from_starts_and_ends(seed: int) -> None:
    matches = known_by(_matches(seed), LAST)
    weights = protect_matches(matches, LAST, RULE).weights
    months = range(LAST + 1)
    held = stock(matches, weights, [], LAST).reindex([(month,) for month in months], fill_value=0)
    starts = weights.groupby(matches["start"]).sum().reindex(months, fill_value=0)
    ends = weights[matches["ends"] >= 0].groupby(matches["ends"]).sum()
    steps = (starts - ends.reindex(months, fill_value=0)).cumsum()
    assert held.tolist() == steps.tolist()


@few
@given(seeds)
def test_starts_are_rounded_by_the_cell_whatever_happens_later(seed: int) -> None:
    matches = _matches(seed)
    weights = protect_matches(matches, LAST, RULE).weights
    cells = matches.assign(weight=weights).groupby(["buurt", "month", "kind"])
    for count, weight in cells[["count", "weight"]].sum().to_numpy():
        assert weight == count if count >= 5 else weight in (0, 5)


@few
@given(seeds)
def test_a_later_file_changes_no_earlier_month(seed: int) -> None:
    matches = _matches(seed)
    early, late = known_by(matches, LAST - 1), known_by(matches, LAST)
    first = protect_matches(early, LAST - 1, RULE)
    second = protect_matches(late, LAST, RULE, first.decisions)
    before = stock(early, first.weights, ["buurt", "kind"], LAST - 1)
    after = stock(late, second.weights, ["buurt", "kind"], LAST - 1)
    assert after[after > 0].to_dict() == before[before > 0].to_dict()


def test_every_carrier_of_a_large_cell_stands_for_a_threshold_at_least() -> None:
    matches = _matches(1, 13).assign(buurt=0, wijk=0, month=0, kind=0)
    weights = protect_matches(matches, LAST, RULE).weights
    assert sorted(weights[weights > 0]) == [6, 7]


def test_months_run_from_the_start_up_to_the_end() -> None:
    first, leaving = pd.Series([2, 3, 4, 5]), pd.Series([4, 3, -1, 99])
    months = running_months(first, leaving, last=5)
    assert list(zip(months.index, months, strict=True)) == [(0, 2), (0, 3), (2, 4), (2, 5), (3, 5)]


def test_months_are_numbered_through() -> None:
    days = pd.Series([pd.Timestamp("2020-12-31"), pd.Timestamp("2021-01-01"), pd.NaT])
    assert month_numbers(days).tolist() == [24251, 24252, -1]


def test_two_records_with_one_key_are_refused() -> None:
    matches = _matches(2, 3).assign(match_id="M1")
    with pytest.raises(ValueError, match="match_id"):
        protect_matches(matches, LAST, RULE)
