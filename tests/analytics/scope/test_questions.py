"""From a view to what is asked: which areas a map and a table show, and over which days."""

from datetime import date

import pytest

from analytics.scope.areas import NO_TEAM, NamedArea
from analytics.scope.questions import (
    among_like,
    around,
    chosen_area_before,
    chosen_area_monthly,
    compared_with,
    inside,
    is_inside,
    of_parts,
)
from analytics.scope.view import Known, View
from analytics.scope.windows import Window
from data.reference.areas import Level

CITY = NamedArea(Level.GEMEENTE, "GM", "Eindhoven")
PART = NamedArea(Level.STADSDEEL, "SD", "Strijp", "GM")
WIJK = NamedArea(Level.WIJK, "WK", "Meerhoven", "SD")
BUURT = NamedArea(Level.BUURT, "BU", "Zandrijk", "WK")
TEAM = NamedArea(Level.TEAM, "T", "Team Strijp", "GM")
OWN = NamedArea(Level.OWN, "eigen~x~1", "x", "GM")
AREAS = {area.code: area for area in (CITY, PART, WIJK, BUURT, TEAM, OWN)}
KNOWN = Known(AREAS, date(2018, 11, 1), date(2021, 10, 1))
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
    view = of_parts(View(level, area), KNOWN)
    assert view.level is parts
    assert around(view, KNOWN) == fills


def test_where_the_parts_have_no_figure_an_area_stands_in_what_lies_around_it() -> None:
    view = of_parts(View(Level.BUURT, "WK"), KNOWN, NO_BUURTEN)
    assert (view.level, around(view, KNOWN)) == (Level.WIJK, "SD")
    assert of_parts(View(Level.BUURT), KNOWN, NO_BUURTEN).level is Level.BUURT


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
    view = among_like(View(level, area), KNOWN)
    assert view.level is listed
    assert inside(view, KNOWN) == within


def test_what_lies_around_the_chosen_area_is_marked_too() -> None:
    view = View(area="BU")
    assert [code for code in AREAS if is_inside(code, view, KNOWN)] == ["GM", "SD", "WK", "BU"]
    assert not any(is_inside(code, View(), KNOWN) for code in AREAS)


def test_before_all_records_there_is_nothing_to_compare_with() -> None:
    year = View(window=Window.YEAR, as_of=date(2019, 10, 30))
    assert chosen_area_before(year, KNOWN) is None
    later = chosen_area_before(View(window=Window.YEAR, as_of=date(2019, 11, 1)), KNOWN)
    assert later is not None
    assert later.end is None
    assert later.as_of == date(2018, 11, 1)


def test_the_day_to_compare_with_lies_between_the_first_month_and_the_peildatum() -> None:
    assert compared_with(View(), KNOWN) == date(2020, 10, 31)
    assert compared_with(View(since=date(2010, 1, 5)), KNOWN) == date(2018, 11, 30)
    assert compared_with(View(as_of=date(2018, 11, 3)), KNOWN) == date(2018, 11, 3)


def test_months_are_asked_of_the_area_itself() -> None:
    asked = chosen_area_monthly(View(area="WK"), KNOWN, 2)
    assert asked is not None
    assert (asked.level, asked.area) == (Level.WIJK, "WK")
    assert (asked.start, asked.as_of) == (date(2021, 8, 1), date(2021, 9, 30))
    assert chosen_area_monthly(View(as_of=date(2018, 11, 3)), KNOWN, None) is None


def test_the_wijken_without_a_team_are_named_as_what_they_are() -> None:
    none = NamedArea(Level.TEAM, NO_TEAM, NO_TEAM)
    assert (none.in_sentence, none.label) == ("de wijken zonder team", "Zonder team")
    assert (TEAM.in_sentence, TEAM.label) == ("Team Strijp", "Team Strijp (team)")
    namesake = NamedArea(Level.WIJK, "W", NO_TEAM)
    assert namesake.in_sentence == NO_TEAM
