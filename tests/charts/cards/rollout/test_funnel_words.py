"""What the funnel and the ranking say, in every case, for every kind of chosen area."""

from datetime import date

import pytest

from analytics.rollout.funnel import Funnel, Point
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.statistics.limits import Spread, Verdict
from charts.cards.rollout.funnel_words import FEW, funnel_words, judged, ranking_words
from data.reference.areas import Level
from tests.charts.cards.small_town import SmallTown

CHANCE, REAL = Spread(1.0, 0.0, 0.5), Spread(2.8, 0.2, 0.001)


def point(
    code: str,
    rate: float = 2.0,
    verdict: Verdict = Verdict.CHANCE,
    place: int | None = None,
    smoothed: float = 2.1,
    *,
    is_pilot: bool = False,
) -> Point:
    name = f"Wijk {code[1:]}"
    return Point(code, name, round(rate * 10), 10.0, is_pilot, smoothed, verdict, place, place)


def funnel_of(*points: Point, spread: Spread = CHANCE, base: int = 0) -> Funnel:
    base = base or len(points)
    return Funnel(2.1, spread, points, base, "matches", None, date(2021, 9, 30))


def said(found: Funnel, area: str = "", level: Level = Level.WIJK) -> str:
    return funnel_words(Scope(SmallTown(), View(level, area, indicator="matches")), found)


def ranked(found: Funnel, area: str = "", level: Level = Level.WIJK) -> str:
    return ranking_words(Scope(SmallTown(), View(level, area, indicator="matches")), found)


BY_CHANCE = funnel_of(*(point(f"W{n}") for n in range(1, 6)))
TOGETHER = funnel_of(
    point("W1", 3.0, Verdict.RATHER_HIGH, 1, 2.6),
    point("W2", 2.0, Verdict.USUAL, 2, 2.0),
    point("W5", 2.0, Verdict.USUAL, 2, 2.0),
    point("W6", 2.0, Verdict.RATHER_LOW, 4, 1.9, is_pilot=True),
    spread=REAL,
    base=3,
)
ALONE = funnel_of(
    point("W1", 6.0, Verdict.HIGH, 1, 5.0),
    point("W2", 6.0, Verdict.HIGH, 1, 5.0),
    point("W3", 2.0, Verdict.USUAL, 3, 2.0),
    point("W5", 0.1, Verdict.LOW, 4, 0.4),
    spread=REAL,
)
MEAN = "Gemiddeld: 2,1 matches per 1.000 inwoners per jaar."


def test_too_few_areas_are_not_compared() -> None:
    assert said(funnel_of()) == ranked(funnel_of()) == FEW
    assert FEW.startswith("Er zijn minder dan 3 gestarte gebieden")


def test_no_more_than_chance() -> None:
    assert said(BY_CHANCE) == f"{MEAN} De verschillen tussen de 5 wijken passen bij toeval."


def test_together_more_than_chance_but_none_by_itself() -> None:
    assert said(TOGETHER) == (
        "Gemiddeld buiten het pilotgebied: 2,1 matches per 1.000 inwoners per jaar. De 3 wijken"
        " buiten het pilotgebied verschillen samen meer dan toeval; geen ervan springt er op"
        " zichzelf uit."
    )


def test_these_stand_out() -> None:
    assert said(ALONE) == (f"{MEAN} Duidelijk hoger: Wijk 1 en Wijk 2; duidelijk lager: Wijk 5.")
    many = funnel_of(*(point(f"W{n}", verdict=Verdict.HIGH) for n in range(1, 5)), spread=REAL)
    assert said(many) == f"{MEAN} Duidelijk hoger: 4 wijken."
    low = funnel_of(point("W1", verdict=Verdict.LOW), point("W2"), point("W3"))
    assert said(low) == f"{MEAN} Duidelijk lager: Wijk 1."


def test_the_chosen_area_is_what_the_sentence_begins_with() -> None:
    assert said(ALONE, "W5").startswith(
        "Wijk 5: 0,1 matches per 1.000 inwoners per jaar, dat is duidelijk lager dan gemiddeld;"
        " rekening houdend met de grootte 0,4. Gemiddeld: 2,1"
    )
    assert said(BY_CHANCE, "W1").startswith(
        "Wijk 1: 2,0 matches per 1.000 inwoners per jaar, dat p"
    )
    assert said(ALONE, "B1").startswith("Wijk 1: 6,0 matches")
    assert said(ALONE, "W8").startswith("Voor Wijk 8 is hier geen cijfer om te vergelijken. Gem")
    assert said(ALONE, "T", Level.STADSDEEL).startswith("Voor Team Zuid is hier geen cijfer")


def test_of_a_larger_area_the_parts_are_told() -> None:
    some = funnel_of(*(point(f"W{n}") for n in (1, 2, 3, 5, 6)))  # without Wijk 4
    assert said(some, "SD").startswith(
        "Van de 3 wijken in Gestel met een cijfer springt er geen uit. Gemiddeld: 2,1"
    )
    assert said(ALONE, "SD").startswith("In Gestel duidelijk hoger: Wijk 1 en Wijk 2. Gem")
    assert said(BY_CHANCE, "SD").startswith(
        "Van de 4 wijken in Gestel springt er geen uit. Gemiddeld: 2,1"
    )
    assert said(BY_CHANCE, "SE").startswith("Wijk 5: 2,0 matches")


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.CHANCE, "past bij toeval"),
        (Verdict.USUAL, "springt er niet uit"),
        (Verdict.RATHER_LOW, "is misschien lager dan gemiddeld"),
        (Verdict.HIGH, "is duidelijk hoger dan gemiddeld"),
    ],
)
def test_a_verdict_in_a_sentence(verdict: Verdict, words: str) -> None:
    assert judged(verdict) == words


def test_where_there_is_no_order_it_is_said() -> None:
    assert ranked(BY_CHANCE) == (
        "Er is geen rangorde: de verschillen tussen de wijken passen bij toeval."
    )
    same = funnel_of(
        *(point(f"W{n}", 2.0, Verdict.USUAL, 1, 2.124) for n in (1, 2, 3)), spread=REAL
    )
    assert ranked(same) == (
        "Er is geen rangorde: rekening houdend met de grootte hebben alle wijken evenveel (2,1)."
    )
    small = funnel_of(
        point("W1", smoothed=1.0), point("W2", smoothed=3.0), point("W3"), spread=REAL
    )
    assert ranked(small) == (
        "Er is geen rangorde: de aantallen zijn afgerond en te klein om te vergelijken."
    )


END = "matches per 1.000 inwoners per jaar als rekening wordt gehouden met de grootte."


def test_those_on_the_first_place_are_all_named() -> None:
    assert ranked(TOGETHER) == f"Bovenaan van de 4 wijken: Wijk 1, met 2,6 {END}"
    assert ranked(ALONE) == f"Bovenaan van de 4 wijken: Wijk 1 en Wijk 2, met 5,0 {END}"


def test_the_place_of_the_chosen_area_is_told() -> None:
    assert ranked(TOGETHER, "W5") == f"Op plaats 2 van de 4 wijken: Wijk 5, met 2,0 {END}"
    assert ranked(TOGETHER, "SE") == (
        f"In Strijp op plaats 2 van de 4 wijken: Wijk 5, met 2,0 {END}"
    )
    assert ranked(TOGETHER, "W8") == "Voor Wijk 8 is hier geen plaats in de rangorde."


def test_where_nothing_was_counted_no_part_stands_highest() -> None:
    found = funnel_of(
        point("W1", 3.0, Verdict.RATHER_HIGH, 1, 2.6),
        point("W5", 0.0, Verdict.USUAL, 2, 2.0),
        point("W6", 0.0, Verdict.USUAL, 3, 1.8),
        spread=REAL,
    )
    assert ranked(found, "SE") == ("In Strijp is 0 geteld, dus daarbinnen is er geen rangorde.")
    assert ranked(found, "W5") == f"Op plaats 2 van de 3 wijken: Wijk 5, met 2,0 {END}"


def test_the_wijken_without_a_team_are_no_team() -> None:
    none = Point("Zonder team", "Zonder team", 60, 10.0, False, 5.0, Verdict.HIGH, 1, 1)
    found = funnel_of(none, point("T1"), point("T2"))
    assert said(found, level=Level.TEAM).endswith("Duidelijk hoger: de wijken zonder team.")
