"""Time strips: a bar a stretch, in the order in which they are read, with numbered events."""

import json
from datetime import date
from typing import Any

from charts.pictures import Event, Stretch, TimeStrip
from charts.screen.time_strip import time_strip
from charts.theme import PALETTES, Mode

LAST = date(2021, 10, 1)
STRETCHES = [
    Stretch("Centrum", date(2017, 9, 4), LAST, "pilot", "gestart op 4 september 2017"),
    Stretch("Erp", date(2021, 9, 21), LAST),
]


def drawn(strip: TimeStrip) -> dict[str, Any]:
    figure: dict[str, Any] = json.loads(time_strip(strip, Mode.LIGHT).to_json())
    return figure


def test_a_bar_begins_at_its_start_and_lasts_as_long_as_its_days() -> None:
    bars = drawn(TimeStrip(STRETCHES))["data"][0]
    assert bars["base"] == ["2017-09-04", "2021-09-21"]
    assert bars["x"][1] == 10 * 24 * 3600 * 1000
    assert bars["y"] == [0, 1]
    assert bars["marker"]["color"] == [PALETTES[Mode.LIGHT].pilot, PALETTES[Mode.LIGHT].line]
    assert bars["customdata"] == [
        "Centrum: gestart op 4 september 2017",
        "Erp: 21-09-2021 tot 01-10-2021",
    ]


def test_the_first_stands_at_the_top_and_years_are_dutch() -> None:
    layout = drawn(TimeStrip(STRETCHES))["layout"]
    assert layout["yaxis"]["ticktext"] == ["Centrum", "Erp"]
    assert layout["yaxis"]["range"] == [1.5, -0.5]
    assert layout["xaxis"]["range"] == ["2017-09-04", "2021-10-01"]
    assert layout["xaxis"]["ticktext"] == [f"jan<br>{year}" for year in range(2018, 2022)]


def test_a_strip_within_one_year_has_its_months_on_the_axis() -> None:
    assert drawn(TimeStrip(STRETCHES[1:]))["layout"]["xaxis"]["ticktext"] == ["okt<br>2021"]


def test_events_are_numbered_and_say_what_they_are_when_pointed_at() -> None:
    events = [Event(date(2020, 3, 16), "Eerste lockdown"), Event(date(2021, 6, 7), "Bustour")]
    layout = drawn(TimeStrip(STRETCHES, events))["layout"]
    assert [note["text"] for note in layout["annotations"]] == ["1", "2"]
    assert layout["annotations"][1]["hovertext"] == "Bustour (juni 2021)"
    assert [line["x0"] for line in layout["shapes"]] == ["2020-03-16", "2021-06-07"]
