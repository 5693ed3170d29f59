"""The same lines for several subjects: shared axes, one legend, and the last value of each."""

from charts.layout.axis import number_axis, step_axis
from charts.layout.keys import Key, Sign, once
from charts.layout.trend import Axes, End, ends, lines, top
from charts.pictures import Panels, Trend

MOST_TICKS = 4


def axes(picture: Panels) -> Axes:
    """The axes that all panels share: from the first step of any to the last."""
    trends = list(picture.panels.values())
    high = max(map(top, trends), default=1)
    decimals = max((trend.decimals for trend in trends), default=0)
    steps = [step for trend in trends for step in trend.steps]
    return Axes(
        step_axis(dict.fromkeys(steps), most=MOST_TICKS),
        number_axis(0, high, decimals, MOST_TICKS),
    )


def keys(picture: Panels) -> list[Key]:
    """Every kind of line once; a line with the name of its panel is named by that."""
    found = [
        Key(line.series.name, line.series.ink, Sign.LINE, line.stroke)
        for name, trend in picture.panels.items()
        for line in lines(trend)
        if line.series.name != name
    ]
    return once(found)


def last(picture: Trend) -> End | None:
    """The value that is written behind a panel: of the first line that is not context."""
    return next(iter(ends(picture)), None)
