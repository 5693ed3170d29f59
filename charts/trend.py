"""Lines over time: from zero, each named at its end, with bands, references and events."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from charts.events import event_lines, event_numbers, places, step_words
from charts.pictures import Series, Step, Trend
from charts.theme import PALETTES, Mode, base_layout, ink_colour, see_through
from data.dutch import number, short_month

HEIGHT = 390
LABEL_ROOM = 110  # pixels at the right, for the names at the ends
VALUE_ROOM, LETTER = 72, 8  # pixels: for a value, and for every letter of a name
LABEL_GAP = 0.075  # of the height: the least distance between two names
HEADROOM = 1.08
FEW_MONTHS = 14
COUNTED_EVERY = (1, 3, 6, 12, 60)  # steps; the first that gives few places on the axis
FEW_PLACES = 8  # on an axis that also says how many each place rests on
FEW_COUNTS = 5  # an axis that ends below shows parts of one
BAND_OPACITY = 0.18


def trend(picture: Trend, mode: Mode) -> go.Figure:
    """The lines, each with its name and last value at its end."""
    top = picture.top or highest(picture) * HEADROOM or 1
    return go.Figure(
        data=[trace for series in picture.series for trace in traces(picture, series, mode)],
        layout=base_layout(mode, HEIGHT)
        | {
            "margin": _margin(picture),
            "xaxis": step_axis(picture.steps, picture.x_title, mode) | _counted(picture),
            "yaxis": count_axis(top, mode),
            "annotations": _end_labels(picture, top, mode) + event_numbers(picture.events, mode),
            "shapes": event_lines(picture.events, mode),
        },
    )


def _margin(picture: Trend) -> dict[str, int]:
    """Room for numbers of events above, counts under the axis, and names at the ends."""
    longest = max((len(series.name) for series in picture.series if not series.is_quiet), default=0)
    return {
        "l": 40,
        "r": max(LABEL_ROOM, VALUE_ROOM + LETTER * longest),
        "t": 24 if picture.events else 8,
        "b": 72 if picture.counts else 44,
    }


def highest(picture: Trend) -> float:
    """The highest value of lines and bands; 0 when there is none."""
    values = [v for s in picture.series for v in (*s.values, *s.high) if v is not None]
    return max(values, default=0.0)


def traces(picture: Trend, series: Series, mode: Mode) -> list[dict[str, Any]]:
    """A line for plotly: its band, when it has one, and the line itself."""
    line = _trace(picture, series, mode)
    if not series.low:
        return [line]
    ends = [
        _band_end(picture, series.low, series, mode),
        _band_end(picture, series.high, series, mode),
    ]
    ends[1] |= {
        "fill": "tonexty",
        "fillcolor": see_through(ink_colour(series.ink, mode), BAND_OPACITY),
    }
    return [*ends, line]


def _band_end(
    picture: Trend, values: Sequence[float | None], series: Series, mode: Mode
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": places(picture.steps),
        "y": list(values),
        "line": {"width": 0, "shape": _shape(series), "color": ink_colour(series.ink, mode)},
        "hoverinfo": "skip",
    }


def _trace(picture: Trend, series: Series, mode: Mode) -> dict[str, Any]:
    value = f"%{{y:,.{picture.decimals}f}}"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": places(picture.steps),
        "y": list(series.values),
        "name": series.name,
        "line": {
            "color": ink_colour(series.ink, mode),
            "width": 1 if series.is_quiet else 2.5,
            "dash": "dash" if series.is_dashed else "solid",
            "shape": _shape(series),
        },
        "customdata": [step_words(step, picture.x_title) for step in picture.steps],
        "hovertemplate": f"%{{customdata}}: {value} {series.name}<extra></extra>",
    }


def _shape(series: Series) -> str:
    return "hv" if series.is_stepped else "linear"


def step_axis(steps: Sequence[Step], x_title: str, mode: Mode) -> dict[str, Any]:
    """The horizontal axis: Dutch months, or numbers with their title."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "color": PALETTES[mode].muted,
        "linecolor": PALETTES[mode].line,
        "fixedrange": True,
    }
    days = [step for step in steps if isinstance(step, date)]
    if not days:
        return axis | {
            "tickformat": ",d",
            "title": {"text": x_title, "standoff": 8, "font": {"size": 13}},
        }
    ticks = _ticks(days)
    return axis | {
        "type": "date",
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in ticks],
        "ticktext": [short_month(day).replace(" ", "<br>") for day in ticks],
    }


def _counted(picture: Trend) -> dict[str, Any]:
    """The places on an axis of numbers, each with how many it rests on."""
    if not picture.counts:
        return {}
    every = next(n for n in COUNTED_EVERY if len(picture.steps) <= n * FEW_PLACES)
    pairs = list(zip(places(picture.steps), picture.counts, strict=True))[::every]
    return {
        "tickmode": "array",
        "tickangle": 0,
        "tickvals": [place for place, _ in pairs],
        "ticktext": [f"{place}<br>({count})" for place, count in pairs],
    }


def _ticks(months: Sequence[date]) -> list[date]:
    """Every third month of a short trend, else every January."""
    if len(months) <= FEW_MONTHS:
        return list(months[::-3])[::-1]
    return [day for day in months if day.month == 1]


def count_axis(top: float, mode: Mode) -> dict[str, Any]:
    """A vertical axis from zero to `top`, with thin lines."""
    return {
        "range": [0, top],
        "nticks": 5,
        "tickformat": ",d" if top > FEW_COUNTS else "",
        "gridcolor": PALETTES[mode].grid,
        "color": PALETTES[mode].muted,
        "zeroline": False,
        "fixedrange": True,
    }


def _end_labels(picture: Trend, top: float, mode: Mode) -> list[dict[str, Any]]:
    named = [
        (series, last)
        for series in picture.series
        if not series.is_quiet and (last := last_value(series)) is not None
    ]
    heights = spread([last / top for _, last in named], LABEL_GAP)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": height,
            "yref": "paper",
            "text": f'<span style="color:{ink_colour(series.ink, mode)}">●</span>'
            f" <b>{number(last, picture.decimals)}</b> {series.name}",
            "showarrow": False,
        }
        for (series, last), height in zip(named, heights, strict=True)
    ]


def last_value(series: Series) -> float | None:
    """The last value that a line has, None when it has none."""
    return next((value for value in reversed(series.values) if value is not None), None)


def spread(heights: Sequence[float], gap: float) -> list[float]:
    """The heights (0 to 1), moved so that neighbours are at least `gap` apart and none above 1."""
    placed: dict[int, float] = {}
    floor = 0.0
    for index in sorted(range(len(heights)), key=lambda index: heights[index]):
        placed[index] = max(heights[index], floor)
        floor = placed[index] + gap
    above = max(0.0, max(placed.values(), default=0.0) - 1)
    return [placed[index] - above for index in range(len(heights))]
