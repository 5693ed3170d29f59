"""Rows and columns that hold each different cell once: they say what lists of lists say."""

from datetime import date
from itertools import zip_longest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.delivery.files.coded import EMPTY, Coded
from data.delivery.files.raw import Cell
from data.delivery.files.rows import Rows

CELLS = st.none() | st.sampled_from(["a", "b", "S1", 1, 2.5, date(2021, 4, 14)]) | st.text()
COLUMNS = st.lists(CELLS, max_size=30)
SHEETS = st.lists(st.lists(CELLS, max_size=5), max_size=30)


def _column(rows: list[list[Cell]], position: int) -> list[Cell]:
    return [row[position] if position < len(row) else None for row in rows]


@given(SHEETS)
def test_rows_are_the_rows_that_were_put_in(rows: list[list[Cell]]) -> None:
    found: Rows[Cell] = Rows(rows)
    assert [*found] == [found[index] for index in range(len(rows))] == rows
    assert len(found) == len(rows)
    assert found.cells() == sum(map(len, rows))
    assert found.width() == max(map(len, rows), default=0)


@given(SHEETS, st.integers(-40, 40), st.integers(-40, 40))
def test_some_rows_are_a_slice_of_them(rows: list[list[Cell]], start: int, stop: int) -> None:
    assert Rows(rows)[start:stop] == rows[start:stop]


@given(SHEETS, st.integers(0, 6), st.data())
def test_a_column_has_the_cells_at_its_position(
    rows: list[list[Cell]], position: int, data: st.DataObject
) -> None:
    some = sorted(data.draw(st.sets(st.sampled_from(range(len(rows))))) if rows else ())
    sheet: Rows[Cell] = Rows(rows)
    found = sheet.column(position, np.array(some, np.intp))
    expected = [_column(rows, position)[row] for row in some]
    assert [*found] == expected
    assert found.distinct == [*dict.fromkeys(cell for cell in expected if cell is not None)]


@given(SHEETS, st.integers(0, 6))
def test_a_row_is_filled_when_any_cell_from_there_has_a_value(
    rows: list[list[Cell]], start: int
) -> None:
    expected = [any(cell is not None for cell in row[start:]) for row in rows]
    assert Rows(rows).filled(start).tolist() == expected
    has_a = [index for index, row in enumerate(rows) if "a" in row]
    assert Rows(rows).having(lambda cell: cell == "a") == has_a


def test_rows_are_cleaned_as_they_come_and_let_go() -> None:
    rows = Rows([["1", "x"], [], ["2"]], {"1": 1, "2": 2, "x": None}.__getitem__)
    assert [*rows] == [[1, None], [], [2]]
    rows.clear()
    assert ([*rows], rows.width(), rows.cells()) == ([], 0, 0)


def test_a_row_outside_the_sheet_is_no_row() -> None:
    rows: Rows[str] = Rows([["a"], ["b"]])
    assert rows[-1] == ["b"]
    for index in (2, -3):
        with pytest.raises(IndexError):
            rows[index]


def test_one_very_long_row_takes_no_more_than_its_cells() -> None:
    """A column for every cell of it, each as long as the sheet, would be 400 million cells."""
    rows: Rows[str] = Rows([*(["a"] for _ in range(20_000)), ["b"] * 20_000])
    assert rows.cells() == 40_000
    assert rows.column(19_999, np.arange(len(rows))).rows(lambda cell: cell == "b") == [20_000]


@given(COLUMNS)
def test_a_column_holds_every_value_once(values: list[Cell]) -> None:
    column = Coded.of(values)
    known = [*dict.fromkeys(value for value in values if value is not None)]
    assert [*column] == [column[row] for row in range(len(column))] == values
    assert column.distinct == known
    assert column.counts() == [values.count(value) for value in known]
    assert column.filled.tolist() == [value is not None for value in values]
    assert column.empty_rows() == [row for row, value in enumerate(values) if value is None]


@given(COLUMNS, CELLS)
def test_a_changed_column_is_that_of_the_changed_values(values: list[Cell], gone: Cell) -> None:
    def change(value: Cell) -> str | None:
        return None if value == gone else str(value)[:1]

    column = Coded.of(values).mapped(change)
    assert [*column] == [None if value is None else change(value) for value in values]
    texts = [*column]
    assert column.rows("a".__eq__) == [row for row, text in enumerate(texts) if text == "a"]


@given(COLUMNS, COLUMNS)
def test_columns_follow_and_complete_each_other(one: list[Cell], other: list[Cell]) -> None:
    assert [*Coded.of(one).followed_by(Coded.of(other))] == one + other
    size = min(len(one), len(other))
    both = list(zip(one[:size], other[:size], strict=True))
    completed = Coded.of(one[:size]).or_else(Coded.of(other[:size]))
    assert [*completed] == [second if first is None else first for first, second in both]


@given(COLUMNS, COLUMNS)
def test_equal_values_share_a_number(one: list[Cell], other: list[Cell]) -> None:
    """Also those that became equal, by a change or a join."""
    column = Coded.of(one).followed_by(Coded.of(other)).mapped(lambda value: str(value)[:1])
    numbers, values = column.equals().tolist(), [*column]
    for number, value in zip_longest(numbers, values):
        assert (number == EMPTY) == (value is None)
    for row, value in enumerate(values):
        for second, against in enumerate(values):
            assert (numbers[row] == numbers[second]) == (value == against)


@given(COLUMNS, st.data())
def test_some_rows_of_a_column(values: list[Cell], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.sampled_from(range(len(values))))) if values else []
    chosen = np.array(rows, np.intp)
    column = Coded.of(values)
    assert [*column.at(chosen)] == [values[row] for row in rows]
    assert set(column.at(chosen).distinct) == {values[row] for row in rows} - {None}
    assert column.array(object, chosen).tolist() == [values[row] for row in rows]


def test_a_column_takes_more_than_a_byte_can_number() -> None:
    for size in (127, 128, 129, 32_768, 32_769):
        assert [*Coded.of(range(size))] == [*range(size)]
        twice = Coded.of(range(size)).followed_by(Coded.of(range(size)))
        assert [*twice] == [*range(size), *range(size)]


def test_days_of_a_column() -> None:
    days = Coded.of([date(2021, 4, 14), None]).days()
    assert days[0] == np.datetime64("2021-04-14")
    assert np.isnat(days[1])
