"""Panels: one small trend a subject, all on the same axes; counts under an axis."""

import json
from typing import Any

import pytest

from charts.pictures import Panels, Series, Trend
from charts.screen.panels import COLUMNS, panels
from charts.screen.trend import trend
from charts.theme import Mode


def small(*values: float) -> Trend:
    return Trend(range(len(values)), [Series("lijn", "ink", list(values))], "maanden")


def drawn(count: int) -> dict[str, Any]:
    picture = Panels({f"Wijk {n}": small(0, n) for n in range(count)})
    figure: dict[str, Any] = json.loads(panels(picture, Mode.LIGHT).to_json())
    return figure


@pytest.mark.parametrize("count", [1, COLUMNS, COLUMNS + 1, 14])
def test_every_panel_has_its_own_place_and_the_same_height_of_axis(count: int) -> None:
    layout = drawn(count)["layout"]
    across = [tuple(layout[name]["domain"]) for name in layout if name.startswith("xaxis")]
    down = [tuple(layout[name]["domain"]) for name in layout if name.startswith("yaxis")]
    assert len(set(zip(across, down, strict=True))) == count
    assert all(0 <= low < high <= 1 for low, high in across + down)
    tops = {layout[name]["range"][1] for name in layout if name.startswith("yaxis")}
    assert len(tops) == 1
    assert tops.pop() >= count - 1


def test_panels_stand_in_reading_order_under_their_names() -> None:
    figure = drawn(6)
    said = [note["text"] for note in figure["layout"]["annotations"]]
    assert said == [text for n in range(6) for text in (f"Wijk {n}", f"<b>{n}</b>")]
    drawn_in = [trace["xaxis"] for trace in figure["data"] if trace["y"] != [None]]
    assert drawn_in == ["x", "x2", "x3", "x4", "x5", "x6"]
    first, fifth = (figure["layout"][name] for name in ("yaxis", "yaxis5"))
    assert first["domain"][0] > fifth["domain"][1]
    assert [figure["layout"][f"yaxis{n}"]["showticklabels"] for n in ("", 2, 5)] == [
        True,
        False,
        True,
    ]


def test_under_an_axis_stands_on_how_many_a_step_rests() -> None:
    picture = Trend(
        range(14), [Series("lijn", "ink", [1.0] * 14)], "maanden", counts=range(14, 0, -1)
    )
    axis = json.loads(trend(picture, Mode.LIGHT).to_json())["layout"]["xaxis"]
    assert axis["ticktext"] == ["0<br>(14)", "3<br>(11)", "6<br>(8)", "9<br>(5)", "12<br>(2)"]
