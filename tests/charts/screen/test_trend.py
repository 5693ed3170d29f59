"""Trends and sparklines: from zero, Dutch months, names that do not touch."""

import json
from datetime import date
from itertools import pairwise
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.pictures import Event, Series, Trend
from charts.screen.trend import trend
from charts.sparkline import HEIGHT, MARGIN, WIDTH, sparkline
from charts.theme import Mode

YEAR = [date(2021, month, 1) for month in range(1, 13)]


def drawn(months: list[date], *values: list[float]) -> dict[str, Any]:
    series = [Series(f"lijn {n}", "YlGn", row) for n, row in enumerate(values)]
    figure: dict[str, Any] = json.loads(trend(Trend(months, series), Mode.LIGHT).to_json())
    return figure


def test_a_trend_starts_at_zero_and_keeps_its_highest_point_in_sight() -> None:
    low, high = drawn(YEAR, [5.0] * 12, [80.0] * 12)["layout"]["yaxis"]["range"]
    assert low == 0
    assert high > 80


def test_a_trend_of_nothing_can_be_drawn() -> None:
    assert drawn(YEAR, [0.0] * 12)["layout"]["yaxis"]["range"][1] > 0


def test_months_are_dutch() -> None:
    figure = drawn(YEAR, [1.0] * 12)
    assert figure["layout"]["xaxis"]["ticktext"] == [
        "mrt<br>2021",
        "jun<br>2021",
        "sep<br>2021",
        "dec<br>2021",
    ]
    assert figure["data"][0]["customdata"][2] == "maart 2021"


def test_a_long_trend_names_its_januaries() -> None:
    months = [date(2018 + n // 12, n % 12 + 1, 1) for n in range(30)]
    assert drawn(months, [1.0] * 30)["layout"]["xaxis"]["ticktext"] == [
        "jan<br>2018",
        "jan<br>2019",
        "jan<br>2020",
    ]


def test_lines_are_named_at_their_end() -> None:
    texts = [note["text"] for note in drawn(YEAR, [1_234.0] * 12)["layout"]["annotations"]]
    assert len(texts) == 1
    assert "<b>1.234</b> lijn 0" in texts[0]


def test_a_band_lies_behind_its_line_and_in_sight() -> None:
    line = Series("doel", "accent", [1.0, 2.0], low=[0.5, 1.0], high=[2.0, 9.0])
    figure = json.loads(trend(Trend(YEAR[:2], [line]), Mode.LIGHT).to_json())
    assert [trace["y"] for trace in figure["data"]] == [[0.5, 1.0], [2.0, 9.0], [1.0, 2.0]]
    assert figure["data"][1]["fill"] == "tonexty"
    assert figure["layout"]["yaxis"]["range"][1] > 9


def test_quiet_lines_have_no_name_and_events_do() -> None:
    lines = [
        Series("andere", "line", [3.0, 4.0], is_quiet=True),
        Series("deze", "accent", [1, None]),
    ]
    picture = Trend([0, 1], lines, "maanden", events=[Event(1, "bustour")])
    figure = json.loads(trend(picture, Mode.DARK).to_json())
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert len(texts) == 2
    assert "<b>1</b> deze" in texts[0]
    assert texts[1] == "1"
    assert figure["layout"]["annotations"][1]["hovertext"] == "bustour (1)"
    assert figure["data"][0]["customdata"] == ["0 maanden", "1 maanden"]


def points(address: str) -> list[tuple[float, float]]:
    svg = ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,")))
    line = svg.find("{http://www.w3.org/2000/svg}polyline")
    assert line is not None
    pairs = (pair.split(",") for pair in line.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=36))
def test_a_sparkline_stays_in_its_picture_and_keeps_the_order(values: list[float]) -> None:
    found = points(sparkline(values, Mode.LIGHT))
    assert len(found) == len(values)
    assert all(MARGIN <= x <= WIDTH - MARGIN for x, _ in found)
    assert all(MARGIN - 0.1 <= y <= HEIGHT - MARGIN + 0.1 for _, y in found)
    highest = max(range(len(values)), key=lambda index: values[index])
    assert found[highest][1] == min(y for _, y in found)


def test_zero_lies_at_the_bottom() -> None:
    assert points(sparkline([0, 10], Mode.DARK)) == [(3, 25), (117, 3)]


@pytest.mark.parametrize("values", [[], [3.0]])
def test_one_value_makes_no_line(values: list[float]) -> None:
    assert sparkline(values, Mode.LIGHT) == ""


def test_names_at_the_ends_keep_their_distance() -> None:
    lines = [Series(name, "accent", [1.0, value]) for name, value in (("a", 75.0), ("b", 67.0))]
    lines.append(Series("c", "accent", [1.0, 95.0]))
    layout = json.loads(trend(Trend(YEAR[:2], lines), Mode.LIGHT).to_json())["layout"]
    names = layout["annotations"]
    assert {name["yanchor"] for name in names} == {"middle"}
    heights = sorted(name["y"] for name in names)
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    assert min(high - low for low, high in pairwise(heights)) * plot > 18  # pixels: a line of text


def test_a_long_name_leaves_room_for_the_lines() -> None:
    lines = [
        Series("zonder uitstroom", "accent", [1.0, 73.0]),
        Series("Woensel-Noord een jaar eerder", "pilot", [1.0, 70.0]),
    ]
    layout = json.loads(trend(Trend(YEAR[:2], lines), Mode.LIGHT).to_json())["layout"]
    assert layout["margin"]["r"] <= 180
    first, second = layout["annotations"]
    assert "zonder<br>uitstroom" in first["text"]
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    middles = abs(first["y"] - second["y"]) * plot
    lines_of_text = sum(1 + name["text"].count("<br>") for name in (first, second))
    assert lines_of_text == 5
    assert middles > lines_of_text / 2 * 18  # pixels: half of each lies between the two middles
