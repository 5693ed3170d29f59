"""Two series over the same months are seen, from a manifest and from words."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.series.overlap import Told, alarm, of_manifest, overlaps, series_in
from data.models.marts import Series

FIRST, LAST = date(2021, 1, 1), date(2021, 9, 30)
ONE = Told("a", "aaaaaaaa", FIRST, LAST)


def other(first: date, last: date, series: str = "bbbbbbbb") -> Told:
    return Told("b", series, first, last)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (other(FIRST, LAST), True),
        (other(LAST, date(2021, 12, 31)), True),  # one day together
        (other(date(2021, 10, 1), date(2021, 12, 31)), False),
        (other(date(2020, 1, 1), FIRST), True),
        (other(date(2020, 1, 1), date(2020, 12, 31)), False),
        (other(FIRST, LAST, "aaaaaaaa"), False),
    ],
)
def test_two_series_meet_when_they_tell_of_one_day(file: Told, expected: bool) -> None:
    assert overlaps([ONE, file]) == ([(ONE, file)] if expected else [])
    assert bool(overlaps([file, ONE])) is expected


def test_none_and_one_file_meet_nobody() -> None:
    assert overlaps([]) == overlaps([ONE]) == []


def test_every_pair_is_told_with_the_days_they_share() -> None:
    files = [ONE, other(FIRST, LAST, "cccccccc"), other(date(2021, 5, 1), LAST)]
    assert len(overlaps(files)) == 3
    assert "1 mei 2021 tot en met 30 september 2021" in alarm(files[0], files[2])


def manifest(**changes: object) -> str:
    told: dict[str, object] = {
        "publiek": "gemeente",
        "peildatum": "2021-09-30",
        "reeks": {"kenmerk": "aaaaaaaa", "naam": "x", "drempel": 5, "vanaf": "2021-01-01"},
    }
    return json.dumps(told | changes)


def test_a_manifest_tells_its_series_and_days() -> None:
    assert of_manifest("a", manifest()) == ONE


@pytest.mark.parametrize(
    "text",
    [manifest(publiek="intern"), manifest(reeks=None), manifest(peildatum="x"), "[]", "{}", "x"],
)
def test_what_tells_of_no_series_is_none(text: str) -> None:
    assert of_manifest("a", text) is None


@given(
    st.text("abcdefghijklmnop", min_size=8, max_size=8),
    st.from_regex(r"[a-z][a-z0-9 -]{0,30}", fullmatch=True),
)
def test_words_name_the_series_that_they_were_made_of(sign: str, name: str) -> None:
    words = Series(sign, name.strip(), 5).words
    assert series_in(f"Aantallen onder 5 zijn afgerond. R{words[1:]}.") == {sign}
