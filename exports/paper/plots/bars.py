"""Bars on paper: names at the left, bars from zero, values or marks behind them."""

from collections.abc import Sequence

from charts.layout import bars as layouts
from charts.layout.axis import Axis
from charts.layout.bars import end, keys, label
from charts.pictures import Bar, Bars
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.plots.axes import position
from exports.paper.vega import Frame, Spec, at, drawn, layer, pixel, plain, plot

TEXT = Style(12.5, 15)
NAME_ROOM = 0.36  # of the width at most
NAME_LINES = 2
BAR = 15
GAP = 7
LABEL_GAP = 7


def bars(picture: Bars, room: float, house: House) -> Body:
    """The bars in a drawing `room` wide, in the order in which they are read."""
    names = [
        letters.wrapped(bar.name, room * NAME_ROOM, TEXT, house, most=NAME_LINES)
        for bar in picture.bars
    ]
    left = max(letters.width(line, TEXT, house) for lines in names for line in lines) + 10
    labels = [label(bar, picture.decimals) for bar in picture.bars]
    step = max(len(lines) for lines in names) * TEXT.leading + GAP
    placed = layouts.axis(picture)
    right = _right(picture, labels, placed, room - left, house)
    frame = Frame(room - left - right, step * len(names), left, right)
    layers = [*_names(names, step, house), *_drawn_bars(picture, labels, step, placed, house)]
    return Body(drawn(plot(layers, frame), frame, house), frame.height, keys(picture))


def _right(picture: Bars, labels: Sequence[str], placed: Axis, room: float, house: House) -> float:
    """The room beyond the axis for figures that do not fit between their bar and its end."""
    beyond = [
        letters.width(text, TEXT, house) + LABEL_GAP - (1 - placed.part(end(bar))) * room
        for bar, text in zip(picture.bars, labels, strict=True)
    ]
    return max([0.0, *beyond])


def _names(names: Sequence[Sequence[str]], step: float, house: House) -> list[Spec]:
    mark = {
        "type": "text",
        "align": "right",
        "baseline": "middle",
        "fontSize": TEXT.size,
        "dx": -10,
    }
    mark |= {"lineHeight": TEXT.leading, "color": house.palette.ink}
    rows = [
        {"text": lines, "y": (index + 0.5) * step - (len(lines) - 1) * TEXT.leading / 2}
        for index, lines in enumerate(names)
    ]
    return [layer(mark, rows, x=at(0), y=pixel("y"), text={"field": "text"})]


def _drawn_bars(
    picture: Bars, labels: Sequence[str], step: float, placed: Axis, house: House
) -> list[Spec]:
    rows = [
        _row(bar, text, (index + 0.5) * step, house)
        for index, (bar, text) in enumerate(zip(picture.bars, labels, strict=True))
    ]
    across, up = position("value", placed) | {"axis": None}, pixel("y")
    colour = plain("colour")
    intervals = [row for row in rows if row["low"] is not None]
    zero = {"type": "rule", "color": house.palette.line}
    return [
        layer({"type": "bar", "size": BAR}, rows, x=across, x2={"datum": 0}, y=up, color=colour),
        *_intervals(intervals, across, house),
        layer(zero, [{"value": 0}], x=across, y=at(0), y2=at("height")),
        _values(rows, position("end", placed) | {"axis": None}, house),
    ]


def _row(bar: Bar, text: str, y: float, house: House) -> Spec:
    return {
        "y": y,
        "value": bar.value or 0,
        "zero": 0,
        "low": bar.low,
        "high": bar.high,
        "end": end(bar),
        "colour": house.colour(bar.ink),
        "text": text,
    }


def _values(rows: Sequence[Spec], across: Spec, house: House) -> Spec:
    """The figures behind the ends of the bars."""
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": LABEL_GAP}
    mark |= {"fontSize": TEXT.size, "color": house.palette.ink}
    return layer(mark, rows, x=across, y=pixel("y"), text={"field": "text"})


def _intervals(rows: Sequence[Spec], across: Spec, house: House) -> list[Spec]:
    if not rows:
        return []
    line = {"type": "rule", "strokeWidth": 1.5, "color": house.palette.ink}
    return [layer(line, rows, x=across | {"field": "low"}, x2={"field": "high"}, y=pixel("y"))]
