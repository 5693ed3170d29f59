"""Every branch of the sentences of the advice: 0, 1, 2, many, equals, no start."""

import pytest

from analytics.gaps.advice.doors import Door, doors
from analytics.gaps.advice.next_place import Step, advice, waiting_around
from analytics.gaps.advice.places import Candidate, whom_to_ask
from analytics.gaps.index.ranking import Gap, GapRanking, gap_ranking
from analytics.scope.scope import Scope
from analytics.scope.view import Catchment, View
from charts.cards.gaps.advice import area_advice, city_advice
from charts.cards.gaps.doors import three_doors
from charts.cards.gaps.places import places_to_ask_list
from tests.charts.cards.conftest import Tell
from tests.charts.cards.gaps.made import (
    BLIND,
    COOK,
    EARLY,
    GREEN,
    IN_LAAK,
    LAAK,
    LAKERLOPEN,
    TALK,
    VILLAPARK,
    WIJKEN,
    ranked,
)


def step(gain: int = 2, equals: int = 0, together: int = 2, talent: str = GREEN) -> Step:
    return Step(LAKERLOPEN, talent, gain, gain + 1, equals, together)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            [step()],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen het meest:"
            " 2 wachtende inwoners in en rond De Laak krijgen dan een plek binnen bereik.",
        ),
        (
            [step(gain=1, equals=1, together=1)],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen:"
            " 1 wachtende inwoner in en rond De Laak krijgt dan een plek binnen bereik."
            " Nog 1 andere keuze helpt evenveel, geen enkele meer.",
        ),
        (
            [step(equals=2), step(together=3, talent=COOK)],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen:"
            " 2 wachtende inwoners in en rond De Laak krijgen dan een plek binnen bereik."
            " Nog 2 andere keuzes helpen evenveel, geen enkele meer. Met 2 plekken zijn het er 3.",
        ),
        (
            [step(gain=1, together=1), step(gain=1, together=1, talent=COOK)],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen het meest:"
            " 1 wachtende inwoner in en rond De Laak krijgt dan een plek binnen bereik.",
        ),
        (  # places that only bring a second talent are not needed for as many residents
            [
                step(gain=2, together=2),
                step(gain=1, together=3, talent=COOK),
                step(gain=1, together=3, talent=TALK),
            ],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen het meest:"
            " 2 wachtende inwoners in en rond De Laak krijgen dan een plek binnen bereik."
            " Met 2 plekken zijn het er 3.",
        ),
    ],
)
def test_the_advice(tell: Tell, steps: list[Step], said: str) -> None:
    card = area_advice(Scope(tell({advice: steps}), IN_LAAK))
    assert card.sentence == said
    assert card.table
    assert [line.cells for line in card.table.lines] == [
        [
            *(number, "Lakerlopen", one.talent, one.gain, one.together, one.waiting),
            one.equals or None,  # "–": nothing else helps as much
        ]
        for number, one in enumerate(steps, start=1)
    ]
    assert card.table.caption == "Wat zou hier het meest helpen? (De Laak)"
    assert not any(line.is_chosen for line in card.table.lines)
    chosen = area_advice(Scope(tell({advice: steps}), View(area=LAKERLOPEN))).table
    assert chosen
    assert all(line.is_chosen for line in chosen.lines)


def test_the_advice_of_the_city_is_about_the_city(tell: Tell) -> None:
    card = city_advice(Scope(tell({advice: [step()]}), IN_LAAK))
    assert card.sentence == (
        "In Eindhoven helpt een plek voor groen en tuin in Lakerlopen het meest:"
        " 2 wachtende inwoners krijgen dan een plek binnen bereik."
    )
    assert card.title == "De eerste tien voor de hele stad"


@pytest.mark.parametrize(
    ("area", "said", "is_marked"),
    [
        (LAAK, "plekken in De Laak gemarkeerd", True),
        (LAKERLOPEN, "plekken in Lakerlopen gemarkeerd", True),
        (VILLAPARK, "geen ervan in Villapark", False),
    ],
)
def test_the_advice_of_the_city_says_where_the_chosen_area_is_in_it(
    tell: Tell, area: str, said: str, is_marked: bool
) -> None:
    card = city_advice(Scope(tell({advice: [step()]}), View(area=area)))
    assert card.subtitle.endswith(f" · {said}")
    assert card.table
    assert [line.is_chosen for line in card.table.lines] == [is_marked]


def test_without_a_chosen_area_the_advice_of_the_city_marks_nothing(tell: Tell) -> None:
    card = city_advice(Scope(tell({advice: [step()]}), View()))
    assert card.subtitle.endswith("stand op 1 oktober 2021")
    assert card.table
    assert not any(line.is_chosen for line in card.table.lines)


@pytest.mark.parametrize(
    ("view", "waiting", "said"),
    [
        (IN_LAAK, 0, "In en rond De Laak wacht niemand op een plek."),
        (
            View(area=LAAK, talent=GREEN),
            0,
            "In en rond De Laak wacht niemand met groen en tuin op een plek.",
        ),
        (EARLY, 0, "In Meerhoven is Buurt in Bloei op 14 januari 2018 nog niet gestart."),
        (View(), 0, "In Eindhoven wacht niemand op een plek."),
        (
            IN_LAAK,
            3,
            "In en rond De Laak is voor iedereen die wacht, binnen 1,5 km een plek vrij die bij het"
            " talent past. Hier helpt een match meer dan een nieuwe plek.",
        ),
        (
            View(talent=GREEN, catchment=Catchment.BIKE),
            3,
            "In Eindhoven is voor iedereen die wacht met groen en tuin, binnen 4 km een plek vrij"
            " die bij het talent past. Hier helpt een match meer dan een nieuwe plek.",
        ),
    ],
)
def test_without_an_advice_it_says_why(tell: Tell, view: View, waiting: int, said: str) -> None:
    answers = tell({advice: [], waiting_around: waiting})
    assert area_advice(Scope(answers, view)).note == said
    note = places_to_ask_list(Scope(answers, view)).note
    nothing = "Er is op deze dag geen plek te weinig, dus niemand om iets aan te vragen."
    assert note == (nothing if waiting else said)


def candidate(fitting: int, share: float = 0.256) -> Candidate:
    return Candidate("P1", "Tuin", "zorg en welzijn", VILLAPARK, 700.0, 4, 9, fitting, share)


@pytest.mark.parametrize(
    ("fitting", "why"),
    [
        (0, "sector biedt 26% van zulke plekken"),
        (1, "1 match met dit talent"),
        (7, "7 matches met dit talent"),
    ],
)
def test_whom_to_ask(tell: Tell, fitting: int, why: str) -> None:
    one = tell({advice: [step()], whom_to_ask: [[candidate(fitting)]]})
    card = places_to_ask_list(Scope(one, IN_LAAK))
    assert card.sentence == (
        "In en rond De Laak kan 1 ontwikkelplaats misschien meer mensen plaatsen."
    )
    assert card.table
    wanted = "groen en tuin, in Lakerlopen"
    cells = ["Tuin", "Villapark", "zorg en welzijn", wanted, why, 9, 4, 0.7]
    assert [line.cells for line in card.table.lines] == [cells]
    assert card.table.caption == "Bij wie aankloppen in en rond De Laak"
    other = candidate(fitting)._replace(place_name="Huis")
    two = tell({advice: [step()], whom_to_ask: [[candidate(1), other]]})
    assert places_to_ask_list(Scope(two, View())).sentence == (
        "In Eindhoven kunnen 2 ontwikkelplaatsen misschien meer mensen plaatsen."
    )


def test_at_most_four_places_for_each_of_five_steps(tell: Tell) -> None:
    answers = tell({advice: [step()] * 7, whom_to_ask: [[candidate(1)] * 6] * 5})
    table = places_to_ask_list(Scope(answers, View())).table
    assert table
    assert len(table.lines) == 20


def test_nobody_fits_yet(tell: Tell) -> None:
    note = places_to_ask_list(Scope(tell({advice: [step()], whom_to_ask: [[]]}), View())).note
    assert note == (
        "Binnen 1,5 km van waar een plek in Eindhoven het meest helpt, is nog geen ontwikkelplaats"
        " die past. Zoek daar een nieuwe."
    )


def door(place: str = "", buurt: str = LAKERLOPEN) -> Door:
    found = candidate(1)._replace(place_name=place) if place else None
    return Door(LAAK, step()._replace(buurt=buurt), found)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([door("Tuin")], "Klop eerst aan bij Tuin."),
        ([door("Tuin"), door("Huis"), door("Hof")], "Klop eerst aan bij Tuin, Huis en Hof."),
        (
            [door("Tuin"), door(), door()],
            "Klop eerst aan bij Tuin. Zoek een nieuwe ontwikkelplaats in Lakerlopen.",
        ),
        (
            [door(), door(buurt=VILLAPARK)],
            "Zoek een nieuwe ontwikkelplaats in Lakerlopen en Villapark.",
        ),
    ],
)
def test_doors(tell: Tell, found: list[Door], said: str) -> None:
    answers = tell({doors: found, gap_ranking: ranked((1, 1, False))})
    card = three_doors(Scope(answers, IN_LAAK))
    assert card.sentence == said
    assert card.table
    for line, one in zip(card.table.lines, found, strict=True):
        wanted = f"groen en tuin, in {line.cells[3]}".split(", in ")[-1]
        if one.place:
            assert line.cells[:3] == [one.place.place_name, "Villapark", "zorg en welzijn"]
            assert line.cells[4:8] == ["1 match met dit talent", 2, 4, 0.7]
        else:
            assert line.cells[0] == "nog niemand: zoek een nieuwe"
            assert line.cells[4:8] == [None, 2, None, None]
        assert wanted in {"Lakerlopen", "Villapark"}
        assert line.cells[8:] == ["De Laak", "Een."]


@pytest.mark.parametrize(
    "known",
    [
        GapRanking((), BLIND),
        GapRanking((Gap(WIJKEN[0], 1, 1, 1, 1, is_certain=False, parts=(), reasons=()),), ()),
    ],
)
def test_of_an_area_without_a_reason_none_is_given(tell: Tell, known: GapRanking) -> None:
    card = three_doors(Scope(tell({doors: [door("Tuin")], gap_ranking: known}), IN_LAAK))
    assert card.table
    assert [line.cells[8:] for line in card.table.lines] == [["De Laak", None]]


@pytest.mark.parametrize(
    ("view", "waiting", "said"),
    [
        (IN_LAAK, 0, "In en rond De Laak wacht niemand op een plek."),
        (View(area=LAAK, talent=GREEN), 0, "In en rond De Laak wacht niemand op een plek."),
        (
            IN_LAAK,
            1,
            "In en rond De Laak is voor iedereen die wacht, een plek vrij binnen bereik."
            " Hier helpt een match meer dan een nieuwe plek.",
        ),
    ],
)
def test_no_doors(tell: Tell, view: View, waiting: int, said: str) -> None:
    answers = tell({doors: [], waiting_around: waiting, gap_ranking: ranked((1, 1, False))})
    assert three_doors(Scope(answers, view)).note == said
