"""The guarantees of small count rounding, on random small cubes."""

from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.disclosure.cubes.rounding import Cube, Protected, protect
from analytics.disclosure.cubes.totals import Margin
from analytics.disclosure.keyed import Rule
from tests.analytics.disclosure.small import (
    CELLS,
    KEY,
    OTHER_KEY,
    RULE,
    THRESHOLDS,
    cells_of,
    cubes,
)

few = settings(max_examples=30)
thresholds = st.sampled_from(THRESHOLDS)
CITY_ONLY = Cube("stad", CELLS.grain, (Margin(()),))


def _small(values: "pd.Series[int]", threshold: int) -> bool:
    return bool(((values > 0) & (values < threshold)).any())


def _round(cells: pd.DataFrame, threshold: int, key: bytes = KEY) -> Protected:
    return protect(cells, CELLS, Rule(threshold, key))


@few
@given(cubes(), thresholds)
def test_small_cells_become_zero_or_the_threshold_and_others_stay(
    cells: pd.DataFrame, threshold: int
) -> None:
    weights = _round(cells, threshold).weights
    small = cells["count"].between(1, threshold - 1)
    assert set(weights[small]) <= {0, threshold}
    assert weights[~small].tolist() == cells["count"][~small].tolist()


@few
@given(cubes(), thresholds, st.integers(0, 2**32))
def test_no_sum_over_any_choice_of_cells_is_small(
    cells: pd.DataFrame, threshold: int, seed: int
) -> None:
    weights = _round(cells, threshold).weights
    dice = np.random.default_rng(seed)
    for _ in range(20):
        chosen = weights[dice.random(len(weights)) < dice.random()]
        assert not 0 < chosen.sum() < threshold


@few
@given(cubes(), thresholds)
def test_declared_totals_are_the_plain_sums_of_the_cells(
    cells: pd.DataFrame, threshold: int
) -> None:
    protected = _round(cells, threshold)
    for margin in CELLS.margins:
        name = " x ".join(margin.columns) or "totaal"
        found = protected.totals[protected.totals["margin"] == name]
        for counts, column in ((cells["count"], "exact"), (protected.weights, "protected")):
            keys = [cells[part] for part in margin.columns]
            sums = counts.groupby(keys).sum().tolist() if keys else [counts.sum()]
            assert sorted(found[column]) == sorted(sums)
            assert not _small(protected.totals["protected"], threshold)


@few
@given(cubes(), thresholds)
def test_declared_totals_stay_close(cells: pd.DataFrame, threshold: int) -> None:
    totals = _round(cells, threshold).totals
    assert (totals["protected"] - totals["exact"]).abs().max() <= 3 * threshold


@few
@given(cubes(), thresholds)
def test_the_city_total_alone_is_as_close_as_it_can_be(cells: pd.DataFrame, threshold: int) -> None:
    weights = protect(cells, CITY_ONLY, Rule(threshold, KEY)).weights
    assert abs(weights.sum() - cells["count"].sum()) <= threshold / 2


@few
@given(cubes(), thresholds)
def test_no_single_cell_could_have_been_chosen_better(cells: pd.DataFrame, threshold: int) -> None:
    grand = Cube("wijken", CELLS.grain, (Margin(("wijk",), 3), Margin(("year",), 2)))
    weights = protect(cells, grand, Rule(threshold, KEY)).weights

    def cost(values: "pd.Series[int]") -> float:
        off = values - cells["count"]
        by_wijk = off.groupby(cells["wijk"]).sum()
        by_year = off.groupby(cells["year"]).sum()
        return float(3 * (by_wijk**2).sum() + 2 * (by_year**2).sum())

    for place in np.flatnonzero(cells["count"].between(1, threshold - 1)).tolist():
        other = weights.copy()
        other.iloc[place] = threshold - other.iloc[place]
        assert cost(weights) <= cost(other)


@few
@given(cubes(), thresholds, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    cells: pd.DataFrame, threshold: int, random: Random
) -> None:
    order = list(range(len(cells)))
    random.shuffle(order)
    shuffled = _round(cells.iloc[order], threshold)
    straight = _round(cells, threshold)
    assert shuffled.weights.sort_index().tolist() == straight.weights.tolist()
    assert shuffled.decisions == straight.decisions


def test_the_key_decides_between_equal_choices() -> None:
    ones = cells_of(np.ones((4, 6, 3), dtype=np.int64))
    assert _round(ones, 5).weights.tolist() == _round(ones, 5).weights.tolist()
    assert _round(ones, 5).weights.tolist() != _round(ones, 5, OTHER_KEY).weights.tolist()


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_a_city_of_ones_keeps_its_size(threshold: int) -> None:
    ones = cells_of(np.ones((4, 6, 3), dtype=np.int64))
    weights = protect(ones, CITY_ONLY, Rule(threshold, KEY)).weights
    assert set(weights) == {0, threshold}
    assert abs(weights.sum() - len(ones)) <= threshold / 2


def test_an_empty_cube_and_a_cube_of_zeros_stay_as_they_are() -> None:
    zeros = cells_of(np.zeros((2, 3, 2), dtype=np.int64))
    assert _round(zeros, 5).weights.tolist() == [0] * 12
    assert _round(zeros, 5).decisions == {}
    assert _round(zeros.iloc[:0], 5).weights.tolist() == []


@pytest.mark.parametrize(("count", "published"), [(1, 0), (2, 0), (3, 5), (4, 5), (5, 5), (6, 6)])
def test_one_cell_goes_to_the_nearest_allowed_value(count: int, published: int) -> None:
    one = cells_of(np.array([[[count]]]))
    assert _round(one, 5).weights.tolist() == [published]


def test_a_cube_without_columns_is_one_cell() -> None:
    total = Cube("totaal", (), (Margin(()),))
    assert protect(pd.DataFrame({"count": [4]}), total, RULE).weights.tolist() == [5]


def test_a_cube_without_declared_totals_is_rounded_too() -> None:
    cells = cells_of(np.ones((2, 2, 2), dtype=np.int64))
    weights = protect(cells, Cube("los", CELLS.grain, ()), RULE).weights
    assert set(weights) <= {0, 5}


@pytest.mark.parametrize("counts", [[-1], [0.5]])
def test_counts_must_be_whole_and_not_negative(counts: list[float]) -> None:
    cells = cells_of(np.array([[[1]]])).assign(count=counts)
    with pytest.raises(ValueError, match="whole numbers"):
        _round(cells, 5)


def test_two_rows_for_one_cell_are_refused() -> None:
    cells = cells_of(np.array([[[1]]]))
    twice = pd.concat([cells, cells], ignore_index=True)
    with pytest.raises(ValueError, match="two rows with the same buurt, month, talent"):
        _round(twice, 5)
    with pytest.raises(ValueError, match="two rows with the same cell"):
        protect(twice, Cube("totaal", (), ()), RULE)


def test_missing_values_are_refused() -> None:
    cells = cells_of(np.array([[[1]]])).assign(wijk=np.nan)
    with pytest.raises(ValueError, match="missing"):
        _round(cells, 5)


def test_a_rule_needs_a_real_threshold_and_a_long_key() -> None:
    with pytest.raises(ValueError, match="drempel"):
        Rule(1, KEY)
    with pytest.raises(ValueError, match="sleutel"):
        Rule(5, b"kort")
    assert "sleutel" not in repr(RULE)
