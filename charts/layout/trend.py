"""Lines from zero: the ends of their axes, and the names at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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

    `height` is a part of the vertical axis: that of the value until `apart` moves it.
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


def ends(picture: Trend) -> list[End]:
    """The names of all lines that are the subject and have a value, each at the end of its line."""
    sign = "%" * (picture.unit == "%")
    return [
        End(series, value, number(value, picture.decimals) + sign, value / top(picture))
        for series in picture.series
        if not series.is_quiet and (value := last_value(series)) is not None
    ]


def apart(found: Sequence[End], highs: Sequence[float]) -> list[End]:
    """The names, moved so that none lies over another or sticks out above or below the axis.

    `highs` are their heights, as parts of the vertical axis: every medium measures its own.
    """
    heights = spread([end.height for end in found], highs)
    return [replace(end, height=height) for end, height in zip(found, heights, strict=True)]


def last_value(series: Series) -> float | None:
    """The last value that a line has, None when it has none."""
    return next((value for value in reversed(series.values) if value is not None), None)


def spread(heights: Sequence[float], highs: Sequence[float]) -> list[float]:
    """Where the middles of names of some height stand: from 0 to 1, near their own heights.

    What does not fit sticks out below, so that no two ever touch.
    """
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    placed: dict[int, float] = {}
    floor, ceiling = 0.0, 1.0
    for index in order:
        placed[index] = max(heights[index], floor + highs[index] / 2)
        floor = placed[index] + highs[index] / 2
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling - highs[index] / 2)
        ceiling = placed[index] - highs[index] / 2
    return [placed[index] for index in range(len(heights))]
