"""From a view to what is asked: which areas a map and a table show, and over which days."""

from datetime import date

import pytest

from analytics.scope.areas import NO_TEAM, NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import Known, View
from analytics.scope.windows import Window
from data.reference.areas import Level
from tests.analytics.scope.fixed import Fixed

CITY = NamedArea(Level.GEMEENTE, "GM", "Eindhoven")
PART = NamedArea(Level.STADSDEEL, "SD", "Strijp", "GM")
WIJK = NamedArea(Level.WIJK, "WK", "Meerhoven", "SD")
BUURT = NamedArea(Level.BUURT, "BU", "Zandrijk", "WK")
TEAM = NamedArea(Level.TEAM, "T", "Team Strijp", "GM")
OWN = NamedArea(Level.OWN, "eigen~x~1", "x", "GM")
AREAS = {area.code: area for area in (CITY, PART, WIJK, BUURT, TEAM, OWN)}
KNOWN = Known(AREAS, date(2018, 11, 1), date(2021, 10, 1))


def scope_of(view: View, known: Known = KNOWN) -> Scope:
    return Scope(Fixed(known), view)


NO_BUURTEN = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.TEAM)


@pytest.mark.parametrize(
    ("area", "level", "parts", "fills"),
    [
        ("", Level.TEAM, Level.TEAM, ""),
        ("SD", Level.WIJK, Level.WIJK, "SD"),
        ("SD", Level.BUURT, Level.BUURT, "SD"),
        ("SD", Level.STADSDEEL, Level.WIJK, "SD"),
        ("SD", Level.TEAM, Level.WIJK, "SD"),
        ("T", Level.TEAM, Level.WIJK, "T"),
        ("WK", Level.WIJK, Level.BUURT, "WK"),
        ("WK", Level.STADSDEEL, Level.BUURT, "WK"),
        ("BU", Level.WIJK, Level.BUURT, "WK"),
        ("eigen~x~1", Level.WIJK, Level.BUURT, "eigen~x~1"),
    ],
)
def test_a_map_shows_the_parts_of_the_chosen_area(
    area: str, level: Level, parts: Level, fills: str
) -> None:
    scope = scope_of(View(level, area)).of_parts()
    assert scope.level is parts
    assert scope.around == fills


def test_where_the_parts_have_no_figure_an_area_stands_in_what_lies_around_it() -> None:
    scope = scope_of(View(Level.BUURT, "WK")).of_parts(NO_BUURTEN)
    assert (scope.level, scope.around) == (Level.WIJK, "SD")
    assert scope_of(View(Level.BUURT)).of_parts(NO_BUURTEN).level is Level.BUURT


@pytest.mark.parametrize(
    ("area", "level", "listed", "within"),
    [
        ("", Level.WIJK, Level.WIJK, ""),
        ("SD", Level.STADSDEEL, Level.STADSDEEL, ""),
        ("SD", Level.WIJK, Level.WIJK, "SD"),
        ("SD", Level.TEAM, Level.WIJK, "SD"),
        ("BU", Level.STADSDEEL, Level.STADSDEEL, ""),
        ("BU", Level.WIJK, Level.WIJK, ""),
        ("WK", Level.TEAM, Level.BUURT, "WK"),
        ("T", Level.TEAM, Level.TEAM, ""),
        ("eigen~x~1", Level.WIJK, Level.BUURT, "eigen~x~1"),
    ],
)
def test_a_table_lists_an_area_among_its_like_or_its_parts(
    area: str, level: Level, listed: Level, within: str
) -> None:
    scope = scope_of(View(level, area)).among_like()
    assert scope.level is listed
    assert scope.inside == within


def test_what_lies_around_the_chosen_area_is_marked_too() -> None:
    scope = scope_of(View(area="BU"))
    assert [code for code in AREAS if scope.is_inside(code)] == ["GM", "SD", "WK", "BU"]
    assert not any(scope_of(View()).is_inside(code) for code in AREAS)


def test_before_all_records_there_is_nothing_to_compare_with() -> None:
    year = View(window=Window.YEAR, as_of=date(2019, 10, 30))
    assert scope_of(year).own_before is None
    later = scope_of(View(window=Window.YEAR, as_of=date(2019, 11, 1))).own_before
    assert later is not None
    assert later.end is None
    assert later.as_of == date(2018, 11, 1)


def test_the_day_to_compare_with_lies_between_the_first_month_and_the_peildatum() -> None:
    assert scope_of(View()).compared_day == date(2020, 10, 31)
    assert scope_of(View(since=date(2010, 1, 5))).compared_day == date(2018, 11, 30)
    assert scope_of(View(as_of=date(2018, 11, 3))).compared_day == date(2018, 11, 3)


def test_months_are_asked_of_the_area_itself() -> None:
    asked = scope_of(View(area="WK")).own_monthly(2)
    assert asked is not None
    assert (asked.level, asked.area) == (Level.WIJK, "WK")
    assert (asked.start, asked.as_of) == (date(2021, 8, 1), date(2021, 9, 30))
    assert scope_of(View(as_of=date(2018, 11, 3))).own_monthly(None) is None


def test_the_wijken_without_a_team_are_named_as_what_they_are() -> None:
    none = NamedArea(Level.TEAM, NO_TEAM, NO_TEAM)
    assert (none.in_sentence, none.label) == ("de wijken zonder team", "Zonder team")
    assert (TEAM.in_sentence, TEAM.label) == ("Team Strijp", "Team Strijp (team)")
    assert none.behind(Level.WIJK) == "zonder team"
    assert none.behind(Level.BUURT) == "in de wijken zonder team"
    assert TEAM.behind(Level.WIJK) == "in Team Strijp"
    assert TEAM.behind(Level.WIJK, is_labelled=True) == "in Team Strijp (team)"
    namesake = NamedArea(Level.WIJK, "W", NO_TEAM)
    assert namesake.in_sentence == NO_TEAM
