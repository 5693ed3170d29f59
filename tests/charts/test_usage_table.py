"""The record of use reads as days and times, and its days sort as days."""

from datetime import date

from charts.card import Kind
from charts.cells import cell_text
from charts.usage_table import usage_card
from data.access.record import Event


def test_a_moment_is_a_dutch_day_and_a_time() -> None:
    event = Event("2026-11-05 09:04:07", "iemand", "beheerder", "meegenomen", "kaart")
    table = usage_card([event], "").table
    assert table is not None
    [line] = table.lines
    shown = [cell_text(*pair) for pair in zip(line.cells, table.columns, strict=True)]
    assert shown[:3] == ["05-11-2026", "09:04:07", "iemand"]
    assert (table.columns[0].kind, line.cells[0]) == (Kind.DAY, date(2026, 11, 5))
