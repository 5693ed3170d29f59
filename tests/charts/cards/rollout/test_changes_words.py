"""What is said of changes: in every case, by pace where periods differ, for the chosen area."""

from datetime import date

import pytest

from analytics.rollout.changes import Change, Changes, Months
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Span
from charts.cards.chosen import not_started
from charts.cards.rollout.changes import sentence_of
from charts.cards.rollout.changes_words import (
    area_sentence,
    difference_words,
    period_words,
    verdict,
)
from data.reference.areas import Level
from tests.charts.cards.small_town import SmallTown

NOW = Span(date(2021, 7, 1), date(2021, 9, 30))
THEN = Span(date(2021, 4, 1), date(2021, 6, 30))
AGAINST = "(juli tot en met september 2021 tegen april tot en met juni 2021)"
BOTH, SHORT, NEW = Months(3, 3), Months(3, 1), Months(3, 0)


def change(
    code: str,
    now: int,
    then: int,
    months: Months = BOTH,
    *,
    is_real: bool = False,
    is_settled: bool = True,
) -> Change:
    name = f"Wijk {code[1:]}"
    return Change(code, name, now, then, months, False, 0.5, is_settled, is_real)


def said(
    *areas: Change, area: str = "", level: Level = Level.WIJK, has_started: bool = False
) -> str:
    found, town = Changes("matches", NOW, THEN, areas, 1.4), SmallTown(has_started=has_started)
    return sentence_of(Scope(town, View(level, area, indicator="matches")), found)


def test_no_change_is_more_than_chance() -> None:
    assert said(change("W1", 5, 4), change("W2", 3, 0, NEW), change("W3", 1, 1)) == (
        "Bij geen van de 2 wijken die in beide perioden meededen, is het verschil in matches meer"
        f" dan toeval {AGAINST}."
    )
    assert said(change("W1", 5, 4)) == (
        "Bij de enige wijk die in beide perioden meedeed, is het verschil in matches niet meer dan"
        f" toeval {AGAINST}."
    )
    team = change("W1", 5, 4)
    assert said(team, level=Level.TEAM).startswith("Bij het enige team dat in beide perioden mee")
    assert said(change("W1", 5, 0, NEW)) == f"Nog geen wijk deed in beide perioden mee {AGAINST}."


def test_real_changes_are_named_up_to_three() -> None:
    some = [change(f"W{n}", 40 + n, 10, is_real=True) for n in range(1, 6)]
    assert said(*some[:1]) == f"Meer dan toeval veranderd in matches: Wijk 1 (+31) {AGAINST}."
    assert said(*some[:3]) == (
        "Meer dan toeval veranderd in matches: Wijk 1 (+31), Wijk 2 (+32) en Wijk 3 (+33)"
        f" {AGAINST}."
    )
    assert f"en Wijk 3 (+33); en nog 1 wijk {AGAINST}." in said(*some[:4])
    assert f"en Wijk 3 (+33); en nog 2 wijken {AGAINST}." in said(*some)


def test_the_parts_of_a_chosen_area_are_told() -> None:
    some = [change("W1", 40, 10, is_real=True), change("W5", 41, 10, is_real=True)]
    assert said(*some, change("W6", 4, 4), area="SE") == (
        f"In Strijp: meer dan toeval veranderd in matches: Wijk 5 (+31) {AGAINST}."
    )
    assert said(*some, change("W6", 4, 4), area="B1").startswith("In Wijk 1 zijn 40 matches")
    assert said(*some, area="W2") == "Wijk 2 is nog niet gestart."
    # It began in the month that is not over: no whole month of it is counted.
    assert said(*some, area="W2", has_started=True) == (
        "Wijk 2 is net gestart: er is nog geen hele maand om te vergelijken."
    )
    assert said(*some, area="T", level=Level.STADSDEEL) == (
        "Over Team Zuid is per stadsdeel niets te zeggen; kies een ander niveau."
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (change("W1", 12, 10), ", tegen 10 in april tot en met juni 2021: 2 meer; dat kan toeval"),
        (change("W1", 12, 40, is_real=True), ": 28 minder; dat is meer dan toeval."),
        (change("W1", 12, 12), "gemaakt in juli tot en met september 2021, evenveel als in april"),
        (
            change("W1", 12, 11, SHORT),
            ": per maand 4,0 tegen 11,0, dus minder, want het deed toen korter mee; dat kan",
        ),
        (change("W1", 12, 2, SHORT), ": per maand 4,0 tegen 2,0, dus meer, want"),
        (change("W1", 12, 0, NEW), "; in april tot en met juni 2021 deed het nog geen hele maand"),
        (
            change("W1", 10, 0, is_settled=False),
            ", tegen 0 in april tot en met juni 2021: te klein om te vergelijken, want het is afg",
        ),
        (change("W1", 1, 0), "In Wijk 1 is 1 match gemaakt in juli"),
        (change("W1", 0, 3), "In Wijk 1 zijn 0 matches gemaakt in juli"),
        (change("W1", 2, 3), "In Wijk 1 zijn 2 matches gemaakt in juli"),
    ],
)
def test_one_area(found: Change, words: str) -> None:
    assert words in area_sentence(Changes("matches", NOW, THEN, (found,)), found)


@pytest.mark.parametrize(
    ("found", "difference", "judgement"),
    [
        (change("W1", 12, 10), "+2", "kan toeval zijn"),
        (change("W1", 10, 12, is_real=True), "−2", "meer dan toeval"),
        (change("W1", 12, 11, SHORT), "−7,0 per maand", "kan toeval zijn"),
        (change("W1", 12, 0, NEW), None, "toen nog geen hele maand gestart"),
        (change("W1", 10, 0, is_settled=False), None, "te klein om te vergelijken"),
    ],
)
def test_a_row(found: Change, difference: str | None, judgement: str) -> None:
    assert difference_words(found) == difference
    assert verdict(found) == judgement


def test_the_wijken_without_a_team_are_no_team() -> None:
    none = Change("Zonder team", "Zonder team", 40, 10, BOTH, is_real=True)
    assert "veranderd in matches: de wijken zonder team (+30)" in said(none, level=Level.TEAM)
    assert not_started(NamedArea(Level.TEAM, "Zonder team", "Zonder team")) == (
        "De wijken zonder team zijn nog niet gestart."
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Span(date(2021, 3, 1), date(2021, 3, 31)), "maart 2021"),
        (Span(date(2020, 3, 1), date(2021, 3, 31)), "maart 2020 tot en met maart 2021"),
        (Span(None, date(2021, 3, 31)), "maart 2021"),
        (NOW, "juli tot en met september 2021"),
    ],
)
def test_a_period_in_words(part: Span, words: str) -> None:
    assert period_words(part) == words
