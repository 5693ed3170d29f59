"""Streams of matches between areas, against a count by hand."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.gaps.flows import Stream, shares_outside, streams
from tests.analytics.gaps.made import BUURTEN, GREEN, a_day

FEW = BUURTEN[:6]
MEMBERS = {"north": FEW[:3], "south": FEW[3:]}
PLACES = [(f"P{n}", "horeca", buurt) for n, buurt in enumerate(FEW)]
MATCHES = st.lists(
    st.tuples(
        st.sampled_from(FEW),
        st.sampled_from(["", *(place for place, _, _ in PLACES)]),
        st.just(GREEN),
        st.integers(1, 5),
    ),
    max_size=15,
)


def side(buurt: str) -> str:
    return "north" if buurt in MEMBERS["north"] else "south"


@settings(max_examples=40)
@given(MATCHES)
def test_streams_equal_a_count_by_hand(matches: list[tuple[str, str, str, int]]) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    where = {place: buurt for place, _, buurt in PLACES}
    for home, place, _, amount in matches:
        if place:
            expected[side(home), side(where[place])] += amount
    found = streams(a_day(matches=matches, places=PLACES), MEMBERS)
    assert {(stream.origin, stream.destination): stream.matches for stream in found} == expected
    assert [stream.matches for stream in found] == sorted(expected.values(), reverse=True)


def test_the_share_outside_is_of_the_residents_of_the_area() -> None:
    found = [Stream("a", "b", 3), Stream("a", "a", 1), Stream("b", "b", 2)]
    assert shares_outside(found, 1) == {"a": pytest.approx(75), "b": 0}


def test_without_matches_there_are_no_streams() -> None:
    assert streams(a_day(), MEMBERS) == []
    assert shares_outside([], 1) == {}
