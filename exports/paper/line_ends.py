"""The names at the ends of lines, in place of a legend: value and name, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.pictures import Series, Trend
from charts.trend import last_value, spread
from data.dutch import number
from exports.house import House
from exports.paper import letters
from exports.paper.axes import Axes
from exports.paper.letters import Style
from exports.paper.vega import Spec, at, layer

NAME = Style(13, 15)
VALUE = Style(13, 15, is_bold=True)
LONGEST = 132
MOST_LINES = 3
START = 22  # units right of the frame; the dot stands before it
DOT = 14
DOT_SIZE = 50


@dataclass(frozen=True)
class End:
    """The end of a line: its value in words, and its name over lines."""

    series: Series
    last: float
    value: str
    lines: Sequence[str]


def ends(picture: Trend, house: House) -> list[End]:
    """The ends of all lines that have a name and a value."""
    found = [(series, last_value(series)) for series in picture.series if not series.is_quiet]
    return [
        _end(series, last, picture.decimals, house) for series, last in found if last is not None
    ]


def _end(series: Series, last: float, decimals: int, house: House) -> End:
    value = number(last, decimals)
    room = LONGEST - _indent(value, house)
    return End(series, last, value, letters.wrapped(series.name, room, NAME, house, MOST_LINES))


def _indent(value: str, house: House) -> float:
    """Where the name starts after its value."""
    return letters.width(f"{value} ", VALUE, house)


def room(names: Sequence[End], house: House) -> float:
    """The room that the names take right of the frame."""
    return START + max((_wide(end, house) for end in names), default=0)


def _wide(end: End, house: House) -> float:
    widest = max((letters.width(line, NAME, house) for line in end.lines), default=0)
    return _indent(end.value, house) + widest


def end_layers(names: Sequence[End], axes: Axes, house: House) -> list[Spec]:
    """Dot, value and name of every line, moved apart where they would touch."""
    lines = max((len(end.lines) for end in names), default=1)
    gap = (lines * NAME.leading + 2) / axes.frame.height
    heights = spread([end.last / axes.top for end in names], gap)
    places = zip(names, heights, strict=True)
    return [mark for end, height in places for mark in _marks(end, height * axes.top, axes, house)]


def _marks(end: End, y: float, axes: Axes, house: House) -> list[Spec]:
    text = {"type": "text", "align": "left", "fontSize": NAME.size, "lineHeight": NAME.leading}
    dot = {"type": "circle", "size": DOT_SIZE, "opacity": 1, "xOffset": DOT}
    colour = house.colour(end.series.ink)
    place = {"x": at("width"), "y": axes.up()}
    value, name = [{"y": y, "text": end.value}], [{"y": y, "text": list(end.lines)}]
    indent = START + _indent(end.value, house)
    words = {"text": {"field": "text"}}
    return [
        layer(dot | {"color": colour}, [{"y": y}], **place),
        layer(text | {"dx": START, "fontWeight": 600}, value, **place, **words),
        layer(text | {"dx": indent}, name, **place, **words),
    ]
