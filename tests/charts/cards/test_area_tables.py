"""The tables of areas equal a count of the records: overzicht.uitrol, uitrol.stand, kaart.tabel."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from analytics.catalog import find
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window, span
from charts.cards import CARDS
from charts.cards.overview.rollout import COLUMNS
from data.reference.areas import Level
from data.reference.phases import phases
from tests.charts.cards import twins
from tests.charts.conftest import City

CITIES = ("demo", "odd", "sample")
COUNTS = ("matches", "lopende_matches", "vacatures", "wachtend", "inwoners_bereikt")


def last_day(city: City) -> date:
    return city.answers().known.as_of


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("level", twins.LEVELS)
@pytest.mark.parametrize(("window", "back"), [(Window.ALL, 0), (Window.QUARTER, 200)])
def test_the_rollout_per_area(
    cities: dict[str, City], name: str, level: Level, window: Window, back: int
) -> None:
    city = cities[name]
    day = last_day(city) - timedelta(days=back)
    card = CARDS["overzicht.uitrol"](Scope(city.answers(), View(level, "", window, day)))
    for indicator, heading in COLUMNS.items():
        shown = twins.column(card, heading)
        start = span(window, day).start
        counted = twins.amounts(city.frames, indicator, level, start, day)
        for code, value in shown.items():
            started = twins.has_started(city.frames, level, code, day)
            assert value == (counted[code] if counted[code] or started else None)
    begun = twins.column(card, "Gestart")
    assert all(
        (value == "nog niet gestart") != twins.has_started(city.frames, level, code, day)
        for code, value in begun.items()
    )


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("area", ["", "SD3", "WK077242", "BU07721110"])
@pytest.mark.parametrize("indicator", COUNTS)
def test_the_ranking_of_an_indicator(
    cities: dict[str, City], name: str, area: str, indicator: str
) -> None:
    city = cities[name]
    day = last_day(city)
    card = CARDS["kaart.tabel"](Scope(city.answers(), View(area=area, indicator=indicator)))
    assert card.table is not None
    known = city.answers().known.areas
    counts: dict[str, float] = {}
    for line in card.table.lines:
        rank, label, value = line.cells
        level = known[line.code].level
        count = twins.count(city.frames, indicator, level, line.code, None, day)
        started = twins.has_started(city.frames, level, line.code, day)
        assert label == known[line.code].name
        assert value == (count if count or started else Mark.NOT_STARTED)
        if rank:
            counts[line.code] = count
    for line in card.table.lines:
        if line.cells[0]:
            higher = sum(count > counts[line.code] for count in counts.values())
            assert line.cells[0] == str(higher + 1)


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL])
def test_rates_are_counts_by_inhabitants(cities: dict[str, City], name: str, level: Level) -> None:
    city = cities[name]
    view = View(level, indicator="matches_per_1000")
    card = CARDS["kaart.staven"](Scope(city.answers(), view))
    people = {
        row.area_code: row.denominator
        for row in city.answers()
        .get("matches_per_1000", twins.selection(level, last_day(city)))
        .rows()
    }
    for code, value in twins.column(card, "Per 1.000 inwoners").items():
        count = twins.count(city.frames, "matches", level, code, None, last_day(city))
        if isinstance(value, float):
            assert value == pytest.approx(1000 * count / (people[code] or 0))
        else:
            few = (people[code] or 0) < 100
            assert few or not twins.has_started(city.frames, level, code, last_day(city))


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL, Level.TEAM])
@pytest.mark.parametrize("back", [0, 45, 400])
def test_the_stand_of_every_area(
    cities: dict[str, City], name: str, level: Level, back: int
) -> None:
    city = cities[name]
    day = max(last_day(city) - timedelta(days=back), city.answers().known.beginning)
    card = CARDS["uitrol.stand"](Scope(city.answers(), View(level, as_of=day)))
    closed = (day + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    shown = {
        heading: twins.column(card, heading)
        for heading in ("Hele maanden", "Fase", "Open vacatures", "Lopende matches")
    }
    for code in shown["Fase"]:
        starts = [
            start
            for wijk in twins.wijken_of(city.frames, level, code)
            if (start := twins.start_of(city.frames, wijk, day))
        ]
        if not starts:
            assert shown["Hele maanden"][code] is None
            assert shown["Fase"][code] == "nog niet gestart"
            continue
        first = min(starts)
        age = max((closed.year - first.year) * 12 + closed.month - first.month + 1, 0)
        made = twins.count(city.frames, "matches", level, code, None, day)
        reached = [
            phase.name
            for phase in phases()
            if age >= phase.min_months and made >= phase.min_matches
        ]
        assert shown["Hele maanden"][code] == age
        assert shown["Fase"][code] == reached[-1]
        for heading, indicator in {
            "Open vacatures": "open_vacatures",
            "Lopende matches": "lopende_matches",
        }.items():
            count = twins.count(city.frames, indicator, level, code, None, day)
            assert shown[heading][code] == count


def test_targets_are_a_share_of_what_was_agreed(cities: dict[str, City]) -> None:
    city, day = cities["demo"], date(2021, 6, 30)
    card = CARDS["uitrol.stand"](Scope(city.answers(), View(Level.STADSDEEL, as_of=day)))
    first = pd.Timestamp(2021, 1, 1).date()
    for indicator in ("matches", "inwoners_bereikt"):
        shown = twins.column(card, f"% van doel {find(indicator).label}")
        targets = city.frames["targets"]
        goals = targets[targets["indicator"] == indicator].set_index("area_code")["value"]
        for code, percent in shown.items():
            count = twins.count(city.frames, indicator, Level.STADSDEEL, code, first, day)
            assert percent == pytest.approx(100 * count / goals[code])


@pytest.mark.parametrize(
    ("area", "level", "inside", "words"),
    [
        ("SD3", Level.WIJK, 3, "wijken in Tongelre (stadsdeel)"),
        ("SD3", Level.STADSDEEL, 7, "stadsdelen in heel Eindhoven, Tongelre gemarkeerd"),
        ("WK077242", Level.STADSDEEL, 7, "Woensel-Zuid gemarkeerd"),
        ("WK077242", Level.TEAM, 6, "buurten in Erp (wijk)"),
        ("BU07721110", Level.WIJK, 20, "wijken in heel Eindhoven, Centrum gemarkeerd"),
    ],
)
@pytest.mark.parametrize("name", ["overzicht.uitrol", "uitrol.stand"])
def test_an_area_stands_among_its_like_or_shows_its_parts(
    cities: dict[str, City], name: str, area: str, level: Level, inside: int, words: str
) -> None:
    card = CARDS[name](Scope(cities["demo"].answers(), View(level, area)))
    assert len(twins.lines(card)) == inside
    assert words in card.subtitle
    marked = [code for code, line in twins.lines(card).items() if line.is_chosen]
    assert len(marked) == ("gemarkeerd" in words)


def test_a_chosen_area_has_a_line_above_its_parts(cities: dict[str, City]) -> None:
    answers = cities["demo"].answers()
    view = View(Level.WIJK, "SD3", indicator="matches")
    for name in ("kaart.tabel", "kaart.kaart", "overzicht.kaart", "kaart.verandering"):
        card = CARDS[name](Scope(answers, view))
        assert card.table is not None
        first = card.table.lines[0]
        assert (first.code, first.is_chosen) == ("SD3", True)
        assert len(card.table.lines) == 1 + 3
    buurt = CARDS["kaart.tabel"](Scope(answers, replace(view, area="BU07721110")))
    assert [line.is_chosen for line in twins.lines(buurt).values()].count(True) == 1


@pytest.mark.parametrize(
    ("level", "code", "words"),
    [
        (Level.STADSDEEL, "SD3", "sep 2017 (1 van 3 wijken)"),
        (Level.STADSDEEL, "SD1", date(2019, 3, 1)),
        (Level.WIJK, "WK077231", date(2017, 9, 1)),
        (Level.WIJK, "WK077232", None),
    ],
)
def test_a_start_says_how_many_wijken_it_is_of(
    cities: dict[str, City], level: Level, code: str, words: str | date | None
) -> None:
    stand = CARDS["uitrol.stand"](Scope(cities["odd"].answers(), View(level)))
    assert twins.column(stand, "Gestart")[code] == words
    rollout = twins.column(
        CARDS["overzicht.uitrol"](Scope(cities["odd"].answers(), View(level))), "Gestart"
    )
    counted = {"SD3": "1 van 3 wijken", "SD1": "1 van 1 wijk", "WK077232": "nog niet gestart"}
    assert rollout[code] == counted.get(code, words)
