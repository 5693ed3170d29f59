"""Every branch of a sentence of Witte vlekken has its example: 0, 1, 2, many, equals, no start."""

from datetime import date
from typing import Any

import pytest

from analytics.gaps.advice.doors import Door, doors
from analytics.gaps.advice.next_place import Step, advice, waiting_around
from analytics.gaps.advice.places import Candidate, whom_to_ask
from analytics.gaps.advice.what_if import Addition, Gain, Prospect, gain_with, prospects_with
from analytics.gaps.clusters import Cluster, ClusteredBuurt, clusters
from analytics.gaps.flows import Stream, wijk_streams
from analytics.gaps.index.ranking import BlindSpot, Gap, GapRanking, gap_ranking
from analytics.gaps.supply import Balanced, balances
from analytics.gaps.supply_lists import Opening, Queue, free_around, waiting_in
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import Catchment, View
from charts.cards import CARDS
from charts.cards.gaps.advice import area_advice, city_advice
from charts.cards.gaps.clusters import cluster_list
from charts.cards.gaps.doors import three_doors
from charts.cards.gaps.flows import flow_list, flow_map
from charts.cards.gaps.lists import free_list, waiting_list
from charts.cards.gaps.places import places_to_ask_list
from charts.cards.gaps.ranking import blind_spots, gap_list, gap_map, where_it_stands
from charts.cards.gaps.supply import lack_sentence, supply_heat
from charts.cards.gaps.what_if import what_if_map, what_if_table
from charts.pictures import AreaMap
from data.reference.areas import Level
from tests.charts.cards.conftest import Tell

LAAK, CENTRUM, MEERHOVEN = "WK077231", "WK077211", "WK077263"
LAKERLOPEN, VILLAPARK = "BU07723120", "BU07723110"
GREEN, COOK, TALK, CRAFT = (
    "groen en tuin",
    "koken en gastvrijheid",
    "taal en onderwijs",
    "techniek en klussen",
)
IN_LAAK = View(area=LAAK)
EARLY = View(area=MEERHOVEN, as_of=date(2018, 1, 14))  # before its start


def step(gain: int = 2, equals: int = 0, together: int = 2, talent: str = GREEN) -> Step:
    return Step(LAKERLOPEN, talent, gain, gain + 1, equals, together)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            [step()],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen het meest:"
            " 2 wachtende inwoners krijgen dan een plek binnen bereik.",
        ),
        (
            [step(gain=1, equals=1, together=1)],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen:"
            " 1 wachtende inwoner krijgt dan een plek binnen bereik."
            " Nog 1 andere keuze helpt evenveel, geen enkele meer.",
        ),
        (
            [step(equals=2), step(together=3, talent=COOK)],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen:"
            " 2 wachtende inwoners krijgen dan een plek binnen bereik."
            " Nog 2 andere keuzes helpen evenveel, geen enkele meer. Met 2 plekken zijn het er 3.",
        ),
        (
            [step(gain=1, together=1), step(gain=1, together=1, talent=COOK)],
            "In De Laak helpt een plek voor groen en tuin in Lakerlopen het meest:"
            " 1 wachtende inwoner krijgt dan een plek binnen bereik. Met 2 plekken is het er 1.",
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
    assert card.sentence.startswith("In Eindhoven helpt een plek voor groen en tuin in Lakerlopen")
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


def balanced(talent: str, waiting: int, free: int) -> Balanced:
    return Balanced(LAAK, talent, 0, 0, waiting, free)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([balanced(GREEN, 0, 0)], "In en rond De Laak wacht niemand en is geen plek vrij."),
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
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin en koken en"
            " gastvrijheid: elk 2 plekken.",
        ),
        (
            [balanced(talent, 1, 0) for talent in (GREEN, COOK, TALK)],
            "In en rond De Laak ontbreken vooral plekken voor groen en tuin, koken en gastvrijheid"
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
    said = "Op deze dag wacht niemand en is er geen plek vrij."
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
            "In Lakerlopen is de langste rij die voor groen en tuin: 1 inwoner.",
        ),
        (
            IN_LAAK,
            [queue(2), queue(2, COOK, VILLAPARK), queue(1, TALK)],
            "In De Laak zijn de langste rijen die voor groen en tuin in Lakerlopen en voor koken en"
            " gastvrijheid in Villapark: elk 2 inwoners.",
        ),
        (
            IN_LAAK,
            [queue(1, talent) for talent in (GREEN, COOK, TALK, CRAFT)],
            "In De Laak zijn 4 rijen het langst, elk met 1 inwoner.",
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
            " eigen wijk; de grootste stroom gaat van De Laak naar Centrum (3).",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, CENTRUM, 3), Stream(LAAK, MEERHOVEN, 3)],
            "Van de 6 matches van inwoners van De Laak ligt 100% buiten de eigen wijk; de grootste"
            " stromen gaan van De Laak naar Centrum en van De Laak naar Meerhoven (elk 3).",
        ),
        (
            IN_LAAK,
            [Stream(LAAK, f"WK0772{n}", 2) for n in (11, 21, 22, 23)],
            "Van de 8 matches van inwoners van De Laak ligt 100% buiten de eigen wijk;"
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


def wijk(code: str, name: str) -> NamedArea:
    return NamedArea(Level.WIJK, code, name)


WIJKEN = [
    wijk(LAAK, "De Laak"),
    wijk(CENTRUM, "Centrum"),
    wijk("WK077221", "Oud-Stratum"),
    wijk("WK077222", "Kortonjo"),
]


def ranked(*gaps: tuple[float, int, bool], blind: tuple[BlindSpot, ...] = ()) -> GapRanking:
    """Gaps by index, rank and whether it is certain."""
    return GapRanking(
        tuple(
            Gap(area, index, rank, max(rank - 1, 1), rank + 1, sure, (), ("Een.", "Twee."))
            for area, (index, rank, sure) in zip(WIJKEN, gaps, strict=False)
        ),
        blind,
    )


BLIND = (BlindSpot(wijk(MEERHOVEN, "Meerhoven"), Mark.NOT_STARTED),)


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
            "Het meest lijkt er te weinig in De Laak en Centrum, maar van geen enkele wijk is dat"
            " zeker: het kan toeval zijn.",
        ),
        (
            ranked((4, 1, False), (3, 2, False), (2, 3, False), (1, 4, False)),
            "Het meest lijkt er te weinig in De Laak, Centrum en Oud-Stratum, maar van geen enkele"
            " wijk is dat zeker: het kan toeval zijn.",
        ),
        (
            ranked((4, 1, False), (3, 2, False), (1, 3, False), (1, 3, False)),
            "Het meest lijkt er te weinig in De Laak en Centrum, maar van geen enkele wijk is dat"
            " zeker: het kan toeval zijn.",
        ),
        (
            ranked((4, 1, False), (1, 2, False), (1, 2, False), (1, 2, False)),
            "Het meest lijkt er te weinig in De Laak, maar van geen enkele wijk is dat zeker:"
            " het kan toeval zijn.",
        ),
        (
            ranked(*[(1, 1, False)] * 4),
            "Het meest lijkt er te weinig in 4 wijken, maar van geen enkele wijk is dat zeker:"
            " het kan toeval zijn.",
        ),
        (
            ranked((0, 1, False), (0, 1, False)),
            "Geen enkele wijk heeft een groter tekort dan gemiddeld in de stad.",
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
        between = f"{gap.first}–{gap.last}"
        assert line.cells == [gap.rank, gap.area.name, gap.index, between, sure, "Een. Twee."]
    short = gap_map(Scope(answers, View())).table
    assert short
    assert [line.cells for line in short.lines] == [line.cells[:-1] for line in table.lines]
    assert [column.heading for column in short.columns][-1] == "Zeker?"


def test_the_map_of_gaps_colours_what_lies_above_the_mean(tell: Tell) -> None:
    found = ranked((2, 1, False), (-1, 2, False), blind=BLIND)
    picture = gap_map(Scope(tell({gap_ranking: found}), View())).picture
    assert isinstance(picture, AreaMap)
    assert {area.code: area.values for area in picture.areas} == {
        LAAK: [2],
        CENTRUM: [0.0],
        MEERHOVEN: [Mark.NOT_STARTED],
    }


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


TONGELRE = View(area="SD3")


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
        "Het meest lijkt er te weinig in De Laak, maar van geen enkele wijk in Tongelre is dat"
        " zeker: het kan toeval zijn."
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
    sure = tell({gap_ranking: ranked(*[(1, 1, True)] * 1)})
    assert gap_list(Scope(sure, TONGELRE)).sentence == "Zeker te weinig is er in De Laak."


@pytest.mark.parametrize(("level", "code"), [(Level.STADSDEEL, "SD3"), (Level.TEAM, "Zonder team")])
def test_het_stadsdeel_and_het_team(tell: Tell, level: Level, code: str) -> None:
    gap = Gap(NamedArea(level, code, code), 0.0, 1, 1, 1, False, (), ())
    said = f"Geen enkel {level} heeft een groter tekort dan gemiddeld in de stad."
    answers = tell({gap_ranking: GapRanking((gap,), ())})
    assert gap_list(Scope(answers, View(level=level))).sentence == said


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
    assert cards[1].title == "Vandaag en straks per buurt"


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
    assert note == "Binnen 1,5 km is nog geen ontwikkelplaats die past. Zoek hier een nieuwe."


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


def clustered(code: str, name: str, cluster: Cluster = Cluster.HIGH) -> ClusteredBuurt:
    return ClusteredBuurt(NamedArea(Level.BUURT, code, name), cluster, 0.0061, 0.0021)


@pytest.mark.parametrize(
    ("view", "found", "said"),
    [
        (
            View(),
            [],
            "In Eindhoven verschillen geen buurten samen duidelijk van de rest:"
            " het kan toeval zijn.",
        ),
        (
            View(as_of=date(2017, 9, 3)),
            [],
            "In Eindhoven is Buurt in Bloei op 3 september 2017 nog niet gestart.",
        ),
        (
            View(area=LAKERLOPEN),
            [clustered(VILLAPARK, "Villapark")],
            "Lakerlopen verschilt samen met de buurten eromheen niet duidelijk van de rest:"
            " het kan toeval zijn.",
        ),
        (
            View(),
            [clustered(LAKERLOPEN, "Lakerlopen")],
            "In Eindhoven valt 1 buurt samen met de buurten eromheen op, om hoeveel inwoners er"
            " wachten.",
        ),
        (
            IN_LAAK,
            [clustered(LAKERLOPEN, "Lakerlopen"), clustered(VILLAPARK, "Villapark")],
            "In De Laak vallen 2 buurten samen met de buurten eromheen op, om hoeveel inwoners er"
            " wachten.",
        ),
    ],
)
def test_clusters(tell: Tell, view: View, found: list[ClusteredBuurt], said: str) -> None:
    card = cluster_list(Scope(tell({clusters: found}), view))
    assert (card.sentence or card.note) == said
    if card.table:
        meaning = "Hier en in de buurten eromheen wachten veel inwoners."
        row = ["Lakerlopen", "De Laak", meaning, pytest.approx(6.1), pytest.approx(2.1)]
        assert card.table.lines[0].cells == row
        assert "inwoners begin 2021" in card.source
        assert not any(line.is_chosen for line in card.table.lines)


def test_the_chosen_buurt_is_marked_among_clusters(tell: Tell) -> None:
    found = [clustered(LAKERLOPEN, "Lakerlopen")]
    table = cluster_list(Scope(tell({clusters: found}), View(area=LAKERLOPEN))).table
    assert table
    assert [line.is_chosen for line in table.lines] == [True]


# Of every list: each column with the decimals of its numbers (None: words).
COLUMNS: dict[str, list[tuple[str, int | None]]] = {
    "advies": [
        *(("Stap", 0), ("Buurt", None), ("Talent", None)),
        *(("Erbij", 0), ("Samen", 0), ("Wachten er", 0), ("Andere even goed", 0)),
    ],
    "stromen": [("Van", None), ("Naar", None), ("Matches", 0), ("Deel (%)", 0)],
    "vraag_en_aanbod": [
        *(("Wijk", None), ("Talent", None)),
        *(("Wachtend in het gebied", 0), ("Vrij in het gebied", 0)),
        *(("Wachtend binnen bereik", 0), ("Vrij binnen bereik", 0)),
        *(("Verschil", 0), ("Vrij per wachtende", 1)),
    ],
    "vrije_plekken": [
        *(("Ontwikkelplaats", None), ("Buurt", None), ("Vrij", 0), ("Km", 1)),
        *(("Talent", None), ("Soort", None), ("Sector", None)),
    ],
    "wachtenden": [
        *(("Buurt", None), ("Talent", None), ("Wachtend", 0)),
        *(("Langer dan 90 dagen", 0), ("Langste (dagen)", 0)),
    ],
    "rangorde": [
        *(("Nr.", 0), ("Wijk", None), ("Index", 2), ("Plaats tussen", None)),
        *(("Zeker?", None), ("Drie redenen", None)),
    ],
    "deuren": [
        *(("Ontwikkelplaats", None), ("Buurt", None), ("Sector", None)),
        *(("Vragen om een plek voor", None), ("Waarom daar", None)),
        *(("Erbij", 0), ("Vrij nu", 0), ("Km", 1), ("Gebied", None), ("Wat daar speelt", None)),
    ],
    "ontwikkelplaatsen": [
        *(("Ontwikkelplaats", None), ("Buurt", None), ("Sector", None)),
        *(("Vragen om een plek voor", None), ("Waarom hier", None)),
        *(("Matches", 0), ("Vrij voor dit talent", 0), ("Km", 1)),
    ],
}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_of_a_list(answers: Answers, name: str) -> None:
    table = CARDS[f"witte_vlekken.{name}"](Scope(answers, View())).table
    assert table
    found = [(column.heading, column.decimals) for column in table.columns]
    assert found == COLUMNS[name]
