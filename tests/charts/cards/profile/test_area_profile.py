"""The cards of one area: its figures beside others, its ontwikkelplaatsen, and points on a map."""

from datetime import date
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from statistics import median

import pytest

from analytics.catalog import Time, find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.profile.profile import Figures, similar
from analytics.scope.answers import DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window, span
from charts.cards import CARDS
from charts.cards.map.spots import SPACING_METRES
from charts.pictures import AreaMap, Spot
from data.dutch import long_date
from data.reference import own_area
from data.reference.areas import Level
from geo.boundaries import label_points
from tests import twin
from tests.charts.cards import twins
from tests.charts.conftest import City
from tests.twin import Frames

COUNTS = ("talentenscans", "matches", "lopende matches", "geopende vacatures", "open vacatures")
IDS = ("scans", "matches", "lopende_matches", "vacatures", "open_vacatures")


@pytest.mark.parametrize("name", ["demo", "odd", "sample"])
@pytest.mark.parametrize(
    ("area", "level"),
    [("SD3", Level.STADSDEEL), ("WK077231", Level.WIJK), ("BU07723120", Level.BUURT)],
)
@pytest.mark.parametrize("window", [Window.ALL, Window.YEAR])
def test_the_profile_equals_the_records(
    cities: dict[str, City], name: str, area: str, level: Level, window: Window
) -> None:
    city = cities[name]
    answers = city.answers()
    day = answers.known.as_of
    card = CARDS["gebied.indicatoren"](Scope(answers, View(Level.BUURT, area, window)))
    assert card.table is not None
    headings = [column.heading for column in card.table.columns]
    shown = {
        line.cells[0]: dict(zip(headings, line.cells, strict=True)) for line in card.table.lines
    }
    people = {
        row.area_code: row.denominator or 0.0
        for row in answers.get("matches_per_1000", twins.selection(level, day)).rows()
    }
    near = [
        found.code for found in similar(Scope(answers, View()), answers.known.areas[area]).nearest
    ]
    for label, indicator in zip(COUNTS, IDS, strict=True):
        line = shown[label.capitalize()]
        counted = twins.amounts(city.frames, indicator, level, span(window, day).start, day)
        if not counted[area] and not twins.has_started(city.frames, level, area, day):
            assert line["Aantal"] == Mark.NOT_STARTED
            continue
        assert line["Aantal"] == counted[area]
        own = answers.known.areas[area].name
        assert line[f"Per 1.000 in {own}"] == pytest.approx(1000 * counted[area] / people[area])
        rates = {
            code: 1000 * counted[code] / people[code]
            for code in near
            if people[code] >= 100
            and (counted[code] or twins.has_started(city.frames, level, code, day))
        }
        months = {
            code: months_taking_part(city.frames, level, code, span(window, day).start, day)
            if find(indicator).time is Time.FLOW
            else 1
            for code in (area, *rates)
        }
        if rates:
            assert line["Vergelijkbaar"] == pytest.approx(median(rates.values()))
            pace = median(rate / months[code] for code, rate in rates.items())
            expected = pace * months[area] * people[area] / 1000
            assert line["Zoals vergelijkbaar"] == pytest.approx(expected)
        else:
            assert not near or isinstance(line["Vergelijkbaar"], str)


def months_taking_part(
    frames: Frames, level: Level, code: str, start: date | None, day: date
) -> int:
    """The calendar months from the first start in an area, or from a later first day; else 1."""
    starts = [twins.start_of(frames, wijk, day) for wijk in twins.wijken_of(frames, level, code)]
    first = min(filter(None, starts), default=None)
    if first is None:
        return 1
    since = max(first, start or first)
    return 12 * (day.year - since.year) + day.month - since.month + 1


def test_a_wijk_that_began_later_is_not_held_against_longer_counting() -> None:
    early, late = (Figures(60.0, 6.0, 10_000.0, months) for months in (30, 5))
    assert (early.pace, late.pace) == (0.2, 1.2)
    assert Figures(Mark.NOT_STARTED, Mark.NOT_STARTED, 10_000.0, None).pace is Mark.NOT_STARTED
    assert Figures(60.0, 6.0, 10_000.0).pace == 6.0


def test_the_profile_says_how_it_is_read(cities: dict[str, City]) -> None:
    answers = cities["demo"].answers()
    day = long_date(answers.known.as_of)
    card = CARDS["gebied.indicatoren"](Scope(answers, View(area="SD3", window=Window.YEAR)))
    assert card.title == "Tongelre in cijfers"
    assert card.subtitle == (
        f"Tongelre (stadsdeel) · laatste 12 maanden, tot en met {day}; standen op die dag · aantal,"
        " en per 1.000 inwoners · vergelijkbaar: het midden van 5 stadsdelen, voor"
        " zover er een cijfer is · zoals vergelijkbaar: het aantal met evenveel per inwoner als"
        " daar, van wat erbij komt ook per maand sinds de start"
    )
    assert card.table
    assert [column.decimals for column in card.table.columns] == [None, 0, 1, 1, 1, 1]
    city = CARDS["gebied.indicatoren"](Scope(answers, View()))
    assert city.subtitle.startswith("heel Eindhoven · sinds de start, tot en met")
    assert city.table is not None
    assert [column.heading for column in city.table.columns] == [
        "Indicator",
        "Aantal",
        "Per 1.000 in Eindhoven",
    ]


@pytest.mark.parametrize("area", ["", "SD3", "WK077231", "Zonder team"])
def test_counts_and_rates_stand_apart_and_a_rate_has_its_unit(
    cities: dict[str, City], area: str
) -> None:
    scope = Scope(cities["odd"].answers(), View(area=area))
    counts, rates = (CARDS[f"gebied.{name}"](scope) for name in ("indicatoren", "verhoudingen"))
    assert not any(find(indicator).is_rate for indicator in counts.indicators)
    assert all(find(indicator).is_rate for indicator in rates.indicators)
    assert rates.table is not None
    units = [line.cells[1] for line in rates.table.lines]
    assert set(units) == {"%", "dagen", "vacatures per wachtende"}
    for line, indicator in zip(rates.table.lines, rates.indicators, strict=True):
        assert (line.cells[1] == "%") == find(indicator).unit.startswith("procent")


def test_an_own_area_has_no_column_of_similar_areas(cities: dict[str, City]) -> None:
    own = own_area.parse("eigen~Rond het park~1110~1120")
    assert own is not None
    answers = DirectAnswers(
        open_marts(cities["demo"].store.with_area(own), Audience.INTERN), is_demo=True
    )
    for name in ("indicatoren", "verhoudingen"):
        table = CARDS[f"gebied.{name}"](Scope(answers, View(Level.BUURT, own.code))).table
        assert table is not None
        headings = " ".join(column.heading for column in table.columns)
        assert "ergelijkbaar" not in headings


def test_the_wijken_without_a_team_are_no_team(cities: dict[str, City]) -> None:
    card = CARDS["gebied.indicatoren"](Scope(cities["odd"].answers(), View(area="Zonder team")))
    assert card.title == "De wijken zonder team in cijfers"


@pytest.mark.parametrize("name", ["demo", "odd", "sample"])
@pytest.mark.parametrize("area", ["", "WK077231"])
def test_the_places_equal_the_records(cities: dict[str, City], name: str, area: str) -> None:
    city = cities[name]
    day = city.answers().known.as_of
    around = twin.parents(Level.WIJK, city.frames)
    active = twin.open_on(city.frames["places"], "joined_on", "left_on", twins.stamp(day))
    expected = {
        row.name for row in active.itertuples() if not area or around[str(row.buurt_code)] == area
    }
    card = CARDS["gebied.ontwikkelplaatsen"](Scope(city.answers(), View(area=area)))
    if not expected:
        assert card.note == f"Op {long_date(day)} deed hier geen ontwikkelplaats mee."
        return
    assert card.table is not None
    assert {line.cells[0] for line in card.table.lines} == expected
    free = [line.cells[4] for line in card.table.lines]
    assert free == sorted(free, key=lambda amount: -int(str(amount)))
    if not area:
        vacancies = city.frames["vacancies"]
        theirs = vacancies[vacancies["place_id"].isin(active["place_id"])]
        positions = twin.free_places({**city.frames, "vacancies": theirs}, twins.stamp(day))
        assert sum(int(str(amount)) for amount in free) == len(positions)
    words = "ontwikkelplaats" if len(card.table.lines) == 1 else "ontwikkelplaatsen"
    assert card.subtitle.startswith(f"{len(card.table.lines)} {words} · ")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 1, 31), "doen hier 2 ontwikkelplaatsen mee"),
        (date(2020, 2, 29), "doet hier 1 ontwikkelplaats mee"),
        (date(2018, 12, 31), "doen hier geen ontwikkelplaatsen mee"),
    ],
)
def test_the_municipality_is_told_how_many(cities: dict[str, City], day: date, words: str) -> None:
    view = View(as_of=day, audience=Audience.GEMEENTE)
    card = CARDS["gebied.ontwikkelplaatsen"](Scope(cities["odd"].answers(Audience.GEMEENTE), view))
    assert card.note.startswith(f"Op {long_date(day)} {words}.")


def metres(one: Spot, other: tuple[float, float]) -> float:
    """The distance over a ball (haversine)."""
    (west, south), (east, north) = (one.longitude, one.latitude), other
    half = sin(radians(north - south) / 2) ** 2
    half += cos(radians(south)) * cos(radians(north)) * sin(radians(east - west) / 2) ** 2
    return 2 * 6_371_000 * asin(sqrt(half))


def test_places_of_a_buurt_lie_in_a_sunflower_around_its_middle(cities: dict[str, City]) -> None:
    answers = cities["sample"].answers()
    card = CARDS["kaart.kaart"](Scope(answers, View(Level.WIJK, spots=True)))
    assert isinstance(card.picture, AreaMap)
    middles = list(label_points(Level.BUURT).values())
    nearest = [min(metres(spot, middle) for middle in middles) for spot in card.picture.spots]
    assert sum(distance < 1 for distance in nearest) > 10
    for spot in card.picture.spots:
        free = int(spot.size)
        assert spot.detail == {0: "geen vrije plekken", 1: "1 vrije plek"}.get(
            free, f"{free} vrije plekken"
        )


def test_the_second_place_lies_one_step_from_the_middle(cities: dict[str, City]) -> None:
    answers = cities["sample"].answers()
    card = CARDS["kaart.kaart"](Scope(answers, View(Level.WIJK, spots=True)))
    assert isinstance(card.picture, AreaMap)
    middles = label_points(Level.BUURT)
    placed = CARDS["gebied.ontwikkelplaatsen"](Scope(answers, View())).table
    assert placed is not None
    buurten = [line.cells[2] for line in placed.lines]
    twice = next(name for name in buurten if buurten.count(name) > 1)
    [middle] = [middles[code] for code, area in answers.known.areas.items() if area.name == twice]
    away = sorted(metres(spot, middle) for spot in card.picture.spots)[: buurten.count(twice)]
    for number, distance in enumerate(away):
        assert distance == pytest.approx(SPACING_METRES * sqrt(number), rel=0.02, abs=1)
    assert all(one <= other for one, other in pairwise(away))


def test_points_need_a_choice_and_exact_figures(cities: dict[str, City]) -> None:
    for audience, spots in ((Audience.INTERN, False), (Audience.GEMEENTE, True)):
        view = View(spots=spots, audience=audience)
        picture = CARDS["kaart.kaart"](Scope(cities["demo"].answers(audience), view)).picture
        assert isinstance(picture, AreaMap)
        assert picture.spots == ()


def test_indicators_of_cards_are_in_the_catalogue(cities: dict[str, City]) -> None:
    card = CARDS["gebied.ontwikkelplaatsen"](Scope(cities["demo"].answers(), View()))
    assert [find(name).label for name in card.indicators] == [
        "ontwikkelplaatsen",
        "open vacatures",
        "vrije plekken",
    ]


@pytest.mark.parametrize(("area", "others"), [("SD3", 6), ("WK077231", 19)])
def test_an_area_is_held_against_all_others_of_its_level(
    cities: dict[str, City], area: str, others: int
) -> None:
    card = CARDS["gebied.vergelijkbaar"](Scope(cities["demo"].answers(), View(area=area)))
    assert card.sentence.startswith(f"Van de {others} andere ")
    assert card.table
    assert [line.is_chosen for line in card.table.lines] == [True, *[False] * 5]
    assert card.table.lines[0].code == area
