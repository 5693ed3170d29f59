"""Columns of a table on a page: what may not be broken is not, whatever else stands beside it."""

import pytest

from charts.card import Column, Line, Table
from exports.tables.widths import widths

AROUND = 2.0
WORDS = "onzeker (kans ongeveer 45%) en nog veel meer woorden die over regels mogen gaan"
DATES = Table(
    "Doelen",
    [Column("Gebied"), Column("Tot en met"), Column("Doel voor het hele jaar", 0), Column("Haalt")],
    [
        Line(["Woensel-Zuid", "dec 2021", 1234567, WORDS], "a", is_pilot=True),
        Line(["Strijp", "sep 2017", 3, "ja"], "b"),
    ],
)


def measure(text: str) -> float:
    """A letter is one wide."""
    return float(len(text))


@pytest.mark.parametrize("room", [50.0, 60.0, 80.0, 200.0])
def test_figures_dates_and_words_are_not_broken(room: float) -> None:
    made = widths(DATES, room, AROUND, measure)
    assert sum(made) <= room + 0.001
    least = [len("Woensel-Zuid"), len("dec 2021"), len("1.234.567"), len("ongeveer")]
    assert all(width >= need + AROUND for width, need in zip(made, least, strict=True))


def test_a_table_that_does_not_fit_shares_what_there_is() -> None:
    made = widths(DATES, 20.0, AROUND, measure)
    assert sum(made) == pytest.approx(20.0)


def test_a_small_table_does_not_fill_the_room() -> None:
    assert sum(widths(DATES, 500.0, AROUND, measure)) < 250


def test_a_name_has_room_for_its_pilot_mark() -> None:
    [name, *_] = widths(DATES, 500.0, AROUND, measure)
    assert name >= len("Woensel-Zuid  pilot") + AROUND
