"""The names at the ends of lines, in place of a legend: value and name, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.layout import trend
from charts.pictures import Trend
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.letters import Style
from exports.paper.plots.axes import Axes
from exports.paper.vega import Spec, at, layer

NAME = Style(13, 15)
VALUE = Style(13, 15, is_bold=True)
LONGEST = 132
MOST_LINES = 3
START = 22  # units right of the frame; the dot stands before it
DOT = 14
DOT_SIZE = 50


@dataclass(frozen=True)
class Named:
    """The end of a line with its name over lines."""

    end: trend.End
    lines: Sequence[str]


def ends(picture: Trend, height: float, house: House) -> list[Named]:
    """The ends of all lines that have a name and a value, in a frame of some height."""
    found = trend.ends(picture)
    names = [_name(end, house) for end in found]
    placed = trend.apart(found, [(len(lines) * NAME.leading + 2) / height for lines in names])
    return [Named(end, lines) for end, lines in zip(placed, names, strict=True)]


def _name(end: trend.End, house: House) -> list[str]:
    room = LONGEST - _indent(end.text, house)
    return letters.wrapped(end.series.name, room, NAME, house, MOST_LINES)


def _indent(value: str, house: House) -> float:
    """Where the name starts after its value."""
    return letters.width(f"{value} ", VALUE, house)


def room(names: Sequence[Named], house: House) -> float:
    """The room that the names take right of the frame."""
    return START + max((_wide(name, house) for name in names), default=0)


def _wide(name: Named, house: House) -> float:
    widest = max((letters.width(line, NAME, house) for line in name.lines), default=0)
    return _indent(name.end.text, house) + widest


def end_layers(names: Sequence[Named], axes: Axes, house: House) -> list[Spec]:
    """Dot, value and name of every line."""
    return [mark for name in names for mark in _marks(name, axes, house)]


def _marks(name: Named, axes: Axes, house: House) -> list[Spec]:
    text = {"type": "text", "align": "left", "fontSize": NAME.size, "lineHeight": NAME.leading}
    dot = {"type": "circle", "size": DOT_SIZE, "opacity": 1, "xOffset": DOT}
    colour = house.colour(name.end.series.ink)
    place = {"x": at("width"), "y": axes.up()}
    y = name.end.height * axes.layout.up.high
    indent = START + _indent(name.end.text, house)
    words = {"text": {"field": "text"}}
    return [
        layer(dot | {"color": colour}, [{"y": y}], **place),
        layer(
            text | {"dx": START, "fontWeight": 600},
            [{"y": y, "text": name.end.text}],
            **place,
            **words,
        ),
        layer(text | {"dx": indent}, [{"y": y, "text": list(name.lines)}], **place, **words),
    ]
