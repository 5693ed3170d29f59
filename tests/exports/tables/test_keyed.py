"""Every csv and workbook of a card says which area a row is about, in columns of one type."""

import csv as text_format
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from itertools import product

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card, Column, Kind, Line, Table
from charts.cards import CARDS
from data.dutch import month_numbers
from data.file.store import Store
from data.reference.areas import Level
from exports.setting import Setting, setting_of
from exports.tables.keyed import AREA, REMARK, keyed
from exports.tables.text_csv import csv
from tests.exports.conftest import MADE, ORDINARY
from tests.exports.paper.samples import SETTING

KEYS = [column.heading for column in (*AREA, REMARK)]
NUMBER = re.compile(r"-?\d+(,\d+)?")
ISO = re.compile(r"\d{4}-(\d\d-\d\d|Q\d)")
WIJK_CODE = "WK077231"
ONCE = ((Audience.GEMEENTE, ""), (Audience.INTERN, WIJK_CODE))
# Of the ordinary city all; of an odd one each audience once, and the rest where there is time.
CHOICES = [
    pytest.param(
        *choice,
        marks=[] if choice[0] == ORDINARY or choice[1:] in ONCE else [pytest.mark.slow],
    )
    for choice in product(MADE, Audience, ("", WIJK_CODE))
]
MONTHS = "|".join(month_numbers())
DUTCH_DAY = re.compile(rf"(\d\d?-\d\d?-|\d\d? )?({MONTHS})?\.? ?(19|20)\d\d|\d\d?-\d\d?-\d{{4}}")


def built(store: Store, audience: Audience, area: str) -> Iterator[tuple[Card, Table, Setting]]:
    """The cards that have figures, and their tables for other programs."""
    answers = DirectAnswers(open_marts(store, audience), is_demo=True)
    scope = Scope(answers, View(audience=audience, area=area))
    for build in CARDS.values():
        card, setting = build(scope), setting_of(scope)
        table = None if card.note else keyed(card, setting)
        if table is not None:
            yield card, table, setting


def own_columns(table: Table) -> list[Column]:
    return list(table.columns[: -len(KEYS)])


def names_an_area(table: Table, setting: Setting) -> bool:
    """Whether a column of numbers is about another area than the chosen one."""
    names = {area.name for area in setting.areas.values()} - {setting.area and setting.area.name}
    return any(column.is_number and column.heading in names for column in own_columns(table))


def faults_of(table: Table, setting: Setting) -> Iterator[str]:
    headings = [column.heading for column in table.columns]
    if len({heading.casefold() for heading in headings}) < len(headings):
        yield "twee kolommen met een naam"
    yield from (f"kop {text}" for text in headings if DUTCH_DAY.fullmatch(text.lower()))
    is_coded = any(line.code for line in table.lines)
    for line in table.lines:
        code, name, level = line.cells[-4:-1]
        area = setting.areas.get(str(code))
        if area and (area.name, str(area.level)) != (name, level):
            yield f"{code} is niet {level} {name}"
        if area is None and not is_coded and not names_an_area(table, setting):
            yield f"rij zonder gebied: {line.cells[0]}"
        called = {one.code for one in setting.areas.values() if one.name == line.cells[table.head]}
        if called and code not in called:
            yield f"{line.cells[table.head]} heeft code {code}"


def wrong_cells(card: Card, table: Table, setting: Setting) -> Iterator[str]:
    text = StringIO(csv(card, setting).decode("utf-8-sig"), newline="")
    heading, *rows = text_format.reader(text, delimiter=";")
    if len(rows) != len(table.lines) or heading[-3:] != ["Peildatum", "Publiek", "Gegevens"]:
        yield "niet een rij koppen en een rij per regel"
    for row in rows:
        for column, cell in zip(own_columns(table), row, strict=False):
            form = NUMBER if column.is_number else ISO if column.kind is not Kind.PLAIN else None
            if cell and form and not form.fullmatch(cell):
                yield f"{column.heading}: {cell}"
            if form is None and DUTCH_DAY.fullmatch(cell.lower()):
                yield f"{column.heading}: {cell} is geen ISO"


@pytest.mark.parametrize(("name", "audience", "area"), CHOICES)
def test_every_row_of_every_card_has_its_area_and_every_column_one_type(
    city: Callable[[str], Store], name: str, audience: Audience, area: str
) -> None:
    faults, seen = [], 0
    for card, table, setting in built(city(name), audience, area):
        seen += 1
        found = [*faults_of(table, setting), *wrong_cells(card, table, setting)]
        faults += [f"{card.id}: {fault}" for fault in found]
    assert seen
    assert not faults


CITY = NamedArea(Level.GEMEENTE, "GM0772", "Eindhoven")
WIJK = NamedArea(Level.WIJK, WIJK_CODE, "De Laak")
PLACED = Setting(
    SETTING.audience, "", "", is_demo=False, as_of=date(2021, 9, 30), area=CITY,
    areas={area.code: area for area in (CITY, WIJK)},
)  # fmt: skip


def cells(columns: list[Column], *lines: Line) -> list[list[object]]:
    table = keyed(Card("x", "x", table=Table("x", columns, lines)), PLACED)
    assert table is not None
    return [list(line.cells) for line in table.lines]


def test_a_row_without_an_area_is_about_the_chosen_one() -> None:
    found = cells([Column("Soort"), Column("Aantal", 0)], Line(["burenhulp", 12]))
    assert found == [["burenhulp", 12, "GM0772", "Eindhoven", "gemeente", None]]


def test_beside_areas_a_row_without_a_code_is_about_none() -> None:
    lines = Line(["De Laak", 12], code=WIJK.code), Line(["de rest van de stad", 9])
    first, rest = cells([Column("Gebied"), Column("Aantal", 0)], *lines)
    assert first[2:5] == ["WK077231", "De Laak", "wijk"]
    assert rest[2:5] == [None, None, None]


def test_under_columns_that_are_areas_a_row_is_about_none() -> None:
    [row] = cells(
        [Column("Maand"), Column("Eindhoven", 0), Column("De Laak", 0)], Line(["1", 2, 3])
    )
    assert row[3:6] == [None, None, None]


def test_words_in_a_column_of_numbers_stand_in_the_remark() -> None:
    columns = [Column("Wijk"), Column("Nu", 0), Column("Sinds", kind=Kind.DAY)]
    [row] = cells(columns, Line(["x", "te weinig", "nog niet gestart"]))
    assert row[1:3] == [None, None]
    assert row[-1] == "Nu: te weinig; Sinds: nog niet gestart"


def test_a_number_that_was_written_out_is_a_number() -> None:
    [row] = cells([Column("Nr.", 0), Column("Per 1.000", 0)], Line(["3", "−1.234,5"]))
    assert row[:2] == [3, -1234.5]


def test_the_day_from_which_a_row_counts_stands_behind_it() -> None:
    columns = [Column("Indicator"), Column("Aantal", 0)]
    counted = Line(["Matches", 40.0], since=date(2020, 10, 1))
    rows = cells(columns, counted, Line(["Wachtend", 20.0]))
    assert [row[-1] for row in rows] == [date(2020, 10, 1), None]
    assert len(cells(columns, Line(["Wachtend", 20.0]))[0]) == len(rows[0]) - 1


def test_what_is_in_percent_says_so_to_other_programs() -> None:
    told = Column("Eenzaam", 0, iso="Eenzaam (%)")
    table = keyed(Card(table=Table("", [Column("Buurt"), told], [Line(["x", 4.0])])), SETTING)
    assert table is not None
    assert table.columns[1].heading == "Eenzaam (%)"
