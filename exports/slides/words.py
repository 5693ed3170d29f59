"""Text on a slide."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from exports.house import House
from exports.paper import letters
from exports.slides.box import Box
from exports.slides.canvas import Canvas

MARGIN = 0.02  # inches around the text in its box
POINTS = 72  # in an inch
SAFETY = 1.2  # programs without the font of the house have wider letters


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


def wrapped(text: str, width: float, size: int, house: House) -> list[str]:
    """The lines over which a text of `size` points goes in a box `width` inches wide."""
    room = width * POINTS / SAFETY
    return letters.wrapped(text, room, letters.Style(size, size), house)
