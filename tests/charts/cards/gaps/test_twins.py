"""Figures and sentences of Witte vlekken against the records, one resident and place at a time."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.gaps.distance import metres
from analytics.scope.answers import Answers, DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from charts.cards.gaps.what_if import what_if_sentence, what_if_table
from data.delivery.importer import read_delivery
from data.delivery.sources import find_files
from data.demo import make_demo
from data.reference.areas import Level
from tests import twin
from tests.analytics.gaps.test_snapshot import waiting_people, waiting_talents
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.paths import SAMPLE

BUURTEN = list(metres().index)
AWAY = dict(zip(BUURTEN, metres().to_numpy().tolist(), strict=True))
NUMBER = {code: number for number, code in enumerate(BUURTEN)}
WALK = 1_500.0


def away(home: str, place: str) -> float:
    return float(AWAY[home][NUMBER[place]])


def records(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[name].tolist() for name in names), strict=True))


def sample_frames() -> twin.Frames:
    found = find_files([SAMPLE])
    return read_delivery(found, as_of=None, mapping=None, progress=lambda _: None).frames


CITIES = {
    "sample": (sample_frames, date(2021, 9, 30)),
    "demo": (lambda: make_demo(seed=3, scale=0.3), date(2021, 10, 1)),
    "odd": (odd_frames, ODD_AS_OF),
}


@dataclass(frozen=True)
class City:
    answers: Answers
    frames: twin.Frames
    as_of: date

    def buurten(self, area: str) -> set[str]:
        """The buurten of an area; "" is the whole city."""
        level = self.answers.known.areas[area or "GM0772"].level
        around = twin.parents(level, self.frames)
        return {c for c, whole in around.items() if whole == (area or "GM0772") and c[:2] == "BU"}

    def open_places(self, day: date) -> dict[str, dict[str, int]]:
        """Free positions by talent and buurt of the place."""
        moment = pd.Timestamp(day)
        offers = twin.open_on(
            twin.with_buurt(self.frames, "vacancies"), "opened_on", "closed_on", moment
        )
        taken = twin.running(self.frames["matches"], moment)["vacancy_id"].value_counts()
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for talent, buurt, positions, key in records(
            offers, "talent", "buurt_code", "positions", "vacancy_id"
        ):
            free = int(positions) - int(taken.get(key, 0))
            if free > 0:
                found[talent][buurt] += free
        return found

    def wanted(self, day: date) -> dict[str, tuple[str, set[str]]]:
        """Who waits: resident to buurt and talents."""
        found: dict[str, tuple[str, set[str]]] = {}
        for person, buurt, talent in waiting_talents(self.frames, pd.Timestamp(day)):
            found.setdefault(person, (buurt, set()))[1].add(talent)
        return found

    def lacking(self, day: date, area: str) -> set[str]:
        """Residents of an area with a talent for which no position is free within reach."""
        offers, inside = self.open_places(day), self.buurten(area)
        return {
            person
            for person, (home, talents) in self.wanted(day).items()
            if home in inside
            and any(
                not any(away(home, place) <= WALK for place in offers[talent]) for talent in talents
            )
        }


@pytest.fixture(scope="module", params=CITIES)
def city(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[City]:
    make, as_of = CITIES[request.param]
    frames = twin.prepared(make())
    store = write_city(tmp_path_factory.mktemp("twins") / "x.duckdb", frames, as_of)
    answers = DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True)
    yield City(answers, frames, as_of)
    store.close()


VIEWS = [
    View(),
    View(area="BU07723120"),
    View(area="Zonder team"),
    View(area="SD3", as_of=date(2019, 6, 30)),
]


def numbers(text: str) -> list[int]:
    return [int(found.replace(".", "")) for found in re.findall(r"\d[\d.]*\d|\d", text)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.area or "stad")
def test_who_lacks_a_place_is_counted_once(city: City, view: View) -> None:
    day = min(view.as_of or city.as_of, city.as_of)
    lacking = city.lacking(day, view.area)
    sentence = what_if_sentence(Scope(city.answers, view), ())
    counted = re.search(r"wachte?n? (\d[\d.]*) inwoners? met een talent", sentence)
    assert (numbers(counted[1]) if counted else [0]) == [len(lacking)]
    assert len(lacking) <= len(waiting_people(city.frames, pd.Timestamp(day)))
    if view == View():
        table = what_if_table(Scope(city.answers, view), ()).table
        assert table
        *told, together = [line.cells[3] for line in table.lines]
        assert sum(int(str(cell)) for cell in told if cell is not Mark.NOT_STARTED) == len(lacking)
        assert together == len(lacking)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.area or "stad")
def test_what_lacks_most_has_its_figures(city: City, view: View) -> None:
    day = min(view.as_of or city.as_of, city.as_of)
    inside = city.buurten(view.area)
    reach = {other for buurt in inside for other in BUURTEN if away(buurt, other) <= WALK}
    sentence = CARDS["witte_vlekken.vraag_en_aanbod"](Scope(city.answers, view)).sentence
    said = r"plekken voor (.*): er wachte?n? (\d[\d.]*) .* er (?:is|zijn) (\S+) "
    found = re.search(said, sentence)
    if not found:
        return
    offers, talent = city.open_places(day), found[1]
    waiting = sum(
        home in reach and talent in talents for home, talents in city.wanted(day).values()
    )
    free = sum(amount for buurt, amount in offers[talent].items() if buurt in reach)
    assert (numbers(found[2]), found[3].replace("geen", "0")) == ([waiting], str(free))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.area or "stad")
def test_free_positions_within_reach(city: City, view: View) -> None:
    day = min(view.as_of or city.as_of, city.as_of)
    inside = city.buurten(view.area)
    card = CARDS["witte_vlekken.vrije_plekken"](Scope(city.answers, view))
    free = sum(
        amount
        for by_buurt in city.open_places(day).values()
        for buurt, amount in by_buurt.items()
        if not view.area or min(away(home, buurt) for home in inside) <= WALK
    )
    told = numbers(card.sentence)[:1] if card.sentence else [0]
    assert told == [free]
    if card.table:
        assert sum(int(str(line.cells[2])) for line in card.table.lines) == free


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.area or "stad")
def test_the_advice_brings_each_resident_once(city: City, view: View) -> None:
    day = min(view.as_of or city.as_of, city.as_of)
    card = CARDS["witte_vlekken.advies"](Scope(city.answers, view))
    if not card.table:
        return
    offers = city.open_places(day)
    names = {code: area.name for code, area in city.answers.known.areas.items()}
    brought: set[str] = set()
    for line in card.table.lines:
        _, name, talent, gain, together, *_ = line.cells
        assert names[line.code] == name
        near = {c for c in BUURTEN if away(c, line.code) <= WALK}
        new = {
            person
            for person, (home, talents) in city.wanted(day).items()
            if home in near
            and talent in talents
            and not any(away(home, place) <= WALK for place in offers[str(talent)])
        }
        brought |= new
        offers[str(talent)][line.code] += 1
        assert (gain, together) == (len(new), len(brought))
    if len(card.table.lines) > 1:
        assert numbers(card.sentence)[-1] == len(brought)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.area or "stad")
def test_streams_equal_the_matches(city: City, view: View) -> None:
    day = min(view.as_of or city.as_of, city.as_of)
    card = CARDS["witte_vlekken.stromen_lijst"](Scope(city.answers, view))
    wijk = twin.parents(Level.WIJK, city.frames)
    made = twin.with_buurt(city.frames, "matches")
    made = made[(made["matched_on"] <= pd.Timestamp(day)) & made["vacancy_id"].notna()]
    offers = twin.with_buurt(city.frames, "vacancies")
    place = dict(records(offers, "vacancy_id", "buurt_code"))
    mine = {wijk[buurt] for buurt in city.buurten(view.area)}
    pairs = [
        (wijk[home], wijk[place[key]])
        for home, key in records(made, "buurt_code", "vacancy_id")
        if wijk[home] in mine
    ]
    if len(pairs) >= 5:
        share = round(100 * sum(home != there for home, there in pairs) / len(pairs))
        assert numbers(card.sentence)[0] == len(pairs)
        assert abs(numbers(card.sentence)[1] - share) <= 1
    if card.table:
        names = {code: area.name for code, area in city.answers.known.areas.items()}
        told = {tuple(line.cells[:2]): line.cells[2] for line in card.table.lines}
        for pair in set(pairs):
            assert told[names[pair[0]], names[pair[1]]] == pairs.count(pair)
