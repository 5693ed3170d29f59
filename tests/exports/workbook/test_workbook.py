"""Workbooks as Excel reads them."""

from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from charts.card import Card, Column, Kind, Line, Table
from charts.cells import cell_text
from charts.pictures import Bar, Bars, Series, Trend
from charts.tabulate import table_of
from exports.house import house
from exports.tables.formulas import FORMULA_SIGNS
from exports.workbook.book import LONGEST_NAME, sheet_name
from exports.workbook.cards import FIRST_ROW, xlsx
from tests.exports.paper.samples import CARDS, INTERN, LONG_NAME, SETTING, card

HEAD = FIRST_ROW + 1  # openpyxl counts from 1


@cache
def built(name: str) -> bytes:
    return xlsx(CARDS[name], INTERN, house())


def opened(subject: Card) -> Any:
    return openpyxl.load_workbook(BytesIO(xlsx(subject, SETTING, house())))


def sample(name: str) -> Any:
    return openpyxl.load_workbook(BytesIO(built(name)))


def values(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD)]


def cells(book: Any) -> list[Any]:
    return [cell for sheet in book.worksheets for row in sheet.rows for cell in row]


@pytest.mark.parametrize("name", CARDS)
def test_the_same_card_gives_the_same_bytes(name: str) -> None:
    assert xlsx(CARDS[name], INTERN, house()) == built(name)


@pytest.mark.parametrize("name", CARDS)
def test_figures_are_numbers_and_the_rest_is_text(name: str) -> None:
    book = sample(name)
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}
    assert (book.sheetnames[0], book.sheetnames[-1]) == ("Cijfers", "Toelichting")
    assert "f" not in {cell.data_type for cell in cells(book)}
    assert book.properties.title == CARDS[name].title


@pytest.mark.parametrize("name", CARDS)
def test_what_the_figures_are_stands_in_a_box_beside_them(name: str) -> None:
    with ZipFile(BytesIO(built(name))) as archive:
        drawing = etree.fromstring(archive.read("xl/drawings/drawing1.xml"))
    words = " ".join(part.text for part in drawing.iter("{*}t") if part.text)
    assert f"{CARDS[name].title} · INTERN · Demogegevens" in words
    assert INTERN.selection in words


@pytest.mark.parametrize("name", [name for name in CARDS if name != "leeg"])
def test_every_cell_of_the_table_is_there(name: str) -> None:
    table = table_of(CARDS[name])
    assert table is not None
    sheet = sample(name)["Cijfers"]
    for row, line in enumerate(table.lines, HEAD + 1):
        for place, column in enumerate(table.columns, 1):
            cell, value = sheet.cell(row, place), line.cells[place - 1]
            is_text = not column.is_number and column.kind is Kind.PLAIN
            if isinstance(value, str) and not is_text:
                remark = sheet.cell(row, len(table.columns) + 4).value
                assert cell.value is None
                assert f"{column.heading}: {value}" in remark
            elif isinstance(value, int | float):
                assert cell.value == value
                decimals = "." + "0" * column.decimals if column.decimals else ""
                assert cell.number_format == f"#,##0{decimals}"
            elif isinstance(value, date):
                assert cell.value.date() == value
                is_month = column.kind is Kind.MONTH
                assert cell.number_format == ("[$-413]mmm yyyy" if is_month else "dd-mm-yyyy")
            else:
                assert cell.value == (None if value is None else cell_text(value, column))


def test_the_head_stays_in_sight_and_can_be_filtered() -> None:
    sheet = sample("tabel")["Cijfers"]
    assert sheet.freeze_panes == f"B{HEAD + 1}"
    [table] = sheet.tables.values()
    assert (table.name, table.ref) == ("t_Cijfers", f"A{HEAD}:G{HEAD + 3}")
    assert table.autoFilter.ref == table.ref
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"


def test_the_chosen_row_is_marked() -> None:
    sheet = sample("tabel")["Cijfers"]
    bold = [sheet.cell(row, 1).font.bold for row in range(HEAD + 1, HEAD + 4)]
    assert bold == [False, True, False]


def test_months_of_a_trend_are_days() -> None:
    sheet = sample("lijnen")["Cijfers"]
    assert sheet.cell(HEAD + 1, 1).value.date() == date(2019, 1, 1)
    assert sheet.cell(HEAD + 1, 1).number_format == "[$-413]mmm yyyy"


def test_a_month_is_known_by_its_column_and_not_by_its_heading() -> None:
    columns = [Column("Sinds", kind=Kind.MONTH), Column("Maand", kind=Kind.DAY)]
    table = Table("Starts", columns, [Line([date(2019, 1, 1), date(2019, 1, 1)])])
    sheet = opened(Card("x", "Starts", table=table))["Cijfers"]
    shown = [sheet.cell(HEAD + 1, place).number_format for place in (1, 2)]
    assert shown == ["[$-413]mmm yyyy", "dd-mm-yyyy"]


def test_a_chart_stands_on_the_columns_that_carry_its_lines_also_where_figures_are_equal() -> None:
    picture = Trend([1, 2], [Series("% inwoners", "accent", [5.0, 6.0])])
    columns = [Column("Maand"), Column("Wijken", 0), Column("Inwoners", 0, draws="% inwoners")]
    table = Table("Starts", columns, [Line(["1", 5.0, 5.0]), Line(["2", 6.0, 6.0])])
    file = xlsx(Card("x", "Starts", picture=picture, table=table), SETTING, house())
    with ZipFile(BytesIO(file)) as archive:
        xml = archive.read("xl/charts/chart1.xml").decode()
    assert f"Cijfers!$C${HEAD + 1}:" in xml
    assert f"Cijfers!$B${HEAD + 1}:" not in xml


@pytest.mark.parametrize(
    ("name", "kind"), [("lijnen", "LineChart"), ("balken", "BarChart"), ("punten", "ScatterChart")]
)
def test_charts_are_native_and_stand_on_the_cells(name: str, kind: str) -> None:
    [chart] = sample(name)["Cijfers"]._charts
    assert type(chart).__name__ == kind
    with ZipFile(BytesIO(built(name))) as archive:
        xml = archive.read("xl/charts/chart1.xml").decode()
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert f"Cijfers!$B${HEAD + 1}:" in xml
    assert 'descr="Wat het plaatje laat zien"' in drawing


def test_a_table_that_is_no_twin_of_the_picture_leaves_it_its_own_figures() -> None:
    table = Table("Anders", [Column("Wijk"), Column("Som", 0)], [Line(["Strijp", 7.0])])
    subject = card(Bars([Bar("Strijp", 3.0), Bar("Gestel", 4.0)], "matches"), table=table)
    book = opened(subject)
    assert book.sheetnames == ["Cijfers", "Grafiek Cijfers", "Toelichting"]
    assert [row[:2] for row in values(book["Cijfers"])] == [["Wijk", "Som"], ["Strijp", 7]]
    assert book["Grafiek Cijfers"].freeze_panes  # as readable as the table of the card
    rows = values(book["Grafiek Cijfers"])
    assert [row[:2] for row in rows] == [["Naam", "Matches"], ["Strijp", 3], ["Gestel", 4]]


def test_the_explanation_tells_selection_definitions_source_and_day() -> None:
    subject = card(Bars([Bar("Strijp", 3.0)], "matches"), indicators=["matches"])
    told = dict(row[:2] for row in values(opened(subject)["Toelichting"]) if row[0])
    rows = opened(subject)["Toelichting"].iter_rows(values_only=True)
    told = {row[0]: row[1] for row in rows if row[0]}
    assert told["Selectie"] == SETTING.selection
    assert told["Peildatum"] == "30 september 2021"
    assert told["Voor wie"] == SETTING.audience_words
    assert f"Bron: {told['Bron']}" == subject.source
    assert "op de dag van de match" in told["Matches"]


@given(st.sampled_from(FORMULA_SIGNS), st.text(st.characters(codec="ascii"), max_size=8))
def test_a_text_that_looks_like_a_formula_stays_a_text(sign: str, rest: str) -> None:
    text = f"{sign}{rest}"
    table = Table("t", [Column(text), Column(text, 0)], [Line([text, text])])
    book = opened(card(table=table, title=text, source=text, subtitle=text))
    sheet = book["Cijfers"]
    assert sheet.cell(HEAD + 1, 1).data_type == "s"
    assert sheet.cell(HEAD + 1, 1).quotePrefix
    assert "f" not in {cell.data_type for cell in cells(book)}


@pytest.mark.parametrize("name", ["https://example.org", "internal:x", "mailto:a@b.nl"])
def test_a_text_that_looks_like_a_link_is_no_link(name: str) -> None:
    table = Table("t", [Column("Naam")], [Line([name])])
    assert opened(card(table=table))["Cijfers"].cell(HEAD + 1, 1).hyperlink is None


def test_a_card_with_nothing_to_show_says_why() -> None:
    sheet = sample("leeg")["Cijfers"]
    assert sheet.cell(HEAD, 1).value == CARDS["leeg"].note


def test_an_empty_line_is_no_error() -> None:
    empty = Trend([date(2021, 1, 1)], [Series("niets", "accent", [None])])
    assert opened(card(empty))["Cijfers"].cell(HEAD + 1, 2).value is None


def test_names_of_sheets_are_short_plain_and_different() -> None:
    taken: set[str] = set()
    for _ in range(3):
        name = sheet_name(f"[{LONG_NAME}]: */?", taken)
        assert len(name) <= LONGEST_NAME
        assert not set(name) & set("[]:*?/\\")
        taken.add(name.casefold())
    assert len(taken) == 3
    assert sheet_name("'", set()) == "-"
