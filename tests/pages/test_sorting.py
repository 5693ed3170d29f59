"""The order of a table: by what its cells hold, not by how they are written."""

from datetime import date

from charts.card import Line, Value
from pages._parts.drawing.sorting import Order, ordered

MONTHS = (date(2020, 2, 1), date(2019, 12, 1), date(2020, 1, 1))


def cells(found: list[Line]) -> list[Value]:
    return [line.cells[0] for line in found]


def test_months_stand_in_the_order_of_time() -> None:
    lines = [Line([month]) for month in MONTHS]
    assert cells(ordered(lines, Order("x", 0, is_down=False))) == sorted(MONTHS)
    assert cells(ordered(lines, Order("x", 0, is_down=True))) == sorted(MONTHS, reverse=True)


def test_a_word_in_the_place_of_a_month_or_a_number_comes_last() -> None:
    for value in (MONTHS[0], 3.0):
        lines = [Line(["nog niet gestart"]), Line([value])]
        for is_down in (True, False):
            found = ordered(lines, Order("x", 0, is_down))
            assert cells(found) == [value, "nog niet gestart"]


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    lines = [Line(["strijp"]), Line(["Gestel"]), Line([None])]
    assert cells(ordered(lines, Order("x", 0, is_down=False))) == ["Gestel", "strijp", None]
