"""What is said of areas at the same age: every branch, with figures that stand in the table."""

from datetime import date

import pytest

from analytics.rollout.against_pilot import comparisons
from analytics.rollout.aligned import Curve, Field, Part, curve_of
from analytics.scope.areas import NamedArea
from charts.cards.rollout.aligned_table import NOW, comparison_table, now_cells
from charts.cards.rollout.aligned_words import (
    ALONE,
    NO_PILOT,
    ages_words,
    area_sentence,
    field_sentence,
)
from data.reference.areas import Level

LAST = date(2021, 9, 30)
SINCE = date(2021, 1, 1)


def area(*parts: Part, name: str = "A", is_pilot: bool = False) -> Curve:
    found = curve_of(parts, name, name, is_pilot=is_pilot)
    assert found is not None
    return found


def wijk(name: str, *counts: int, people: int = 1000) -> Curve:
    return area(Part(counts, people), name=name)


PILOT = area(Part((0, 20, 40), 1000), name="P", is_pilot=True)


def field_of(*curves: Curve, level: Level = Level.WIJK, threshold: int = 0) -> Field:
    parts = [part for curve in curves if curve.is_pilot for part in curve.parts]
    return Field("matches", LAST, curve_of(parts, "", "pilot"), curves, level, threshold)


def said(name: str, found: Field, since: date | None = SINCE, level: Level = Level.WIJK) -> str:
    return area_sentence(NamedArea(level, name, name), since, found)


@pytest.mark.parametrize(
    ("curve", "words"),
    [
        (
            wijk("A", 0, 22),
            "In A zijn 22 matches gemaakt. Per inwoner is dat 10% meer dan in het pilotgebied op"
            " dezelfde leeftijd (1 maand); dat verschil kan toeval zijn.",
        ),
        (
            wijk("A", 0, 1, 1),
            "In A is 1 match gemaakt. Per inwoner is dat 98% minder dan in het pilotgebied op"
            " dezelfde leeftijd (2 maanden); dat is meer dan toeval (tussen 0,00 en 0,15 keer zo"
            " veel).",
        ),
        (
            wijk("A", 0, 0),
            "In A zijn 0 matches gemaakt. Per inwoner is dat 100% minder dan in het pilotgebied op"
            " dezelfde leeftijd (1 maand); dat is meer dan toeval (tussen 0,00 en 0,20 keer zo"
            " veel).",
        ),
        (wijk("A", 0, 20), "Per inwoner is dat evenveel als in het pilotgebied op dezelfde"),
        (wijk("A", 0, 60), "Per inwoner is dat 3 keer zo veel als in het pilotgebied op dezelfde"),
        (
            area(Part((0, 10, 30), 1000), Part((0, 12), 1000)),
            "In A zijn 42 matches gemaakt. Per inwoner is dat 30% minder dan in het pilotgebied op"
            " dezelfde leeftijd (1 tot en met 2 maanden); dat verschil kan toeval zijn.",
        ),
    ],
)
def test_an_area_against_the_pilot(curve: Curve, words: str) -> None:
    assert words in said("A", field_of(PILOT, curve))


def test_the_ratio_of_the_sentence_stands_in_the_table() -> None:
    found = field_of(PILOT, wijk("A", 0, 22))
    [line] = comparison_table(found, {"A"}).lines
    assert line.is_chosen
    assert line.cells == [
        "A",
        1,
        22,
        pytest.approx(20),
        pytest.approx(22),
        pytest.approx(1.1),
        "(0,57 tot 2,12)",
        "kan toeval zijn",
        None,
        None,  # of one area no place is told
        None,
    ]


def test_a_chosen_area_of_another_level_stands_above_the_others_without_a_place() -> None:
    [own] = comparisons(field_of(PILOT, wijk("O", 0, 22), level=Level.OWN))
    table = comparison_table(field_of(PILOT, wijk("A", 0, 5), wijk("B", 0, 9)), set(), own)
    assert table.columns[0].heading == "Gebied"
    assert [line.cells[0] for line in table.lines] == ["O", "A", "B"]
    assert [line.is_chosen for line in table.lines] == [True, False, False]
    assert table.lines[0].code == "O"
    assert table.lines[0].cells[1:4] == [1, 1, 22]
    assert table.lines[0].cells[9:11] == [None, None]


def test_what_a_chosen_area_has_now_is_as_the_sentence_says() -> None:
    [now] = comparisons(field_of(PILOT, wijk("A", 0, 22)))
    ratio = pytest.approx(1.1)
    assert now_cells(now) == ["1 maand", 22, pytest.approx(20), ratio, "(0,57 tot 2,12)"]
    [small] = comparisons(field_of(PILOT, wijk("A", 0, 15), threshold=5))
    assert now_cells(small) == ["1 maand", 15, 20, "te klein om te vergelijken", None]
    [alone] = comparisons(field_of(wijk("A", 0, 15)))
    assert now_cells(alone) == ["1 maand", 15, None, None, None]
    assert len(now_cells(now)) == len(NOW)


def test_a_row_of_an_area_that_is_behind() -> None:
    found = field_of(PILOT, wijk("A", 0, 5, 4), wijk("B", 0, 9), wijk("C", 0, 6))
    first, second, third = comparison_table(found, set()).lines
    assert [line.cells[0] for line in (first, second, third)] == ["A", "C", "B"]
    assert first.cells[7:] == ["meer dan toeval", None, None, date(2021, 8, 1)]
    assert [line.cells[8] for line in (second, third)] == pytest.approx([6 / 6, 9 / 6])
    assert second.cells[9] == "2 van 3"
    assert not first.is_chosen


def test_a_row_without_a_pilot_or_with_an_empty_one_has_no_ratio() -> None:
    [line] = comparison_table(field_of(wijk("A", 0, 5)), set()).lines
    assert line.cells[3:8] == [None, 5, None, None, None]
    empty = area(Part((0, 0), 500), name="P", is_pilot=True)
    [line] = comparison_table(field_of(empty, wijk("A", 0, 5)), set()).lines
    assert line.cells[3:8] == [0, 5, None, None, None]


def test_a_row_that_rounding_may_have_made_says_so() -> None:
    [line] = comparison_table(field_of(PILOT, wijk("A", 0, 15), threshold=5), set()).lines
    assert line.cells[2:6] == [15, 20, 15, "te klein om te vergelijken"]
    assert set(line.cells[6:]) == {None}
    [far] = comparison_table(field_of(PILOT, wijk("A", 0, 5), threshold=5), set()).lines
    assert far.cells[9] is None


@pytest.mark.parametrize(
    ("level", "ages"),
    [
        (Level.WIJK, {"Maanden": 2}),
        (Level.TEAM, {"Maanden (oudste wijk)": 2, "Maanden (jongste wijk)": 1}),
    ],
)
def test_the_ages_of_a_larger_area_are_those_of_its_wijken(
    level: Level, ages: dict[str, int]
) -> None:
    found = field_of(PILOT, area(Part((0, 3, 9), 500), Part((0, 1), 500)), level=level)
    table = comparison_table(found, set())
    told = [column.heading for column in table.columns]
    assert told[: len(ages) + 1] == [level.capitalize(), *ages]
    assert dict(zip(told, table.lines[0].cells, strict=True)).items() >= ages.items()


def test_why_an_area_cannot_be_compared() -> None:
    found = field_of(PILOT, wijk("A", 0, 5), wijk("N", 3))
    assert said("X", found, None) == "X is nog niet gestart."
    started = "X is net gestart: er is nog geen hele maand om te vergelijken."
    assert said("X", found, date(2021, 10, 1)) == started
    assert said("N", found) == started.replace("X", "N")
    assert said("X", found).startswith("X heeft te weinig inwoners voor een cijfer")
    assert said("X", found, level=Level.BUURT).startswith("X is een buurt; alleen wijken")
    assert said("X", found, level=Level.OWN).startswith("X is een eigen gebied; alleen wijken")
    assert said("P", found).startswith("P hoort bij het pilotgebied, waarmee")
    assert said("A", field_of(wijk("A", 0, 5))) == (
        "Er is nog geen pilotgebied om A mee te vergelijken."
    )
    empty = area(Part((0, 0), 500), name="P", is_pilot=True)
    assert said("A", field_of(empty, wijk("A", 0, 5))) == (
        "In het pilotgebied waren op dezelfde leeftijd (1 maand) 0 matches gemaakt; een"
        " verhouding met A is er dus niet."
    )
    assert said("A", field_of(PILOT, wijk("A", 0, 15), threshold=5)) == (
        "In A zijn 15 matches gemaakt: te weinig om met het pilotgebied te vergelijken, want het is"
        " afgerond."
    )


def test_a_ratio_without_end_has_its_lowest_only() -> None:
    found = field_of(area(Part((0, 1), 90000), name="P", is_pilot=True), wijk("A", 0, 50))
    assert "dat is meer dan toeval (tussen" in said("A", found)


ONLY = "De enige wijk die te vergelijken is,"
BEHIND = "achter op het pilotgebied op dezelfde leeftijd"


@pytest.mark.parametrize(
    ("curves", "words"),
    [
        ([wijk("A", 0, 30)], f"{ONLY} loopt niet {BEHIND}."),
        ([wijk("A", 0, 2)], f"{ONLY} loopt {BEHIND}; dat is meer dan toeval."),
        ([wijk("A", 0, 18)], f"{ONLY} loopt {BEHIND}; dat kan toeval zijn."),
        (
            [wijk("A", 0, 18), wijk("B", 0, 19)],
            f"Beide wijken lopen {BEHIND}; bij geen is dat meer dan toeval.",
        ),
        (
            [wijk("A", 0, 18), wijk("B", 0, 2), wijk("C", 0, 20)],
            f"2 van de 3 wijken lopen {BEHIND}; bij 1 is dat meer dan toeval.",
        ),
        ([wijk("A", 0, 20), wijk("B", 0, 21)], f"Geen van de 2 wijken loopt {BEHIND}."),
        (
            [wijk("A", 0, 20), wijk("B", 0, 11)],
            f"1 van de 2 wijken loopt {BEHIND}; dat kan toeval zijn.",
        ),
    ],
)
def test_how_many_areas_are_behind(curves: list[Curve], words: str) -> None:
    assert field_sentence(field_of(PILOT, *curves)) == words


def test_areas_that_rounding_may_have_made_are_told_apart() -> None:
    one = field_of(PILOT, wijk("A", 0, 15), wijk("B", 0, 5), threshold=5)
    assert field_sentence(one) == (
        f"1 van de 2 wijken loopt {BEHIND}; dat is meer dan toeval; bij 1 is het aantal te klein om"
        " te vergelijken."
    )
    two = field_of(PILOT, wijk("A", 0, 15), wijk("B", 0, 15), threshold=5)
    small = "te klein om met het pilotgebied te vergelijken."
    assert field_sentence(two) == f"Van beide wijken zijn de aantallen {small}"
    alone = field_of(PILOT, wijk("A", 0, 15), threshold=5)
    assert field_sentence(alone) == f"Van de enige wijk is het aantal {small}"
    assert field_sentence(alone, {"A"}, "Gestel").startswith("In Gestel: van de enige wijk is")


def test_none_is_behind_is_said_of_those_that_can_be_compared() -> None:
    far, small = [wijk("A", 0, 80), wijk("B", 0, 90)], wijk("C", 0, 15)
    end = "; bij 1 is het aantal te klein om te vergelijken."
    assert field_sentence(field_of(PILOT, *far, small, threshold=5)) == (
        f"Geen van de 2 wijken die te vergelijken zijn, loopt {BEHIND}{end}"
    )
    one = field_of(PILOT, far[0], small, threshold=5)
    assert field_sentence(one) == f"{ONLY} loopt niet {BEHIND}{end}"
    teams = field_of(PILOT, far[0], small, threshold=5, level=Level.TEAM)
    assert field_sentence(teams).startswith("Het enige team dat te vergelijken is, loopt niet")


def test_without_others_or_a_pilot_nothing_is_compared() -> None:
    assert field_sentence(field_of()) == "Er is nog geen gebied dat een hele maand meedoet."
    assert field_sentence(field_of(PILOT)) == ALONE
    assert field_sentence(field_of(wijk("A", 0, 4))) == ALONE
    alike = field_of(wijk("A", 0, 4), wijk("B", 0, 2))  # all began in one month
    assert field_sentence(alike) == NO_PILOT


def test_a_pilot_that_has_nothing_is_told_as_that() -> None:
    empty = area(Part((0, 0), 500), name="P", is_pilot=True)
    words = (
        "In het pilotgebied waren op dezelfde leeftijd 0 matches gemaakt; een verhouding is"
        " er dus niet."
    )
    found = field_of(empty, wijk("A", 0, 5))
    assert field_sentence(found) == words
    assert field_sentence(found, {"A"}, "Gestel") == words


def test_the_parts_of_a_chosen_area_are_told() -> None:
    found = field_of(PILOT, wijk("A", 0, 18), wijk("B", 0, 30), wijk("C", 0, 2))
    assert field_sentence(found, {"A", "B"}, "Gestel") == (
        f"In Gestel: 1 van de 2 wijken loopt {BEHIND}; dat kan toeval zijn."
    )
    assert field_sentence(found, {"A", "B", "P"}, "Gestel") == (
        f"In Gestel: 1 van de 2 wijken die te vergelijken zijn, loopt {BEHIND}; dat kan toeval"
        " zijn."
    )
    assert field_sentence(found, {"P"}, "Gestel") == (
        "Gestel hoort bij het pilotgebied, waarmee de andere worden vergeleken."
    )
    assert field_sentence(found, {"P", "C"}, "Gestel").startswith("In Gestel: ")
    assert field_sentence(found, frozenset(), "Gestel") == (
        "In Gestel is nog geen gebied om met het pilotgebied te vergelijken."
    )


def test_ages_in_words() -> None:
    assert ages_words(wijk("A", 0, 1)) == "1 maand"
    assert ages_words(wijk("A", 0, 1, 1)) == "2 maanden"
    assert ages_words(area(Part((0, 1, 1), 9), Part((0, 1), 9))) == "1 tot en met 2 maanden"
