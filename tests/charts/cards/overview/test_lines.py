"""The lines of an area over time equal a count of the records, from where it started."""

from datetime import date

import pytest

from analytics.catalog import find
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from charts.cards import CARDS
from charts.pictures import Trend
from data.dutch import number
from data.reference.areas import Level
from tests import twin
from tests.charts.cards import twins
from tests.charts.conftest import City

AREAS = {
    "": Level.GEMEENTE,
    "SD5": Level.STADSDEEL,
    "WK077231": Level.WIJK,
    "BU07723120": Level.BUURT,
}
INDICATORS = ("scans", "vacatures", "matches")
CITIES = ("demo", "odd", "sample")


def trend(picture: object) -> Trend:
    assert isinstance(picture, Trend)
    return picture


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("window", [Window.ALL, Window.MONTH])
def test_the_months_equal_the_records(
    cities: dict[str, City], name: str, area: str, window: Window
) -> None:
    city, level = cities[name], AREAS[area]
    code = area or "GM0772"
    known = city.answers().known
    card = CARDS["overzicht.trend"](Scope(city.answers(), View(area=area, window=window)))
    whole = list(twins.months(known.beginning, known.as_of))
    whole = whole if window is Window.ALL else whole[-12:]
    counts = {
        first: [
            count if count or twins.has_started(city.frames, level, code, last) else None
            for indicator in INDICATORS
            for count in [twins.count(city.frames, indicator, level, code, first, last)]
        ]
        for first, last in whole
    }
    shown = [first for first in counts if any(c is not None for c in counts[first])]
    if not any(any(row) for row in counts.values()):
        assert "0 scans" in card.note or "nog niet gestart" in card.note
        return
    counts = {first: row for first, row in counts.items() if first >= shown[0]}
    picture = trend(card.picture)
    assert list(picture.steps) == list(counts)
    assert [series.name for series in picture.series] == list(INDICATORS)
    assert [series.ink for series in picture.series] == [find(i).ramp for i in INDICATORS]
    assert [list(row) for row in zip(*(s.values for s in picture.series), strict=True)] == list(
        counts.values()
    )
    assert card.table is not None
    assert [list(line.cells) for line in card.table.lines] == [
        [first, *row] for first, row in counts.items()
    ]
    last = list(counts.values())[-1]
    forms = (("scan", "scans"), ("vacature", "vacatures"), ("match", "matches"))
    words = [
        f"{number(n or 0)} {one if n == 1 else more}"
        for n, (one, more) in zip(last, forms, strict=True)
    ]
    assert card.sentence.endswith(f": {words[0]}, {words[1]} en {words[2]}.")


def test_a_month_with_one_of_each_reads_well(cities: dict[str, City]) -> None:
    view = View(area="WK077231", as_of=date(2019, 1, 31))
    sentence = CARDS["overzicht.trend"](Scope(cities["odd"].answers(), view)).sentence
    assert sentence == "De Laak, in januari 2019: 1 scan, 1 vacature en 0 matches."


@pytest.mark.parametrize(
    ("name", "area", "day", "note"),
    [
        ("demo", "", date(2017, 9, 10), "Er is nog geen hele maand om te tonen"),
        ("demo", "SD5", date(2018, 3, 31), "Woensel-Noord: nog niet gestart."),
        ("demo", "WK077272", date(2019, 9, 1), "Oud-Gestel: nog niet gestart."),
        ("demo", "WK077272", date(2019, 9, 2), "Er is nog geen hele maand om te tonen"),
        ("odd", "WK077211", date(2019, 12, 31), "0 scans, 0 vacatures en 0 matches"),
    ],
)
def test_where_there_is_nothing_to_draw_it_is_said(
    cities: dict[str, City], name: str, area: str, day: date, note: str
) -> None:
    card = CARDS["overzicht.trend"](Scope(cities[name].answers(), View(area=area, as_of=day)))
    assert note in card.note
    assert card.picture is None


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("window", [Window.ALL, Window.QUARTER])
def test_the_reach_equals_the_records(
    cities: dict[str, City], name: str, area: str, window: Window
) -> None:
    city, level = cities[name], AREAS[area]
    card = CARDS["gebied.trend"](Scope(city.answers(), View(area=area, window=window)))
    if card.note:
        assert "geen cijfer per 1.000 inwoners" in card.note
        return
    picture = trend(card.picture)
    code = area or "GM0772"
    own = picture.series[0]
    assert len(picture.steps) <= (3 if window is Window.QUARTER else 999)
    for step, value in zip(picture.steps, own.values, strict=True):
        assert isinstance(step, date)
        last = twins.ends(step)
        reached = twins.count(city.frames, "inwoners_bereikt", level, code, None, last)
        if twins.has_started(city.frames, level, code, last):
            people = twin.inhabitants(level, city.frames, last)[code]
            assert value == pytest.approx(1000 * reached / (people or 0))
        else:
            assert value is None
    assert number(own.values[-1] or 0, 1) in card.sentence
    assert [series.is_dashed for series in picture.series] == [
        bool(area) and series.name == "Eindhoven" for series in picture.series
    ]


def test_the_reach_stands_beside_what_lies_around(cities: dict[str, City]) -> None:
    card = CARDS["gebied.trend"](Scope(cities["demo"].answers(), View(area="BU07723120")))
    names = [series.name for series in trend(card.picture).series]
    assert names[1:] == ["De Laak", "Eindhoven"]
    assert card.sentence.count(" in ") == 3
    assert " en " in card.sentence
    assert "tot en met september 2021" in card.sentence


def test_before_the_start_the_reach_says_so(cities: dict[str, City]) -> None:
    view = View(area="SD5", as_of=date(2018, 3, 31))
    note = CARDS["gebied.trend"](Scope(cities["demo"].answers(), view)).note
    assert note == "Hier is geen cijfer per 1.000 inwoners: nog niet gestart."


def test_a_wijk_that_began_this_month_has_started(cities: dict[str, City]) -> None:
    view = View(area="WK077272", as_of=date(2019, 9, 10))
    note = CARDS["gebied.trend"](Scope(cities["demo"].answers(), view)).note
    assert note == "Er is nog geen hele maand om te tonen. Kies een latere peildatum."
