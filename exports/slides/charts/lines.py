"""Native line charts: months or numbers on the horizontal axis, each line named at its end."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from charts.layout.axis import months_apart
from charts.layout.panels import last
from charts.layout.trend import Axes, End, Line, apart, axes, ends, lines
from charts.pictures import Series, Trend
from charts.tabulate import with_band
from exports.slides.box import Box
from exports.slides.canvas import SMALL, Canvas
from exports.slides.charts.figures import categories, points
from exports.slides.charts.parts import (
    Name,
    Scale,
    dress,
    month_axis,
    plot_area,
    value_axis,
    write_name,
)
from exports.slides.paint import MSO_DASHES
from exports.workbook.formats import number_format

LABEL_HEIGHT = 0.07  # of the height of the plot
PLOT = (0.055, 0.04, 0.745, 0.84)  # of a chart: left, top, width, height; the rest is for names
SMALL_PLOT = (0.1, 0.04, 0.78, 0.76)  # of a small chart, whose lines are named beside it


def trend(canvas: Canvas, picture: Trend, box: Box) -> Any:
    """A line chart, of months or of numbers; the frame that holds it."""
    placed = axes(picture)
    frame = _drawn(canvas, picture, placed, box)
    found = ends(picture)
    for end in apart(found, [LABEL_HEIGHT] * len(found)):
        lower = (placed.up.part(end.value) - end.height) * PLOT[3]
        colour = canvas.house.colour(end.series.ink)
        name = Name(f"{end.text} {end.series.name}", colour, canvas.size, lower=lower)
        _name_end(frame.chart, picture, end, name)
    return frame


def panel(canvas: Canvas, picture: Trend, placed: Axes, box: Box) -> Any:
    """A small line chart on the axes of all, with the last value at the end of its subject."""
    frame, end = _drawn(canvas.sized(SMALL), picture, placed, box), last(picture)
    if end is not None:
        name = Name(end.text, canvas.house.colour("ink"), SMALL)
        _name_end(frame.chart, picture, end, name)
    return frame


def _drawn(canvas: Canvas, picture: Trend, placed: Axes, box: Box) -> Any:
    draw = _of_months if _is_calendar(picture) else _of_numbers
    return draw(canvas, picture, placed, box)


def _is_calendar(picture: Trend) -> bool:
    return all(isinstance(step, date) for step in picture.steps)


def _of_months(canvas: Canvas, picture: Trend, placed: Axes, box: Box) -> Any:
    months = [step for step in picture.steps if isinstance(step, date)]
    named = [line for series in picture.series for line in with_band(series)]
    data = categories(months, named, picture.decimals)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.LINE, *box.emu, data)
    chart = frame.chart
    _frame(canvas, chart, picture, placed)
    month_axis(canvas, chart.category_axis, months_apart(months))
    _draw_lines(canvas, chart, picture)
    return frame


def _of_numbers(canvas: Canvas, picture: Trend, placed: Axes, box: Box) -> Any:
    """Numbers on the horizontal axis need not be equally far apart: a chart of points."""
    named = [line for series in picture.series for line in with_band(series)]
    stepped = [series.is_stepped for series in picture.series for _ in with_band(series)]
    pairs = [
        (name, _pairs(_numbers(picture), values, jumps))
        for (name, values), jumps in zip(named, stepped, strict=True)
    ]
    data = points(pairs, picture.decimals)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *box.emu, data)
    _frame(canvas, frame.chart, picture, placed)
    title = "" if _is_small(canvas) else picture.x_title
    scale = Scale(title, "#,##0", placed.across, has_grid=False)
    value_axis(canvas, frame.chart.category_axis, scale)
    _draw_lines(canvas, frame.chart, picture)
    return frame


def _numbers(picture: Trend) -> list[float]:
    return [float(step) for step in picture.steps if not isinstance(step, date)]


def _frame(canvas: Canvas, chart: Chart, picture: Trend, placed: Axes) -> None:
    dress(canvas, chart)
    plot_area(chart, SMALL_PLOT if _is_small(canvas) else PLOT)
    unit = "" if _is_small(canvas) else picture.unit
    shown = number_format(picture.decimals)
    value_axis(canvas, chart.value_axis, Scale(unit, shown, placed.up))


def _is_small(canvas: Canvas) -> bool:
    """Whether lines and axes are named beside the chart, which has no room for it."""
    return canvas.size <= SMALL


def _pairs(
    steps: Sequence[float], values: Sequence[float | None], jumps: bool
) -> list[tuple[float, float]]:
    """The places of a line; one that jumps keeps its height until the next step."""
    known = [(step, value) for step, value in zip(steps, values, strict=True) if value is not None]
    if not jumps or not known:
        return known
    held = [(step, before) for (_, before), (step, _) in pairwise(known)]
    return [known[0], *(pair for both in zip(held, known[1:], strict=True) for pair in both)]


def _draw_lines(canvas: Canvas, chart: Chart, picture: Trend) -> None:
    drawn = iter(chart.plots[0].series)
    for line in lines(picture):
        for place, _ in enumerate(with_band(line.series)):
            _draw_line(canvas, next(drawn), line, is_end=place > 0)


def _draw_line(canvas: Canvas, drawn: Any, line: Line, *, is_end: bool) -> None:
    """A line, or the end of its band, for which native charts have thin dots."""
    drawn.smooth = False
    drawn.format.line.color.rgb = canvas.ink(line.series.ink)
    drawn.format.line.width = Pt(1 if is_end else line.width)
    drawn.format.line.dash_style = MSO_LINE.SQUARE_DOT if is_end else MSO_DASHES[line.stroke]


def _name_end(chart: Chart, picture: Trend, end: End, name: Name) -> None:
    """Writes a name at the end of a line."""
    place = next(place for place, series in _places(picture) if series is end.series)
    write_name(chart.plots[0].series[place], _last_place(picture, end.series), name)


def _last_place(picture: Trend, series: Series) -> int:
    """The number of the last point of a line in its chart."""
    if _is_calendar(picture):
        return max(place for place, value in enumerate(series.values) if value is not None)
    return len(_pairs(_numbers(picture), series.values, series.is_stepped)) - 1


def _places(picture: Trend) -> list[tuple[int, Series]]:
    """Where each line stands among the lines of the chart."""
    place, found = 0, []
    for series in picture.series:
        found.append((place, series))
        place += len(with_band(series))
    return found
