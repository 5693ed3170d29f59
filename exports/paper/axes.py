"""The axes of lines over time: steps from left to right, amounts from zero up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from charts.pictures import Step, Trend
from charts.trend import HEADROOM, highest
from data.dutch import number
from exports.house import House
from exports.paper import letters, ticks
from exports.paper.letters import Style
from exports.paper.vega import TICK_SIZE, Frame, Spec, at, axis, layer, scaled

TICK = Style(TICK_SIZE, 14)
TITLE = Style(12, 15, "muted")
TICK_GAP = 10
BELOW = 34  # the room for months over two lines
BELOW_TITLE = 46
TITLE_BELOW = 34  # units under the frame


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


def left_room(top: float, decimals: int, house: House) -> float:
    """The room for the numbers of a vertical axis up to `top`."""
    texts = ticks.number_ticks(0, top, decimals).values()
    return max(letters.width(text, TICK, house) for text in texts) + TICK_GAP


def below(picture: Trend) -> float:
    """The room under the frame for the words of the steps, and what they rest on."""
    return (BELOW_TITLE if picture.x_title else BELOW) + _counts_room(picture)


def _counts_room(picture: Trend) -> float:
    return TICK.leading if picture.counts else 0


def axes_layers(picture: Trend, placed: Axes, house: House, most: int = ticks.MOST) -> list[Spec]:
    """Both axes, carried by a mark that shows nothing, and the title of the steps."""
    across = axis(_counted(picture, ticks.step_ticks(picture.steps, most)), grid=False)
    numbers = ticks.number_ticks(0, placed.top, picture.decimals)
    up = axis(numbers, domain=False, ticks=False, labelPadding=6)
    carrier = layer(
        {"type": "point", "opacity": 0},
        [{"x": placed.start, "y": 0}],
        x=placed.across | {"axis": across},
        y=placed.up() | {"axis": up},
    )
    return [carrier, *axis_title(picture.x_title, placed.frame, house, _counts_room(picture))]


def _counted(picture: Trend, words: Mapping[float, str]) -> dict[float, str]:
    """The words of the steps, with below them on how many each rests."""
    rests = dict(zip(map(ticks.place, picture.steps), picture.counts, strict=False))
    return {
        place: f"{text}\n({number(rests[place])})" if place in rests else text
        for place, text in words.items()
    }


def axis_title(text: str, frame: Frame, house: House, lower: float = 0) -> list[Spec]:
    """The title of a horizontal axis, under its middle."""
    mark = {"type": "text", "fontSize": TITLE.size, "color": house.colour(TITLE.ink)}
    place = {"x": at(frame.width / 2), "y": at(frame.height + TITLE_BELOW + lower)}
    return [layer(mark, [{"text": text}], **place, text={"field": "text"})] if text else []
