"""Lines over time: from zero, each named at its end, with bands, references and events."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from charts.layout.steps import step_words
from charts.layout.trend import BAND_OPACITY, End, Line, apart, axes, ends, lines
from charts.pictures import Series, Trend
from charts.screen.axes import dash, places, steps, up
from charts.screen.events import NUMBERS_HEIGHT, event_lines, event_numbers
from charts.theme import FONT_SIZE, Mode, base_layout, ink_colour, see_through

HEIGHT = 390
LABEL_ROOM = 110  # pixels at the right, for the names at the ends
VALUE_ROOM, LETTER = 72, 8  # pixels: for a value, and for every letter of a name
LONG_LINE = 12  # letters: a longer name runs over more lines, so that a phone has a plot beside it
LINE = 1.3  # of the letter size: how far plotly sets lines of text under each other


def trend(picture: Trend, mode: Mode) -> go.Figure:
    """The lines, each with its name and last value at its end."""
    placed = axes(picture)
    return go.Figure(
        data=traces(picture, mode),
        layout=base_layout(mode, HEIGHT)
        | {
            "margin": _margin(picture),
            "xaxis": steps(placed.across, picture.steps, picture.x_title, mode),
            "yaxis": up(placed.up, mode),
            "annotations": [
                *_end_labels(picture, mode),
                *event_numbers(picture.events, placed.across, mode),
            ],
            "shapes": event_lines(picture.events, mode),
        },
    )


def _margin(picture: Trend) -> dict[str, int]:
    """Room for numbers of events above, counts under the axis, and names at the ends."""
    longest = max((len(line) for lines in _names(picture).values() for line in lines), default=0)
    return {
        "l": 40,
        "r": max(LABEL_ROOM, VALUE_ROOM + LETTER * longest),
        "t": NUMBERS_HEIGHT if picture.events else 8,
        "b": 72 if picture.counts else 44,
    }


def traces(picture: Trend, mode: Mode) -> list[dict[str, Any]]:
    """All lines for plotly, each with its band before it when it has one."""
    return [trace for line in lines(picture) for trace in _traces(picture, line, mode)]


def _traces(picture: Trend, line: Line, mode: Mode) -> list[dict[str, Any]]:
    series = line.series
    if not series.low:
        return [_trace(picture, line, mode)]
    low, high = (_band_end(picture, end, series, mode) for end in (series.low, series.high))
    filling = see_through(ink_colour(series.ink, mode), BAND_OPACITY)
    return [low, high | {"fill": "tonexty", "fillcolor": filling}, _trace(picture, line, mode)]


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
        "showlegend": False,
    }


def _trace(picture: Trend, line: Line, mode: Mode) -> dict[str, Any]:
    series, value = line.series, f"%{{y:,.{picture.decimals}f}}"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": places(picture.steps),
        "y": list(series.values),
        "name": series.name,
        "line": {
            "color": ink_colour(series.ink, mode),
            "width": line.width,
            "dash": dash(line.stroke),
            "shape": _shape(series),
        },
        "customdata": [step_words(step, picture.x_title) for step in picture.steps],
        "hovertemplate": f"%{{customdata}}: {value} {series.name}<extra></extra>",
        "showlegend": False,
    }


def _shape(series: Series) -> str:
    return "hv" if series.is_stepped else "linear"


def _names(picture: Trend) -> dict[str, list[str]]:
    """The lines of text of every name at an end."""
    named = [series.name for series in picture.series if not series.is_quiet]
    return {name: wrap(name, LONG_LINE) for name in named}


def _end_labels(picture: Trend, mode: Mode) -> list[dict[str, Any]]:
    names, found, margin = _names(picture), ends(picture), _margin(picture)
    line = LINE * FONT_SIZE / (HEIGHT - margin["t"] - margin["b"])
    placed = apart(found, [line * len(names[end.series.name]) for end in found])
    return [_end_label(end, names[end.series.name], mode) for end in placed]


def _end_label(end: End, name: Sequence[str], mode: Mode) -> dict[str, Any]:
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 8,
        "y": end.height,
        "yref": "paper",
        "yanchor": "middle",  # else it depends on the height, and two names can meet
        "text": f'<span style="color:{ink_colour(end.series.ink, mode)}">●</span>'
        f" <b>{end.text}</b> {'<br>'.join(name)}",
        "align": "left",
        "showarrow": False,
    }
