"""Every branch of the sentences of supply and demand: 0, 1, 2, many, equals, no start."""

from typing import Any

import pytest

from analytics.gaps.advice.what_if import Gain, gain_with
from analytics.gaps.flows import Stream, wijk_streams
from analytics.gaps.supply import Balanced, balances
from analytics.gaps.supply_lists import Opening, Queue, free_around, waiting_in
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards.gaps.flows import flow_list, flow_map
from charts.cards.gaps.lists import free_list, waiting_list
from charts.cards.gaps.supply import lack_sentence, supply_heat
from charts.cards.gaps.what_if import what_if_map, what_if_table
from charts.pictures import AreaMap
from tests.charts.cards.conftest import Tell
from tests.charts.cards.gaps.made import (
    CENTRUM,
    COOK,
    CRAFT,
    EARLY,
    GREEN,
    IN_LAAK,
    LAAK,
    LAKERLOPEN,
    MEERHOVEN,
    TALK,
    VILLAPARK,
)


def balanced(talent: str, waiting: int, free: int) -> Balanced:
    return Balanced(LAAK, talent, 0, 0, waiting, free)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([balanced(GREEN, 0, 0)], "In en rond De Laak wacht niemand en is geen plek vrij."),
        (
            [balanced(GREEN, 0, 3), balanced(COOK, 0, 0)],
            "In en rond De Laak wacht niemand op een plek.",
        ),
        (
            [balanced(GREEN, 1, 1), balanced(COOK, 0, 5)],
            "In en rond De Laak is er voor elk talent een vrije plek voor elke inwoner die wacht.",
        ),
        (
            [balanced(GREEN, 1, 0), balanced(COOK, 2, 2)],
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin:"
            " er wacht 1 inwoner en er zijn geen plekken vrij.",
        ),
        (
            [balanced(GREEN, 3, 1), balanced(COOK, 2, 1)],
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin:"
            " er wachten 3 inwoners en er is 1 plek vrij.",
        ),
        (
            [balanced(GREEN, 30, 2), balanced(COOK, 2, 1)],
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin:"
            " er wachten 30 inwoners en er zijn 2 plekken vrij.",
        ),
        (
            [balanced(GREEN, 3, 1), balanced(COOK, 4, 2), balanced(TALK, 1, 0)],
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin, en koken en"
            " gastvrijheid: elk 2 plekken.",
        ),
        (
            [balanced(talent, 1, 0) for talent in (GREEN, COOK, TALK)],
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin, koken en gastvrijheid,"
            " en taal en onderwijs: elk 1 plek.",
        ),
        (
            [balanced(talent, 1, 0) for talent in (GREEN, COOK, TALK, CRAFT)],
            "In en rond De Laak ontbreken voor 4 talenten de meeste plekken: elk 1 plek.",
        ),
    ],
)
def test_what_lacks_most(tell: Tell, rows: list[Balanced], said: str) -> None:
    other = Balanced(CENTRUM, GREEN, 99, 0, 99, 0)
    assert lack_sentence(Scope(tell({balances: [other, *rows]}), IN_LAAK)) == said


def test_before_the_start_nothing_is_no_zero(tell: Tell) -> None:
    said = "In Meerhoven is Buurt in Bloei op 14 januari 2018 nog niet gestart."
    nothing = [Balanced(MEERHOVEN, GREEN, 0, 0, 0, 0)]
    assert lack_sentence(Scope(tell({balances: nothing}), EARLY)) == said
    assert supply_heat(Scope(tell({balances: nothing}), EARLY)).note == said
    assert waiting_list(Scope(tell({waiting_in: []}), EARLY)).note == said
    answers = tell({gain_with: Gain(0, 0, 0, 0)})
    card = what_if_map(Scope(answers, EARLY), ())
    assert card.sentence == said
    assert isinstance(card.picture, AreaMap)
    assert {value for area in card.picture.areas for value in area.values} == {Mark.NOT_STARTED}
    table = what_if_table(Scope(answers, EARLY), ()).table
    assert table
    assert {cell for line in table.lines for cell in line.cells[3:5]} == {Mark.NOT_STARTED}


def test_nobody_waits_and_nothing_is_free(tell: Tell) -> None:
    nothing = [Balanced(LAAK, GREEN, 0, 0, 0, 0)]
    said = "In Eindhoven wacht op deze dag niemand en is er geen plek vrij."
    assert supply_heat(Scope(tell({balances: nothing}), View())).note == said


def opening(free: int, place: str = "P1", metres: float = 0.0) -> Opening:
    return Opening(place, "Tuin", "tuin en groen", LAKERLOPEN, GREEN, "burenhulp", free, metres)


@pytest.mark.parametrize(
    ("view", "found", "said"),
    [
        (View(), [opening(1)], "1 vrije plek in Eindhoven, bij 1 ontwikkelplaats."),
        (
            IN_LAAK,
            [opening(2), opening(1), opening(3, "P2", 1_400.0)],
            "6 vrije plekken in en binnen 1,5 km van De Laak, bij 2 ontwikkelplaatsen.",
        ),
    ],
)
def test_free_positions(tell: Tell, view: View, found: list[Opening], said: str) -> None:
    card = free_list(Scope(tell({free_around: found}), view))
    assert card.sentence == said
    assert card.title == said.split(", bij", maxsplit=1)[0]
    assert card.table
    assert [line.cells for line in card.table.lines] == [
        ["Tuin", "Lakerlopen", one.free, one.metres / 1000, GREEN, "burenhulp", "tuin en groen"]
        for one in found
    ]


def test_no_free_position(tell: Tell) -> None:
    notes = [free_list(Scope(tell({free_around: []}), view)).note for view in (View(), IN_LAAK)]
    assert notes == [
        "Er is op deze dag geen plek vrij in Eindhoven.",
        "Er is op deze dag geen plek vrij in en binnen 1,5 km van De Laak.",
    ]


def queue(waiting: int, talent: str = GREEN, buurt: str = LAKERLOPEN) -> Queue:
    return Queue(buurt, talent, waiting, 1, 200)


@pytest.mark.parametrize(
    ("view", "found", "said"),
    [
        (
            IN_LAAK,
            [queue(2), queue(1, COOK)],
            "In De Laak is de langste rij die voor groen en tuin in Lakerlopen: 2 inwoners.",
        ),
        (
            View(area=LAKERLOPEN),
            [queue(1)],
            "In Lakerlopen is de enige rij die voor groen en tuin: 1 inwoner.",
        ),
        (
            IN_LAAK,
            [queue(2), queue(2, COOK, VILLAPARK), queue(1, TALK)],
            "In De Laak zijn de langste rijen die voor groen en tuin in Lakerlopen, en voor koken"
            " en gastvrijheid in Villapark: elk 2 inwoners.",
        ),
        (
            IN_LAAK,
            [queue(2, talent) for talent in (GREEN, COOK, TALK, CRAFT)] + [queue(1)],
            "In De Laak zijn 4 rijen het langst, elk met 2 inwoners.",
        ),
        (  # of what is alike nothing is the longest
            IN_LAAK,
            [queue(1, talent) for talent in (GREEN, COOK, TALK, CRAFT)],
            "In De Laak zijn alle 4 rijen even lang: elk 1 inwoner.",
        ),
        (
            IN_LAAK,
            [queue(2), queue(2, COOK)],
            "In De Laak zijn beide rijen even lang: elk 2 inwoners.",
        ),
    ],
)
def test_who_waits_where(tell: Tell, view: View, found: list[Queue], said: str) -> None:
    card = waiting_list(Scope(tell({waiting_in: found}), view))
    assert card.sentence == said
    assert card.table
    assert card.table.lines[0].cells == ["Lakerlopen", *found[0][1:]]


def test_nobody_waits(tell: Tell) -> None:
    nobody = tell({waiting_in: []})
    assert waiting_list(Scope(nobody, IN_LAAK)).note == "In De Laak wacht niemand."
    said = "In De Laak wacht niemand met groen en tuin."
    assert waiting_list(Scope(nobody, View(area=LAAK, talent=GREEN))).note == said


@pytest.mark.parametrize(
    ("view", "found", "said"),
    [
        (
            IN_LAAK,
            [Stream(CENTRUM, LAAK, 9)],
            "Inwoners van De Laak hebben geen matches met een ontwikkelplaats.",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, CENTRUM, 1)],
            "Inwoners van De Laak hebben 1 match met een ontwikkelplaats."
            " Dat is te weinig om er een deel van te noemen.",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, CENTRUM, 4)],
            "Inwoners van De Laak hebben 4 matches met een ontwikkelplaats."
            " Dat is te weinig om er een deel van te noemen.",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, LAAK, 5)],
            "Van de 5 matches van inwoners van De Laak ligt 0% buiten de eigen wijk.",
        ),
        (
            View(area=LAKERLOPEN),
            [Stream(LAAK, LAAK, 4), Stream(LAAK, CENTRUM, 3), Stream(CENTRUM, LAAK, 9)],
            "Van de 7 matches van inwoners van De Laak (de wijk van Lakerlopen) ligt 43% buiten de"
            " eigen wijk; de enige stroom gaat van De Laak naar Centrum (3).",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, CENTRUM, 3), Stream(LAAK, MEERHOVEN, 2)],
            "Van de 5 matches van inwoners van De Laak ligt 100% buiten de eigen wijk; de grootste"
            " stroom gaat van De Laak naar Centrum (3).",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, CENTRUM, 3), Stream(LAAK, MEERHOVEN, 3), Stream(LAAK, "WK077221", 1)],
            "Van de 7 matches van inwoners van De Laak ligt 100% buiten de eigen wijk; de grootste"
            " stromen gaan van De Laak naar Centrum en van De Laak naar Meerhoven (elk 3).",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, CENTRUM, 3), Stream(LAAK, MEERHOVEN, 3)],
            "Van de 6 matches van inwoners van De Laak ligt 100% buiten de eigen wijk; de stromen"
            " van De Laak naar Centrum en van De Laak naar Meerhoven zijn even groot (elk 3).",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, f"WK0772{n}", 2) for n in (11, 21, 22, 23)],
            "Van de 8 matches van inwoners van De Laak ligt 100% buiten de eigen wijk;"
            " 4 stromen zijn even groot, elk met 2.",
        ),
        (
            IN_LAAK,
            [
                *(Stream(LAAK, f"WK0772{n}", 2) for n in (11, 21, 22, 23)),
                Stream(LAAK, MEERHOVEN, 1),
            ],
            "Van de 9 matches van inwoners van De Laak ligt 100% buiten de eigen wijk;"
            " 4 stromen zijn het grootst, elk met 2.",
        ),
    ],
)
def test_streams(tell: Tell, view: View, found: list[Stream], said: str) -> None:
    answers = tell({wijk_streams: found})
    cards = [flow_list(Scope(answers, view)), flow_map(Scope(answers, view))]
    assert [card.sentence for card in cards] == [said, said]
    totals = {code: sum(s.matches for s in found if s.origin == code) for code in (LAAK, CENTRUM)}
    table, picture = cards[0].table, cards[1].picture
    assert table
    assert isinstance(picture, AreaMap)
    for line, stream in zip(table.lines, found, strict=True):
        total = totals[stream.origin]
        share = 100 * stream.matches / total if total >= 5 else Mark.TOO_EARLY
        assert line.cells[2:] == [stream.matches, share]
    lines = [(flow.origin, flow.destination, flow.amount) for flow in picture.flows]
    assert lines == [tuple(stream) for stream in found if stream.leaves]
    if picture.flows:
        amount = picture.flows[0].amount
        assert picture.flows[0].detail.endswith(f": {amount} match{'es' * (amount != 1)}")
    values = {area.code: area.values for area in picture.areas}
    assert values["WK077273"] == [Mark.NOT_STARTED]
    assert values["WK077232"] == [Mark.TOO_EARLY]


@pytest.mark.parametrize("build", [flow_list, flow_map])
def test_no_streams(tell: Tell, build: Any) -> None:
    elsewhere = [Stream(CENTRUM, CENTRUM, 9)]
    said = "Hier is nog geen match met een ontwikkelplaats gemaakt."
    assert build(Scope(tell({wijk_streams: elsewhere}), IN_LAAK)).note == said
