"""The colours and dashes of a shape, and nothing of the effects that a theme would add."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from charts.layout.area_map import FIGURE, GROUND
from charts.layout.keys import Pattern
from charts.layout.strokes import Stroke
from exports.slides.canvas import Canvas

PATTERNS = {
    Pattern.LINES: MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    Pattern.CROSSES: MSO_PATTERN.DIAGONAL_CROSS,
    Pattern.DOTS: MSO_PATTERN.LARGE_CONFETTI,
    Pattern.RULES: MSO_PATTERN.DARK_HORIZONTAL,
}

MSO_DASHES = {
    Stroke.SOLID: MSO_LINE.SOLID,
    Stroke.LONG: MSO_LINE.LONG_DASH,
    Stroke.LONG_DOT: MSO_LINE.LONG_DASH_DOT,
    Stroke.DASH: MSO_LINE.DASH,
    Stroke.DOT: MSO_LINE.ROUND_DOT,
    Stroke.DASH_DOT: MSO_LINE.DASH_DOT,
}


def paint(
    shape: Any, fill: RGBColor | None, line: RGBColor | None = None, width: float = 0.75
) -> Any:
    """Fills a shape and draws its edge (in points), None for none; returns the shape."""
    unstyled(shape)
    if fill is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = fill
    if line is None:
        shape.line.fill.background()
    else:
        shape.line.color.rgb, shape.line.width = line, Pt(width)
    return shape


def unstyled(shape: Any) -> None:
    """Takes the style of the theme away, with its shadow."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def hatch(canvas: Canvas, shape: Any, pattern: Pattern) -> None:
    """Fills a shape with what tells areas without a figure apart; plain leaves it as it is."""
    if pattern is Pattern.PLAIN:
        return
    shape.fill.patterned()
    shape.fill.pattern = PATTERNS[pattern]
    shape.fill.fore_color.rgb, shape.fill.back_color.rgb = canvas.ink(FIGURE), canvas.ink(GROUND)
