"""The parts that pictures on paper are made of: lines of text, ticks, legends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.house import read_house
from exports.paper import letters, ticks
from exports.paper.body import Key, Sign
from exports.paper.legend import OUTLINES, legend
from exports.paper.letters import Style

HOUSE = read_house()
TEXT = Style(12, 15)
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


@given(st.floats(0.01, 1e7), st.integers(0, 2))
def test_an_axis_has_few_round_numbers_from_zero(top: float, decimals: int) -> None:
    marks = ticks.number_ticks(0, top, decimals)
    assert min(marks) == 0
    assert max(marks) <= top
    assert len(marks) <= ticks.MOST
    assert len(set(marks.values())) == len(marks)


@pytest.mark.parametrize(
    ("top", "decimals", "expected"),
    [
        (108, 0, ["0", "20", "40", "60", "80", "100"]),
        (130, 0, ["0", "50", "100"]),
        (97, 0, ["0", "20", "40", "60", "80"]),
        (1, 0, ["0", "1"]),
        (1.08, 2, ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
        (12_000, 0, ["0", "5.000", "10.000"]),
    ],
)
def test_numbers_at_an_axis(top: float, decimals: int, expected: list[str]) -> None:
    assert list(ticks.number_ticks(0, top, decimals).values()) == expected


def test_an_axis_can_begin_below_zero() -> None:
    assert list(ticks.number_ticks(-30, 30)) == [-20, 0, 20]


def months(count: int) -> list[date]:
    return [date(2019 + month // 12, month % 12 + 1, 1) for month in range(count)]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["jan\n2019"]),
        (3, ["jan\n2019", "feb\n2019", "mrt\n2019"]),
        (12, ["mrt\n2019", "jun\n2019", "sep\n2019", "dec\n2019"]),
        (30, ["jan\n2019", "jan\n2020", "jan\n2021"]),
    ],
)
def test_months_at_an_axis(count: int, expected: list[str]) -> None:
    assert list(ticks.step_ticks(months(count)).values()) == expected


def test_days_without_a_new_year_are_named_at_their_ends() -> None:
    found = ticks.step_ticks([date(2021, 3, 5), date(2021, 5, 20)])
    assert list(found.values()) == ["mrt\n2021", "mei\n2021"]


def test_a_long_legend_goes_over_more_lines() -> None:
    keys = [Key(f"klasse {number} met een lange naam", "#31A354") for number in range(8)]
    one, many = legend(keys[:1], 592, HOUSE), legend(keys, 592, HOUSE)
    assert many.height >= 3 * one.height


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_is_drawn_in_its_colour(sign: Sign) -> None:
    drawing = legend([Key("tuin", "#8E3B75", sign)], 592, HOUSE).drawing
    assert any("#8E3B75" in element.attrib.values() for element in drawing.iter())


def test_spots_have_their_own_signs_in_the_legend() -> None:
    assert len(set(OUTLINES.values())) == len(OUTLINES)
