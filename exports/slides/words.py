"""Text on a slide."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from exports.house import House
from exports.paper.elements import letters
from exports.slides.box import Box
from exports.slides.canvas import Canvas
from exports.slides.template.look import box_of

MARGIN = 0.02  # inches around the text in its box
POINTS = 72  # in an inch
LEADING, INSET, SMALLEST = 1.2, 0.2, 10  # of the size; inches; points
USUAL_SIZE = 1800  # of a text that says none, in hundredths of points
_FIRST_SIZE = f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}"
BOLD = 0.85  # of the width: bold letters, of whatever font a template has, are wider
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


def fitted(shape: Any, paragraphs: Sequence[str], house: House) -> None:
    """Texts in a placeholder, in its own letters; in smaller ones when they would not fit."""
    shape.text_frame.text = "\n".join(paragraphs)
    box, own = box_of(shape), _size_of(shape)
    room = replace(box, width=(box.width - INSET) * BOLD)
    size = size_in(paragraphs, room, range(own, SMALLEST - 1, -1), house)
    if size != own:
        for paragraph in shape.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)


def size_in(paragraphs: Sequence[str], box: Box, sizes: Sequence[int], house: House) -> int:
    """The first of some sizes in points at which texts fit a box, else the last."""
    for size in sizes:
        lines = sum(len(wrapped(words, box.width, size, house)) for words in paragraphs)
        if lines * size * LEADING / POINTS <= box.height:
            return size
    return sizes[-1]


def _size_of(shape: Any) -> int:
    """The points of a placeholder's letters: of its layout, its master, or the kind of text."""
    layout, about = shape.part.slide_layout, shape.placeholder_format
    is_title = about.type.name in {"TITLE", "CENTER_TITLE"}
    like = {about.type.name, "TITLE" if is_title else "BODY"}
    holders = [one for one in layout.placeholders if one.placeholder_format.idx == about.idx]
    holders += [
        one for one in layout.slide_master.placeholders if one.placeholder_format.type.name in like
    ]
    styles = [one._element.txBody.find(qn("a:lstStyle")) for one in holders]
    texts = layout.slide_master.element.find(qn("p:txStyles"))
    if texts is not None:
        styles.append(texts.find(qn("p:titleStyle" if is_title else "p:bodyStyle")))
    sizes = (style.find(_FIRST_SIZE) for style in styles if style is not None)
    told = (size.get("sz") for size in sizes if size is not None)
    return int(next(filter(None, told), USUAL_SIZE)) // 100


def wrapped(text: str, width: float, size: int, house: House) -> list[str]:
    """The lines over which a text of `size` points goes in a box `width` inches wide."""
    room = width * POINTS / SAFETY
    return letters.wrapped(text, room, letters.Style(size, size), house)
