"""A table in colours on paper: a field per row and column, with its value in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from charts.layout.heat import colour, ink, text
from charts.pictures import Heat
from charts.theme import Mode
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.vega import Frame, Spec, at, drawn, layer, pixel, plain, plot

NAME = Style(11.5, 13)
CHOSEN = Style(11.5, 13, "accent", is_bold=True)
VALUE = Style(11, 14)
HEADING = Style(10.5, 12.5, "muted")
NAMES = 0.32  # of the width at most
MOST_LINES = 2
SLANT = 40  # degrees
LONGEST = 130  # of a slanted name
ROW = 27.0
GAP = 8.0


def heat(picture: Heat, room: float, house: House) -> Body:
    """The fields in a drawing `room` wide, rows and columns in the order of the picture."""
    names = [
        letters.wrapped(name, room * NAMES, _style(picture, name), house, MOST_LINES)
        for name in picture.rows
    ]
    left = max(letters.width(line, CHOSEN, house) for lines in names for line in lines) + GAP
    headings = _headings(picture.columns, room - left, house)
    wide = (room - left - headings.right) / len(picture.columns)
    frame = Frame(
        room - left - headings.right, ROW * len(names), left, headings.right, headings.top
    )
    layers = [
        *_fields(picture, wide, house),
        *(
            _text(lines, _style(picture, name), (index + 0.5) * ROW, house)
            for index, (name, lines) in enumerate(zip(picture.rows, names, strict=True))
        ),
        *(
            _heading(lines, (index + 0.5) * wide, headings.angle, house)
            for index, lines in enumerate(headings.texts)
        ),
    ]
    return Body(drawn(plot(layers, frame), frame, house), frame.total_height)


@dataclass(frozen=True)
class Headings:
    """The names of the columns over lines, their angle, and the room that they take."""

    texts: Sequence[Sequence[str]]
    top: float
    right: float = 0
    angle: float = 0


def _headings(names: Sequence[str], room: float, house: House) -> Headings:
    """Level where every word fits its column, else slanted."""
    wide = room / len(names) - 4
    words = [letters.width(word, HEADING, house) for name in names for word in name.split()]
    if max(words, default=0) <= wide:
        texts = [letters.wrapped(name, wide, HEADING, house) for name in names]
        return Headings(texts, max(map(len, texts)) * HEADING.leading + GAP)
    texts = [letters.wrapped(name, LONGEST, HEADING, house, most=1) for name in names]
    longest = max(letters.width(text, HEADING, house) for lines in texts for text in lines)
    slant = radians(SLANT)
    right = letters.width("".join(texts[-1]), HEADING, house) * cos(slant) - wide / 2
    return Headings(texts, longest * sin(slant) + GAP + 6, max(0.0, right), -SLANT)


def _style(picture: Heat, name: str) -> Style:
    return CHOSEN if name == picture.chosen else NAME


def _fields(picture: Heat, wide: float, house: House) -> list[Spec]:
    rows = [
        {
            "x": column * wide,
            "x2": (column + 1) * wide,
            "y": row * ROW,
            "y2": (row + 1) * ROW,
            "middle": (column + 0.5) * wide,
            "centre": (row + 0.5) * ROW,
            "fill": (fill := colour(picture, value, Mode.LIGHT)) or house.palette.empty,
            "ink": ink(fill, house.palette.muted),
            "text": text(picture, value),
        }
        for row, values in enumerate(picture.values)
        for column, value in enumerate(values)
    ]
    field = {"type": "rect", "stroke": house.palette.paper, "strokeWidth": 1.5}
    ends = {"x": pixel("x"), "x2": {"field": "x2"}, "y": pixel("y"), "y2": {"field": "y2"}}
    place = {"x": pixel("middle"), "y": pixel("centre")}
    said = {"type": "text", "fontSize": VALUE.size}
    return [
        layer(field, rows, **ends, color=plain("fill")),
        layer(said, rows, **place, color=plain("ink"), text={"field": "text"}),
    ]


def _text(lines: Sequence[str], style: Style, middle: float, house: House) -> Spec:
    """The name of a row, left of its fields."""
    mark = {
        "type": "text",
        "align": "right",
        "fontSize": style.size,
        "lineHeight": style.leading,
        "fontWeight": 600 if style.is_bold else 400,
        "color": house.colour(style.ink),
        "dy": -(len(lines) - 1) * style.leading / 2,
    }
    return layer(mark, [{"text": lines}], x=at(-GAP), y=at(middle), text={"field": "text"})


def _heading(lines: Sequence[str], middle: float, angle: float, house: House) -> Spec:
    """The name of a column, standing on its fields."""
    mark = {"type": "text", "fontSize": HEADING.size, "color": house.colour(HEADING.ink)}
    if angle:
        mark |= {"angle": angle % 360, "align": "left"}
    else:
        lift = (len(lines) - 1) * HEADING.leading
        mark |= {"baseline": "bottom", "lineHeight": HEADING.leading, "dy": -4 - lift}
    y = at(-GAP if angle else 0)
    return layer(mark, [{"text": lines}], x=at(middle), y=y, text={"field": "text"})
