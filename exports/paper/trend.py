"""Lines over time on paper: from zero, each named at its end, with bands, references and events."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.pictures import Series, Trend
from charts.trend import BAND_OPACITY
from exports.house import House
from exports.paper import events, line_ends, ticks
from exports.paper.axes import Axes, axes, axes_layers, below, left_room, top_of
from exports.paper.body import Body
from exports.paper.vega import Frame, Spec, drawn, layer, plot

HEIGHT = 270
THICK, THIN = 2.2, 1.0
DOT_SIZE = 30

Row = Mapping[str, Any]


def trend(picture: Trend, room: float, house: House) -> Body:
    """The lines in a drawing `room` wide."""
    ends = line_ends.ends(picture, house)
    left, right = left_room(top_of(picture), picture.decimals, house), line_ends.room(ends, house)
    frame = Frame(room - left - right, HEIGHT, left, right, bottom=below(picture))
    placed = axes(picture.steps, top_of(picture), frame)
    names = events.named(picture.events, placed, house)
    placed = placed.with_top_room(events.room(names))
    layers = [
        *axes_layers(picture, placed, house),
        *line_layers(picture, placed, house),
        *events.event_layers(picture.events, names, placed, house),
        *line_ends.end_layers(ends, placed, house),
    ]
    return Body(drawn(plot(layers, placed.frame), placed.frame, house), placed.frame.total_height)


def line_layers(picture: Trend, placed: Axes, house: House) -> list[Spec]:
    """All bands and lines, the quiet ones below."""
    ordered = sorted(picture.series, key=lambda series: not series.is_quiet)
    bands = [_band(picture, series, placed, house) for series in ordered if series.low]
    return bands + [made for series in ordered for made in _line(picture, series, placed, house)]


def _rows(picture: Trend, **values: Sequence[float | None]) -> list[Row]:
    return [
        {"x": ticks.place(step), **dict(zip(values, row, strict=True))}
        for step, row in zip(picture.steps, zip(*values.values(), strict=True), strict=True)
    ]


def _band(picture: Trend, series: Series, placed: Axes, house: House) -> Spec:
    mark = {"type": "area", "opacity": BAND_OPACITY, "interpolate": _shape(series)}
    rows = _rows(picture, low=series.low, high=series.high)
    end = {"field": "high"}
    colour = {"color": house.colour(series.ink)}
    return layer(mark | colour, rows, x=placed.across, y=placed.up("low"), y2=end)


def _line(picture: Trend, series: Series, placed: Axes, house: House) -> list[Spec]:
    """The line, with a dot at its end and where a value stands alone."""
    rows = _rows(picture, y=series.values)
    colour = {"color": house.colour(series.ink)}
    line = {
        "type": "line",
        "strokeWidth": THIN if series.is_quiet else THICK,
        "strokeJoin": "round",
        "interpolate": _shape(series),
    }
    dash = {"strokeDash": [5, 4]} if series.is_dashed else {}
    dot = {"type": "circle", "size": DOT_SIZE, "opacity": 1}
    dots = _alone(rows) + ([] if series.is_quiet else _last(rows))
    place = {"x": placed.across, "y": placed.up()}
    return [layer(line | dash | colour, rows, **place), layer(dot | colour, dots, **place)]


def _shape(series: Series) -> str:
    return "step-after" if series.is_stepped else "linear"


def _last(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["y"] is not None][-1:]


def _alone(rows: Sequence[Row]) -> list[Row]:
    """The rows with a value and none at either side, which no line reaches."""
    known = [False, *(row["y"] is not None for row in rows), False]
    return [
        row
        for index, row in enumerate(rows, start=1)
        if known[index] and not known[index - 1] and not known[index + 1]
    ]
