"""CSV as a Dutch Excel opens it, read with the csv module."""

import csv as text_format
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.card import Card, Column, Line, Table, Value
from exports.text_csv import csv, safe
from tests.exports.paper.samples import CARDS, INTERN, SETTING, card, table_card


def rows(one: Card) -> list[list[str]]:
    """The table: what stands above the empty line."""
    found = every_row(csv(one, SETTING))
    return found[: found.index([])]


def every_row(made: bytes) -> list[list[str]]:
    text = StringIO(made.decode("utf-8-sig"), newline="")
    return list(text_format.reader(text, delimiter=";"))


def cell(value: Value, decimals: int | None = None) -> str:
    table = Table("x", [Column("a", decimals)], [Line([value])])
    return rows(card(table=table))[1][0]


def test_the_file_has_a_bom_semicolons_and_lines_for_windows() -> None:
    made = csv(table_card(), SETTING)
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.endswith(b"\r\n")
    assert made.count(b"\n") == made.count(b"\r\n") > 4
    assert made.decode("utf-8-sig").startswith("Wijk;Open vacatures;Sinds")


def test_numbers_dates_and_marks_are_written_the_dutch_way() -> None:
    _, first, second, third = rows(table_card())
    assert first[1:] == ["1234,5", "01-03-2019"]
    assert second == ["Nul", "0,0", ""]
    assert third == ["Gestel", "te weinig mensen om te tonen", "nog niet gestart"]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (-3.14159, 2, "-3,14"),
        (1_234_567.0, 0, "1234567"),
        (0.5, None, "0,5"),
        (12, None, "12"),
        (date(2021, 4, 1), None, "01-04-2021"),
        (None, 1, ""),
    ],
)
def test_a_cell(value: Value, decimals: int | None, text: str) -> None:
    assert cell(value, decimals) == text


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", " ", "\u00a0 ", "\n", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_is_made_text(sign: str, before: str) -> None:
    assert safe(f"{before}{sign}HYPERLINK()") == f"'{before}{sign}HYPERLINK()"
    assert cell(f"{before}{sign}1").startswith("'")


@pytest.mark.parametrize("sign", ["\t", "\r"])
def test_a_text_that_begins_with_a_tab_or_a_return_is_made_text(sign: str) -> None:
    assert safe(f"{sign}tuin") == f"'{sign}tuin"


def test_a_heading_that_looks_like_a_formula_is_made_text() -> None:
    one = card(table=Table("x", [Column("=1+1")], [Line(["a"])]))
    assert rows(one)[0] == ["'=1+1"]


@pytest.mark.parametrize("text", ["buurt-tuin", "'t Hool", "a=b", "", "–", "−3"])
def test_a_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


@given(st.text())
def test_no_text_begins_with_a_sign_of_a_formula(text: str) -> None:
    assert not safe(text).lstrip().startswith(("=", "+", "-", "@"))


def test_quotes_semicolons_and_line_breaks_come_back_as_they_were() -> None:
    assert cell('Buurthuis "De Bron"; zaal\n2') == 'Buurthuis "De Bron"; zaal\n2'


@pytest.mark.parametrize("name", [name for name in CARDS if name != "leeg"])
def test_every_picture_gives_its_figures(name: str) -> None:
    heading, *lines = rows(CARDS[name])
    assert lines
    assert all(len(line) == len(heading) for line in lines)


def test_a_card_without_figures_gives_its_note() -> None:
    assert rows(CARDS["leeg"]) == [[CARDS["leeg"].note]]


def test_below_the_figures_stands_what_they_are() -> None:
    found = every_row(csv(table_card(), SETTING))
    below = [text for [text] in found[found.index([]) + 1 :]]
    one = table_card()
    assert below == [
        one.title,
        one.subtitle,
        SETTING.selection,
        one.source,
        SETTING.audience_words,
    ]


def test_internal_and_demo_figures_are_marked() -> None:
    assert every_row(csv(table_card(), INTERN))[-2:] == [["INTERN"], ["Demogegevens"]]


def test_a_title_that_looks_like_a_formula_is_made_text() -> None:
    assert ["'=1+1"] in every_row(csv(card(title="=1+1", note="leeg"), SETTING))
