"""A map as the browser draws it: every area once, and nothing that is not shown."""

from typing import Any

import pytest
from shapely.geometry import Point, Polygon

from analytics.scope.indicator.ranking import Mark
from analytics.statistics.classes import Classes
from charts.browser.area_map import map_data
from charts.pictures import AreaMap, MapArea, Spot
from charts.theme import AROUND_ZERO, GROUP_COLOURS, RAMPS, Mode, contrast, ramp_colours
from data.reference.areas import Level
from geo.rings import shapes

AREAS = (
    MapArea("WK077263", "Meerhoven", ("WK077263",), (Mark.NOT_STARTED, 1.26), is_chosen=True),
    MapArea("Team A", "Team A", ("WK077211", "WK077221"), (3.0, 12.04), is_pilot=True),
)


def data(mode: Mode = Mode.LIGHT, **parts: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "level": Level.WIJK,
        "areas": AREAS,
        "classes": Classes((2.0, 10.0), 1),
        "ramp": "Purples",
        "unit": "per 1.000 inwoners",
        "moments": ("augustus 2021", "september 2021"),
        "shown": 1,
    }
    return map_data(AreaMap(**plain | parts), "Kaart van Eindhoven", mode)


def point(area: dict[str, Any], code: str) -> list[float]:
    found: list[float] = area["label"][:2]
    assert Polygon(shapes(Level.WIJK)[code][0]).contains(Point(found))
    return found


def scale(area: dict[str, Any]) -> float:
    found: float = area["label"][2]
    assert found > 0
    return found


def test_values_are_sent_as_they_are_written() -> None:
    meerhoven, team = data()["areas"]
    assert meerhoven == {
        "code": "WK077263",
        "name": "Meerhoven",
        "values": ["0", 1.3],
        "chosen": True,
        "label": [*point(meerhoven, "WK077263"), scale(meerhoven), ["Meerhoven"]],
    }
    assert team == {
        "code": "Team A",
        "name": "Team A",
        "values": [3, 12],
        "shapes": ["WK077211", "WK077221"],
        "pilot": True,
        "label": [*point(team, "WK077211"), scale(team), ["Team A"]],
    }


def test_each_kind_of_mark_has_its_own_filling() -> None:
    marks = [Mark.NOT_STARTED, Mark.WITHHELD, Mark.NO_INHABITANTS]
    codes = ("WK077211", "WK077221", "WK077263")
    areas = [MapArea(c, "x", (c,), (mark,)) for c, mark in zip(codes, marks, strict=True)]
    sent = data(areas=areas, moments=("nu",), shown=0)["marks"]
    assert sorted(words for words, _ in sent) == sorted(marks)
    assert len({pattern for _, pattern in sent}) == 3


@pytest.mark.parametrize("mode", list(Mode))
def test_a_class_has_a_colour_and_an_ink_that_reads(mode: Mode) -> None:
    sent = data(mode)
    assert len(sent["colours"]) == len(sent["inks"]) == len(sent["borders"]) + 1
    pairs = zip(sent["inks"], sent["colours"], strict=True)
    assert all(contrast(ink, colour) >= 4.5 for ink, colour in pairs)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("ramp", [*RAMPS, AROUND_ZERO])
def test_the_colours_of_a_ramp_can_be_told_apart(ramp: str, mode: Mode) -> None:
    assert len(set(ramp_colours(ramp, 5, mode))) == 5
    assert len(ramp_colours(ramp, 1, mode)) == 1


def test_a_spot_keeps_the_sign_of_its_group() -> None:
    spot = Spot("Tuin", 5.4781234, 51.44, "tuin en groen", 3, "3 vrije plekken")
    sent = data(spots=[spot], groups=("horeca", "tuin en groen"))
    colour = GROUP_COLOURS[1]
    [place] = sent["spots"]
    assert place == [5.47812, 51.44, 1, colour, 5.6, "Tuin", "tuin en groen", "3 vrije plekken"]
    assert ["tuin en groen", "spot", colour, "plain", 1, "solid"] in sent["keys"]
    assert not [key for key in sent["keys"] if key[0] == "horeca"]
    assert not [area for area in sent["areas"] if "label" in area]


def test_the_legend_has_classes_marks_and_rings() -> None:
    texts = [key[0] for key in data()["keys"]]
    assert texts[-3:] == [Mark.NOT_STARTED, "pilot, hier begon het", "Meerhoven"]
    assert len(texts) == 6
