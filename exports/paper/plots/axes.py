"""The axes of lines over time on paper: the frame that a layout stands in."""

from dataclasses import dataclass, replace

from charts.layout import axis as scales
from charts.layout.axis import Axis
from charts.layout.trend import Axes as Layout
from charts.pictures import Step, Trend
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.letters import Style
from exports.paper.vega import TICK_SIZE, Frame, Spec, at, axis, layer, scaled

TICK = Style(TICK_SIZE, 14)
TITLE = Style(12, 15, "muted")
TICK_GAP = 10
BELOW = 34  # the room for months over two lines
BELOW_TITLE = 46
TITLE_BELOW = 34  # units under the frame


@dataclass(frozen=True)
class Axes:
    """Both axes, and the frame that they stand in."""

    layout: Layout
    frame: Frame

    @property
    def across(self) -> Spec:
        """The horizontal position of a row: its x."""
        return position("x", self.layout.across)

    def up(self, field: str = "y") -> Spec:
        """The vertical position of a row."""
        return position(field, self.layout.up)

    def place(self, step: Step) -> float:
        """Where a step lies in the frame, in units from the left."""
        return self.layout.across.part(scales.place(step)) * self.frame.width

    def sees(self, step: Step) -> bool:
        """Whether a step lies between the ends of the axis."""
        return 0 <= self.layout.across.part(scales.place(step)) <= 1

    def with_top_room(self, room: float) -> "Axes":
        """The same with room above the frame."""
        return replace(self, frame=replace(self.frame, top=room))


def position(field: str, placed: Axis) -> Spec:
    """The position of a row on an axis."""
    return scaled(field, placed.low, placed.high)


def left_room(up: Axis, house: House) -> float:
    """The room for the numbers of a vertical axis."""
    return max(letters.width(text, TICK, house) for text in up.ticks.values()) + TICK_GAP


def below(picture: Trend) -> float:
    """The room under the frame for the words of the steps, and what they rest on."""
    return (BELOW_TITLE if picture.x_title else BELOW) + _counts_room(picture)


def _counts_room(picture: Trend) -> float:
    return TICK.leading if picture.counts else 0


def axes_layers(picture: Trend, placed: Axes, house: House) -> list[Spec]:
    """Both axes, carried by a mark that shows nothing, and the title of the steps."""
    across, up = placed.layout.across, placed.layout.up
    carrier = layer(
        {"type": "point", "opacity": 0},
        [{"x": across.low, "y": up.low}],
        x=placed.across | {"axis": axis(across.ticks, grid=False)},
        y=placed.up() | {"axis": upward(up)},
    )
    return [carrier, *axis_title(picture.x_title, placed.frame, house, _counts_room(picture))]


def upward(up: Axis) -> Spec:
    """A vertical axis of which only the numbers and thin lines are seen."""
    return axis(up.ticks, domain=False, ticks=False, labelPadding=6)


def axis_title(text: str, frame: Frame, house: House, lower: float = 0) -> list[Spec]:
    """The title of a horizontal axis, under its middle."""
    mark = {"type": "text", "fontSize": TITLE.size, "color": house.colour(TITLE.ink)}
    place = {"x": at(frame.width / 2), "y": at(frame.height + TITLE_BELOW + lower)}
    return [layer(mark, [{"text": text}], **place, text={"field": "text"})] if text else []
