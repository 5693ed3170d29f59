"""The axes of lines over time: steps from left to right, amounts from zero up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from charts.pictures import Step, Trend
from charts.trend import HEADROOM, highest
from exports.house import House
from exports.paper import letters, ticks
from exports.paper.letters import Style
from exports.paper.vega import TICK_SIZE, Frame, Spec, axis, layer, scaled

TICK = Style(TICK_SIZE, 14)
TICK_GAP = 10
BELOW = 34  # the room for months over two lines
BELOW_TITLE = 44


@dataclass(frozen=True)
class Axes:
    """The ends of both axes, and the frame that they stand in."""

    start: float
    end: float
    top: float
    frame: Frame

    @property
    def across(self) -> Spec:
        """The horizontal position of a row: its x."""
        return scaled("x", self.start, self.end)

    def up(self, field: str = "y") -> Spec:
        """The vertical position of a row."""
        return scaled(field, 0, self.top)

    def place(self, step: Step) -> float:
        """Where a step lies in the frame, in units from the left."""
        return (ticks.place(step) - self.start) / (self.end - self.start) * self.frame.width

    def with_top_room(self, room: float) -> "Axes":
        """The same with room above the frame."""
        return replace(self, frame=replace(self.frame, top=room))


def axes(steps: Iterable[Step], top: float, frame: Frame) -> Axes:
    """Axes from the first step to the last; a single one stands in the middle."""
    places = [ticks.place(step) for step in steps]
    start, end = min(places, default=0), max(places, default=1)
    return Axes(start, end, top, frame) if start < end else Axes(start - 1, end + 1, top, frame)


def top_of(picture: Trend) -> float:
    """The end of the vertical axis: the picture's own, else just above its highest value."""
    return picture.top or highest(picture) * HEADROOM or 1


def left_room(top: float, house: House) -> float:
    """The room for the numbers of a vertical axis up to `top`."""
    texts = ticks.number_ticks(0, top).values()
    return max(letters.width(text, TICK, house) for text in texts) + TICK_GAP


def below(picture: Trend) -> float:
    """The room under the frame for the words of the steps."""
    return BELOW_TITLE if picture.x_title else BELOW


def axes_layer(steps: Sequence[Step], x_title: str, drawn: Axes, most: int = ticks.MOST) -> Spec:
    """Both axes, carried by a mark that shows nothing."""
    across = axis(ticks.step_ticks(steps, most), x_title, grid=False)
    up = axis(ticks.number_ticks(0, drawn.top), domain=False, ticks=False, labelPadding=6)
    return layer(
        {"type": "point", "opacity": 0},
        [{"x": drawn.start, "y": 0}],
        x=drawn.across | {"axis": across},
        y=drawn.up() | {"axis": up},
    )
