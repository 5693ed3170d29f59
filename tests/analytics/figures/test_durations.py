"""Durations behind the protected door: whole months, enough people, close to the exact ones."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.result import Status
from analytics.figures.selection import Selection
from analytics.statistics.spells import Asked, Spell
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
DURATIONS = [indicator for indicator in INDICATORS if indicator.duration]
SHARES = [indicator for indicator in DURATIONS if indicator.duration and indicator.duration.months]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("durations") / "demo.duckdb"
    store = write_city(path, make_demo(seed=3), AS_OF)
    yield store
    store.close()


@pytest.mark.parametrize("indicator", DURATIONS, ids=lambda indicator: str(indicator.id))
@pytest.mark.parametrize("level", [Level.WIJK, Level.BUURT, Level.TEAM])
def test_below_a_stadsdeel_no_duration_goes_out(
    store: Store, indicator: Indicator, level: Level
) -> None:
    rows = figures(ProtectedMarts(store), indicator, Selection(level, AS_OF)).rows()
    assert {row.status for row in rows} == {Status.WITHHELD}
    assert all(row.numerator is row.denominator is row.value is None for row in rows)


@pytest.mark.parametrize("indicator", DURATIONS, ids=lambda indicator: str(indicator.id))
def test_in_a_stadsdeel_twenty_records_must_carry_weight(
    store: Store, indicator: Indicator
) -> None:
    table = "protected_spells"
    assert indicator.duration
    records = store.query(
        f"SELECT area_code, sum(records) AS n FROM {table} INNER JOIN mart_members"
        " ON buurt_code = place_code WHERE level = 'stadsdeel' AND facet = '' AND spell = $spell"
        " GROUP BY ALL",
        {"spell": indicator.duration.spell},
    )
    enough = set(records["area_code"][records["n"] >= 20])
    rows = figures(ProtectedMarts(store), indicator, Selection(Level.STADSDEEL, AS_OF)).rows()
    shown = {row.area_code for row in rows if row.status is Status.SHOWN}
    few = {row.area_code for row in rows if 0 < (row.denominator or 0) < 100}
    assert 0 < len(enough) < len(rows)
    assert shown <= enough
    assert {row.status for row in rows if row.area_code in few} == {Status.WITHHELD}


@pytest.mark.parametrize("indicator", DURATIONS, ids=lambda indicator: str(indicator.id))
def test_inside_below_five_nothing_is_told(store: Store, indicator: Indicator) -> None:
    rows = figures(ExactMarts(store), indicator, Selection(Level.BUURT, AS_OF)).rows()
    few = [row for row in rows if 0 < (row.denominator or 0) < 5]
    assert few
    assert {(row.value, row.status) for row in few} == {(None, Status.NOT_APPLICABLE)}
    assert all(row.status is not Status.WITHHELD for row in rows)


@pytest.mark.parametrize("table", ["protected_spells", "protected_journeys"])
def test_what_the_protected_tables_count_is_at_least_the_threshold(
    store: Store, table: str
) -> None:
    least = store.query(f"SELECT min(total) AS least, count(*) AS n FROM {table}", {})
    assert least["n"][0] > 50
    assert least["least"][0] >= 5


@pytest.mark.parametrize("indicator", SHARES, ids=lambda indicator: str(indicator.id))
def test_protected_shares_of_the_city_lie_near_the_exact_ones(
    store: Store, indicator: Indicator
) -> None:
    selection = Selection(Level.GEMEENTE, date(2021, 9, 30))
    exact, protected = (
        figures(marts, indicator, selection).rows()[0].value
        for marts in (ExactMarts(store), ProtectedMarts(store))
    )
    assert exact is not None
    # Nothing where fewer than 20 records with weight were followed so long.
    assert protected is None or protected == pytest.approx(exact, abs=15)


def test_outside_a_day_is_the_end_of_the_month_before_it(store: Store) -> None:
    marts = ProtectedMarts(store)
    inside, before, later = (
        marts.spells(Asked(Spell.STAY, Level.GEMEENTE, day))
        for day in (date(2021, 6, 29), date(2021, 5, 31), date(2021, 6, 30))
    )
    assert inside.equals(before)
    assert not later.equals(before)


@pytest.mark.parametrize("start", [None, date(2021, 4, 1)])
def test_a_duration_tells_how_many_were_followed_and_how_many_ended(
    store: Store, start: date | None
) -> None:
    """Of waits those that began before the last day and were not over before the first."""
    result = figures(
        ExactMarts(store),
        next(indicator for indicator in DURATIONS if indicator.id == "match_binnen_3_maanden"),
        Selection(Level.GEMEENTE, AS_OF, start=start),
    )
    found = store.query(
        "SELECT sum(total)::BIGINT AS followed,"
        " sum(total) FILTER (WHERE outcome = 'match' AND ends_on <= $day)::BIGINT AS matched"
        " FROM mart_spells WHERE spell = 'wait' AND facet = '' AND starts_on <= $day"
        " AND (starts_on >= $since OR coalesce(ends_on > $since, TRUE))",
        {"day": str(AS_OF), "since": str(date(2021, 3, 31) if start else date(2000, 1, 1))},
    )
    row = result.rows()[0]
    assert (row.denominator, row.numerator) == (found["followed"][0], found["matched"][0])
