"""How far one heading is from another, against the definition itself."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contract.tables import TARGETS
from data.delivery.recognition.likeness import Likeness, likeness, typing_distance

TEXTS = st.text(alphabet="abc", max_size=6)


@cache
def naive(one: str, other: str) -> int:
    """Leave out, add or change the last letter, or swap the last two."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        naive(one[:-1], other) + 1,
        naive(one, other[:-1]) + 1,
        naive(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[-2:][::-1]:
        ways.append(naive(one[:-2], other[:-2]) + 1)
    return min(ways)


@given(TEXTS, TEXTS)
def test_a_distance_is_that_of_the_definition(one: str, other: str) -> None:
    assert typing_distance(one, other) == naive(one, other) == typing_distance(other, one)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("scan", "scan", 0),
        ("scna", "scan", 1),
        ("scan", "", 4),
        ("scan", "scans", 1),
        ("ab", "ca", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert typing_distance(one, other) == slips


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("met maand tot en", Likeness("to_month", all_differ=True)),
        ("en tot mey maand", Likeness("to_month", all_differ=True)),
        ("m" * 61, None),
    ],
)
def test_the_words_of_a_heading_may_stand_in_any_order(heading: str, found: object) -> None:
    assert likeness(heading, TARGETS, [column.name for column in TARGETS.columns]) == found
