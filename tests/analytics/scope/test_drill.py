"""Going into areas and out again, and which area fills the map."""

from collections.abc import Iterator

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.areas import path_to
from analytics.scope.scope import Scope
from analytics.scope.steps import drill
from analytics.scope.view import Known, View, known_of
from data.reference.areas import Level
from data.reference.own_area import OwnArea
from tests.analytics.scope.fixed import Fixed
from tests.cities import ODD_AS_OF, odd_frames, write_city

PARK = OwnArea("Rond het park", ("BU07721110", "BU07721120"))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    path = tmp_path_factory.mktemp("drill") / "odd.duckdb"
    store = write_city(path, odd_frames(), ODD_AS_OF)
    yield known_of(open_marts(store.with_area(PARK), Audience.INTERN))
    store.close()


def test_a_click_goes_down_and_out_goes_up(known: Known) -> None:
    view = View(level=Level.STADSDEEL)
    down = [view]
    for code in ("SD6", "WK077263", "BU07726370"):
        down.append(drill.clicked(down[-1], known, code))
    assert [(view.area, view.level) for view in down] == [
        ("", Level.STADSDEEL),
        ("SD6", Level.WIJK),
        ("WK077263", Level.BUURT),
        ("BU07726370", Level.BUURT),
    ]
    up = [down[-1]]
    for _ in range(3):
        up.append(drill.out(up[-1], known))
    assert up[::-1] == down
    assert drill.out(up[-1], known) == view


def test_a_click_on_the_chosen_buurt_undoes_it(known: Known) -> None:
    view = View(level=Level.BUURT, area="BU07726370")
    assert drill.clicked(view, known, "BU07726370") == View(level=Level.BUURT, area="WK077263")


def test_from_a_team_the_way_out_is_to_all_teams(known: Known) -> None:
    inside = drill.clicked(View(level=Level.TEAM), known, "Team Strijp")
    assert inside == View(level=Level.WIJK, area="Team Strijp")
    assert drill.out(inside, known) == View(level=Level.TEAM)


@pytest.mark.parametrize(
    ("area", "level", "around"),
    [
        ("", Level.WIJK, ""),
        ("SD6", Level.STADSDEEL, ""),
        ("SD6", Level.WIJK, "SD6"),
        ("SD6", Level.BUURT, "SD6"),
        ("SD6", Level.TEAM, ""),
        ("WK077263", Level.WIJK, "SD6"),  # among its like
        ("WK077263", Level.BUURT, "WK077263"),
        ("BU07726370", Level.BUURT, "WK077263"),
        ("BU07726370", Level.WIJK, ""),
        ("Team Strijp", Level.WIJK, "Team Strijp"),
        (PARK.code, Level.BUURT, PARK.code),
        (PARK.code, Level.WIJK, ""),
    ],
)
def test_which_area_fills_the_map(known: Known, area: str, level: Level, around: str) -> None:
    assert Scope(Fixed(known), View(level=level, area=area)).around == around


def test_the_way_to_an_area_and_on_from_it(known: Known) -> None:
    areas = known.areas
    codes = [area.code for area in path_to(areas["BU07721110"], areas)]
    assert codes == ["GM0772", "SD1", "WK077211", "BU07721110"]
    assert path_to(areas["Team Strijp"], areas) == [known.city, areas["Team Strijp"]]
    assert path_to(known.city, areas) == [known.city]
    assert {area.level for area in drill.parts(known.city, known)} == {Level.STADSDEEL}
    assert {area.level for area in drill.parts(areas["WK077211"], known)} == {Level.BUURT}
    assert drill.parts(areas["BU07721110"], known) == []
    assert drill.parts(areas["Team Strijp"], known) == []
