"""Points against two axes of numbers on paper, with lines behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.pictures import Curve, Dot, Scatter
from exports.house import House
from exports.paper import letters, ticks
from exports.paper.axes import BELOW_TITLE, TICK, TICK_GAP, TITLE, axis_title
from exports.paper.body import Body, Key, Sign
from exports.paper.letters import Style
from exports.paper.vega import Frame, Spec, at, axis, drawn, layer, plain, plot, scaled

HEIGHT = 330
NAME = Style(11, 13)
ABOVE = 26  # for the title of the vertical axis
RIGHT = 12
DOT_SIZE = 55
AWAY = 6  # between a dot and its name
HEADROOM = 1.06
QUIET = ("line", "idle")  # inks of what is not the subject


@dataclass(frozen=True)
class Ends:
    """The ends of both axes."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def x(self) -> Spec:
        """The horizontal position of a row."""
        return scaled("x", self.left, self.right)

    @property
    def y(self) -> Spec:
        """The vertical position of a row."""
        return scaled("y", self.bottom, self.top)

    def place(self, dot: Dot, frame: Frame) -> tuple[float, float]:
        """Where a dot lies in the frame, from its top left."""
        across = (dot.x - self.left) / (self.right - self.left) * frame.width
        return across, (self.top - dot.y) / (self.top - self.bottom) * frame.height


def scatter(picture: Scatter, room: float, house: House) -> Body:
    """The points in a drawing `room` wide."""
    ends = _ends(picture)
    up = ticks.number_ticks(ends.bottom, ends.top, picture.decimals)
    left = max(letters.width(text, TICK, house) for text in up.values()) + TICK_GAP
    frame = Frame(room - left - RIGHT, HEIGHT, left, RIGHT, ABOVE, BELOW_TITLE)
    layers = [
        _axes(picture, ends, up),
        _title(picture.y_title, left, house),
        *axis_title(picture.x_title, frame, house),
        *(_curve(curve, ends, house) for curve in picture.curves),
        _dots(picture.dots, ends, house),
        *_names(picture.dots, ends, frame, house),
    ]
    body = drawn(plot(layers, frame), frame, house)
    return Body(body, frame.total_height, [_key(curve, house) for curve in picture.curves])


def _ends(picture: Scatter) -> Ends:
    """From zero, or from the lowest when that is below it."""
    across = [dot.x for dot in picture.dots] + [x for curve in picture.curves for x in curve.x]
    up = [dot.y for dot in picture.dots] + [y for curve in picture.curves for y in curve.y]
    right, top = max(across, default=0), max(up, default=0)
    left, bottom = min([0.0, *across]), min([0.0, *up])
    return Ends(left, right * HEADROOM or 1, bottom, top * HEADROOM or 1)


def _axes(picture: Scatter, ends: Ends, up: dict[float, str]) -> Spec:
    numbers = ticks.number_ticks(ends.left, ends.right, picture.decimals)
    across = axis(numbers, grid=False)
    upward = axis(up, domain=False, ticks=False, labelPadding=6)
    place = {"x": ends.x | {"axis": across}, "y": ends.y | {"axis": upward}}
    return layer({"type": "point", "opacity": 0}, [{"x": ends.left, "y": ends.bottom}], **place)


def _title(text: str, left: float, house: House) -> Spec:
    """The title of the vertical axis lies above it, where it is read without turning."""
    mark = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": TITLE.size}
    mark |= {"color": house.colour(TITLE.ink)}
    return layer(mark, [{"text": text}], x=at(-left), y=at(-8), text={"field": "text"})


def _curve(curve: Curve, ends: Ends, house: House) -> Spec:
    mark = {"type": "line", "color": house.colour(curve.ink), "strokeWidth": 1.5, "clip": True}
    mark |= {"strokeDash": [5, 4]} if curve.is_dashed else {}
    rows = [{"x": x, "y": y} for x, y in zip(curve.x, curve.y, strict=True)]
    order = {"value": 0}  # as given, not from left to right
    return layer(mark, rows, x=ends.x, y=ends.y, order=order)


def _key(curve: Curve, house: House) -> Key:
    sign = Sign.DASH if curve.is_dashed else Sign.LINE
    return Key(curve.name, house.colour(curve.ink), sign)


def _dots(dots: Sequence[Dot], ends: Ends, house: House) -> Spec:
    """The dots, those that are the subject on top."""
    ordered = sorted(dots, key=lambda dot: dot.ink not in QUIET)
    rows = [{"x": dot.x, "y": dot.y, "colour": house.colour(dot.ink)} for dot in ordered]
    mark = {"type": "circle", "size": DOT_SIZE, "opacity": 0.85}
    mark |= {"stroke": house.palette.paper, "strokeWidth": 0.8}
    return layer(mark, rows, x=ends.x, y=ends.y, color=plain("colour"))


Box = tuple[float, float, float, float]  # left, top, right, bottom


def _names(dots: Sequence[Dot], ends: Ends, frame: Frame, house: House) -> list[Spec]:
    """The names beside their dots, at the first side where none touches another."""
    taken = [_around(*ends.place(dot, frame)) for dot in dots]
    marks = []
    for dot in (dot for dot in dots if dot.is_named):
        x, y = ends.place(dot, frame)
        sides = _sides(x, y, letters.width(dot.name, NAME, house))
        inside = [box for box in sides if box[0] >= 0 and box[2] <= frame.width] or sides
        free = [box for box in inside if not any(_touch(box, other) for other in taken)]
        box = (free or inside)[0]
        taken.append(box)
        marks.append(_name(dot.name, box, house))
    return marks


def _around(x: float, y: float) -> Box:
    half = AWAY - 2
    return x - half, y - half, x + half, y + half


def _sides(x: float, y: float, wide: float) -> list[Box]:
    """The place of a name right of a point, left of it, above and below it."""
    half, high = wide / 2, NAME.leading / 2
    middles = [
        (x + AWAY + half, y),
        (x - AWAY - half, y),
        (x, y - AWAY - high),
        (x, y + AWAY + high),
    ]
    return [(a - half, b - high, a + half, b + high) for a, b in middles]


def _touch(one: Box, other: Box) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _name(text: str, box: Box, house: House) -> Spec:
    mark = {"type": "text", "align": "left", "fontSize": NAME.size}
    mark |= {"color": house.colour(NAME.ink)}
    place = {"x": at(box[0]), "y": at((box[1] + box[3]) / 2)}
    return layer(mark, [{"text": text}], **place, text={"field": "text"})
