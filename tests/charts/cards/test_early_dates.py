"""One odd early date moves no axis: earlier records count, and are named beside what they join."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.selection import Selection
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from charts.cards import CARDS
from charts.pictures import AreaMap, Heat, Picture, TimeStrip, Trend
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
# Those with axes of months; a second audience asks the same of the other door.
SECTIONS = {
    Audience.INTERN: ("overzicht.", "kaart.", "gebied.", "uitrol."),
    Audience.GEMEENTE: ("overzicht.", "gebied."),
}
EARLY = pd.Timestamp(1985, 6, 5)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """A city, and the same one with three scans and an ontwikkelplaats of 1985."""
    folder, frames = tmp_path_factory.mktemp("vroeg"), make_demo(seed=11, scale=0.2)
    usual = write_city(folder / "gewoon.duckdb", frames, AS_OF)
    odd = {name: frame.copy() for name, frame in frames.items()}
    odd["scans"].loc[:2, "scanned_on"] = EARLY
    odd["places"].loc[:0, "joined_on"] = EARLY
    early = write_city(folder / "vroeg.duckdb", odd, AS_OF)
    yield usual, early
    usual.close()
    early.close()


def _asked(store: Store, **view: Any) -> Scope:
    view.setdefault("audience", Audience.INTERN)
    return Scope(_answers(store, view["audience"]), View(**view))


def _answers(store: Store, audience: Audience) -> DirectAnswers:
    return DirectAnswers(open_marts(store, audience), is_demo=True)


def _axis(picture: Picture | None) -> object:
    match picture:
        case Trend():
            return list(picture.steps)
        case TimeStrip():
            return min(stretch.start for stretch in picture.stretches)
        case AreaMap():
            return list(picture.moments), list(picture.days)
        case Heat():
            return list(picture.columns)
        case _:
            return None


@pytest.mark.parametrize("audience", Audience)
def test_every_axis_is_where_it_was(cities: tuple[Store, Store], audience: Audience) -> None:
    usual, early = (_answers(store, audience) for store in cities)
    assert usual.known.beginning == early.known.beginning == date(2017, 9, 1)
    seen = 0
    for card_id, build in CARDS.items():
        if not card_id.startswith(SECTIONS[audience]):
            continue
        view = View(audience=audience)
        axes = [_axis(build(Scope(answers, view)).picture) for answers in (usual, early)]
        assert axes[0] == axes[1], card_id
        seen += axes[0] is not None
    assert seen >= 2


@pytest.mark.parametrize(("audience", "told"), [(Audience.INTERN, 3), (Audience.GEMEENTE, 5)])
def test_what_is_counted_since_the_start_holds_the_earlier_records(
    cities: tuple[Store, Store], audience: Audience, told: int
) -> None:
    answers = _answers(cities[1], audience)
    assert answers.known.early["scans"] == told
    card = CARDS["kaart.kaart"](_asked(cities[1], audience=audience, indicator="scans"))
    assert f"{told} in Eindhoven van voor de start in september 2017 tellen mee" in card.source
    for window, indicator in ((Window.YEAR, "scans"), (Window.ALL, "open_vacatures")):
        view = View(audience=audience, indicator=indicator, window=window)
        assert "van voor de start" not in CARDS["kaart.kaart"](Scope(answers, view)).source
    usual = CARDS["kaart.kaart"](_asked(cities[0], audience=audience))
    assert "van voor de start" not in usual.source


def test_all_scans_are_in_the_total_of_the_city(cities: tuple[Store, Store]) -> None:
    for store in cities:
        [[total]] = store.query("SELECT count(*) AS total FROM scans", {}).to_numpy().tolist()
        asked = Selection(Level.GEMEENTE, AS_OF)
        [row] = _answers(store, Audience.INTERN).get("scans", asked).rows()
        assert row.value == total


def test_the_line_of_what_was_reached_ends_where_the_city_stands(
    cities: tuple[Store, Store],
) -> None:
    ends = []
    for store in cities:
        picture = CARDS["gebied.trend"](_asked(store)).picture
        assert isinstance(picture, Trend)
        ends.append([row.values[-1] for row in picture.series])
    assert ends[0] == ends[1]
