"""Horizontal bars: the ends of their axis, what stands behind them, and their legend."""

from charts.layout.axis import Axis, number_axis
from charts.layout.keys import Key, Sign
from charts.pictures import Bar, Bars
from data.dutch import number

FIGURE_ROOM = 1.18  # of the longest bar, so that its figure fits behind it
UNCERTAINTY = "onzekerheid"


def axis(picture: Bars) -> Axis:
    """From zero (or the lowest value below it) to beyond the highest value or interval."""
    found = [
        end for bar in picture.bars for end in (bar.value, bar.low, bar.high) if end is not None
    ]
    low, high = min([0.0, *found]), max([0.0, *found])
    room = max(high, -low) * (FIGURE_ROOM - 1) or 1
    return number_axis(low - room if low < 0 else 0, high + room, picture.decimals)


def label(bar: Bar, decimals: int) -> str:
    """The value of a bar, or the word that says why there is none."""
    return bar.mark if bar.value is None else number(bar.value, decimals)


def end(bar: Bar) -> float:
    """Where a bar and its interval end, at the right: its figure stands beyond."""
    return max(value for value in (bar.value, bar.high, 0) if value is not None)


def has_intervals(picture: Bars) -> bool:
    """Whether any bar has an interval."""
    return any(bar.low is not None for bar in picture.bars)


def keys(picture: Bars) -> list[Key]:
    """What the thin lines over the bars are."""
    return [Key(UNCERTAINTY, "ink", Sign.LINE)] if has_intervals(picture) else []
