"""The figures of every kind of picture as a table."""

from dataclasses import replace
from datetime import date

import pytest

from charts.card import Card, Column, Kind, Line, Table
from charts.cells import NOTHING, cell_text
from charts.pictures import (
    Bar,
    Bars,
    Dot,
    Heat,
    Panels,
    Picture,
    Scatter,
    Series,
    Stretch,
    TimeStrip,
    Trend,
)
from charts.tabulate import columns_and_lines, table_of
from data.dutch import number

MONTHS = [date(2021, 1, 1), date(2021, 2, 1)]
TREND = Trend(MONTHS, [Series("scans", "accent", [1, None], [0, None], [2, None])])


def rows(picture: Picture) -> list[list[object]]:
    table = table_of(Card("x", "Titel", picture=picture))
    assert table is not None
    headings: list[object] = [column.heading for column in table.columns]
    lines: list[list[object]] = [[*line.cells] for line in table.lines]
    return [headings, *lines]


def test_the_own_table_of_a_card_goes_before_its_picture() -> None:
    own = Table("Eigen", [Column("Naam")], [Line(["Strijp"])])
    assert table_of(Card("x", "Titel", picture=TREND, table=own)) is own
    assert table_of(Card("x", "Titel")) is None


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (
            TREND,
            [
                ["Maand", "Scans", "Scans, van", "Scans, tot"],
                [MONTHS[0], 1, 0, 2],
                [MONTHS[1], None, None, None],
            ],
        ),
        (
            Trend([0.0, 30.0], [Series("nog bezig", "accent", [100, 80])], "dagen"),
            [["Dagen", "Nog bezig"], [0.0, 100], [30.0, 80]],
        ),
        (
            Bars([Bar("Strijp", 3.0), Bar("Gestel", None, mark="te weinig mensen")], "matches"),
            [["Naam", "Matches"], ["Strijp", 3.0], ["Gestel", "te weinig mensen"]],
        ),
        (
            Bars([Bar("Strijp", 3.0, low=2.0, high=4.0)], "dagen"),
            [["Naam", "Dagen", "Van", "Tot"], ["Strijp", 3.0, 2.0, 4.0]],
        ),
        (
            Scatter([Dot("Strijp", 1.0, 2.0)], "inwoners", "matches"),
            [["Naam", "Inwoners", "Matches"], ["Strijp", 1.0, 2.0]],
        ),
        (
            Heat(["Strijp"], ["groen", "zorg"], [[1.0, None]], "Blues", "matches"),
            [["Naam", "groen", "zorg"], ["Strijp", 1.0, None]],
        ),
        (
            TimeStrip([Stretch("De Laak", MONTHS[0], MONTHS[1])]),
            [["Naam", "Van", "Tot", "Toelichting"], ["De Laak", *MONTHS, None]],
        ),
        (
            Panels({"Strijp": Trend(MONTHS[:1], [Series("scans", "accent", [1])])}),
            [["Naam", "Maand", "Scans"], ["Strijp", MONTHS[0], 1]],
        ),
    ],
)
def test_every_figure_of_a_picture_stands_in_its_table(
    picture: Picture, expected: list[list[object]]
) -> None:
    assert rows(picture) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, NOTHING), (1234.56, number(1234.56, 1)), ("mark", "mark"), (MONTHS[0], "01-01-2021")],
)
def test_a_cell_is_dutch(value: str | float | date | None, text: str) -> None:
    assert cell_text(value, Column("x", 1)) == text


@pytest.mark.parametrize(("kind", "text"), [(Kind.MONTH, "jan 2021"), (Kind.DAY, "01-01-2021")])
def test_a_day_is_shown_as_its_column_says(kind: Kind, text: str) -> None:
    assert cell_text(MONTHS[0], Column("Maand", kind=kind)) == text


@pytest.mark.parametrize(("value", "text"), [(2.7, "+2,7"), (-2.7, "−2,7"), (0.01, "0,0")])
def test_a_difference_has_its_sign(value: float, text: str) -> None:
    assert cell_text(value, Column("Verschil", 1, kind=Kind.CHANGE)) == text


def test_a_picture_over_months_has_a_column_of_months_whatever_it_is_called() -> None:
    columns, _ = columns_and_lines(replace(TREND, x_title="kwartaal"))
    assert (columns[0].heading, columns[0].kind) == ("Kwartaal", Kind.MONTH)
    columns, _ = columns_and_lines(replace(TREND, steps=[date(2021, 1, 5), date(2021, 2, 1)]))
    assert columns[0].kind is Kind.DAY
