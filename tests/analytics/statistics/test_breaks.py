"""Where classes end, against mapclassify and against all ways to group."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mapclassify import FisherJenks, PrettyBreaks, Quantiles

from analytics.statistics.breaks import Amounts, natural, pretty, quantiles

AMOUNTS = st.lists(st.integers(1, 5_000), min_size=6, max_size=60, unique=True)
QUIET = pytest.mark.filterwarnings("ignore:N(umba|ot enough)")


def spread(values: Amounts, ends: list[float]) -> float:
    """The squared distances to the mean inside the groups."""
    groups = np.searchsorted(ends, values)
    return sum(float(((g - g.mean()) ** 2).sum()) for g in map(values.__getitem__, _masks(groups)))


def _masks(groups: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[Amounts]:
    return [groups == group for group in np.unique(groups)]


@QUIET
@settings(max_examples=20, deadline=None)
@given(AMOUNTS, st.integers(2, 5))
def test_natural_groups_are_as_close_as_those_of_mapclassify(found: list[int], count: int) -> None:
    values = np.array(found, dtype=float)
    ours, theirs = natural(values, count), FisherJenks(values, k=count).bins.tolist()
    assert len(ours) == count
    assert spread(values, ours) <= spread(values, theirs) * (1 + 1e-9)
    assert spread(values, theirs) <= spread(values, ours) * (1 + 1e-4)  # it reckons in 32 bits


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 99), min_size=4, max_size=8, unique=True))
def test_no_other_groups_are_closer(found: list[int]) -> None:
    values = np.sort(np.array(found, dtype=float))
    best = min(spread(values, [*ends, values[-1]]) for ends in combinations(values[:-1], 2))
    assert spread(values, natural(values, 3)) == pytest.approx(best)


@QUIET
def test_natural_groups_of_values_that_come_twice() -> None:
    values = np.array([1.0, 1, 1, 2, 2, 7, 8, 8, 30, 31, 31, 90])
    assert natural(values, 4) == FisherJenks(values, k=4).bins.tolist() == [2, 8, 31, 90]
    assert natural(values[:5], 2) == [1, 2]
    assert natural(values, 1) == [90]


@QUIET
@given(AMOUNTS, st.integers(2, 5))
def test_quantiles_are_those_of_mapclassify(found: list[int], count: int) -> None:
    values = np.array([number // 100 for number in found], dtype=float)
    assert quantiles(values, count) == pytest.approx(Quantiles(values, k=count).bins.tolist())


@QUIET
@given(st.lists(st.integers(1, 5_000), min_size=2, max_size=30, unique=True), st.integers(2, 5))
def test_equal_steps_are_those_of_mapclassify(found: list[int], count: int) -> None:
    for values in (np.array(found, dtype=float), np.array(found) / 10):
        assert pretty(values, count) == PrettyBreaks(values, k=count).bins.tolist()
