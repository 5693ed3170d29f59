"""Bars on paper: names at the left, bars from zero, values or marks behind them."""

from collections.abc import Sequence

from charts.pictures import Bar, Bars
from data.dutch import number
from exports.house import House
from exports.paper import letters
from exports.paper.body import Body, Key, Sign
from exports.paper.letters import Style
from exports.paper.vega import Frame, Spec, at, drawn, layer, pixel, plain, plot, scaled

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
    values = [text for text, bar in zip(labels, picture.bars, strict=True) if bar.value is not None]
    right = max((letters.width(text, TEXT, house) for text in values), default=0) + LABEL_GAP
    step = max(len(lines) for lines in names) * TEXT.leading + GAP
    frame = Frame(room - left - right, step * len(names), left, right)
    layers = [*_names(names, step, house), *_drawn_bars(picture, labels, step, frame, house)]
    return Body(drawn(plot(layers, frame), frame, house), frame.height, _keys(picture, house))


def label(bar: Bar, decimals: int) -> str:
    """The value of a bar, or the word that says why there is none."""
    return bar.mark if bar.value is None else number(bar.value, decimals)


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
    picture: Bars, labels: Sequence[str], step: float, frame: Frame, house: House
) -> list[Spec]:
    values = [v for bar in picture.bars for v in (bar.value, bar.low, bar.high) if v is not None]
    low, high = min([0.0, *values]), max([0.0, *values]) or 1.0
    rows = [
        {
            "y": (index + 0.5) * step,
            "value": bar.value or 0,
            "zero": 0,
            "low": bar.low,
            "high": bar.high,
            "end": max(v for v in (bar.value, bar.high, 0) if v is not None),
            "colour": house.colour(bar.ink),
            "text": text,
        }
        for index, (bar, text) in enumerate(zip(picture.bars, labels, strict=True))
    ]
    across, up = scaled("value", low, high, axis=None), pixel("y")
    colour = plain("colour")
    intervals = [row for row in rows if row["low"] is not None]
    zero = {"type": "rule", "color": house.palette.line}
    text = {"type": "text", "align": "left", "baseline": "middle", "dx": LABEL_GAP}
    return [
        layer({"type": "bar", "size": BAR}, rows, x=across, x2={"datum": 0}, y=up, color=colour),
        *_intervals(intervals, across, house),
        layer(zero, [{"value": 0}], x=across, y=at(0), y2=at("height")),
        layer(
            text | {"fontSize": TEXT.size, "color": house.palette.ink},
            rows,
            x=scaled("end", low, high, axis=None),
            y=up,
            text={"field": "text"},
        ),
    ]


def _intervals(rows: Sequence[Spec], across: Spec, house: House) -> list[Spec]:
    if not rows:
        return []
    line = {"type": "rule", "strokeWidth": 1.5, "color": house.palette.ink}
    return [layer(line, rows, x=across | {"field": "low"}, x2={"field": "high"}, y=pixel("y"))]


def _keys(picture: Bars, house: House) -> list[Key]:
    has_intervals = any(bar.low is not None for bar in picture.bars)
    return [Key("onzekerheid", house.palette.ink, Sign.LINE)] if has_intervals else []
