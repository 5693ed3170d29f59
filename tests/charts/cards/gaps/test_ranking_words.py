"""Every branch of the sentences of the ranking: 0, 1, 2, many, equals, no start."""

from dataclasses import replace

import pytest

from analytics.gaps.index.ranking import Gap, GapRanking, gap_ranking
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards.gaps.ranking import blind_spots, gap_list, gap_map
from charts.cards.gaps.ranking_words import where_first, where_it_stands
from charts.pictures import AreaMap
from data.reference.areas import Level
from tests.charts.cards.conftest import Tell
from tests.charts.cards.gaps.made import (
    BLIND,
    CENTRUM,
    IN_LAAK,
    LAAK,
    MEERHOVEN,
    TONGELRE,
    WIJKEN,
    ranked,
)

AIRPORT, BOSRIJK = "BU07726380", "BU07726390"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (ranked((2, 1, True), (1, 2, False)), "Zeker te weinig is er in De Laak."),
        (
            ranked((3, 1, True), (2, 2, True), (1, 3, True)),
            "Zeker te weinig is er in De Laak, Centrum en Oud-Stratum.",
        ),
        (
            ranked((3, 1, True), (2, 2, True), (1, 3, True), (0.5, 4, True)),
            "Zeker te weinig is er in 4 wijken.",
        ),
        (
            ranked((2, 1, False), (1, 2, False), (0, 3, False)),
            "Het tekort lijkt het grootst in De Laak en Centrum, maar van geen enkele wijk is dat"
            " zeker: het kan toeval zijn.",
        ),
        (
            ranked((4, 1, False), (3, 2, False), (2, 3, False), (1, 4, False)),
            "Het tekort lijkt het grootst in De Laak, Centrum en Oud-Stratum, maar van geen enkele"
            " wijk is dat zeker: het kan toeval zijn.",
        ),
        (
            ranked((4, 1, False), (3, 2, False), (1, 3, False), (1, 3, False)),
            "Het tekort lijkt het grootst in De Laak en Centrum, maar van geen enkele wijk is dat"
            " zeker: het kan toeval zijn.",
        ),
        (
            ranked((4, 1, False), (1, 2, False), (1, 2, False), (1, 2, False)),
            "Het tekort lijkt het grootst in De Laak, maar van geen enkele wijk is dat zeker:"
            " het kan toeval zijn.",
        ),
        (
            ranked(*[(1, 1, False)] * 4),  # all of them: then none is the largest
            "In 4 wijken lijkt het tekort groter dan gemiddeld in de stad, maar van geen enkele"
            " wijk is dat zeker: het kan toeval zijn.",
        ),
        (
            ranked(*[(1, 1, False)] * 3, (0, 4, False)),
            "Het tekort lijkt het grootst in De Laak, Centrum en Oud-Stratum, maar van geen enkele"
            " wijk is dat zeker: het kan toeval zijn.",
        ),
        (
            ranked((0, 1, False), (0, 1, False)),
            "Geen enkele wijk heeft een groter tekort dan gemiddeld in de stad.",
        ),
        (
            ranked((0, 1, False), (0, 1, False), blind=BLIND),
            "Geen enkele wijk heeft een groter tekort dan gemiddeld in de stad, voor zover daar"
            " genoeg van bekend is.",
        ),
        (
            ranked((0, 1, False), blind=BLIND),
            "Van maar 1 wijk is genoeg bekend: er is niets om mee te vergelijken.",
        ),
    ],
)
def test_where_it_lacks_most(tell: Tell, found: GapRanking, said: str) -> None:
    answers = tell({gap_ranking: found})
    assert [build(Scope(answers, View())).sentence for build in (gap_list, gap_map)] == [said, said]
    table = gap_list(Scope(answers, View())).table
    assert table
    for line, gap in zip(table.lines, found.gaps, strict=True):
        sure = "zeker" if gap.is_certain else "onzeker"
        between = f"{gap.first} en {gap.last}"
        assert line.cells == [gap.rank, gap.area.name, gap.index, between, sure, "Een. Twee."]
    short = gap_map(Scope(answers, View())).table
    assert short
    told = short.lines[: len(found.gaps)]  # then what is not known
    assert [line.cells for line in told] == [line.cells[:-1] for line in table.lines]
    assert [column.heading for column in short.columns][-1] == "Zeker?"


def test_one_area_is_never_the_largest() -> None:
    one = ranked((1, 1, False))
    assert where_first(one, Level.BUURT, " in De Laak") == (
        "In De Laak lijkt het tekort groter dan gemiddeld in de stad, maar zeker is dat niet:"
        " het kan toeval zijn."
    )


def test_the_map_of_gaps_colours_what_lies_above_the_mean(tell: Tell) -> None:
    found = ranked((2, 1, False), (-1, 2, False), blind=BLIND)
    picture = gap_map(Scope(tell({gap_ranking: found}), View())).picture
    assert isinstance(picture, AreaMap)
    assert {area.code: area.values for area in picture.areas} == {
        LAAK: [2],
        CENTRUM: [0.0],
        MEERHOVEN: [Mark.NOT_STARTED],
    }


def test_the_table_of_the_map_holds_what_is_not_known_too(tell: Tell) -> None:
    found = ranked((2, 1, False), (-1, 2, False), blind=BLIND)
    table = gap_map(Scope(tell({gap_ranking: found}), View())).table
    assert table
    [*_, last] = table.lines
    assert len(table.lines) == 3
    assert last.cells == [None, BLIND[0].area.name, Mark.NOT_STARTED, None, None]
    assert (last.code, last.is_chosen) == (MEERHOVEN, False)


def test_a_chosen_buurt_of_which_nothing_is_known_is_marked_in_the_table_of_the_map(
    tell: Tell,
) -> None:
    gap, spot = ranked((2, 1, False)).gaps[0], BLIND[0]
    airport = replace(spot, area=NamedArea(Level.BUURT, AIRPORT, "Eindhoven Airport", MEERHOVEN))
    known = replace(gap, area=NamedArea(Level.BUURT, BOSRIJK, "Bosrijk", MEERHOVEN))
    answers = tell({gap_ranking: GapRanking((known,), (airport,))})
    table = gap_map(Scope(answers, View(area=AIRPORT))).table
    assert table
    marked = [(line.code, line.is_chosen) for line in table.lines]
    assert marked == [(BOSRIJK, False), (AIRPORT, True)]


def test_of_nothing_is_enough_known(tell: Tell) -> None:
    answers = tell({gap_ranking: GapRanking((), BLIND)})
    assert gap_list(Scope(answers, View())).note.startswith("Er is nog geen gebied waarvan genoeg")
    assert gap_map(Scope(answers, View())).note == "Er is nog niets om op de kaart te zetten."


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (ranked((1, 1, False)), "Van de enige wijk is genoeg bekend."),
        (ranked((1, 1, False), (0, 2, False)), "Van beide wijken is genoeg bekend."),
        (ranked(blind=BLIND), "Van 1 wijk is te weinig bekend om iets te zeggen."),
        (ranked(blind=BLIND * 2), "Van 2 wijken is te weinig bekend om iets te zeggen."),
    ],
)
def test_blind_spots(tell: Tell, found: GapRanking, said: str) -> None:
    card = blind_spots(Scope(tell({gap_ranking: found}), View()))
    assert (card.sentence or card.note) == said
    if card.table:
        assert card.table.lines[0].cells == ["Meerhoven", "nog niet gestart"]


@pytest.mark.parametrize(
    ("view", "found", "said"),
    [
        (View(), ranked((1, 1, False)), ""),
        (IN_LAAK, ranked((1, 1, False)), ""),
        (
            IN_LAAK,
            ranked((1, 1, False), (0, 2, False)),
            "De Laak staat op plaats 1 van 2; door toeval kan dat 1 tot en met 2 zijn."
            " Nummer 1 heeft het grootste tekort.",
        ),
        (
            IN_LAAK,
            GapRanking(tuple(Gap(area, 1.0, 1, 1, 1, False, (), ()) for area in WIJKEN[:3]), ()),
            "De Laak staat op plaats 1 van 3, samen met 2 andere."
            " Nummer 1 heeft het grootste tekort.",
        ),
        (
            IN_LAAK,
            GapRanking(tuple(Gap(area, 1.0, 1, 1, 1, False, (), ()) for area in WIJKEN[:2]), ()),
            "De Laak staat op plaats 1 van 2, samen met 1 ander."
            " Nummer 1 heeft het grootste tekort.",
        ),
        (
            View(area=MEERHOVEN),
            ranked((1, 1, False), blind=BLIND),
            "Van Meerhoven is te weinig bekend om iets te zeggen: nog niet gestart.",
        ),
    ],
)
def test_where_the_chosen_area_stands(tell: Tell, view: View, found: GapRanking, said: str) -> None:
    assert where_it_stands(Scope(tell({gap_ranking: found}), view)) == said


def test_the_parts_of_the_chosen_area_are_told_of(tell: Tell) -> None:
    found = ranked((1, 2, False), (2, 1, True))  # Centrum is first, and not in Tongelre
    answers = tell({gap_ranking: found})
    card = gap_list(Scope(answers, TONGELRE))
    assert card.sentence == (
        "In De Laak lijkt het tekort groter dan gemiddeld in de stad, maar zeker is dat niet:"
        " het kan toeval zijn."
    )
    assert card.table
    assert [line.cells[:2] for line in card.table.lines] == [[2, "De Laak"]]
    picture = gap_map(Scope(answers, TONGELRE)).picture
    assert isinstance(picture, AreaMap)
    assert (picture.around, [area.code for area in picture.areas]) == ("SD3", [LAAK])
    assert (
        blind_spots(Scope(answers, TONGELRE)).note
        == "Van de enige wijk in Tongelre is genoeg bekend."
    )
    sure = tell({gap_ranking: ranked((1, 1, True), (0, 2, False))})
    assert gap_list(Scope(sure, TONGELRE)).sentence == "Zeker te weinig is er in De Laak."


@pytest.mark.parametrize(("level", "code"), [(Level.STADSDEEL, "SD3"), (Level.TEAM, "Zonder team")])
def test_het_stadsdeel_and_het_team(tell: Tell, level: Level, code: str) -> None:
    gap = Gap(NamedArea(level, code, code), 0.0, 1, 1, 1, False, (), ())
    said = f"Geen enkel {level} heeft een groter tekort dan gemiddeld in de stad."
    answers = tell({gap_ranking: GapRanking((gap, gap), ())})
    assert gap_list(Scope(answers, View(level=level))).sentence == said
