"""Every branch of the sentences of what if: 0, 1, 2, many, equals, no start."""

from datetime import date

import pytest

from analytics.gaps.advice.what_if import Addition, Gain, Prospect, gain_with, prospects_with
from analytics.scope.scope import Scope
from charts.cards.gaps.what_if import what_if_map, what_if_table
from charts.pictures import AreaMap
from data.reference.areas import Level
from tests.charts.cards.conftest import Tell
from tests.charts.cards.gaps.made import GREEN, IN_LAAK, LAAK, LAKERLOPEN, VILLAPARK


@pytest.mark.parametrize(
    ("additions", "gain", "said"),
    [
        (0, Gain(0, 0, 0, 0), "In De Laak wacht niemand op een plek."),
        (
            0,
            Gain(3, 0, 0, 0),
            "In De Laak is voor iedereen die wacht binnen bereik een plek vrij, voor elk talent.",
        ),
        (
            0,
            Gain(3, 1, 0, 1),
            "In De Laak wacht 1 inwoner met een talent waarvoor binnen bereik geen plek vrij is.",
        ),
        (
            0,
            Gain(3, 2, 0, 2),
            "In De Laak wachten 2 inwoners met een talent waarvoor binnen bereik geen plek vrij"
            " is.",
        ),
        (
            1,
            Gain(3, 2, 1, 1),
            "Met 1 nieuwe plek krijgt 1 inwoner van De Laak een plek voor een talent binnen bereik;"
            " 1 inwoner mist er dan nog een.",
        ),
        (
            4,
            Gain(30, 20, 12, 8),
            "Met 4 nieuwe plekken krijgen 12 inwoners van De Laak een plek voor een talent binnen"
            " bereik; 8 inwoners missen er dan nog een.",
        ),
        (
            2,
            Gain(30, 20, 0, 0),
            "Met 2 nieuwe plekken krijgen geen inwoners van De Laak een plek voor een talent binnen"
            " bereik; geen inwoners missen er dan nog een.",
        ),
    ],
)
def test_what_if(tell: Tell, additions: int, gain: Gain, said: str) -> None:
    answers = tell({gain_with: gain, prospects_with: prospects})
    added = [Addition(LAKERLOPEN, GREEN, additions)] if additions else []
    for build in (what_if_map, what_if_table):
        assert build(Scope(answers, IN_LAAK), added).sentence == said


def prospects(
    level: Level, _: date, catchment: float, additions: tuple[Addition, ...]
) -> list[Prospect]:
    """Two buurten of De Laak, one elsewhere, one that has not started; additions bring three."""
    assert (level, catchment) == (Level.BUURT, 1_500.0)
    less = 3 if additions else 0
    return [
        Prospect(VILLAPARK, 4, 0.25, 2),
        Prospect(LAKERLOPEN, 9 - less, 0.5 + less, 1 + less),
        Prospect("BU07721110", 50, 1.0, 3),
    ]


def test_today_stands_beside_later(tell: Tell) -> None:
    answers = tell({gain_with: Gain(9, 9, 3, 6), prospects_with: prospects})
    added = [Addition(LAKERLOPEN, GREEN, 3)]
    cards = [build(Scope(answers, IN_LAAK), added) for build in (what_if_map, what_if_table)]
    for card in cards:
        assert card.table
        assert [(line.cells, line.is_chosen) for line in card.table.lines] == [
            (["Lakerlopen", 1, 4, 9, 6, 0.5, 3.5], True),
            (["Villapark", 2, 2, 4, 4, 0.25, 0.25], False),
            (["De Laak", None, None, 13, 10, None, None], False),
        ]
    picture = cards[0].picture
    assert isinstance(picture, AreaMap)
    assert {area.code: area.values for area in picture.areas} == {
        VILLAPARK: (4, 4),
        LAKERLOPEN: (9, 6),
    }
    assert (picture.around, picture.level) == (LAAK, Level.BUURT)
    assert cards[1].title == "Zonder en met nieuwe plekken per buurt"


def test_where_it_started_zero_is_zero_and_no_rank_comes_last(tell: Tell) -> None:
    given = [Prospect(VILLAPARK, 0, None, None), Prospect(LAKERLOPEN, 0, 1.0, 1)]
    answers = tell({gain_with: Gain(1, 0, 0, 0), prospects_with: given})
    table = what_if_table(Scope(answers, IN_LAAK), ()).table
    assert table
    assert [line.cells for line in table.lines] == [
        ["Lakerlopen", 1, 1, 0, 0, 1.0, 1.0],
        ["Villapark", None, None, 0, 0, None, None],
        ["De Laak", None, None, 0, 0, None, None],
    ]
