"""The view in the address: what goes in comes out, and nonsense becomes the default."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import INDICATORS
from analytics.scope.areas import NamedArea
from analytics.scope.view import LEVELS, Balance, Catchment, Known, View, parse, to_query
from analytics.scope.windows import Window
from data.reference.areas import Level
from data.reference.code_lists import code_lists

AREAS = [
    NamedArea(Level.GEMEENTE, "GM0772", "Eindhoven"),
    NamedArea(Level.STADSDEEL, "SD5", "Woensel-Noord"),
    NamedArea(Level.WIJK, "WK077251", "Ontginning"),
    NamedArea(Level.BUURT, "BU07725110", "Driehoeksbos"),
    NamedArea(Level.TEAM, "Team Noord & Co", "Team Noord & Co"),
]
KNOWN = Known({area.code: area for area in AREAS}, date(2017, 9, 1), date(2021, 10, 1))
KEYS = ["niveau", "gebied", "periode", "peildatum", "indicator", "talent", "bereik", "stand"]

VIEWS = st.builds(
    View,
    level=st.sampled_from(LEVELS),
    area=st.sampled_from(["", "SD5", "WK077251", "BU07725110", "Team Noord & Co"]),
    window=st.sampled_from(Window),
    as_of=st.none() | st.dates(KNOWN.beginning, KNOWN.as_of - timedelta(days=1)),
    indicator=st.sampled_from([indicator.id for indicator in INDICATORS]),
    talent=st.sampled_from(["", *code_lists()["talent"]]),
    catchment=st.sampled_from(Catchment),
    balance=st.sampled_from(Balance),
)
GARBAGE = st.dictionaries(st.sampled_from(KEYS) | st.text(), st.text())


@given(VIEWS)
def test_an_address_gives_its_view_back(view: View) -> None:
    assert parse(to_query(view), KNOWN) == view


@given(GARBAGE)
def test_any_address_gives_a_valid_view(query: dict[str, str]) -> None:
    view = parse(query, KNOWN)
    assert view.level in LEVELS
    assert view.area == "" or view.area in KNOWN.areas
    assert view.as_of is None or KNOWN.beginning <= view.as_of < KNOWN.as_of
    assert view.indicator in {indicator.id for indicator in INDICATORS}
    assert parse(to_query(view), KNOWN) == view


def test_the_default_leaves_the_address_empty() -> None:
    assert to_query(View()) == {}
    assert parse({}, KNOWN) == View()


def test_an_address_holds_codes() -> None:
    view = View(Level.BUURT, "SD5", Window.YEAR, date(2021, 9, 30), "matches")
    assert to_query(view) == {
        "niveau": "buurt",
        "gebied": "SD5",
        "periode": "jaar",
        "peildatum": "2021-09-30",
        "indicator": "matches",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("niveau", "gemeente"),
        ("niveau", "WIJK"),
        ("gebied", "GM0772"),
        ("gebied", "<script>"),
        ("periode", "eeuw"),
        ("peildatum", "2021-10-01"),
        ("peildatum", "2021-10-02"),
        ("peildatum", "2017-08-31"),
        ("peildatum", "31-09-2021"),
        ("indicator", "omzet"),
        ("talent", "Groen en tuin"),
        ("bereik", "1501"),
        ("stand", "alles"),
        ("utm_source", "brief"),
    ],
)
def test_what_makes_no_sense_is_the_default(key: str, value: str) -> None:
    assert parse({key: value}, KNOWN) == View()
