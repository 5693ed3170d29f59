"""Round classes: at most five, without gaps or overlaps, and every value where it is written."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.classes import MOST_CLASSES, Classes, round_classes
from data.dutch import number

DECIMALS = st.sampled_from([0, 1])
VALUES = st.lists(st.floats(0, 1e6), max_size=120)


@pytest.mark.parametrize(
    ("values", "decimals", "labels"),
    [
        ([], 0, ["0 of meer"]),
        ([0, 0], 0, ["0 of meer"]),
        ([1, 1, 0], 0, ["0", "1 of meer"]),
        ([10, 30, 50, 70, 90], 0, ["0–19", "20–39", "40–59", "60–79", "80 of meer"]),
        ([2, 3, 6, 12, 15, 30, 40, 60, 187], 0, ["0–9", "10–19", "20–49", "50–99"]),
        ([0.4, 0.6, 1.1, 1.6, 2.2], 1, ["0,0 tot 0,5", "0,5 tot 1,0", "1,0 tot 1,5"]),
        ([1200, 3400, 4100], 0, ["0–999", "1.000–1.999", "2.000–2.999"]),
    ],
)
def test_classes_by_hand(values: list[float], decimals: int, labels: list[str]) -> None:
    assert round_classes(values, decimals).labels()[: len(labels)] == labels


@given(VALUES, DECIMALS)
def test_there_are_at_most_five_classes_with_rising_borders(
    values: list[float], decimals: int
) -> None:
    classes = round_classes(values, decimals)
    assert 1 <= classes.count <= MOST_CLASSES
    assert len(classes.labels()) == classes.count
    assert list(classes.borders) == sorted(set(classes.borders))
    assert all(border > 0 for border in classes.borders)


@given(VALUES, DECIMALS)
def test_borders_are_round(values: list[float], decimals: int) -> None:
    borders = round_classes(values, decimals).borders
    steps = pairwise((0, *borders))
    gaps = {round((high - low) * 10**decimals) for low, high in steps}
    firsts = {str(gap).strip("0") for gap in gaps}
    digits = {re.sub(r"[.,0]", "", number(border, decimals)) for border in borders}
    equal = len(gaps) == 1 and firsts <= {"1", "2", "5"}
    assert equal or digits <= {"1", "2", "5"}


@given(VALUES, DECIMALS, st.floats(0, 2e6))
def test_a_value_falls_in_the_class_of_what_is_written(
    values: list[float], decimals: int, value: float
) -> None:
    classes = round_classes(values, decimals)
    written = float(number(value, decimals).replace(".", "").replace(",", "."))
    index = classes.index(written)
    edges = (0.0, *classes.borders, float("inf"))
    assert edges[index] <= written < edges[index + 1]


def test_what_is_written_decides_and_not_what_is_behind_it() -> None:
    classes = Classes((2.0,), 1)
    assert classes.index(1.96) == 1
    assert classes.index(1.94) == 0


@given(VALUES, DECIMALS)
def test_areas_without_anything_change_nothing(values: list[float], decimals: int) -> None:
    assert round_classes([*values, 0.0, 0.0], decimals) == round_classes(values, decimals)
