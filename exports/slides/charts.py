"""Native charts of bars and points: a reader can change them and see their figures."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from charts.pictures import Bar, Bars, Curve, Scatter
from exports.slides.box import Box
from exports.slides.canvas import SMALL, Canvas
from exports.slides.figures import categories, points
from exports.slides.parts import (
    Name,
    Scale,
    dress,
    error_bars,
    skip_labels,
    value_axis,
    write_name,
)
from exports.workbook.formats import number_format

MANY_BARS = 15  # need small letters


def bars(canvas: Canvas, picture: Bars, box: Box) -> Any:
    """Horizontal bars from zero, the first at the top, each with its value or interval."""
    canvas = canvas.sized(SMALL) if len(picture.bars) > MANY_BARS else canvas
    names = [_bar_name(bar) for bar in picture.bars]
    data = categories(
        names, [(picture.unit, [bar.value for bar in picture.bars])], picture.decimals
    )
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.emu, data)
    chart = frame.chart
    dress(canvas, chart)
    value_axis(canvas, chart.value_axis, Scale("", number_format(picture.decimals)))
    chart.value_axis.minimum_scale = 0
    if not _has_intervals(picture):
        chart.value_axis.visible = False
        chart.value_axis.has_major_gridlines = False
    else:  # the first bar is at the top, and so would the axis be
        chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = canvas.ink("line")
    skip_labels(canvas, chart.category_axis, 1)
    _draw_bars(canvas, chart, picture)
    return frame


def _has_intervals(picture: Bars) -> bool:
    return any(bar.low is not None for bar in picture.bars)


def _bar_name(bar: Bar) -> str:
    return bar.name if bar.value is not None else f"{bar.name} ({bar.mark or 'geen cijfer'})"


def _draw_bars(canvas: Canvas, chart: Chart, picture: Bars) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    series = plot.series[0]
    for place, bar in enumerate(picture.bars):
        fill = series.points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = canvas.ink(bar.ink)
    if _has_intervals(picture):
        error_bars(canvas, series, [(bar.value, bar.low, bar.high) for bar in picture.bars])
        return  # a number would lie under the interval: the axis has the numbers
    plot.has_data_labels = True
    plot.data_labels.number_format = number_format(picture.decimals)
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.font.size = Pt(canvas.size)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def scatter(canvas: Canvas, picture: Scatter, box: Box) -> Any:
    """Points against two axes, a series per colour, with the curves behind them."""
    inks = list(dict.fromkeys(dot.ink for dot in picture.dots))
    groups = [[dot for dot in picture.dots if dot.ink == ink] for ink in inks]
    lines = [(curve.name, list(zip(curve.x, curve.y, strict=True))) for curve in picture.curves]
    dots = [
        (group[0].name if len(group) == 1 else picture.y_title, [(dot.x, dot.y) for dot in group])
        for group in groups
    ]
    data = points(lines + dots, picture.decimals)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box.emu, data)
    chart = frame.chart
    dress(canvas, chart)
    shown = number_format(picture.decimals)
    value_axis(canvas, chart.value_axis, Scale(picture.y_title, shown))
    value_axis(canvas, chart.category_axis, Scale(picture.x_title, "General", has_grid=False))
    drawn = list(chart.plots[0].series)
    for line, curve in zip(drawn, picture.curves, strict=False):
        _draw_curve(canvas, line, curve)
    for series, ink, group in zip(drawn[len(lines) :], inks, groups, strict=True):
        _draw_dots(canvas, series, ink)
        for place, dot in enumerate(group):
            if dot.is_named:
                write_name(series, place, Name(dot.name, canvas.house.colour("ink"), SMALL))
    return frame


def _draw_curve(canvas: Canvas, line: Any, curve: Curve) -> None:
    line.marker.style = XL_MARKER_STYLE.NONE
    line.smooth = False
    line.format.line.color.rgb = canvas.ink(curve.ink)
    line.format.line.width = Pt(1.5)
    if curve.is_dashed:
        line.format.line.dash_style = MSO_LINE.DASH


def _draw_dots(canvas: Canvas, series: Any, ink: str) -> None:
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = canvas.ink(ink)
    series.marker.format.line.fill.background()
