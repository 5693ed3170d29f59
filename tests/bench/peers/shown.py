"""What the page of a peer shows of the cube: five figures, a map, a trend and a table.

Plain Python and plain figures, so that Streamlit and Dash draw the same.
"""

import json
import os
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CUBE = "BENCH_CUBE"
EVERYWHERE = "Heel Eindhoven"
PERIODS = {"Alles": "", "Sinds 2021": "2021-01"}
MAPPED = "matches"
SHADES = ("#e5f5e0", "#a1d99b", "#74c476", "#31a354", "#006d2c")
Figure = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """One selection: the figures by name, plotly figures as plain data, and rows of the table."""

    figures: dict[str, int]
    area_map: Figure
    trend: Figure
    rows: list[list[Any]]


@cache
def cube() -> dict[str, Any]:
    """The cube, read once."""
    found: dict[str, Any] = json.loads(Path(os.environ[CUBE]).read_text(encoding="utf-8"))
    return found


def places() -> list[str]:
    """What can be chosen."""
    return [EVERYWHERE, *cube()["stadsdelen"].values()]


@cache
def shown(place: str, period: str) -> Shown:
    """What is shown of a place ("Heel Eindhoven" or a stadsdeel) since the start of a period."""
    codes = {name: code for code, name in cube()["stadsdelen"].items()}
    inside = {
        wijk: name
        for wijk, (name, parent) in cube()["wijken"].items()
        if place == EVERYWHERE or parent == codes[place]
    }
    counts = [
        (month, wijk, figure, number)
        for month, wijk, figure, number in cube()["counts"]
        if wijk in inside and month >= PERIODS[period]
    ]
    by_figure: Counter[str] = Counter()
    by_wijk: Counter[tuple[str, str]] = Counter()
    by_month: Counter[str] = Counter()
    for month, wijk, figure, number in counts:
        by_figure[figure] += number
        by_wijk[wijk, figure] += number
        by_month[month] += number if figure == MAPPED else 0
    names: list[str] = cube()["figures"]
    return Shown(
        figures={name: by_figure[name] for name in names},
        area_map=_area_map({wijk: by_wijk[wijk, MAPPED] for wijk in inside}, inside),
        trend=_trend(by_month),
        rows=[
            [name, *(by_wijk[wijk, figure] for figure in names)] for wijk, name in inside.items()
        ],
    )


def _area_map(numbers: dict[str, int], names: dict[str, str]) -> Figure:
    highest = max(numbers.values(), default=0) or 1
    data = []
    for outline in cube()["outlines"]:
        code = outline["id"]
        if code in numbers:
            [ring] = outline["geometry"]["coordinates"]
            shade = SHADES[min(len(SHADES) * numbers[code] // (highest + 1), len(SHADES) - 1)]
            data.append(
                {
                    "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": shade,
                    "x": [x for x, _ in ring], "y": [y for _, y in ring],
                    "line": {"color": "#fff", "width": 1},
                    "text": f"{names[code]}: {numbers[code]}", "hoverinfo": "text",
                }
            )  # fmt: skip
    axis = {"visible": False}
    square = axis | {"scaleanchor": "x", "scaleratio": 1.6}
    layout = {"showlegend": False, "xaxis": axis, "yaxis": square, "height": 420}
    return {"data": data, "layout": layout}


def _trend(by_month: Counter[str]) -> Figure:
    months = sorted(by_month)
    line = {"type": "scatter", "mode": "lines", "x": months, "y": [by_month[m] for m in months]}
    return {"data": [line], "layout": {"height": 420}}
