"""The parts that pictures on paper are made of: lines of text, ticks, legends."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout.keys import Key, Pattern, Sign
from charts.layout.spots import SYMBOLS
from charts.layout.strokes import Stroke
from exports.house import read_house
from exports.paper.elements import letters
from exports.paper.elements.legend import legend
from exports.paper.elements.letters import Style

HOUSE = read_house()
TEXT = Style(12, 15)
INK = "#8E3B75"
KEYS = [
    *(Key("x", INK, Sign.FILL, pattern=pattern) for pattern in Pattern),
    *(Key("x", INK, Sign.LINE, stroke) for stroke in Stroke),
    *(Key("x", INK, Sign.SPOT, symbol=symbol) for symbol in range(len(SYMBOLS))),
    Key("x", INK, Sign.RING),
]
words = st.lists(st.text("abcdefghij", min_size=1, max_size=30), min_size=1, max_size=12)


def wide(text: str) -> float:
    return letters.width(text, TEXT, HOUSE)


def test_semibold_letters_are_wider_and_twice_the_size_is_twice_as_wide() -> None:
    assert letters.width("Woensel", Style(12, 15, is_bold=True), HOUSE) > wide("Woensel")
    assert letters.width("Woensel", Style(24, 30), HOUSE) == pytest.approx(2 * wide("Woensel"))


@given(words, st.floats(40, 300))
def test_no_line_is_wider_than_the_room_and_no_letter_is_lost(
    found: list[str], room: float
) -> None:
    lines = letters.wrapped(" ".join(found), room, TEXT, HOUSE)
    assert all(wide(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(found)


@given(words, st.integers(1, 3))
def test_too_many_lines_end_in_an_ellipsis(found: list[str], most: int) -> None:
    text = " ".join(found)
    lines = letters.wrapped(text, 120, TEXT, HOUSE, most)
    assert len(lines) <= most
    assert all(wide(line) <= 120 for line in lines)
    is_whole = len(letters.wrapped(text, 120, TEXT, HOUSE)) <= most
    assert lines[-1].endswith("…") is not is_whole


def test_nothing_to_say_takes_no_line() -> None:
    assert letters.wrapped("  ", 100, TEXT, HOUSE) == []


def test_a_long_legend_goes_over_more_lines() -> None:
    keys = [Key(f"klasse {number} met een lange naam", "#31A354") for number in range(8)]
    one, many = legend(keys[:1], 592, HOUSE), legend(keys, 592, HOUSE)
    assert many.height >= 3 * one.height


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.sign}-{key.stroke}-{key.symbol}")
def test_every_sign_is_drawn_in_its_colour(key: Key) -> None:
    drawing = legend([key], 592, HOUSE).drawing
    assert any(INK in element.attrib.values() for element in drawing.iter())


def test_no_two_keys_look_the_same_without_their_colour() -> None:
    drawn = [ElementTree.tostring(legend([key], 592, HOUSE).drawing) for key in KEYS]
    assert len(set(drawn)) == len(KEYS)
