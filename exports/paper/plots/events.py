"""Notes on a time line: a dotted line at each, and its name in the lowest row where it is free."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.layout.axis import place
from charts.pictures import Event
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.letters import Style
from exports.paper.plots.axes import Axes
from exports.paper.vega import Spec, at, layer

NAME = Style(11, 14, "muted")
LONGEST = 220
BETWEEN = 10
ABOVE = 8  # the room above the highest row


@dataclass(frozen=True)
class Named:
    """The name of an event, the middle of it in the frame, and its row from below."""

    text: str
    middle: float
    row: int


def named(events: Sequence[Event], axes: Axes, house: House) -> list[Named]:
    """The names of the events within the axes, in order, so that none touches another."""
    inside = [event for event in events if axes.sees(event.at)]
    names: list[Named] = []
    ends: list[float] = []  # where the last name in every row ends
    for event in sorted(inside, key=lambda event: place(event.at)):
        [text] = letters.wrapped(event.label, LONGEST, NAME, house, most=1) or [""]
        half = letters.width(text, NAME, house) / 2
        middle = min(max(axes.place(event.at), half), axes.frame.width - half)
        row = next((row for row, end in enumerate(ends) if end <= middle - half), len(ends))
        ends[row : row + 1] = [middle + half + BETWEEN]
        names.append(Named(text, middle, row))
    return names


def room(names: Sequence[Named]) -> float:
    """The room that the names take above the frame."""
    return ABOVE + (max((name.row for name in names), default=-1) + 1) * NAME.leading


def event_layers(
    events: Sequence[Event], names: Sequence[Named], axes: Axes, house: House
) -> list[Spec]:
    """The lines in the frame and the names above it."""
    rows = [{"x": place(event.at)} for event in events if axes.sees(event.at)]
    line = {"type": "rule", "strokeDash": [2, 3], "color": house.palette.line}
    return [layer(line, rows, x=axes.across), *(_name(name, house) for name in names)]


def _name(name: Named, house: House) -> Spec:
    mark = {
        "type": "text",
        "baseline": "bottom",
        "fontSize": NAME.size,
        "color": house.colour(NAME.ink),
        "dy": -2 - name.row * NAME.leading,
    }
    return layer(mark, [{"text": name.text}], x=at(name.middle), y=at(0), text={"field": "text"})
