"""The rules hold for selections that nobody chose; another seed (BLOEI_SEED) draws other ones."""

import os

import pytest

from analytics.figures.doors.marts import Audience
from charts.cards import CARDS
from tests.charts.cards.rules.drawn import drawn
from tests.charts.cards.rules.keeping import Doors, keeps_the_rules

SEED = int(os.environ.get("BLOEI_SEED", "1"))
DRAWN = {"demo": 40, "sample": 20, "odd": 10}


@pytest.mark.slow
@pytest.mark.parametrize("city", DRAWN)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_keeps_the_rules_whatever_is_drawn(doors: Doors, name: str, city: str) -> None:
    views = drawn(SEED, doors[city][Audience.INTERN].known, DRAWN[city])
    keeps_the_rules(doors[city], name, views)


def test_a_seed_draws_what_it_drew_and_every_audience(doors: Doors) -> None:
    known = doors["odd"][Audience.INTERN].known
    assert drawn(5, known, 30) == drawn(5, known, 30) != drawn(6, known, 30)
    for choice in ("level", "window", "audience", "balance", "catchment"):
        kinds = {getattr(view, choice) for view in drawn(5, known, 60)}
        assert len(kinds) > 1
        assert kinds == {getattr(view, choice) for view in drawn(7, known, 200)}
