"""An address that names what is not there says so; what is clear is understood."""

import doctest
from datetime import date

import pytest
from hypothesis import given

from analytics.scope.misunderstood import misunderstood
from analytics.scope.view import View, parse, to_query
from data import dutch
from data.dutch import day_of
from tests.analytics.scope.test_view import GARBAGE, KNOWN, VIEWS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SD5", "SD5"),
        ("sd5", "SD5"),
        ("woensel noord", "SD5"),
        ("Driehoeksbos", "BU07725110"),
        ("team noord & co", "Team Noord & Co"),
    ],
)
def test_an_area_may_be_named(text: str, code: str) -> None:
    assert parse({"gebied": text}, KNOWN).area == code
    assert misunderstood({"gebied": text}, KNOWN) == []


@pytest.mark.parametrize(
    "text", ["1-9-2021", "01-09-2021", "1/9/2021", "1 september 2021", "1 sep 2021"]
)
def test_a_day_may_be_dutch(text: str) -> None:
    assert parse({"peildatum": text}, KNOWN).as_of == date(2021, 9, 1)
    assert misunderstood({"peildatum": text}, KNOWN) == []


@pytest.mark.parametrize(
    "text", ["31-2-2021", "2021", "9-2021", "1 brumaire 2021", "morgen", "1-9-21"]
)
def test_a_day_that_is_not_clear_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        (
            "gebied",
            "BU07729999",
            "Het gebied ‘BU07729999’ uit de link is hier niet bekend. Hier staat heel Eindhoven.",
        ),
        (
            "gebied",
            "Strijp",
            "Het gebied ‘Strijp’ uit de link is hier niet bekend. Hier staat heel Eindhoven.",
        ),
        (
            "peildatum",
            "31-2-2021",
            "De peildatum ‘31-2-2021’ uit de link is hier niet bekend. De cijfers lopen van 1",
        ),
        ("peildatum", "2030-01-01", "De peildatum ‘2030-01-01’"),
        ("niveau", "straat", "Het niveau ‘straat’"),
        ("indicator", "omzet", "Het cijfer ‘omzet’"),
        ("talent", "slapen", "Het talent ‘slapen’"),
        ("periode", "eeuw", "De periode ‘eeuw’"),
    ],
)
def test_what_is_not_there_is_said(key: str, text: str, words: str) -> None:
    [sentence] = misunderstood({key: text}, KNOWN)
    assert sentence.startswith(words)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("gebied", "GM0772"),
        ("gebied", "Eindhoven"),
        ("peildatum", "2021-10-01"),
        ("peildatum", "1-10-2021"),
        ("niveau", "wijk"),
        ("indicator", View.indicator),
        ("gebied", " "),
        ("utm_source", "brief"),
    ],
)
def test_what_is_usual_is_understood(key: str, text: str) -> None:
    assert misunderstood({key: text}, KNOWN) == []


@given(VIEWS)
def test_the_address_of_a_view_is_always_understood(view: View) -> None:
    assert misunderstood(to_query(view), KNOWN) == []


@given(GARBAGE)
def test_any_address_is_answered(query: dict[str, str]) -> None:
    assert all(sentence.endswith(".") for sentence in misunderstood(query, KNOWN))


def test_the_examples_of_days_hold() -> None:
    assert doctest.testmod(dutch).attempted > 0
    assert doctest.testmod(dutch).failed == 0
