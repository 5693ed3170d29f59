"""Native charts of bars and points: a reader can change them and see their figures."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.util import Pt

from charts.layout import bars as bar_layout
from charts.layout import scatter as scatter_layout
from charts.layout.bars import has_intervals
from charts.layout.scatter import Side, named, ordered, stroke
from charts.pictures import Bar, Bars, Curve, Dot, Scatter
from exports.slides.box import Box
from exports.slides.canvas import SMALL, Canvas
from exports.slides.charts.figures import categories, points
from exports.slides.charts.parts import (
    Name,
    Scale,
    dress,
    error_bars,
    skip_labels,
    value_axis,
    write_name,
)
from exports.slides.paint import MSO_DASHES
from exports.workbook.formats import number_format

MANY_BARS = 15  # need small letters
SIDES = {
    Side.RIGHT: XL_LABEL_POSITION.RIGHT,
    Side.LEFT: XL_LABEL_POSITION.LEFT,
    Side.ABOVE: XL_LABEL_POSITION.ABOVE,
    Side.BELOW: XL_LABEL_POSITION.BELOW,
}


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
    shown, placed = number_format(picture.decimals), bar_layout.axis(picture)
    value_axis(canvas, chart.value_axis, Scale("", shown, placed))
    if not has_intervals(picture):
        chart.value_axis.visible = False
        chart.value_axis.has_major_gridlines = False
    else:  # the first bar is at the top, and so would the axis be
        chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = canvas.ink("line")
    skip_labels(canvas, chart.category_axis, 1)
    _draw_bars(canvas, chart, picture)
    return frame


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
    if has_intervals(picture):
        error_bars(canvas, series, [(bar.value, bar.low, bar.high) for bar in picture.bars])
        return  # a number would lie under the interval: the axis has the numbers
    plot.has_data_labels = True
    plot.data_labels.number_format = number_format(picture.decimals)
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.font.size = Pt(canvas.size)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def scatter(canvas: Canvas, picture: Scatter, box: Box) -> Any:
    """Points against two axes, a series per colour, with the curves behind them."""
    groups = _groups(picture)
    lines = [(curve.name, list(zip(curve.x, curve.y, strict=True))) for curve in picture.curves]
    dots = [
        (group[0].name if len(group) == 1 else picture.y_title, [(dot.x, dot.y) for dot in group])
        for group in groups.values()
    ]
    data = points(lines + dots, picture.decimals)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box.emu, data)
    chart = frame.chart
    dress(canvas, chart)
    _scatter_axes(canvas, chart, picture)
    drawn = list(chart.plots[0].series)
    for line, curve in zip(drawn, picture.curves, strict=False):
        _draw_curve(canvas, line, curve)
    for series, (ink, group) in zip(drawn[len(lines) :], groups.items(), strict=True):
        _draw_dots(canvas, series, ink)
        _name_dots(canvas, series, group, picture)
    return frame


def _groups(picture: Scatter) -> dict[str, list[Dot]]:
    """The points by their ink, those that are the subject on top."""
    found: dict[str, list[Dot]] = {}
    for dot in ordered(picture.dots):
        found.setdefault(dot.ink, []).append(dot)
    return found


def _scatter_axes(canvas: Canvas, chart: Chart, picture: Scatter) -> None:
    placed, shown = scatter_layout.axes(picture), number_format(picture.decimals)
    across = Scale(picture.x_title, "General", placed.across, has_grid=False)
    value_axis(canvas, chart.value_axis, Scale(picture.y_title, shown, placed.up))
    value_axis(canvas, chart.category_axis, across)


def _name_dots(canvas: Canvas, series: Any, group: list[Dot], picture: Scatter) -> None:
    ink, sides = canvas.house.colour("ink"), dict(named(picture))
    for place, dot in enumerate(group):
        if dot in sides:
            write_name(series, place, Name(dot.name, ink, SMALL, SIDES[sides[dot]]))


def _draw_curve(canvas: Canvas, line: Any, curve: Curve) -> None:
    line.marker.style = XL_MARKER_STYLE.NONE
    line.smooth = False
    line.format.line.color.rgb = canvas.ink(curve.ink)
    line.format.line.width = Pt(1.5)
    line.format.line.dash_style = MSO_DASHES[stroke(curve)]


def _draw_dots(canvas: Canvas, series: Any, ink: str) -> None:
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = canvas.ink(ink)
    series.marker.format.line.fill.background()
