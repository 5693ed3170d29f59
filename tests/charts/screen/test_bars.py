"""Bars: a figure stands beyond its bar and beyond the interval over it."""

import json
from typing import Any

from charts.pictures import Bar, Bars
from charts.screen.bars import bars
from charts.theme import Mode

BARS = [
    Bar("Centrum", 8.2, "accent", low=6.6, high=10.1),
    Bar("Meerhoven", 6.5, "accent", low=5.2, high=8.0),
    Bar("Erp", None, "line", mark="nog niet gestart"),
    Bar("Putten", 3.0, "line"),
]


def drawn() -> dict[str, Any]:
    picture = Bars(BARS, "per 1.000 inwoners", decimals=1)
    figure: dict[str, Any] = json.loads(bars(picture, Mode.LIGHT).to_json())
    return figure


def test_no_interval_runs_through_a_figure() -> None:
    figures = next(trace for trace in drawn()["data"] if trace.get("mode") == "text")
    assert [text.strip() for text in figures["text"]] == ["8,2", "6,5", "nog niet gestart", "3,0"]
    assert figures["x"] == [10.1, 8.0, 0, 3.0]
    assert set([figures["textposition"]]) == {"middle right"}


def test_the_axis_has_room_for_the_last_figure() -> None:
    assert drawn()["layout"]["xaxis"]["range"][1] > 10.1 * 1.1
