"""Areas that a reader puts together: as they stand in an address, and as the data see them."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.progress import progress
from analytics.figures.selection import Selection
from data.file.store import Store
from data.reference.areas import Level, at_level
from data.reference.own_area import LONGEST_NAME, OwnArea, own_area, parse
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city

BUURTEN = [area.code for area in at_level(Level.BUURT)]
WITH_RECORDS = ("BU07723120", "BU07724100", "BU07726380")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("own") / "odd.duckdb", odd_frames(), ODD_AS_OF)
    yield store
    store.close()


@given(st.text(max_size=80), st.lists(st.sampled_from(BUURTEN), min_size=1, max_size=9))
def test_an_address_brings_the_same_area_back(name: str, buurten: list[str]) -> None:
    made = own_area(name, buurten)
    assert made is not None
    assert parse(made.code) == made
    assert 1 <= len(made.name) <= LONGEST_NAME
    assert set(made.buurten) == set(buurten)


@pytest.mark.parametrize(
    "code", ["", "SD5", "eigen", "eigen~naam", "eigen~naam~9999", "x~naam~1110"]
)
def test_what_is_no_own_area(code: str) -> None:
    assert parse(code) is None


def test_unknown_buurten_are_left_out() -> None:
    assert parse("eigen~  Rond   het park ~1120~1110~0000~1110") == OwnArea(
        "Rond het park", ("BU07721110", "BU07721120")
    )


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: str(indicator.id))
def test_its_figures_are_the_sum_of_its_buurten(
    store: Store, indicator: Indicator, audience: Audience
) -> None:
    own = OwnArea("Hier en daar", WITH_RECORDS)
    marts = open_marts(store.with_area(own), audience)
    if Level.OWN not in indicator.levels or indicator.is_rate:
        return
    day = date(2019, 12, 31)  # of buurten, stocks go outside at the ends of quarters only
    parts = figures(marts, indicator, Selection(Level.BUURT, day)).rows()
    [whole] = figures(marts, indicator, Selection(Level.OWN, day, own.code)).rows()
    assert whole.area_name == "Hier en daar"
    assert whole.value == sum(row.value or 0 for row in parts if row.area_code in WITH_RECORDS)


def test_a_rate_has_the_inhabitants_of_all_its_buurten(store: Store) -> None:
    own = OwnArea("Hier en daar", WITH_RECORDS)
    marts = open_marts(store.with_area(own), Audience.INTERN)
    rate = next(indicator for indicator in INDICATORS if indicator.id == "matches_per_1000")
    [whole] = figures(marts, rate, Selection(Level.OWN, marts.as_of, own.code)).rows()
    people = twin.inhabitants(Level.BUURT, odd_frames(), ODD_AS_OF)
    assert whole.denominator == sum(people[code] or 0 for code in WITH_RECORDS)


def test_the_wijken_around_it_tell_its_progress(store: Store) -> None:
    own = OwnArea("Hier en daar", WITH_RECORDS)
    marts = open_marts(store.with_area(own), Audience.INTERN)
    found = progress(marts, Level.OWN, ODD_AS_OF)
    assert list(found) == [own.code]
    assert found[own.code].wijken == ("WK077231", "WK077241", "WK077263")


def test_two_readers_never_meet(store: Store) -> None:
    one, other = (OwnArea(name, WITH_RECORDS) for name in ("een", "twee"))
    for own in (one, other, one):
        names = open_marts(store.with_area(own), Audience.INTERN).areas(Level.OWN)["area_name"]
        assert list(names) == [own.name]
    assert open_marts(store, Audience.INTERN).areas(Level.OWN).empty
