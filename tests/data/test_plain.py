"""Text from outside holds nothing that steers a program or hides."""

import doctest
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import plain as module
from data.plain import plain


def test_the_example_holds() -> None:
    assert doctest.testmod(module).attempted > 0
    assert doctest.testmod(module).failed == 0


@given(st.text())
def test_what_is_left_can_be_seen_and_stands_in_one_line(text: str) -> None:
    clean = plain(text)
    assert not any(unicodedata.category(sign).startswith("C") for sign in clean)
    assert clean == clean.strip()
    assert "  " not in clean
    assert plain(clean) == clean


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_digits_and_signs_stay(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x07b", "ab"),
        ("\x1b[31mrood", "[31mrood"),
        ("links\u202erechts", "linksrechts"),
        ("regel\neinde\ttab", "regel einde tab"),
        ("cafe\u0301", "café"),
        ("\ufffe\uffff\ue000x", "x"),
        ("🌱 groei", "🌱 groei"),
        ("\ud800los", "los"),
    ],
)
def test_what_steers_is_gone(text: str, clean: str) -> None:
    assert plain(text) == clean


def test_no_sign_at_all_becomes_something_that_steers() -> None:
    kept = plain(" ".join(map(chr, range(sys.maxunicode + 1))))
    assert not any(unicodedata.category(sign).startswith("C") for sign in kept)
