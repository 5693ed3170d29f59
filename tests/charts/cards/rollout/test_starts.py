"""The starts of the wijken: who began first, what share has started, and where nothing has."""

from datetime import date

import pytest

from analytics.rollout.stand import share_words, stand_sentence
from analytics.rollout.timeline import Start
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from charts.cards.rollout.starts import TOP, first_words, not_started_words, order_words
from charts.pictures import TimeStrip, Trend
from data.reference.areas import Level
from data.reference.population import people_in
from tests.charts.cards import twins
from tests.charts.conftest import City

FIRST, LATER, LAST = date(2017, 9, 4), date(2019, 3, 1), date(2021, 5, 10)


def start(name: str, day: date | None, people: int = 100) -> Start:
    return Start(name, name, people, "Team", day, is_pilot=False)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([FIRST], "A begon op 4 september 2017."),
        ([FIRST, FIRST], "Beide wijken die zijn gestart begonnen op 4 september 2017."),
        ([FIRST] * 3, "Alle 3 wijken die zijn gestart begonnen op 4 september 2017."),
        (
            [FIRST, LAST],
            "A begon als eerste (4 september 2017), B als laatste (10 mei 2021).",
        ),
        (
            [FIRST, FIRST, LATER, LAST, LAST],
            "A en B begonnen als eerste (4 september 2017), D en E als laatste (10 mei 2021).",
        ),
        (
            [FIRST] * 4 + [LAST],
            "4 wijken begonnen als eerste (4 september 2017), E als laatste (10 mei 2021).",
        ),
    ],
)
def test_wijken_of_the_same_day_are_named_together(days: list[date], words: str) -> None:
    assert first_words([start(chr(65 + n), day) for n, day in enumerate(days)]) == words


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (
            "A",
            "A begon op 4 september 2017, op dezelfde dag als B; geen andere wijk begon eerder.",
        ),
        ("C", "C begon op 1 maart 2019; 2 wijken begonnen eerder."),
    ],
)
def test_one_wijk_is_told_among_all(own: str, words: str) -> None:
    begun = [start(name, day) for name, day in zip("ABC", (FIRST, FIRST, LATER), strict=True)]
    assert order_words(begun, [own]) == words


def test_one_earlier_and_many_on_the_same_day() -> None:
    days = [FIRST, *[LATER] * 5]
    begun = [start(name, day) for name, day in zip("ABCDEF", days, strict=True)]
    assert order_words(begun, ["B"]) == (
        "B begon op 1 maart 2019, op dezelfde dag als 4 andere wijken; 1 wijk begon eerder."
    )


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((1, 1), "50% van de inwoners"),
        ((999, 1), "bijna 100% van de inwoners"),
        ((0, 9), "0% van de inwoners"),
        ((9, 0), "100% van de inwoners"),
    ],
)
def test_the_share_of_the_people_is_never_all_when_some_live_elsewhere(
    people: tuple[int, int], words: str
) -> None:
    found = [start("A", FIRST, people[0]), start("B", None, people[1])]
    assert share_words(found, LAST) == words


@pytest.mark.parametrize("name", ["demo", "odd", "sample"])
@pytest.mark.parametrize("area", ["", "SD3", "SD5"])
def test_the_line_of_started_wijken_equals_the_records(
    cities: dict[str, City], name: str, area: str
) -> None:
    city = cities[name]
    day = city.answers().known.as_of
    level = Level.STADSDEEL if area else Level.GEMEENTE
    wijken = twins.wijken_of(city.frames, level, area)
    people = {code: n or 0 for code, n in people_in(day.year).items()}
    begun = [found for wijk in wijken if (found := twins.start_of(city.frames, wijk, day))]
    card = CARDS["uitrol.gestart"](Scope(city.answers(), View(area=area)))
    if not begun:
        assert card.note.endswith(".")
        return
    assert isinstance(card.picture, Trend)
    assert card.picture.steps[0] == min(begun).replace(day=1)
    assert card.picture.top == TOP
    living, share = (series.values for series in card.picture.series)
    for step, lived, part in zip(card.picture.steps, living, share, strict=True):
        assert isinstance(step, date)
        until = min(twins.ends(step), day)
        on_its_way = [wijk for wijk in wijken if twins.start_of(city.frames, wijk, until)]
        assert part == pytest.approx(100 * len(on_its_way) / len(wijken))
        assert lived == pytest.approx(
            100 * sum(people[wijk] for wijk in on_its_way) / sum(people[w] for w in wijken)
        )
    assert all(value for value in share)
    assert f"{len(begun)} van de {len(wijken)} wijken" in card.sentence or len(begun) == len(wijken)


@pytest.mark.parametrize("name", ["demo", "odd", "sample"])
@pytest.mark.parametrize("area", ["", "SD3", "WK077231"])
def test_the_strip_has_the_starts_of_the_area(
    cities: dict[str, City], name: str, area: str
) -> None:
    city = cities[name]
    day = city.answers().known.as_of
    card = CARDS["uitrol.tijdlijn"](Scope(city.answers(), View(area=area)))
    level = {"": Level.GEMEENTE, "SD3": Level.STADSDEEL}.get(area, Level.GEMEENTE)
    wijken = twins.wijken_of(city.frames, level, area)
    starts = {wijk: twins.start_of(city.frames, wijk, day) for wijk in wijken}
    shown = twins.column(card, "Gestart op")
    assert shown == {wijk: begun for wijk, begun in starts.items() if begun}
    assert isinstance(card.picture, TimeStrip)
    inks = {stretch.name: stretch.ink for stretch in card.picture.stretches}
    chosen = [line.cells[0] for line in twins.lines(card).values() if line.is_chosen]
    assert all((inks[name] == "accent") == (name in chosen) for name in inks)
    assert bool(chosen) == bool(area)


def test_an_area_that_has_not_started_says_so(cities: dict[str, City]) -> None:
    answers = cities["demo"].answers()
    view = View(area="SD5", as_of=date(2018, 1, 31))
    assert stand_sentence(Scope(answers, view)) == "Woensel-Noord: 0 van de 4 wijken is gestart."
    for name in ("uitrol.gestart", "uitrol.tijdlijn"):
        assert CARDS[name](Scope(answers, view)).note.startswith(
            "Woensel-Noord: 0 van de 4 wijken is gestart. Zodra er een is gestart"
        )


@pytest.mark.parametrize(
    ("area", "day", "words"),
    [
        ("SD3", date(2017, 9, 10), "Tongelre: alle 3 wijken zijn gestart; daar woont 100%"),
        ("SD3", date(2017, 9, 10), "De gestarte wijken per fase: 3 inventarisatie."),
        (
            "WK077231",
            date(2017, 9, 10),
            "is gestart in september 2017. Er is nog geen hele maand om. Fase: inventarisatie.",
        ),
        (
            "WK077231",
            date(2017, 10, 31),
            "De Laak is 2 hele maanden onderweg tot en met oktober 2017.",
        ),
        ("BU07721110", date(2017, 10, 1), "De wijk rond Binnenstad is gestart in september 2017."),
        ("BU07721110", date(2017, 10, 1), "Centrum is 1 hele maand onderweg tot en met september"),
        ("", date(2017, 9, 10), "4 van de 20 wijken zijn gestart; daar woont 13%"),
    ],
)
def test_where_we_stand_is_about_the_chosen_area(
    cities: dict[str, City], area: str, day: date, words: str
) -> None:
    assert words in stand_sentence(Scope(cities["demo"].answers(), View(area=area, as_of=day)))


def test_one_wijk_has_no_share(cities: dict[str, City]) -> None:
    card = CARDS["uitrol.gestart"](Scope(cities["demo"].answers(), View(area="WK077242")))
    assert card.note.startswith("Erp is gestart in oktober 2019. Kies een stadsdeel")


def test_what_has_not_started_is_named_within_the_area(cities: dict[str, City]) -> None:
    answers = cities["odd"].answers()
    assert not_started_words(Scope(answers, View(area="SD3"))) == (
        "Nog niet gestart: Doornakkers en Oud-Tongelre."
    )
    assert not_started_words(Scope(cities["demo"].answers(), View(area="SD3"))) == ""


def test_events_stand_on_both_pictures_from_the_first_start(cities: dict[str, City]) -> None:
    answers = cities["odd"].answers()
    for name in ("uitrol.gestart", "uitrol.tijdlijn"):
        picture = CARDS[name](Scope(answers, View())).picture
        assert isinstance(picture, Trend | TimeStrip)
        assert [event.label for event in picture.events] == ["Bustour"]
    later = CARDS["uitrol.tijdlijn"](Scope(answers, View(area="SD6"))).picture
    assert isinstance(later, TimeStrip)
    assert list(later.events) == []
