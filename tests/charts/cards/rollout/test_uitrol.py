"""The cards of Uitrol in cities where little is as it should be, for both audiences.

Every card draws a picture or a table, or says in a calm sentence why there is none.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from charts.cards import CARDS
from charts.screen import figure
from charts.theme import Mode
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import odd_frames, write_city

AS_OF = date(2021, 10, 1)
UITROL = [name for name in CARDS if name.startswith("uitrol.")]
NONSENSE = re.compile(r"nan|None|inf\b|  ", re.IGNORECASE)


def one_wijk() -> dict[str, pd.DataFrame]:
    frames = make_demo(seed=3, scale=0.05)
    frames["rollout"] = frames["rollout"].head(1)
    return frames


def ended_without_targets() -> dict[str, pd.DataFrame]:
    """All matches have ended; nobody delivered targets or events."""
    frames = make_demo(seed=3, scale=0.05)
    ended = frames["matches"]["ended_on"].fillna(pd.Timestamp(AS_OF))
    return frames | {
        "matches": frames["matches"].assign(ended_on=ended),
        "targets": frames["targets"].head(0),
        "events": frames["events"].head(0),
    }


def started_this_week() -> dict[str, pd.DataFrame]:
    """Five wijken started today, and the last two months brought no match."""
    frames = make_demo(seed=3, scale=0.05)
    rollout = frames["rollout"].copy()
    rollout.loc[rollout.index[-5:], "started_on"] = pd.Timestamp(AS_OF)
    earlier = pd.to_datetime(frames["matches"]["matched_on"]) < pd.Timestamp(2021, 8, 1)
    return frames | {"rollout": rollout, "matches": frames["matches"][earlier]}


def nothing_started() -> dict[str, pd.DataFrame]:
    frames = odd_frames()
    return frames | {"rollout": frames["rollout"].head(0)}


CITIES = {
    "one wijk": one_wijk,
    "ended": ended_without_targets,
    "this week": started_this_week,
    "nothing started": nothing_started,
    "odd": odd_frames,
}
Stores = dict[str, Store]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    folder: Path = tmp_path_factory.mktemp("uitrol")
    made = {
        name: write_city(folder / f"{place}.duckdb", frames(), AS_OF)
        for place, (name, frames) in enumerate(CITIES.items())
    }
    yield made
    for store in made.values():
        store.close()


def assert_fit_to_read(answers: DirectAnswers, name: str, view: View) -> None:
    card = CARDS[name](Scope(answers, view))
    assert card.id == name
    assert bool(card.note) != bool(card.picture or card.table)
    if card.picture:
        figure(card.picture, Mode.LIGHT)
        assert card.table
        assert card.alt
    for text in (card.title, card.subtitle, card.note, card.alt, card.sentence, card.source):
        assert not NONSENSE.search(text), text
    for text in (card.note, card.sentence):
        assert not text or text.endswith(".")
    assert card.note or card.sentence
    rows = card.table.lines if card.table else []
    assert all(len(row.cells) == len(card.table.columns) for row in rows if card.table)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize(
    ("city", "area"),
    [
        ("one wijk", "BU07723120"),
        ("ended", ""),
        ("this week", "WK077251"),
        ("nothing started", "WK077231"),
        ("odd", "WK077263"),
    ],
)
def test_every_card_can_be_read_in_every_city(
    stores: Stores, city: str, area: str, audience: Audience
) -> None:
    answers = DirectAnswers(open_marts(stores[city], audience), is_demo=True)
    assert not area or area in answers.known.areas
    for name in UITROL:
        assert_fit_to_read(answers, name, View(area=area, indicator="matches"))


@pytest.mark.parametrize(
    ("level", "window", "is_early"),
    [
        (Level.BUURT, Window.MONTH, False),
        (Level.TEAM, Window.QUARTER, False),
        (Level.STADSDEEL, Window.YEAR, False),
        (Level.WIJK, Window.ALL, True),
    ],
)
def test_every_card_can_be_read_on_every_level_and_at_the_beginning(
    stores: Stores, level: Level, window: Window, is_early: bool
) -> None:
    answers = DirectAnswers(open_marts(stores["odd"], Audience.GEMEENTE), is_demo=True)
    day = answers.known.beginning if is_early else None
    for name in UITROL:
        assert_fit_to_read(answers, name, View(level, "", window, day, "vacatures"))


def sentence(stores: Stores, city: str, name: str, area: str = "") -> str:
    answers = DirectAnswers(open_marts(stores[city], Audience.INTERN), is_demo=True)
    card = CARDS[name](Scope(answers, View(area=area, indicator="matches")))
    return card.sentence or card.note


def test_a_wijk_that_started_this_week_is_not_judged(stores: Stores) -> None:
    words = sentence(stores, "this week", "uitrol.leeftijd", area="WK077251")
    assert words == "Ontginning is net gestart: er is nog geen hele maand om te vergelijken."


def test_a_wijk_that_has_not_started_is_not_judged(stores: Stores) -> None:
    words = sentence(stores, "ended", "uitrol.leeftijd", area="WK077241")
    assert words == "Oud-Woensel is nog niet gestart."


def test_without_targets_it_is_said_how_to_deliver_them(stores: Stores) -> None:
    words = sentence(stores, "ended", "uitrol.doelen")
    assert words.startswith("In de levering staan geen doelen. Voeg een tabel doelen toe")


def test_one_wijk_has_nothing_to_be_compared_with(stores: Stores) -> None:
    assert "te weinig om te vergelijken" in sentence(stores, "one wijk", "uitrol.trechter")
    assert "nog geen ander" in sentence(stores, "one wijk", "uitrol.leeftijd_tabel")


def test_events_stand_on_the_axes_of_time(stores: Stores) -> None:
    answers = DirectAnswers(open_marts(stores["one wijk"], Audience.GEMEENTE), is_demo=True)
    for name in ("uitrol.gestart", "uitrol.tijdlijn", "overzicht.trend"):
        card = CARDS[name](Scope(answers, View()))
        labels = [event.label for event in card.picture.events]  # type: ignore[union-attr]
        assert "Eerste lockdown" in labels
