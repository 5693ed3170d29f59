"""Text on a slide."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from exports.slides.box import Box
from exports.slides.canvas import Canvas

MARGIN = 0.02  # inches around the text in its box


def write(canvas: Canvas, text: str, box: Box, *, ink: str = "ink", is_bold: bool = False) -> Any:
    """A text in a box, in the middle of its height; a line break starts a new line."""
    shape = canvas.shapes.add_textbox(*box.emu)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(MARGIN)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.word_wrap = True
    frame.text = text
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(canvas.size), is_bold
            run.font.color.rgb = canvas.ink(ink)
    return shape
