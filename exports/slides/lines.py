"""Native line charts: months or numbers on the horizontal axis, each line named at its end."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from charts.pictures import Series, Trend
from charts.tabulate import with_band
from charts.trend import FEW_MONTHS, HEADROOM, highest, last_value, spread
from data.dutch import number
from exports.slides.box import Box
from exports.slides.canvas import SMALL, Canvas
from exports.slides.figures import categories, points
from exports.slides.parts import Name, Scale, dress, month_axis, plot_area, value_axis, write_name
from exports.workbook.formats import number_format

LABEL_GAP = 0.07  # of the height of the plot
PLOT = (0.055, 0.04, 0.745, 0.84)  # of a chart: left, top, width, height; the rest is for names
SMALL_PLOT = (0.1, 0.04, 0.88, 0.76)  # of a small chart, whose lines are named beside it


def trend(canvas: Canvas, picture: Trend, box: Box) -> Any:
    """A line chart, of months or of numbers; the frame that holds it."""
    if all(isinstance(step, date) for step in picture.steps):
        return _of_months(canvas, picture, box)
    return _of_numbers(canvas, picture, box)


def _of_months(canvas: Canvas, picture: Trend, box: Box) -> Any:
    months = [step for step in picture.steps if isinstance(step, date)]
    lines = [line for series in picture.series for line in with_band(series)]
    data = categories(months, lines, picture.decimals)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.LINE, *box.emu, data)
    chart = frame.chart
    _frame(canvas, chart, picture)
    month_axis(canvas, chart.category_axis, 3 if len(months) <= FEW_MONTHS else 12)
    _draw_lines(canvas, chart, picture)
    return frame


def _of_numbers(canvas: Canvas, picture: Trend, box: Box) -> Any:
    """Numbers on the horizontal axis need not be equally far apart: a chart of points."""
    lines = [line for series in picture.series for line in with_band(series)]
    stepped = [series.is_stepped for series in picture.series for _ in with_band(series)]
    steps = [float(step) for step in picture.steps if not isinstance(step, date)]
    pairs = [
        (name, _pairs(steps, values, jumps))
        for (name, values), jumps in zip(lines, stepped, strict=True)
    ]
    data = points(pairs, picture.decimals)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *box.emu, data)
    _frame(canvas, frame.chart, picture)
    title = "" if _is_small(canvas) else picture.x_title
    value_axis(canvas, frame.chart.category_axis, Scale(title, "#,##0", has_grid=False))
    _draw_lines(canvas, frame.chart, picture)
    return frame


def _frame(canvas: Canvas, chart: Chart, picture: Trend) -> None:
    dress(canvas, chart)
    plot_area(chart, SMALL_PLOT if _is_small(canvas) else PLOT)
    unit = "" if _is_small(canvas) else picture.unit
    value_axis(canvas, chart.value_axis, Scale(unit, number_format(picture.decimals)))
    chart.value_axis.minimum_scale = 0
    if picture.top:
        chart.value_axis.maximum_scale = picture.top


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
    for series in picture.series:
        colour = canvas.ink(series.ink)
        for place, _ in enumerate(with_band(series)):
            line = next(drawn)
            line.smooth = False
            line.format.line.color.rgb = colour
            line.format.line.width = Pt(1 if place or series.is_quiet else 2.5)
            if place or series.is_dashed:
                line.format.line.dash_style = MSO_LINE.SQUARE_DOT if place else MSO_LINE.DASH
    if not _is_small(canvas):
        _name_ends(canvas, chart, picture)


def _name_ends(canvas: Canvas, chart: Chart, picture: Trend) -> None:
    """Name and last value at the end of every line that is not context."""
    top = picture.top or highest(picture) * HEADROOM or 1
    drawn = list(chart.plots[0].series)
    places = {series.name: drawn[place] for place, series in _places(picture)}
    named = [s for s in picture.series if not s.is_quiet and last_value(s) is not None]
    ends = [(last_value(series) or 0.0) / top for series in named]
    for series, end, height in zip(named, ends, spread(ends, LABEL_GAP), strict=True):
        text = f"{number(last_value(series) or 0.0, picture.decimals)} {series.name}"
        name = Name(text, canvas.house.colour(series.ink), canvas.size, (end - height) * PLOT[3])
        write_name(places[series.name], _last_place(picture, series), name)


def _last_place(picture: Trend, series: Series) -> int:
    """The number of the last point of a line in its chart."""
    if all(isinstance(step, date) for step in picture.steps):
        return max(place for place, value in enumerate(series.values) if value is not None)
    steps = [0.0] * len(picture.steps)
    return len(_pairs(steps, series.values, series.is_stepped)) - 1


def _places(picture: Trend) -> list[tuple[int, Series]]:
    """Where each line stands among the lines of the chart."""
    place, found = 0, []
    for series in picture.series:
        found.append((place, series))
        place += len(with_band(series))
    return found
