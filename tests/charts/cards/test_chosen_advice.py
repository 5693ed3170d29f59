"""What is advised to who saw too little can be chosen."""

from datetime import date

import pytest

from analytics.scope.areas import NamedArea
from analytics.scope.view import Known, View
from analytics.scope.windows import Window
from charts.cards.chosen import advice
from data.reference.areas import Level
from tests.charts.cards.small_town import TOWN
from tests.charts.cards.test_words import scope_of

DAY, EARLIER = date(2021, 10, 1), date(2020, 10, 1)
EAST = NamedArea(Level.WIJK, "WK1", "Oost", TOWN.code)
KNOWN = Known({area.code: area for area in (TOWN, EAST)}, date(2018, 11, 1), DAY)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View(), ""),
        (View(as_of=DAY), ""),
        (View(area="WK1"), " Kies een groter gebied."),
        (View(window=Window.MONTH), " Kies een langere periode."),
        (View(as_of=EARLIER), " Kies een latere peildatum."),
        (
            View(area="WK1", window=Window.YEAR, as_of=EARLIER),
            " Kies een groter gebied, een langere periode of een latere peildatum.",
        ),
    ],
)
def test_only_what_is_left_is_advised(view: View, words: str) -> None:
    assert advice(scope_of(view, KNOWN)) == words


def test_no_longer_period_is_advised_where_it_does_not_count() -> None:
    scope = scope_of(View(window=Window.MONTH), KNOWN)
    assert advice(scope, has_period=False) == ""
