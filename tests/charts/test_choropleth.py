"""Maps: every area once, in the colour of its class, the chosen one and the pilot around it."""

import json
from typing import Any

import pytest

from analytics.catalog import find
from analytics.classes import Classes
from analytics.ranking import Mark, Ranked
from analytics.result import Row, Status
from charts.choropleth import Outline, choropleth
from charts.labels import Label, fitting
from charts.shading import Scale, Shade, legend, on_wijken, shades
from charts.theme import PALETTES, Mode
from data.areas import Level, at_level
from geo.boundaries import boundary_url, extent, label_points

NOBODY = Outline(Level.WIJK, [])
MATCHES = find("matches")


def ranked(code: str, value: float | None, rank: int | None, mark: Mark | None = None) -> Ranked:
    return Ranked(Row("2021", code, f"<{code}>", 0, None, value, Status.SHOWN), rank, mark)


AREAS = [
    ranked("WK077211", 1_200, 1),
    ranked("WK077231", 12, 2),
    ranked("WK077241", 0, None, Mark.NOT_STARTED),
]


def scale(mode: Mode = Mode.LIGHT) -> Scale:
    return Scale(MATCHES, Classes((10, 100), 0), mode)


def figure(level: Level = Level.WIJK, chosen: Outline = NOBODY) -> dict[str, Any]:
    shapes = {
        area.code: Shade(area.code, area.name, "#31A354", "12 matches") for area in at_level(level)
    }
    drawn = choropleth(level, shapes, NOBODY, chosen, Mode.LIGHT)
    parsed: dict[str, Any] = json.loads(drawn.to_json())
    return parsed


@pytest.mark.parametrize("mode", list(Mode))
def test_areas_have_the_colour_of_their_class(mode: Mode) -> None:
    colours = scale(mode).colours
    drawn = shades(AREAS, scale(mode))
    assert [shade.colour for shade in drawn] == [colours[2], colours[1], PALETTES[mode].idle]


def test_the_words_of_an_area_are_dutch() -> None:
    details = [shade.detail for shade in shades(AREAS, scale())]
    assert details == [
        "1.200 matches<br>nummer 1 van 2",
        "12 matches<br>nummer 2 van 2",
        "nog niet gestart",
    ]


def test_the_legend_holds_the_classes_and_the_marks_that_occur() -> None:
    texts = [key.text for key in legend(AREAS, scale())]
    assert texts == ["0–9", "10–99", "100 of meer", "nog niet gestart"]


def test_a_team_colours_its_wijken() -> None:
    drawn = [Shade("Team A", "Team A", "#123456", ""), Shade("Team B", "Team B", "#654321", "")]
    shapes = on_wijken(drawn, {"Team A": ["WK1", "WK2"], "Team B": ["WK3"]})
    assert {code: shade.code for code, shade in shapes.items()} == {
        "WK1": "Team A",
        "WK2": "Team A",
        "WK3": "Team B",
    }


def test_a_click_tells_the_area_and_a_hover_escapes_its_name() -> None:
    drawn = shades(AREAS, scale())
    traces = choropleth(Level.WIJK, {s.code: s for s in drawn}, NOBODY, NOBODY, Mode.LIGHT).data
    assert [row[0] for row in traces[0].customdata] == [area.row.area_code for area in AREAS]
    assert traces[0].customdata[0][1] == "&lt;WK077211&gt;"


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_every_area_is_drawn_from_boundaries_by_address(level: Level) -> None:
    areas = figure(level)["data"][0]
    assert areas["geojson"] == boundary_url(level)
    assert areas["locations"] == [area.code for area in at_level(level)]


def test_nothing_dims_when_an_area_is_clicked() -> None:
    maps = [trace for trace in figure()["data"] if trace["type"] == "choropleth"]
    assert all(trace["unselected"] == {"marker": {"opacity": 1}} for trace in maps)


def test_the_map_is_small_on_the_wire() -> None:
    assert len(json.dumps(figure(Level.BUURT))) < 25_000


def test_the_map_shows_all_of_eindhoven() -> None:
    geo = figure()["layout"]["geo"]
    west, south, east, north = extent()
    assert geo["lonaxis"]["range"][0] < west < east < geo["lonaxis"]["range"][1]
    assert geo["lataxis"]["range"][0] < south < north < geo["lataxis"]["range"][1]
    assert geo["visible"] is False


def test_the_chosen_area_has_a_line_in_the_accent_colour() -> None:
    traces = figure(chosen=Outline(Level.STADSDEEL, ["SD5"]))["data"]
    chosen = [trace for trace in traces if trace.get("locations") == ["SD5"]]
    lines = [trace["marker"]["line"]["color"] for trace in chosen]
    assert lines == [PALETTES[Mode.LIGHT].paper, PALETTES[Mode.LIGHT].accent]


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK])
def test_names_on_the_map_never_touch(level: Level) -> None:
    points = label_points(level)
    labels = fitting(
        [Label(a.code, a.name, *points[a.code], a.area_ha) for a in at_level(level)], 11
    )
    assert len(labels) > len(points) / 3
    assert not any(one.touches(other, 11) for one in labels for other in labels if one is not other)


def test_a_name_that_is_wider_than_its_area_is_left_out() -> None:
    wide = Label("A", "Winkelcentrum", 5.4, 51.4, 10)
    assert fitting([wide], 11) == []
    assert Label("A", "Oud-Woensel", 5.4, 51.4, 10).text == "Oud-\nWoensel"
    assert Label("A", "Gestelse Ontginning", 5.4, 51.4, 10).text == "Gestelse\nOntginning"
    assert Label("A", "De Laak", 5.4, 51.4, 10).text == "De Laak"
