"""Headings in merged cells, and blocks of columns beside each other."""

from data.delivery.files.raw import Cell, Merged, Origin, RawSheet
from data.delivery.files.rows import Rows
from data.delivery.recognition.blocks import HEADING_ROWS, merged_headings, unmerged


def sheet(*rows: list[Cell], merged: tuple[Merged, ...] = ()) -> RawSheet:
    return RawSheet("a.xlsx", "Blad 1", Rows(rows), next(iter(Origin)), alone=True, merged=merged)


def test_a_heading_merged_downwards_stands_on_all_its_rows() -> None:
    found = unmerged(
        sheet(["Naam", None, "Buurt"], ["x"], ["y", "b", "z"], merged=(((0, 2), (2, 2)),))
    )
    assert [*found.rows] == [["Naam", None, "Buurt"], ["x", None, "Buurt"], ["y", "b", "z"]]


def test_a_heading_in_the_last_row_that_is_looked_at_is_not_spread_further() -> None:
    merged: tuple[Merged, ...] = (((0, 0), (HEADING_ROWS, 0)),)
    empty: list[list[Cell]] = [[None] for _ in range(HEADING_ROWS + 1)]
    rows: list[list[Cell]] = [["Naam"], *empty]
    assert unmerged(sheet(*rows, merged=merged)).rows[1] == [None]
    short: tuple[Merged, ...] = (((0, 0), (HEADING_ROWS - 1, 0)),)
    found = unmerged(sheet(*rows, merged=short)).rows
    assert [row[0] for row in found] == ["Naam"] * HEADING_ROWS + [None, None]


def test_a_merged_cell_outside_the_sheet_changes_nothing() -> None:
    rows: list[list[Cell]] = [["Naam"], ["x"]]
    for merged in (((0, 1), (1, 1)), ((0, 0), (2, 0))):
        assert [*unmerged(sheet(*rows, merged=(merged,))).rows] == rows


def test_headings_over_several_columns_have_a_first_and_a_last() -> None:
    merged: tuple[Merged, ...] = (
        ((0, 0), (0, 2)),
        ((1, 3), (1, 4)),
        ((0, 5), (1, 5)),
        ((2, 0), (2, 1)),
    )
    found = sheet(["Wie", None, None], ["a"], merged=merged)
    assert merged_headings(found, 0) == [(0, 2)]
    assert merged_headings(found, 1) == [(3, 4)]
    assert merged_headings(found, 3) == []
