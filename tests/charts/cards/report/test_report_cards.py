"""The cards of reports against the same figures asked in another way."""

from collections import defaultdict
from datetime import date

import pytest

from analytics.figures.doors.marts import Audience
from analytics.figures.selection import Selection
from analytics.scope.indicator.monthly import monthly_counts
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Table
from charts.cards import CARDS
from charts.cards.report import quarters
from charts.cards.report.quarters import quarterly_counts
from data.dutch import number
from data.file.store import Store
from data.reference.areas import Level
from tests.exports.conftest import city as city  # noqa: PLC0414 (a fixture)
from tests.exports.conftest import store as store  # noqa: PLC0414 (a fixture)
from tests.exports.report.city import answers_of

QUARTER_ENDS = {3: 31, 6: 30, 9: 30, 12: 31}


def scope_of(store: Store, area: str = "", as_of: date | None = None) -> Scope:
    answers = answers_of(store)
    level = answers.known.areas[area].level if area else Level.STADSDEEL
    return Scope(answers, View(level=level, area=area, as_of=as_of, audience=Audience.GEMEENTE))


def table(scope: Scope, card: str) -> Table:
    found = CARDS[card](scope).table
    assert found is not None
    return found


def test_quarters_are_the_sums_of_their_months_from_the_start_of_the_area(store: Store) -> None:
    scope = scope_of(store, "SD3")
    monthly = scope.own_monthly(None)
    assert monthly is not None
    for name in ("scans", "vacatures", "matches"):
        sums: dict[tuple[int, int], float] = defaultdict(float)
        for month, count in monthly_counts(scope.answers, name, monthly).items():
            sums[month.year, (month.month - 1) // 3] += count or 0
        found = quarterly_counts(scope, name)
        assert len(found) > 8
        for day, count in found.items():
            assert day.day == QUARTER_ENDS[day.month]
            assert (count or 0) == sums[day.year, (day.month - 1) // 3]


def test_a_quarter_that_is_not_over_is_not_told(store: Store) -> None:
    scope = scope_of(store, "SD3", date(2021, 8, 31))
    assert max(quarterly_counts(scope, "scans")) == date(2021, 6, 30)


def test_an_area_that_has_not_started_has_a_sentence(store: Store) -> None:
    answers = answers_of(store)
    progress = answers.progress(Level.WIJK, answers.known.as_of)
    code = next(code for code, one in progress.items() if not one.has_started)
    assert "nog niet gestart" in CARDS["rapport.kwartalen"](scope_of(store, code)).note


def test_the_sentence_of_quarters_counts_nothing_one_and_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [date(2020, 9, 30), date(2020, 12, 31), date(2021, 6, 30), date(2021, 9, 30)]
    counts = {"scans": (2, 3, 4, 1), "vacatures": (1, 5, 6, 0), "matches": (0, 7, 8, 1200)}
    monkeypatch.setattr(
        quarters, "quarterly_counts", lambda scope, name: dict(zip(days, counts[name], strict=True))
    )
    card = CARDS["rapport.kwartalen"](scope_of(store, "SD3"))
    assert card.sentence == (
        "Tongelre, in het 3e kwartaal van 2021: 1 scan, 0 vacatures en 1.200 matches;"
        " een jaar eerder 2 scans, 1 vacature en 0 matches."
    )
    assert "3e kwartaal van 2020 tot en met 3e kwartaal van 2021" in card.subtitle
    assert card.table
    assert [line.cells[0] for line in card.table.lines] == [
        date(2020, 7, 1),
        date(2020, 10, 1),
        date(2021, 4, 1),
        date(2021, 7, 1),
    ]


def test_last_year_stands_beside_now_as_it_was_then(store: Store) -> None:
    now = table(scope_of(store, "SD3"), "rapport.cijfers")
    then = table(scope_of(store, "SD3", date(2020, 9, 30)), "rapport.cijfers")
    assert now.columns[2].heading == "Een jaar eerder"
    assert [row.cells[2] for row in now.lines] == [row.cells[1] for row in then.lines]


@pytest.mark.parametrize(
    ("area", "day", "title"),
    [
        ("", None, "De cijfers naast een jaar eerder"),
        ("SD3", None, "De cijfers naast een jaar eerder en de stad"),
        ("WK077231", None, "De cijfers naast een jaar eerder, Tongelre (stadsdeel) en de stad"),
        ("WK077211", None, "De cijfers naast een jaar eerder en de stad"),
        ("SD3", date(2017, 12, 31), "De cijfers naast de stad"),
        ("", date(2017, 12, 31), "De cijfers"),
    ],
)
def test_the_title_of_the_figures_names_what_stands_beside_them(
    store: Store, area: str, day: date | None, title: str
) -> None:
    card = CARDS["rapport.cijfers"](scope_of(store, area, day))
    assert card.title == title
    assert card.table
    headings = [column.heading for column in card.table.columns]
    assert ("Een jaar eerder" in headings) is ("een jaar eerder" in title)
    assert len(headings) == len({*headings})


def test_what_is_withheld_of_a_buurt_is_no_zero(store: Store) -> None:
    scope = scope_of(store, "BU07721110", date(2021, 8, 31))
    card = CARDS["rapport.plekken"](scope)
    assert "alleen te zien aan het eind van een kwartaal" in card.sentence
    [line] = table(scope, "rapport.plekken").lines
    assert [*line.cells[1:3]] == [Mark.BETWEEN_QUARTERS] * 2


@pytest.mark.parametrize(
    ("area", "parts", "heading"),
    [
        ("", 7, "Stadsdeel"),
        ("SD3", 3, "Wijk"),
        ("WK077231", 2, "Buurt"),
        ("BU07723110", 0, "Buurt"),
    ],
)
def test_who_needs_a_place_stands_per_part_of_the_area_and_in_all(
    store: Store, area: str, parts: int, heading: str
) -> None:
    scope = scope_of(store, area)
    found = table(scope, "rapport.plekken")
    assert found.columns[0].heading == heading
    assert len(found.lines) == parts + 1
    assert found.lines[-1].code == scope.area.code
    assert {line.code for line in found.lines[:-1]} == {
        code
        for code, place in scope.known.areas.items()
        if place.parent == scope.area.code and place.level is not Level.TEAM
    }
    [row] = scope.figures("wachtend").rows()
    said = CARDS["rapport.plekken"](scope).sentence
    assert said.startswith("Op 30 september 2021 wacht")  # no count beside the year of the day
    assert f" {number(row.value or 0)} inwoner" in said
    assert found.lines[-1].cells[1] == row.value
    assert all(
        scope.figures("wachtend", Selection(scope.known.areas[code].level, scope.day, code))
        .rows()[0]
        .value
        == value
        for code, value in ((line.code, line.cells[1]) for line in found.lines)
        if not isinstance(value, str)
    )
