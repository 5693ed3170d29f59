"""What the card on the last quarter says of a change, and when it says nothing."""

import pytest

from analytics.catalog import find
from analytics.profile.quarters import Change
from analytics.scope.answers import Answers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from charts.cards.profile.quarter import difference_words


def change(
    now: float,
    before: float | None,
    paces: tuple[float, float] | None = None,
    *,
    indicator: str = "scans",
    is_settled: bool = True,
    why: Mark = Mark.NOT_STARTED,
) -> Change:
    unknown = why if before is None else None
    return Change(find(indicator), now, before, None, paces, is_settled, unknown)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (change(30, 20), "10 meer"),
        (change(20, 30), "10 minder"),
        (change(20, 20), "evenveel"),
        (change(5, None), "nieuw"),
        (change(0, None), "nog niets"),
        (change(5, None, is_settled=False), "nieuw"),
        (change(5, None, why=Mark.TOO_EARLY), "niet te vergelijken"),
        (change(0, None, why=Mark.TOO_EARLY), "niet te vergelijken"),
        (change(10, 0, is_settled=False), "te klein om te vergelijken"),
        (change(12, 11, (4, 11)), "per maand 7,0 minder"),
        (change(12, 2, (4, 2)), "per maand 2,0 meer"),
        (change(12, 4, (4, 4.04)), "per maand evenveel"),
        (change(1.44, 1.4, indicator="open_vacatures_per_wachtende"), "evenveel"),
        (change(1.45, 1.36, indicator="open_vacatures_per_wachtende"), "evenveel"),
        (change(1.46, 1.36, indicator="open_vacatures_per_wachtende"), "0,1 meer"),
        (change(16.4, 15.6, indicator="match_binnen_3_maanden"), "evenveel"),
        (change(16.6, 15.4, indicator="match_binnen_3_maanden"), "2 meer"),
    ],
)
def test_a_difference_in_words_is_that_of_the_numbers_beside_it(found: Change, words: str) -> None:
    assert difference_words(found) == words


def test_the_size_of_a_change_is_that_of_the_numbers_as_they_are_read() -> None:
    assert change(16.4, 15.6, indicator="match_binnen_3_maanden").change == 0
    assert change(12, 11, (4, 11)).change == -21
    assert change(5, None).change == 5


def test_counts_and_percentages_of_a_quarter_are_whole(answers: Answers) -> None:
    table = CARDS["gebied.veranderd"](Scope(answers, View(area="SD3"))).table
    assert table
    headings = [column.heading for column in table.columns]
    assert headings[0] == "Indicator"
    assert headings[3:] == ["Verschil", "In %"]
    assert [column.decimals for column in table.columns] == [None, 0, 0, None, 0]
