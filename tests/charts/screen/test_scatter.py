"""Scatter plots: both axes from zero, all points in sight, lines behind them."""

import json
from typing import Any

from charts.pictures import Curve, Dot, Scatter
from charts.screen.scatter import scatter
from charts.theme import PALETTES, Mode

DOTS = [
    Dot("Erp", 2, 30, "accent", is_named=True),
    Dot("Putten", 10, 4, "pilot", "4 per 1.000", is_named=True),
    Dot("De Laak", 5, 5),
]
CURVES = [Curve("95%", [1, 10], [90, 40], is_dashed=True), Curve("gemiddelde", [1, 10], [5, 5])]


def drawn(mode: Mode = Mode.LIGHT) -> dict[str, Any]:
    picture = Scatter(DOTS, "inwoners", "per 1.000", CURVES, decimals=1)
    figure: dict[str, Any] = json.loads(scatter(picture, mode).to_json())
    return figure


def test_axes_begin_at_zero_and_end_beyond_the_points() -> None:
    layout = drawn()["layout"]
    assert layout["xaxis"]["range"][0] == layout["yaxis"]["range"][0] == 0
    assert layout["xaxis"]["range"][1] > 10
    assert 30 < layout["yaxis"]["range"][1] < 90
    assert layout["xaxis"]["title"]["text"] == "inwoners"


def test_lines_lie_behind_the_points() -> None:
    modes = [trace["mode"] for trace in drawn()["data"]]
    assert modes == ["lines", "lines", "lines", "lines", "markers"]
    assert [trace["line"]["dash"] for trace in drawn()["data"][:2]] == ["5px,4px", "solid"]


def test_every_kind_of_line_is_in_the_legend_once() -> None:
    data = drawn()["data"]
    assert [trace["name"] for trace in data if trace["showlegend"]] == ["95%", "gemiddelde"]


def test_points_have_their_ink_and_tell_what_they_are() -> None:
    dots = drawn(Mode.DARK)["data"][-1]
    palette = PALETTES[Mode.DARK]
    assert dots["marker"]["color"] == [palette.line, palette.accent, palette.pilot]
    assert dots["text"][1] == "<b>Erp</b><br>30,0 per 1.000"
    assert dots["text"][2] == "<b>Putten</b><br>4 per 1.000"


def test_only_some_points_are_named_and_names_stay_inside() -> None:
    names = drawn()["layout"]["annotations"]
    assert [(name["text"], name["xanchor"]) for name in names] == [
        ("Erp", "left"),
        ("Putten", "left"),
    ]
