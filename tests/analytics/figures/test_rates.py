"""Rates of several years: each by the inhabitants of its own year, through both doors."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.catalog import MIN_INHABITANTS, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, ExactMarts, ProtectedMarts, open_marts
from analytics.figures.result import Status
from analytics.figures.selection import Selection
from analytics.scope.search.question import Question, ask, notes
from data.demo import make_demo
from data.file.store import Store
from data.periods import Period
from data.reference.areas import Level
from data.reference.own_area import OwnArea
from tests import twin
from tests.cities import write_city

AS_OF = date(2021, 9, 30)
FRAMES = twin.prepared(make_demo(seed=5, scale=0.3))
RATES = ("matches_per_1000", "inwoners_bereikt_per_1000")
LEVELS = [level for level in Level if level is not Level.OWN]
INSIDE = ("BU07721140", "BU07723110", "BU07722310")  # secret in 2016, known, never counted


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("rates") / "x.duckdb", FRAMES, AS_OF)
    yield store
    store.close()


@pytest.mark.parametrize("door", [ExactMarts, ProtectedMarts])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", RATES)
def test_every_year_divides_by_its_own_inhabitants(
    store: Store, door: type[ExactMarts] | type[ProtectedMarts], level: Level, name: str
) -> None:
    asked = Selection(level, AS_OF, period=Period.YEAR, start=date(2016, 1, 1))
    result = figures(door(store), find(name), asked)
    assert result.years == (2016, 2017, 2018, 2019, 2020, 2021)
    for row in result.rows():
        people = twin.inhabitants(level, FRAMES, date(int(row.period), 1, 1))[row.area_code]
        assert row.denominator == people
        if people is None or people < MIN_INHABITANTS:
            assert (row.status, row.value) == (Status.NOT_APPLICABLE, None)
        else:
            assert row.value == pytest.approx(row.numerator * 1000 / people)


@pytest.mark.parametrize(
    ("as_of", "year"), [(date(2018, 12, 31), 2018), (date(2019, 1, 1), 2019), (AS_OF, 2021)]
)
def test_the_year_is_that_of_the_end_of_the_period(store: Store, as_of: date, year: int) -> None:
    marts = ExactMarts(store)
    result = ask(marts, Question("matches_per_1000", level="gemeente", as_of=as_of))
    assert result.years == (year,)
    assert result.rows()[0].denominator == twin.inhabitants(Level.GEMEENTE, FRAMES, as_of)["GM0772"]
    assert notes(marts, result, Question(""))[0] == f"Inwoners begin {year}."


def test_a_count_and_a_ratio_of_counts_have_no_year(store: Store) -> None:
    for name in ("matches", "open_vacatures_per_wachtende"):
        assert figures(ExactMarts(store), find(name), Selection(Level.WIJK, AS_OF)).years == ()


@pytest.mark.parametrize("day", [date(2018, 6, 30), AS_OF])
def test_an_own_area_has_the_inhabitants_of_its_buurten_in_that_year(
    store: Store, day: date
) -> None:
    own = OwnArea("Hier en daar", INSIDE)
    marts = open_marts(store.with_area(own), Audience.INTERN)
    [row] = figures(marts, find("matches_per_1000"), Selection(Level.OWN, day, own.code)).rows()
    people = twin.inhabitants(Level.BUURT, FRAMES, day)
    assert row.denominator == sum(people[code] or 0 for code in INSIDE)


def test_an_area_where_nobody_is_counted_has_no_rate(store: Store) -> None:
    own = OwnArea("Airport", ("BU07726380",))
    marts = open_marts(store.with_area(own), Audience.INTERN)
    [row] = figures(marts, find("matches_per_1000"), Selection(Level.OWN, AS_OF, own.code)).rows()
    assert (row.status, row.denominator) == (Status.NOT_APPLICABLE, None)


def test_areas_have_the_inhabitants_of_a_day_or_of_the_last_one(store: Store) -> None:
    marts = ExactMarts(store)
    for day in (date(2019, 5, 5), None):
        people = marts.areas(Level.WIJK, day).set_index("area_code")["inhabitants"]
        assert people.to_dict() == twin.inhabitants(Level.WIJK, FRAMES, day or AS_OF)
