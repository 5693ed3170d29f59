"""A list or picture that is cut shows as many as it says, the first of them, and no fewer."""

from datetime import date

import pytest

from analytics.figures.places import Place, active_places
from analytics.gaps.flows import Stream, wijk_streams
from analytics.gaps.supply import Balanced, balances
from analytics.scope.answers import Answers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards.gaps.flows import flow_map
from charts.cards.gaps.supply import rows_shown, supply_heat
from charts.cards.map.indicator import indicator_map
from charts.cards.rollout.aligned import aligned_panels
from charts.cards.rollout.aligned_choice import field_of
from charts.pictures import AreaMap, Heat, Panels
from data.reference.areas import Level
from data.reference.code_lists import code_lists
from tests.charts.cards.conftest import Tell


def codes(answers: Answers, level: Level) -> list[str]:
    return [code for code, area in answers.known.areas.items() if area.level is level]


@pytest.mark.parametrize("extra", [-1, 0, 5])
def test_the_largest_25_streams_are_lines_on_the_map(tell: Tell, extra: int) -> None:
    wijken = codes(tell({}), Level.WIJK)
    pairs = [(one, other) for one in wijken for other in wijken if one != other]
    found = [Stream(*pair, 99 - n) for n, pair in enumerate(pairs[: 25 + extra])]
    card = flow_map(Scope(tell({wijk_streams: found}), View()))
    assert isinstance(card.picture, AreaMap)
    assert card.table
    assert [flow.amount for flow in card.picture.flows] == [s.matches for s in found[:25]]
    assert len(card.table.lines) == 25 + extra
    assert "de 25 grootste stromen" in card.source


@pytest.mark.parametrize(
    ("areas", "said"), [(20, "waar het meest"), (21, "20 van de 21 buurten, waar het meest")]
)
def test_the_20_buurten_that_lack_most_are_in_the_picture(
    tell: Tell, areas: int, said: str
) -> None:
    buurten = codes(tell({}), Level.BUURT)[:areas]
    found = [
        Balanced(code, talent, 1, 1, n, 0)
        for n, code in enumerate(buurten, start=1)
        for talent in code_lists()["talent"]
    ]
    scope = Scope(tell({balances: found}), View(level=Level.BUURT))
    card = supply_heat(scope)
    assert isinstance(card.picture, Heat)
    assert rows_shown(scope) == buurten[::-1][:20]
    assert len(card.picture.rows) == 20
    assert f" · {said} ontbreekt" in card.source


@pytest.mark.parametrize(("amount", "shown"), [(400, 400), (401, 0)])
def test_more_than_400_points_are_not_drawn_and_it_is_said(
    tell: Tell, amount: int, shown: int
) -> None:
    buurt = codes(tell({}), Level.BUURT)[0]
    joined = date(2019, 1, 1)
    found = [Place(str(n), "Tuin", "tuin en groen", buurt, 1, 0, joined) for n in range(amount)]
    view = View(indicator="matches", spots=True)
    card = indicator_map(Scope(tell({active_places: found}), view))
    assert isinstance(card.picture, AreaMap)
    assert len(card.picture.spots) == shown
    assert ("te veel ontwikkelplaatsen om te tonen" in card.source) is (shown == 0)


def test_every_started_wijk_has_a_picture_beside_the_pilot(answers: Answers) -> None:
    scope = Scope(answers, View(level=Level.WIJK))
    card = aligned_panels(scope)
    assert isinstance(card.picture, Panels)
    oldest = sorted(field_of(scope).others, key=lambda curve: (-curve.age, curve.name))
    assert [*card.picture.panels] == [curve.name for curve in oldest]
