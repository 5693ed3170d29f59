"""What holds for every card of the house, whatever a reader selects.

Each rule reads a card and gives the words that break it. A card that is added to CARDS is tried by
itself: on areas of every level, an own area, days from the first to the last, both audiences; of
the demo, and fewer of the sample and of an odd city. The quick test takes a part of the selections
in which every choice stands at least once, the slow one takes all.
"""

from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice

import pytest

from analytics.figures.doors.marts import Audience
from analytics.scope.indicator.ranking import Mark
from analytics.scope.view import Known, View
from analytics.scope.windows import Window
from charts.cards import CARDS
from tests.charts.cards.rules.grammar import CLAIM, ONE_MOMENT, SLIPS
from tests.charts.cards.rules.keeping import OWN, Doors, keeps_the_rules
from tests.charts.cards.rules.seen import LEVELS
from tests.charts.cards.rules.told import ratios_of_lines, shown_ratios

AREAS = ("", "SD3", "SD5", "WK077242", "WK077263", "BU07721110", "Team Strijp", "Zonder team", OWN)
DAYS = (date(2017, 9, 4), date(2018, 1, 31), date(2019, 12, 27), date(2020, 12, 31), None)
INDICATORS = (
    "inwoners_bereikt_per_1000",
    "matches",
    "wachtend",
    "open_vacatures_per_wachtende",
    "mediaan_dagen_tot_match",
    "vacatures",
)
SELECTIONS = {"demo": 40, "sample": 14, "odd": 14}
QUICK = {"demo": slice(10), "sample": slice(5), "odd": slice(5, 10)}


def days_of(city: str, known: Known) -> Sequence[date | None]:
    """Days from the first to the last of a city."""
    if city == "demo":
        return DAYS
    apart = (known.as_of - known.beginning) / 3
    return (known.beginning, *(known.beginning + turn * apart for turn in (0.1, 1, 2)), None)


def selections(days: Sequence[date | None], amount: int) -> list[View]:
    """Views that take turns in everything that a reader can choose."""
    audiences = (Audience.GEMEENTE, Audience.INTERN, Audience.INTERN, Audience.GEMEENTE)
    windows = (Window.ALL, Window.YEAR, Window.ALL, Window.MONTH, Window.QUARTER, Window.ALL)
    turns = zip(
        cycle(LEVELS),
        cycle(AREAS),
        cycle((*windows, Window.ALL)),
        cycle(days),
        cycle(INDICATORS),
        cycle((*audiences, *audiences, *audiences[::-1])),
        strict=False,
    )
    return [View(*choices) for choices in islice(turns, amount)]


@pytest.mark.parametrize("city", QUICK)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_keeps_the_rules(doors: Doors, name: str, city: str) -> None:
    keeps_the_rules(doors[city], name, views_of(city, doors)[QUICK[city]])


@pytest.mark.slow
@pytest.mark.parametrize("city", SELECTIONS)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_keeps_the_rules_everywhere(doors: Doors, name: str, city: str) -> None:
    keeps_the_rules(doors[city], name, views_of(city, doors))


def views_of(city: str, doors: Doors) -> list[View]:
    days = days_of(city, doors[city][Audience.INTERN].known)
    return selections(days, SELECTIONS[city])


@pytest.mark.parametrize("choice", ["level", "area", "window", "as_of", "indicator", "audience"])
def test_the_quick_selections_have_every_choice(choice: str) -> None:
    every = selections(DAYS, SELECTIONS["demo"])
    quick = every[QUICK["demo"]]
    assert {getattr(view, choice) for view in quick} == {getattr(view, choice) for view in every}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("1 wijken", "1 wijken"),
        ("0 van de 2 wijken zijn gestart", "0 van de 2 wijken zijn"),
        ("2 wijk is gestart", "2 wijk"),
        ("alle 2 wijken", "alle 2 wijken"),
        ("evenveel dan de stad", "evenveel dan"),
        ("wijken in de wijken zonder team", "wijken in de wijken zonder team"),
        ("2 wijken zonder team en buurten in de wijken zonder team", ""),
        ("Het stadsdeel: de enige stadsdeel", "de enige stadsdeel"),
        ("2 doelen van Stratum: 2 onzeker", "2 doelen van Stratum: 2 "),
        ("2 doelen van Stratum: 1 onzeker en 1 haalbaar", ""),
        ("3 meer als vorig jaar", "meer als"),
        ("0 van de 2 wijken is gestart", ""),
        ("1 wijk, 21 wijken en 11 buurten", ""),
        ("12,1 matches", ""),
    ],
)
def test_slips_of_grammar_are_seen(text: str, slip: str) -> None:
    found = [match.group() for form in SLIPS for match in form.finditer(text)]
    assert found == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("text", "is_claim"),
    [
        ("Het laagst: Meerhoven (0).", True),
        ("Per inwoner is dat 34% minder dan in het pilotgebied.", True),
        ("Het meest valt op: 2 matches.", True),
        ("Meerhoven is net gestart: er is nog geen hele maand om te vergelijken.", False),
        ("In Meerhoven zijn 3 inwoners bereikt.", False),
    ],
)
def test_claims_beside_others_are_seen(text: str, *, is_claim: bool) -> None:
    assert bool(CLAIM.search(text)) is is_claim


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("december 2020 tot en met december 2020", True),
        ("3e kwartaal van 2020 tot en met 3e kwartaal van 2020", True),
        ("december 2019 tot en met december 2020", False),
        ("juli tot en met september 2021", False),
    ],
)
def test_a_range_of_one_moment_is_seen(text: str, *, is_one: bool) -> None:
    assert bool(ONE_MOMENT.search(text)) is is_one


@pytest.mark.parametrize(
    ("told", "known", "shown"),
    [
        ("60% meer dan de pilot", [1.6], {"60"}),
        ("60% minder dan de pilot", [0.4], {"60"}),
        ("60% minder dan de pilot", [1.6, 60.0], set()),
        ("60% van de wijken", [1.6], set()),
    ],
)
def test_a_percentage_more_or_less_needs_its_ratio(
    told: str, known: list[float], shown: set[str]
) -> None:
    assert shown_ratios(told, known) == shown


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Scans: A 15,5 keer zo veel als B; A 16% meer dan C.", {"15,5", "16"}),
        ("Scans: A 15 keer zo veel als B.", set()),
        ("Scans: B 15,5 keer zo veel als A.", set()),
        ("Scans: C 14% minder dan A. Nog niet gestart: B.", {"14"}),
        ("Scans: A 15,5 keer zo veel als D.", set()),
    ],
)
def test_a_ratio_of_two_areas_is_that_of_their_rates(told: str, shown: set[str]) -> None:
    assert ratios_of_lines(told, {"A": 3.1, "B": 0.2, "C": 2.67}) == shown


def test_marks_are_words_and_no_figures() -> None:
    assert not any(mark.isdigit() for mark in Mark)
