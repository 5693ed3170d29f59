"""Stretches of time on paper: under each other on one calendar, with the events of those days."""

from collections.abc import Sequence

from charts.layout import time_strip as layouts
from charts.layout.axis import Axis
from charts.layout.trend import Axes as Layout
from charts.pictures import Stretch, TimeStrip
from charts.theme import text_on
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.plots import events
from exports.paper.plots.axes import BELOW, Axes
from exports.paper.vega import Frame, Spec, at, axis, drawn, layer, pixel, plain, plot

NAME = Style(12.5, 15)
DETAIL = Style(11, 14)
NAMES = 0.34  # of the width at most
ROW = 24.0
BAR = 13.0
GAP = 8.0
UNSEEN = Axis(0, 1, {})  # rows have no vertical axis


def time_strip(picture: TimeStrip, room: float, house: House) -> Body:
    """The stretches in a drawing `room` wide, in the order in which they are read."""
    names = [
        letters.wrapped(stretch.name, room * NAMES, NAME, house, most=1)
        for stretch in picture.stretches
    ]
    left = max(letters.width(line, NAME, house) for lines in names for line in lines) + GAP
    frame = Frame(room - left - GAP, ROW * len(names), left, GAP, bottom=BELOW)
    placed = Axes(Layout(layouts.axis(picture), UNSEEN), frame)
    notes = events.named(picture.events, placed, house)
    placed = placed.with_top_room(events.room(notes))
    layers = [
        _calendar(placed),
        *events.event_layers(picture.events, notes, placed, house),
        _bars(picture.stretches, placed, house),
        *(_name(lines[0], index, house) for index, lines in enumerate(names) if lines),
        *_details(picture.stretches, placed, house),
    ]
    return Body(drawn(plot(layers, placed.frame), placed.frame, house), placed.frame.total_height)


def _calendar(placed: Axes) -> Spec:
    """The months below, carried by a mark that shows nothing."""
    days = placed.layout.across
    across = placed.across | {"axis": axis(days.ticks, grid=True)}
    return layer({"type": "point", "opacity": 0}, [{"x": days.low}], x=across, y=at(0))


def _middle(index: int) -> float:
    return (index + 0.5) * ROW


def _bars(stretches: Sequence[Stretch], placed: Axes, house: House) -> Spec:
    rows = [
        {
            "x": placed.place(stretch.start),
            "x2": max(placed.place(stretch.end), placed.place(stretch.start) + 2),
            "y": _middle(index) - BAR / 2,
            "y2": _middle(index) + BAR / 2,
            "colour": house.colour(stretch.ink),
        }
        for index, stretch in enumerate(stretches)
    ]
    ends = {"x": pixel("x"), "x2": {"field": "x2"}, "y": pixel("y"), "y2": {"field": "y2"}}
    return layer({"type": "rect", "cornerRadius": 2}, rows, **ends, color=plain("colour"))


def _name(text: str, index: int, house: House) -> Spec:
    mark = {"type": "text", "align": "right", "fontSize": NAME.size}
    mark |= {"color": house.colour(NAME.ink)}
    return layer(mark, [{"text": text}], x=at(-GAP), y=at(_middle(index)), text={"field": "text"})


def _details(stretches: Sequence[Stretch], placed: Axes, house: House) -> list[Spec]:
    """The words of a stretch in its bar, after it or before it: where they fit."""
    found = [
        (stretch, index, _spot(stretch, placed, house)) for index, stretch in enumerate(stretches)
    ]
    return [_detail(stretch, index, *spot) for stretch, index, spot in found if spot]


def _spot(stretch: Stretch, placed: Axes, house: House) -> tuple[float, str] | None:
    """Where the words begin, and their ink; None when there is no room or nothing to say."""
    wide = letters.width(stretch.detail, DETAIL, house) + 2 * GAP
    start, end = placed.place(stretch.start), placed.place(stretch.end)
    if not stretch.detail:
        return None
    if wide <= end - start:
        return start + GAP, text_on(house.colour(stretch.ink))
    if end + wide <= placed.frame.width:
        return end + GAP, house.palette.muted
    return (start - wide + GAP, house.palette.muted) if wide <= start else None


def _detail(stretch: Stretch, index: int, start: float, colour: str) -> Spec:
    mark = {"type": "text", "align": "left", "fontSize": DETAIL.size, "color": colour}
    place = {"x": at(start), "y": at(_middle(index))}
    return layer(mark, [{"text": stretch.detail}], **place, text={"field": "text"})
