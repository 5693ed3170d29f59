"""The legend of a chart on a slide: lines as they look, each with its words."""

from collections.abc import Sequence

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Inches, Pt

from charts.layout.keys import Key
from exports.slides.box import Box
from exports.slides.canvas import Canvas
from exports.slides.paint import MSO_DASHES, unstyled
from exports.slides.words import write

HEIGHT = 0.3  # inches
SIGN, GAP = 0.4, 0.08
FEWEST = 3  # a single key does not stand in the middle


def draw_keys(canvas: Canvas, keys: Sequence[Key], box: Box) -> None:
    """The keys of lines beside each other, in a row at the top of a box."""
    row = Box(box.left, box.top, box.width, HEIGHT)
    for key, cell in zip(keys, row.grid(max(len(keys), FEWEST), 1, GAP), strict=False):
        middle = Inches(cell.top + HEIGHT / 2)
        ends = (Inches(cell.left), middle, Inches(cell.left + SIGN), middle)
        line = canvas.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        line.name = f"legenda {key.text}"
        unstyled(line)
        line.line.color.rgb, line.line.width = canvas.ink(key.ink), Pt(2)
        line.line.dash_style = MSO_DASHES[key.stroke]
        left = cell.left + SIGN + GAP
        write(canvas, key.text, Box(left, cell.top, cell.width - SIGN - GAP, HEIGHT))
