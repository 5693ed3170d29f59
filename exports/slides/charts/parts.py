"""Parts of native charts: axes, the room of the plot, names at the end of lines, intervals.

What python-pptx does not offer is written as the XML of ECMA-376 (part 1, chapter 21.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from charts.layout.axis import Axis
from exports.slides.canvas import Canvas, rgb
from exports.workbook.formats import MONTH

Interval = tuple[float | None, float | None, float | None]  # value, low, high


def dress(canvas: Canvas, chart: Chart) -> None:
    """No title, no legend, no rounded frame; letters of one size."""
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(canvas.size)
    chart.font.color.rgb = canvas.ink("ink")
    _number_axes(chart)


def _number_axes(chart: Chart) -> None:
    """Numbers the axes 1 and 2: python-pptx has negative ones, which the schema forbids."""
    space = chart._chartSpace
    found = [axis.get("val") for axis in space.iter(qn("c:axId"))]
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(found), 1)}
    for name in ("c:axId", "c:crossAx"):
        for axis in space.iter(qn(name)):
            axis.set("val", numbers[axis.get("val")])


@dataclass(frozen=True)
class Scale:
    """What an axis of numbers says: its title, how numbers are written, its ends and lines."""

    title: str
    number_format: str
    axis: Axis
    has_grid: bool = True


def value_axis(canvas: Canvas, axis: Any, scale: Scale) -> None:
    """A quiet axis of numbers: thin lines, no ticks, the unit as its title."""
    axis.minimum_scale, axis.maximum_scale = scale.axis.low, scale.axis.high
    if scale.axis.apart:
        axis.major_unit = scale.axis.apart
    axis.has_major_gridlines = scale.has_grid
    if scale.has_grid:
        axis.major_gridlines.format.line.color.rgb = canvas.ink("grid")
        axis.major_gridlines.format.line.width = Pt(0.75)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = canvas.ink("grid")
    axis.tick_labels.font.size = Pt(canvas.size)
    axis.tick_labels.font.color.rgb = canvas.ink("muted")
    axis.tick_labels.number_format = scale.number_format
    axis.tick_labels.number_format_is_linked = False
    axis.has_title = bool(scale.title)
    if scale.title:
        run = axis.axis_title.text_frame.paragraphs[0].add_run()
        run.text = scale.title
        run.font.size, run.font.bold = Pt(canvas.size), False
        run.font.color.rgb = canvas.ink("muted")


def month_axis(canvas: Canvas, axis: Any, every: int) -> None:
    """Months named every so many months, low under the plot, in Dutch in every program."""
    _quiet(canvas, axis)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = MONTH, False
    last = axis._element.find(qn("c:lblOffset"))
    for name, value in (
        ("baseTimeUnit", "months"),
        ("majorUnit", every),
        ("majorTimeUnit", "months"),
    ):
        for given in axis._element.findall(qn(f"c:{name}")):  # a second one is a damaged file
            axis._element.remove(given)
        step = parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>')
        last.addnext(step)
        last = step


def skip_labels(canvas: Canvas, axis: Any, every: int) -> None:
    """Names every so many places, low under the plot."""
    _quiet(canvas, axis)
    element = axis._element
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        skip = parse_xml(f'<{name} {nsdecls("c")} val="{every}"/>')
        element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _quiet(canvas: Canvas, axis: Any) -> None:
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.tick_labels.font.color.rgb = canvas.ink("muted")
    axis.tick_labels.font.size = Pt(canvas.size)
    axis.format.line.color.rgb = canvas.ink("line")


def plot_area(chart: Chart, place: tuple[float, float, float, float]) -> None:
    """Puts the plot at left, top, width and height, as parts of the chart."""
    area = chart._chartSpace.chart.plotArea
    for layout in area.findall(qn("c:layout")):
        area.remove(layout)
    area.insert(0, _layout(place, "inner"))


def _layout(place: Sequence[float], target: str) -> _Element:
    names = ("x", "y", "w", "h")
    modes = "".join(f'<c:{name}Mode val="edge"/>' for name in names[:2])
    sides = "".join(
        f'<c:{name} val="{side:.4f}"/>' for name, side in zip(names, place, strict=True)
    )
    return parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="{target}"/>'
        f"{modes}{sides}</c:manualLayout></c:layout>"
    )


@dataclass(frozen=True)
class Name:
    """A name beside a point, `lower` than the point by a part of the chart's height."""

    text: str
    colour: str
    size: int
    side: XL_LABEL_POSITION = XL_LABEL_POSITION.RIGHT
    lower: float = 0.0


def write_name(series: Any, place: int, name: Name) -> None:
    """Writes a name beside a point of a series."""
    label = series.points[place].data_label
    label.position = name.side
    run = label.text_frame.paragraphs[0].add_run()
    run.text = name.text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(name.size), True, rgb(name.colour)
    if name.lower:
        moved = parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="0"/>'
            f'<c:y val="{name.lower:.4f}"/></c:manualLayout></c:layout>'
        )
        label._dLbl.find(qn("c:idx")).addnext(moved)


def error_bars(canvas: Canvas, series: Any, intervals: Sequence[Interval]) -> None:
    """Lines from the low to the high end of every bar that has an interval."""
    if not any(low is not None for _, low, _ in intervals):
        return
    up = [(high or 0) - (value or 0) if high is not None else 0 for value, _, high in intervals]
    down = [(value or 0) - low if low is not None else 0 for value, low, _ in intervals]
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus>{_literal(up)}</c:plus><c:minus>{_literal(down)}</c:minus>'
        f'<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{canvas.ink("ink")}"/>'
        "</a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    series._element.find(qn("c:cat")).addprevious(bars)


def _literal(values: Sequence[float]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value:.6g}</c:v></c:pt>' for place, value in enumerate(values)
    )
    return f'<c:numLit><c:ptCount val="{len(values)}"/>{points}</c:numLit>'
