"""Sentences: exact where small, honest where rounded, right in number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import find
from analytics.figures.doors.marts import Audience
from analytics.figures.progress import Progress
from analytics.scope.areas import NamedArea
from analytics.scope.sentences import (
    Reach,
    about,
    audience_words,
    change_words,
    rollout_sentence,
    selection_words,
    since_words,
    trend_sentence,
)
from analytics.scope.windows import Window
from data.reference.areas import Level

CITY = NamedArea(Level.GEMEENTE, "GM0772", "Eindhoven")
NORTH = NamedArea(Level.STADSDEEL, "SD5", "Woensel-Noord")
WIJK = NamedArea(Level.WIJK, "WK077251", "Ontginning")
BUURT = NamedArea(Level.BUURT, "BU07725110", "Driehoeksbos")
NO_TEAM = NamedArea(Level.TEAM, "Zonder team", "Zonder team")
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
            " en zijn ruim 1.200 matches gemaakt. Op 1 oktober 2021 lopen er ruim 420 matches.",
        ),
        (
            NORTH,
            progress(4, 1),
            Reach(1, 1, 1),
            Window.YEAR,
            "Woensel-Noord: 1 van de 4 wijken is gestart; in de 12 maanden tot en met 1 oktober"
            " 2021 is 1 inwoner bereikt en is 1 match gemaakt. Op 1 oktober 2021 loopt er 1 match.",
        ),
        (
            NORTH,
            progress(4, 4),
            Reach(0, 0, 0),
            Window.MONTH,
            "Woensel-Noord: alle 4 wijken zijn gestart; in de maand tot en met 1 oktober 2021 zijn"
            " 0 inwoners bereikt en zijn 0 matches gemaakt. Op 1 oktober 2021 lopen er 0 matches.",
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
        (CENTRE, progress(2, 2), None, Window.ALL, "Centrum: beide wijken zijn gestart."),
        (CENTRE, progress(2, 0), None, Window.ALL, "Centrum: 0 van de 2 wijken is gestart."),
        (CITY, progress(20, 20), None, Window.ALL, "Alle 20 wijken zijn gestart."),
        (
            NO_TEAM,
            progress(2, 1),
            None,
            Window.ALL,
            "De wijken zonder team: 1 van de 2 wijken is gestart.",
        ),
        (
            WIJK,
            progress(1, 0),
            Reach(2, 0, 0),
            Window.ALL,
            "Ontginning is nog niet gestart; tot en met 1 oktober 2021 zijn 2 inwoners bereikt en"
            " zijn 0 matches gemaakt. Op 1 oktober 2021 lopen er 0 matches.",
        ),
        (
            WIJK,
            progress(1, 1, date(2021, 5, 1)),
            Reach(0, 1, 2),
            Window.QUARTER,
            "Ontginning is gestart in mei 2021; in de 3 maanden tot en met 1 oktober 2021 zijn 0"
            " inwoners bereikt en is 1 match gemaakt. Op 1 oktober 2021 lopen er 2 matches.",
        ),
        (BUURT, progress(1, 0), None, Window.ALL, "De wijk rond Driehoeksbos is nog niet gestart."),
    ],
)
def test_how_far_the_rollout_is(
    area: NamedArea, rollout: Progress, reach: Reach | None, window: Window, sentence: str
) -> None:
    assert rollout_sentence(area, rollout, reach, window, date(2021, 10, 1)) == sentence


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


def test_a_window_that_ends_with_a_month_names_the_month() -> None:
    assert (
        since_words(Window.YEAR, date(2020, 12, 31)) == "in de 12 maanden tot en met december 2020"
    )
    assert (
        since_words(Window.MONTH, date(2020, 12, 30)) == "in de maand tot en met 30 december 2020"
    )
    assert since_words(Window.ALL, date(2020, 12, 31)) == "sinds de start"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"scans": 1_078, "matches": 92}, "1.078 scans en 92 matches"),
        ({"scans": 1, "vacatures": 1, "matches": 1}, "1 scan, 1 vacature en 1 match"),
        ({"scans": 0, "vacatures": 2, "matches": 0}, "0 scans, 2 vacatures en 0 matches"),
    ],
)
def test_the_text_of_a_trend_tells_its_last_month(counts: dict[str, int], words: str) -> None:
    sentence = trend_sentence(NORTH, date(2021, 9, 1), counts)
    assert sentence == f"Woensel-Noord, in september 2021: {words}."


def test_the_audience_is_told_how_exact_figures_are() -> None:
    assert audience_words(Audience.GEMEENTE, 7).startswith("Aantallen onder 7 zijn afgerond")
    assert audience_words(Audience.INTERN, 0).startswith("INTERN")
