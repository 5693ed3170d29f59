"""Sentences: exact where small, honest where rounded, right in number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.areas import NamedArea
from analytics.catalog import find
from analytics.result import Row, Status
from analytics.rollout import Progress
from analytics.sentences import (
    Reach,
    about,
    change_words,
    extremes_sentence,
    rollout_sentence,
    selection_words,
    trend_sentence,
)
from analytics.windows import Window
from data.areas import Level
from data.dutch import number

CITY = NamedArea(Level.GEMEENTE, "GM0772", "Eindhoven")
NORTH = NamedArea(Level.STADSDEEL, "SD5", "Woensel-Noord")
WIJK = NamedArea(Level.WIJK, "WK077251", "Ontginning")
BUURT = NamedArea(Level.BUURT, "BU07725110", "Driehoeksbos")
CENTRE = NamedArea(Level.STADSDEEL, "SD1", "Centrum")


def progress(total: int, started: int, since: date | None = None) -> Progress:
    return Progress(tuple(f"W{n}" for n in range(total)), started, since, is_pilot=False)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0"),
        (99, "99"),
        (100, "100"),
        (114, "ruim 110"),
        (117, "bijna 120"),
        (1_050, "ruim 1.000"),
        (1_250, "ruim 1.200"),
        (1_251, "bijna 1.300"),
        (1_300, "1.300"),
        (99_600, "bijna 100.000"),
    ],
)
def test_amounts_for_running_text(amount: int, words: str) -> None:
    assert about(amount) == words


@given(st.integers(0, 10_000_000))
def test_a_rounded_amount_is_near_and_says_on_which_side(amount: int) -> None:
    words = about(amount)
    written = int(words.split()[-1].replace(".", ""))
    assert abs(written - amount) <= max(amount * 0.05, 0)
    assert words.startswith("ruim") == (written < amount)
    assert words.startswith("bijna") == (written > amount)


@pytest.mark.parametrize(
    ("area", "rollout", "reach", "window", "sentence"),
    [
        (
            CITY,
            progress(20, 18),
            Reach(1_050, 1_250, 423),
            Window.ALL,
            "18 van de 20 wijken zijn gestart; sinds de start zijn ruim 1.000 inwoners bereikt"
            " en zijn ruim 1.200 matches gemaakt. Er lopen nu ruim 420 matches.",
        ),
        (
            NORTH,
            progress(4, 1),
            Reach(1, 1, 1),
            Window.YEAR,
            "Woensel-Noord: 1 van de 4 wijken is gestart; in de laatste 12 maanden is 1 inwoner"
            " bereikt en is 1 match gemaakt. Er loopt nu 1 match.",
        ),
        (
            NORTH,
            progress(4, 4),
            Reach(0, 0, 0),
            Window.MONTH,
            "Woensel-Noord: alle 4 wijken zijn gestart; in de laatste maand zijn geen inwoners"
            " bereikt en zijn geen matches gemaakt. Er lopen nu geen matches.",
        ),
        (
            CENTRE,
            progress(1, 0),
            Reach(0, 0, 0),
            Window.ALL,
            "Centrum: de enige wijk is nog niet gestart.",
        ),
        (WIJK, progress(1, 0), Reach(0, 0, 0), Window.ALL, "Ontginning is nog niet gestart."),
        (
            BUURT,
            progress(1, 1, date(2021, 5, 1)),
            None,
            Window.ALL,
            "De wijk rond Driehoeksbos is gestart in mei 2021.",
        ),
        (CENTRE, progress(1, 1), None, Window.ALL, "Centrum: de enige wijk is gestart."),
    ],
)
def test_how_far_the_rollout_is(
    area: NamedArea, rollout: Progress, reach: Reach | None, window: Window, sentence: str
) -> None:
    assert rollout_sentence(area, rollout, reach, window) == sentence


@pytest.mark.parametrize(
    ("change", "indicator", "window", "words"),
    [
        (312, "matches", Window.ALL, "312 meer dan 12 maanden eerder"),
        (-3, "matches", Window.YEAR, "3 minder dan in de 12 maanden ervoor"),
        (-3, "wachtend", Window.QUARTER, "3 minder dan 3 maanden eerder"),
        (0, "matches", Window.MONTH, "evenveel als in de maand ervoor"),
        (1, "wachtend", Window.MONTH, "1 meer dan een maand eerder"),
        (0.04, "matches_per_1000", Window.ALL, "evenveel als 12 maanden eerder"),
        (1.25, "matches_per_1000", Window.ALL, "1,2 meer dan 12 maanden eerder"),
    ],
)
def test_changes_in_words(change: float, indicator: str, window: Window, words: str) -> None:
    assert change_words(change, find(indicator), window) == words


@pytest.mark.parametrize(
    ("area", "window", "as_of", "level", "words"),
    [
        (
            CITY,
            Window.ALL,
            date(2021, 10, 1),
            Level.WIJK,
            "Heel Eindhoven · tot en met 1 oktober 2021 · per wijk",
        ),
        (
            NORTH,
            Window.YEAR,
            date(2021, 9, 30),
            Level.BUURT,
            "Woensel-Noord (stadsdeel) · laatste 12 maanden, tot en met september 2021 · per buurt",
        ),
    ],
)
def test_the_selection_in_words(
    area: NamedArea, window: Window, as_of: date, level: Level, words: str
) -> None:
    assert selection_words(area, window, as_of, level) == words


def row(name: str, value: float | None) -> Row:
    return Row("2021", name, name, 0, None, value, Status.SHOWN)


def test_the_text_of_a_map_names_the_highest_and_the_lowest() -> None:
    rows = [row("Erp", 2.04), row("De Laak", 12.2), row("Hurk", None)]
    assert extremes_sentence(rows, Level.WIJK, 1) == (
        "2 wijken. Het hoogst: De Laak (12,2). Het laagst: Erp (2,0)."
    )
    assert extremes_sentence([], Level.BUURT, 0) == "Er zijn geen cijfers per buurt."


def test_the_text_of_a_trend_tells_its_last_month() -> None:
    sentence = trend_sentence(date(2021, 9, 1), {"scans": 1_078, "matches": 92})
    assert sentence == f"In september 2021: {number(1_078)} scans en 92 matches."
