"""Round classes: at most five, without gaps or overlaps, and every value where it is written."""

import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapclassify import FisherJenks

from analytics.statistics.classes import (
    MOST_CLASSES,
    Classes,
    Scheme,
    change_classes,
    round_classes,
)
from data.dutch import number

DECIMALS = st.sampled_from([0, 1])
VALUES = st.lists(st.floats(0, 1e6), max_size=120)


SCHEMES = st.sampled_from(list(Scheme))
STEPS = {"1", "15", "2", "25", "3", "4", "5", "6", "8"}


@pytest.mark.parametrize(
    ("values", "decimals", "scheme", "labels"),
    [
        ([], 0, Scheme.NATURAL, ["0 of meer"]),
        ([0, 0], 0, Scheme.PRETTY, ["0 of meer"]),
        ([1, 1, 0], 0, Scheme.NATURAL, ["0", "1 of meer"]),
        ([1, 2], 0, Scheme.PRETTY, ["0", "1", "2 of meer"]),
        ([0.1, 0.2], 1, Scheme.PRETTY, ["0,0 tot 0,1", "0,1 tot 0,2", "0,2 of meer"]),
        (
            [10, 30, 50, 70, 90],
            0,
            Scheme.PRETTY,
            ["0 t/m 19", "20 t/m 39", "40 t/m 59", "60 t/m 79", "80 of meer"],
        ),
        (
            [1, 3, 30, 31, 99, 310, 300],
            0,
            Scheme.NATURAL,
            ["0 t/m 29", "30 t/m 99", "100 t/m 299", "300 of meer"],
        ),
        (
            range(1, 101),
            0,
            Scheme.QUANTILES,
            ["0 t/m 19", "20 t/m 39", "40 t/m 59", "60 t/m 79", "80 of meer"],
        ),
        (
            [1200, 3400, 4100],
            0,
            Scheme.PRETTY,
            ["0 t/m 1.999", "2.000 t/m 2.999", "3.000 t/m 3.999", "4.000 of meer"],
        ),
        ([0.4, 0.6, 2.2], 1, Scheme.NATURAL, ["0,0 tot 0,6", "0,6 tot 2,0", "2,0 of meer"]),
    ],
)
def test_classes_by_hand(
    values: Sequence[float], decimals: int, scheme: Scheme, labels: list[str]
) -> None:
    assert round_classes(values, decimals, scheme).labels() == labels


@pytest.mark.parametrize(
    ("changes", "decimals", "labels"),
    [
        ([], 0, ["0 of meer"]),
        ([0, 0], 0, ["0 of meer"]),
        ([1, -1], 0, ["−2 of minder", "−1", "gelijk", "+1", "+2 of meer"]),
        (
            [3, -4, 30, -28],
            0,
            ["−30 of minder", "−29 tot −1", "gelijk", "+1 tot +29", "+30 of meer"],
        ),
        (
            [0.2, -3],
            1,
            ["−3,0 of minder", "−2,9 tot −0,1", "gelijk", "+0,1 tot +2,9", "+3,0 of meer"],
        ),
    ],
)
def test_classes_of_changes_lie_around_zero(
    changes: list[float], decimals: int, labels: list[str]
) -> None:
    assert change_classes(changes, decimals).labels()[: len(labels)] == labels


@given(st.lists(st.floats(-1e6, 1e6), max_size=60), DECIMALS)
def test_more_and_less_are_told_apart_alike(changes: list[float], decimals: int) -> None:
    classes = change_classes(changes, decimals)
    if classes.borders:
        assert classes.index(0) == 2
        for change in changes:
            assert classes.index(change) + classes.index(-change) == 4


@given(VALUES, DECIMALS, SCHEMES)
def test_there_are_at_most_five_classes_with_rising_borders(
    values: list[float], decimals: int, scheme: Scheme
) -> None:
    classes = round_classes(values, decimals, scheme)
    assert 1 <= classes.count <= MOST_CLASSES
    assert len(classes.labels()) == classes.count
    assert list(classes.borders) == sorted(set(classes.borders))
    assert all(border > 0 for border in classes.borders)


@given(VALUES, DECIMALS)
def test_natural_borders_are_round(values: list[float], decimals: int) -> None:
    borders = round_classes(values, decimals).borders
    digits = {re.sub(r"[.,]", "", number(border, decimals)).strip("0") for border in borders}
    assert digits <= STEPS


@pytest.mark.filterwarnings("ignore:Numba not installed")
def test_natural_borders_are_those_of_mapclassify_made_round() -> None:
    values = [3, 4, 5, 21, 22, 24, 48, 51, 103, 99]
    ends = FisherJenks(np.array(values, dtype=float), k=5).bins
    firsts = [min(value for value in values if value > end) for end in ends[:-1]]
    assert firsts == [21, 48, 99, 103]
    assert round_classes(values, 0).borders == (20, 50, 100)


@given(VALUES, DECIMALS, st.floats(0, 2e6))
def test_a_value_falls_in_the_class_of_what_is_written(
    values: list[float], decimals: int, value: float
) -> None:
    classes = round_classes(values, decimals)
    written = float(number(value, decimals).replace(".", "").replace(",", "."))
    index = classes.index(written)
    edges = (0.0, *classes.borders, float("inf"))
    assert edges[index] <= written < edges[index + 1]


def test_a_few_high_values_among_many_low_ones_do_not_stop_it() -> None:
    assert round_classes([1.0] * 200 + [2.0, 3.0, 4.0, 5.0, 6.0, 7.0], 0).count >= 1


def test_what_is_written_decides_and_not_what_is_behind_it() -> None:
    classes = Classes((2.0,), 1)
    assert classes.index(1.96) == 1
    assert classes.index(1.94) == 0


@given(VALUES, DECIMALS)
def test_areas_without_anything_change_nothing(values: list[float], decimals: int) -> None:
    assert round_classes([*values, 0.0, 0.0], decimals) == round_classes(values, decimals)
