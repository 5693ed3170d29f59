"""Lines over time on paper: from zero, each named at its end, with bands, references and events."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.layout.axis import place
from charts.layout.trend import BAND_OPACITY, Line, axes, lines
from charts.pictures import Series, Trend
from exports.house import House
from exports.paper.elements.body import Body
from exports.paper.plots import events, line_ends
from exports.paper.plots.axes import Axes, axes_layers, below, left_room
from exports.paper.vega import Frame, Spec, dashes, drawn, layer, plot

HEIGHT = 270
DOT_SIZE = 30

Row = Mapping[str, Any]


def trend(picture: Trend, room: float, house: House) -> Body:
    """The lines in a drawing `room` wide."""
    names, layout = line_ends.ends(picture, HEIGHT, house), axes(picture)
    left, right = left_room(layout.up, house), line_ends.room(names, house)
    placed = Axes(layout, Frame(room - left - right, HEIGHT, left, right, bottom=below(picture)))
    notes = events.named(picture.events, placed, house)
    placed = placed.with_top_room(events.room(notes))
    layers = [
        *axes_layers(picture, placed, house),
        *line_layers(picture, placed, house),
        *events.event_layers(picture.events, notes, placed, house),
        *line_ends.end_layers(names, placed, house),
    ]
    return Body(drawn(plot(layers, placed.frame), placed.frame, house), placed.frame.total_height)


def line_layers(picture: Trend, placed: Axes, house: House) -> list[Spec]:
    """All bands and lines, the quiet ones below."""
    ordered = sorted(lines(picture), key=lambda line: not line.series.is_quiet)
    bands = [_band(picture, line.series, placed, house) for line in ordered if line.series.low]
    return bands + [made for line in ordered for made in _line(picture, line, placed, house)]


def _rows(picture: Trend, **values: Sequence[float | None]) -> list[Row]:
    return [
        {"x": place(step), **dict(zip(values, row, strict=True))}
        for step, row in zip(picture.steps, zip(*values.values(), strict=True), strict=True)
    ]


def _band(picture: Trend, series: Series, placed: Axes, house: House) -> Spec:
    mark = {"type": "area", "opacity": BAND_OPACITY, "interpolate": _shape(series)}
    rows = _rows(picture, low=series.low, high=series.high)
    end = {"field": "high"}
    colour = {"color": house.colour(series.ink)}
    return layer(mark | colour, rows, x=placed.across, y=placed.up("low"), y2=end)


def _line(picture: Trend, line: Line, placed: Axes, house: House) -> list[Spec]:
    """The line, with a dot at its end and where a value stands alone."""
    series = line.series
    rows = _rows(picture, y=series.values)
    colour = {"color": house.colour(series.ink)}
    mark = {
        "type": "line",
        "strokeWidth": line.width,
        "strokeJoin": "round",
        "interpolate": _shape(series),
        **dashes(line.stroke),
    }
    dot = {"type": "circle", "size": DOT_SIZE, "opacity": 1}
    dots = _alone(rows) + ([] if series.is_quiet else _last(rows))
    place = {"x": placed.across, "y": placed.up()}
    return [layer(mark | colour, rows, **place), layer(dot | colour, dots, **place)]


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
