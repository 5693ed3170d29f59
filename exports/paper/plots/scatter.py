"""Points against two axes of numbers on paper, with lines behind them."""

from typing import Any

from charts.layout import scatter as layouts
from charts.layout.scatter import Side, keys, named, ordered, stroke
from charts.layout.trend import Axes as Layout
from charts.pictures import Curve, Dot, Scatter
from exports.house import House
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.plots.axes import BELOW_TITLE, TITLE, axis_title, left_room, position, upward
from exports.paper.vega import Frame, Spec, at, axis, dashes, drawn, layer, plain, plot

HEIGHT = 330
NAME = Style(11, 13)
ABOVE = 26  # for the title of the vertical axis
RIGHT = 12
DOT_SIZE = 55
AWAY = 6  # between a dot and its name
SIDES: dict[Side, Spec] = {
    Side.RIGHT: {"align": "left", "dx": AWAY},
    Side.LEFT: {"align": "right", "dx": -AWAY},
    Side.ABOVE: {"baseline": "bottom", "dy": -AWAY},
    Side.BELOW: {"baseline": "top", "dy": AWAY},
}


def scatter(picture: Scatter, room: float, house: House) -> Body:
    """The points in a drawing `room` wide."""
    placed = layouts.axes(picture)
    left = left_room(placed.up, house)
    frame = Frame(room - left - RIGHT, HEIGHT, left, RIGHT, ABOVE, BELOW_TITLE)
    layers = [
        _axes(placed),
        _title(picture.y_title, left, house),
        *axis_title(picture.x_title, frame, house),
        *(_curve(curve, placed, house) for curve in picture.curves),
        _dots(picture, placed, house),
        *(_name(dot, side, placed, house) for dot, side in named(picture)),
    ]
    return Body(drawn(plot(layers, frame), frame, house), frame.total_height, keys(picture))


def _places(placed: Layout) -> dict[str, Any]:
    """The position of a row: its x and its y."""
    return {"x": position("x", placed.across), "y": position("y", placed.up)}


def _axes(placed: Layout) -> Spec:
    found = _places(placed)
    across, up = axis(placed.across.ticks, grid=False), upward(placed.up)
    place = {"x": found["x"] | {"axis": across}, "y": found["y"] | {"axis": up}}
    rows = [{"x": placed.across.low, "y": placed.up.low}]
    return layer({"type": "point", "opacity": 0}, rows, **place)


def _title(text: str, left: float, house: House) -> Spec:
    """The title of the vertical axis lies above it, where it is read without turning."""
    mark = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": TITLE.size}
    mark |= {"color": house.colour(TITLE.ink)}
    return layer(mark, [{"text": text}], x=at(-left), y=at(-8), text={"field": "text"})


def _curve(curve: Curve, placed: Layout, house: House) -> Spec:
    mark = {"type": "line", "color": house.colour(curve.ink), "strokeWidth": 1.5, "clip": True}
    rows = [{"x": x, "y": y} for x, y in zip(curve.x, curve.y, strict=True)]
    order = {"value": 0}  # as given, not from left to right
    return layer(mark | dashes(stroke(curve)), rows, **_places(placed), order=order)


def _dots(picture: Scatter, placed: Layout, house: House) -> Spec:
    rows = [
        {"x": dot.x, "y": dot.y, "colour": house.colour(dot.ink)} for dot in ordered(picture.dots)
    ]
    mark = {"type": "circle", "size": DOT_SIZE, "opacity": 0.85}
    mark |= {"stroke": house.palette.paper, "strokeWidth": 0.8}
    return layer(mark, rows, **_places(placed), color=plain("colour"))


def _name(dot: Dot, side: Side, placed: Layout, house: House) -> Spec:
    mark = {"type": "text", "fontSize": NAME.size, "color": house.colour(NAME.ink), **SIDES[side]}
    rows = [{"x": dot.x, "y": dot.y, "text": dot.name}]
    return layer(mark, rows, **_places(placed), text={"field": "text"})
