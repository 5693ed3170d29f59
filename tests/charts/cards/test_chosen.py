"""Which of the areas in a list are said to be the chosen ones."""

import pytest

from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards.chosen import marked_words
from data.reference.areas import Level
from tests.charts.cards.small_town import SmallTown


@pytest.mark.parametrize(
    ("area", "level", "shown", "words"),
    [
        ("", Level.WIJK, ["W1", "W5"], ""),
        ("SD", Level.WIJK, ["W1", "W5"], ", die in Gestel gemarkeerd"),
        ("SD", Level.WIJK, ["W5", "W6"], "; Gestel staat er niet bij"),
        ("W1", Level.WIJK, ["W1", "W5"], ", Wijk 1 gemarkeerd"),
        ("B1", Level.WIJK, ["W1", "W5"], ", Wijk 1 gemarkeerd"),
        ("B1", Level.WIJK, ["W5"], "; Buurt 1 staat er niet bij"),
        ("T", Level.STADSDEEL, ["SD", "SE"], "; Team Zuid staat er niet bij"),
        ("SD", Level.TEAM, ["T"], "; Gestel staat er niet bij"),
    ],
)
def test_a_list_says_who_is_marked_or_that_the_chosen_area_is_not_there(
    area: str, level: Level, shown: list[str], words: str
) -> None:
    view = View(level, area, indicator="matches")
    assert marked_words(Scope(SmallTown(), view), level, shown) == words
