"""The colours of a shape, and nothing of the effects that a theme would add."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Pt


def paint(
    shape: Any, fill: RGBColor | None, line: RGBColor | None = None, width: float = 0.75
) -> Any:
    """Fills a shape and draws its edge (in points), None for none; returns the shape."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
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
