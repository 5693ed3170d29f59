"""The cards of Gegevenskwaliteit: what they say of nothing, one, more, and to whom."""

from datetime import date

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.loading.findings import Finding, Oddity, findings, heavy_counts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card
from charts.cards import CARDS
from charts.cards.loading.quality import (
    SHOWN_RECORDS,
    heed_words,
    records_list,
    rules_table,
    teams_table,
)
from charts.cards.loading.quality_months import months_trend, team_months_heat
from charts.pictures import Heat, Trend
from charts.registry import INTERNAL
from data.file.store import Store
from data.quality import rules
from data.reference.areas import Level
from tests.charts.cards.conftest import Tell

OURS = [name for name in CARDS if name.startswith("kwaliteit.")]
SEPTEMBER, AUGUST = date(2021, 9, 5), date(2021, 8, 5)
VIEW = View()


def finding(number: int, *records: tuple[str, date]) -> Finding:
    odd = [Oddity(f"K{n}", "BU07721110", team, day, "") for n, (team, day) in enumerate(records)]
    return Finding(rules()[number], tuple(odd))


def told(tell: Tell, *found: Finding) -> DirectAnswers:
    rest = [Finding(rule, ()) for rule in rules() if rule not in [f.rule for f in found]]
    return tell({findings: (*found, *rest)})


@pytest.mark.parametrize("name", OURS)
def test_whoever_is_outside_gets_a_calm_sentence_and_nothing_else(store: Store, name: str) -> None:
    outside = DirectAnswers(open_marts(store, Audience.GEMEENTE), is_demo=True)
    card = CARDS[name](Scope(outside, View(audience=Audience.GEMEENTE)))
    assert card == Card(name, card.title, note=INTERNAL)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ([], "Op 1 oktober 2021 valt in Eindhoven geen rij van de registratie op."),
        (
            [finding(0, ("Zuid", AUGUST))],
            "Op 1 oktober 2021 valt in Eindhoven 1 rij op:"
            " 1 vacature met meer matches dan plekken.",
        ),
        (
            [finding(0, ("Zuid", AUGUST)), finding(1, ("Zuid", AUGUST), ("Noord", AUGUST))],
            "Op 1 oktober 2021 vallen in Eindhoven 3 rijen op: 2 scans in een wijk die nog niet was"
            " gestart en 1 vacature met meer matches dan plekken.",
        ),
        (
            [
                finding(0, ("Zuid", AUGUST)),
                finding(1, ("Zuid", AUGUST), ("Noord", AUGUST)),
                finding(8, *[("Zuid", AUGUST)] * 3),
            ],
            "Op 1 oktober 2021 vallen in Eindhoven 6 rijen op: vooral 3 matches die voorbij zijn"
            " zonder reden en 2 scans in een wijk die nog niet was gestart.",
        ),
    ],
)
def test_the_sentence_counts(tell: Tell, found: list[Finding], sentence: str) -> None:
    assert rules_table(Scope(told(tell, *found), VIEW)).sentence == sentence


def test_the_rules_table_has_every_rule(tell: Tell) -> None:
    old, young = date(2020, 10, 1), date(2020, 10, 2)
    card = rules_table(Scope(told(tell, finding(0, ("Zuid", young), ("Zuid", old))), VIEW))
    assert card.table
    assert len(card.table.lines) == len(rules()) + 1
    assert list(card.table.lines[0].cells[:4]) == ["Meer matches dan plekken", 2, 1, "zwaar"]
    assert list(card.table.lines[-1].cells) == ["Alles samen", 2, 1, "", ""]
    assert list(card.table.lines[5].cells[1:4]) == [0, 0, "gewoon"]


def test_the_teams_stand_beside_each_other(tell: Tell) -> None:
    found = finding(0, ("Zuid", AUGUST), ("Zuid", AUGUST), ("", AUGUST))
    card = teams_table(Scope(told(tell, found), VIEW))
    assert card.table
    assert [column.heading for column in card.table.columns] == [
        "Wat opvalt", "Zuid", "Hele stad", "Samen",
    ]  # fmt: skip
    assert [list(line.cells[1:]) for line in card.table.lines] == [[2, 1, 3]] * 2
    assert card.sentence == "De meeste rijen vallen op bij Zuid: 2 rijen."
    even = teams_table(Scope(told(tell, finding(0, ("Zuid", AUGUST), ("", AUGUST))), VIEW))
    assert even.sentence == "Rijen vallen op bij Zuid en de hele stad: elk 1 rij."


@pytest.mark.parametrize(
    ("amounts", "sentence"),
    [
        ({"Zuid": 3}, "Rijen vallen op bij Zuid: 3 rijen."),
        (dict.fromkeys("ABCD", 2), "Rijen vallen op bij 4 teams: elk 2 rijen."),
        (
            dict.fromkeys("ABCD", 2) | {"E": 1},
            "De meeste rijen vallen op bij 4 teams: elk 2 rijen.",
        ),
        (
            dict.fromkeys("ABC", 2) | {"E": 1},
            "De meeste rijen vallen op bij A, B en C: elk 2 rijen.",
        ),
    ],
)
def test_no_team_has_most_where_all_have_as_many(
    tell: Tell, amounts: dict[str, int], sentence: str
) -> None:
    rows = [(team, AUGUST) for team, amount in amounts.items() for _ in range(amount)]
    assert teams_table(Scope(told(tell, finding(0, *rows)), VIEW)).sentence == sentence


@pytest.mark.parametrize(
    ("amounts", "end"),
    [
        ((3, 2, 1), "op: vooral 3 vacatures met meer matches dan plekken en 2 scans"),
        ((2, 1, 1), "op: 2 vacatures met meer matches dan plekken, 1 scan"),
        ((2, 1, 1, 1), "op: vooral 2 vacatures met meer matches dan plekken."),
        ((1, 1, 1, 1), "Eindhoven 4 rijen op, verdeeld over 4 regels."),
    ],
)
def test_rules_that_are_broken_as_often_are_told_alike(
    tell: Tell, amounts: tuple[int, ...], end: str
) -> None:
    found = [finding(n, *[("Zuid", AUGUST)] * amount) for n, amount in enumerate(amounts)]
    assert end in rules_table(Scope(told(tell, *found), VIEW)).sentence


def test_the_trend_counts_by_the_month_in_which_it_began(tell: Tell) -> None:
    found = (finding(0, ("Zuid", AUGUST)), finding(8, ("Zuid", SEPTEMBER), ("Zuid", AUGUST)))
    card = months_trend(Scope(told(tell, *found), VIEW))
    assert isinstance(card.picture, Trend)
    assert len(card.picture.steps) == 24
    every, heavy = card.picture.series
    assert list(every.values[-2:]) == [2, 1]
    assert list(heavy.values[-2:]) == [1, 0]
    assert card.sentence == "Van wat opvalt, begon er 1 rij in september 2021."


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ([AUGUST], "Van wat opvalt, begon niets in september 2021."),
        ([SEPTEMBER] * 2, "Van wat opvalt, begonnen er 2 rijen in september 2021."),
    ],
)
def test_the_last_month_in_words(tell: Tell, days: list[date], sentence: str) -> None:
    found = finding(0, *[("Zuid", day) for day in days])
    assert months_trend(Scope(told(tell, found), VIEW)).sentence == sentence


def test_the_heat_has_a_row_per_team_and_a_column_per_month(tell: Tell) -> None:
    found = finding(0, ("Zuid", AUGUST), ("Zuid", AUGUST), ("Noord", SEPTEMBER))
    card = team_months_heat(Scope(told(tell, found), VIEW))
    assert isinstance(card.picture, Heat)
    assert list(card.picture.rows) == ["Noord", "Zuid"]
    assert [list(row[-2:]) for row in card.picture.values] == [[0, 1], [2, 0]]
    assert card.sentence == "Het meest begon bij Zuid in augustus 2021: 2 rijen."
    even = team_months_heat(Scope(told(tell, finding(0, ("A", AUGUST), ("B", AUGUST))), VIEW))
    assert even.sentence == "Bij geen team begon er in een maand meer dan 1 rij; dat was 2 keer zo."
    old = team_months_heat(Scope(told(tell, finding(0, ("A", date(2019, 1, 1)))), VIEW))
    assert old.sentence == "In deze maanden begon niets van wat opvalt."


def test_the_records_of_a_rule_newest_first(tell: Tell) -> None:
    found = (finding(0, ("Zuid", AUGUST)), finding(1, ("Noord", SEPTEMBER)))
    answers = told(tell, *found)
    every, one = (
        records_list(Scope(answers, VIEW), ""),
        records_list(Scope(answers, VIEW), rules()[0].id),
    )
    assert every.table
    assert one.table
    assert [line.cells[2] for line in every.table.lines] == ["Noord", "Zuid"]
    assert [list(line.cells) for line in one.table.lines] == [
        ["K0", "Meer matches dan plekken", "Zuid", "Binnenstad", AUGUST, ""]
    ]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_long_list_says_that_it_is_cut(tell: Tell, extra: int) -> None:
    found = finding(0, *[("Zuid", AUGUST)] * (SHOWN_RECORDS + extra))
    card = records_list(Scope(told(tell, found), VIEW), "")
    assert card.table
    assert len(card.table.lines) == SHOWN_RECORDS
    assert card.subtitle.startswith("de nieuwste 200 van 201" if extra else "200 rijen")


def test_a_card_heeds_the_rules_of_weight_on_its_figures(tell: Tell, store: Store) -> None:
    scope = Scope(tell({heavy_counts: {"meer_matches_dan_plekken": 1, "scan_voor_start": 2}}), VIEW)
    touched = Card("x", "x", indicators=("vrije_plekken", "matches"))
    words = "Let op: 1 vacature met meer matches dan plekken."
    assert heed_words(scope, touched) == words
    assert heed_words(scope, Card("x", "x", indicators=("matches",))) == ""
    assert heed_words(scope, Card("x", "x", indicators=("scans",), note="niets")) == ""
    assert heed_words(scope.seen(View(as_of=AUGUST)), touched) == ""
    outside = DirectAnswers(open_marts(store, Audience.GEMEENTE), is_demo=True)
    assert heed_words(Scope(outside, View(audience=Audience.GEMEENTE)), touched) == ""


def test_only_internal_readers_get_counts_and_only_of_rules_of_weight(store: Store) -> None:
    exact, outside = (open_marts(store, each) for each in (Audience.INTERN, Audience.GEMEENTE))
    found = heavy_counts(exact, Level.GEMEENTE, "GM0772")
    assert found
    assert set(found) <= {rule.id for rule in rules() if rule.is_heavy}
    assert heavy_counts(outside, Level.GEMEENTE, "GM0772") == {}
