"""CSV as a Dutch Excel opens it, read with the csv module."""

import csv as text_format
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.card import Card, Column, Kind, Line, Table, Value
from exports.setting import Setting
from exports.tables.formulas import safe
from exports.tables.text_csv import csv, notes
from exports.words import DEMO_WORDS
from tests.exports.paper.samples import CARDS, INTERN, SETTING, card, table_card


def rows(one: Card) -> list[list[str]]:
    text = StringIO(csv(one, SETTING).decode("utf-8-sig"), newline="")
    return list(text_format.reader(text, delimiter=";"))


def told(one: Card, setting: Setting) -> list[str]:
    """The lines of the text file beside the csv."""
    return notes(one, setting).decode("utf-8-sig").splitlines()


def cell(value: Value, decimals: int | None = None) -> str:
    table = Table("x", [Column("a", decimals)], [Line([value])])
    return rows(card(table=table))[1][0]


def test_the_file_has_a_bom_semicolons_and_lines_for_windows() -> None:
    made = csv(table_card(), SETTING)
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.endswith(b"\r\n")
    assert made.count(b"\n") == made.count(b"\r\n") == 4
    assert made.decode("utf-8-sig").startswith("Wijk;Open vacatures;Sinds")


def test_numbers_are_dutch_days_are_iso_and_words_stand_in_the_remark() -> None:
    heading, first, second, third = rows(table_card())
    remark = heading.index("Opmerking")
    assert first[1:3] == ["1234,5", "2019-03-01"]
    assert second[:3] == ["Nul", "0,0", ""]
    assert third[:3] == ["Gestel", "", "nog niet gestart"]
    assert third[remark] == "Open vacatures: te weinig mensen om te tonen"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (-3.14159, 2, "-3,14"),
        (1_234_567.0, 0, "1234567"),
        (0.5, None, "0,5"),
        (12, None, "12"),
        (date(2021, 4, 1), None, "2021-04-01"),
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
    assert rows(one)[0][0] == "'=1+1"


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


def test_a_quarter_is_written_as_in_the_table_of_all_figures() -> None:
    table = Table("x", [Column("Kwartaal", kind=Kind.QUARTER)], [Line([date(2021, 7, 1)])])
    assert rows(card(table=table))[1][0] == "2021-Q3"


def test_the_text_beside_the_figures_says_what_they_are() -> None:
    one = table_card()
    assert told(one, SETTING)[:5] == [
        f"{one.title}: {one.subtitle}",
        f"Selectie: {SETTING.selection}",
        "Peildatum: 30 september 2021",
        f"Voor wie: {SETTING.audience_words}",
        one.source,
    ]


def test_every_row_says_of_when_and_for_whom_it_is() -> None:
    heading, *lines = rows(table_card())
    assert heading[-3:] == ["Peildatum", "Publiek", "Gegevens"]
    assert {tuple(line[-3:]) for line in lines} == {("2021-09-30", "gemeente", "registratie")}
    intern = csv(table_card(), INTERN).decode("utf-8-sig").splitlines()
    assert all(line.endswith(";2021-09-30;INTERN;demo") for line in intern[1:])
    assert f"Demogegevens: {DEMO_WORDS}" in told(table_card(), INTERN)
