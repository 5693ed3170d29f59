"""Cards of the section Witte vlekken: internal, with a sentence, and a list that can be printed."""

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.gaps.supply import balances
from analytics.scope.answers import Answers, DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import Balance, View
from charts.card import Card, Table
from charts.cards import CARDS
from charts.cards.gaps.what_if import what_if_map, what_if_table
from charts.pictures import AreaMap, Heat
from charts.registry import INTERNAL
from data.file.store import Store
from data.reference.areas import Level

OURS = [name for name in CARDS if name.startswith("witte_vlekken.")]
WIJK = View(area="WK077253")


@pytest.mark.parametrize("name", OURS)
def test_whoever_is_outside_gets_a_calm_sentence_and_nothing_else(store: Store, name: str) -> None:
    outside = DirectAnswers(open_marts(store, Audience.GEMEENTE), is_demo=True)
    card = CARDS[name](Scope(outside, View(audience=Audience.GEMEENTE)))
    assert card == Card(name, card.title, note=INTERNAL)


@pytest.mark.parametrize("view", [View(), WIJK], ids=["city", "wijk"])
@pytest.mark.parametrize("name", OURS)
def test_a_card_says_something_and_its_rows_fit_their_columns(
    answers: Answers, name: str, view: View
) -> None:
    card = CARDS[name](Scope(answers, view))
    assert card.id == name
    if card.note:
        assert (card.picture, card.table) == (None, None)
        return
    assert card.sentence.endswith(".")
    assert card.file_name
    assert card.table
    assert card.table.lines
    width = len(card.table.columns)
    assert {len(line.cells) for line in card.table.lines} == {width}
    assert len({column.heading for column in card.table.columns}) == width


@pytest.mark.parametrize("view", [View(), View(level=Level.BUURT)], ids=["wijk", "buurt"])
def test_every_list_has_a_name_of_its_own(answers: Answers, view: View) -> None:
    made = [CARDS[name](Scope(answers, view)) for name in OURS]
    captions = [card.table.caption for card in made if card.table]
    assert len(captions) == len(set(captions))


def headings(table: Table | None) -> list[str]:
    assert table
    return [column.heading for column in table.columns]


def test_the_doors_can_be_taken_along(answers: Answers) -> None:
    card = CARDS["witte_vlekken.deuren"](Scope(answers, View()))
    wanted = {"Gebied", "Wat daar speelt", "Ontwikkelplaats", "Sector", "Vrij", "Buurt"}
    assert wanted <= set(headings(card.table))
    assert card.table
    assert len(card.table.lines) <= 3


@pytest.mark.parametrize("balance", Balance)
def test_the_heat_map_shows_the_figures(answers: Answers, balance: Balance) -> None:
    view = View(balance=balance)
    picture = CARDS["witte_vlekken.vraag_en_aanbod"](Scope(answers, view)).picture
    assert isinstance(picture, Heat)
    found = answers.of(balances, Level.WIJK, answers.known.as_of, view.catchment.metres)
    figure = {
        Balance.DIFFERENCE: "difference",
        Balance.RATIO: "ratio",
        Balance.WAITING: "waiting_near",
        Balance.FREE: "free_near",
    }[balance]
    names = {code: area.name for code, area in answers.known.areas.items()}
    begun = {c for c, p in answers.progress(Level.WIJK, answers.known.as_of).items() if p.since}
    expected = {
        (names[row.area], row.talent): getattr(row, figure) for row in found if row.area in begun
    }
    values = {
        (row, column): value
        for row, line in zip(picture.rows, picture.values, strict=True)
        for column, value in zip(picture.columns, line, strict=True)
    }
    assert values == expected


@pytest.mark.parametrize("name", ["witte_vlekken.kaart", "witte_vlekken.stromen"])
def test_a_map_colours_every_area_or_says_why_not(answers: Answers, name: str) -> None:
    picture = CARDS[name](Scope(answers, View())).picture
    assert isinstance(picture, AreaMap)
    assert len(picture.areas) == 20
    assert all(len(area.values) == len(picture.moments) for area in picture.areas)
    marks = {value for area in picture.areas for value in area.values if isinstance(value, str)}
    assert marks <= set(Mark)
    assert {flow.origin == flow.destination for flow in picture.flows} <= {False}


def test_what_if_nothing_is_added_is_today(answers: Answers) -> None:
    picture = what_if_map(Scope(answers, View()), ()).picture
    assert isinstance(picture, AreaMap)
    assert all(now == then for now, then in (area.values for area in picture.areas))
    card = what_if_table(Scope(answers, View()), ())
    assert card.table
    assert not any(line.is_chosen for line in card.table.lines)
    for line in card.table.lines:
        assert line.cells[1::2] == line.cells[2::2]
