"""Lines from zero: the ends of their axes, and the names at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.layout.axis import MOST, Axis, number_axis, step_axis
from charts.layout.strokes import Stroke, strokes
from charts.pictures import Series, Trend
from data.dutch import number

HEADROOM = 1.08
BAND_OPACITY = 0.18
THICK, THIN = 2.25, 1.0  # of lines that are the subject, and of context


@dataclass(frozen=True)
class End:
    """The name at the end of a line: what it says, its value, and where it stands.

    `height` is a part of the vertical axis, moved so that no name lies over another.
    """

    series: Series
    value: float
    text: str
    height: float


@dataclass(frozen=True)
class Line:
    """A line with how it is drawn."""

    series: Series
    stroke: Stroke

    @property
    def width(self) -> float:
        """Its width: context is thin."""
        return THIN if self.series.is_quiet else THICK


@dataclass(frozen=True)
class Axes:
    """Both axes of a picture of lines."""

    across: Axis
    up: Axis


def axes(picture: Trend, most: int = MOST) -> Axes:
    """From the first step to the last, and from zero to just above the highest value."""
    across = step_axis(picture.steps, picture.counts, most)
    return Axes(across, number_axis(0, top(picture), picture.decimals, most))


def top(picture: Trend) -> float:
    """The end of the vertical axis: the picture's own, else just above its highest value."""
    return picture.top or highest(picture) * HEADROOM or 1


def highest(picture: Trend) -> float:
    """The highest value of lines and bands; 0 when there is none."""
    values = [v for s in picture.series for v in (*s.values, *s.high) if v is not None]
    return max(values, default=0.0)


def lines(picture: Trend) -> list[Line]:
    """The lines in their order, each with its stroke."""
    found = zip(picture.series, strokes(picture.series), strict=True)
    return [Line(series, stroke) for series, stroke in found]


def ends(picture: Trend, gap: float) -> list[End]:
    """The names of all lines that are the subject and have a value.

    `gap` is the height of a name, as a part of the vertical axis: every medium measures its own.
    """
    named = [
        (series, value)
        for series in picture.series
        if not series.is_quiet and (value := last_value(series)) is not None
    ]
    heights = spread([value / top(picture) for _, value in named], gap)
    return [
        End(series, value, number(value, picture.decimals), height)
        for (series, value), height in zip(named, heights, strict=True)
    ]


def last_value(series: Series) -> float | None:
    """The last value that a line has, None when it has none."""
    return next((value for value in reversed(series.values) if value is not None), None)


def spread(heights: Sequence[float], gap: float) -> list[float]:
    """The heights (0 to 1), moved so that neighbours are at least `gap` apart and none above 1."""
    placed: dict[int, float] = {}
    floor = 0.0
    for index in sorted(range(len(heights)), key=lambda index: heights[index]):
        placed[index] = max(heights[index], floor)
        floor = placed[index] + gap
    above = max(0.0, max(placed.values(), default=0.0) - 1)
    return [placed[index] - above for index in range(len(heights))]
