"""The empty presentation: one layout, the theme of the house, and nothing in English."""

import re
from base64 import b64decode
from functools import cache
from html import escape
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from exports.house import House, Logo
from exports.paper.renderer import renderer
from exports.slides.box import SLIDE_HEIGHT, SLIDE_WIDTH

LANGUAGE = "nl-NL"
TITLE_ONLY = 5  # the layout of python-pptx's own template that is kept
DROPPED = {"DATE", "FOOTER", "SLIDE_NUMBER"}  # slides write their own
UNUSED = ("/thumbnail", "/printerSettings")
THEME_INKS = ("accent", "Blues", "Purples", "pilot", "line", "worse")
LOGO_SCALE = 8
_FONT = re.compile(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')


@cache
def logo_png(logo: Logo) -> bytes:
    """The logo as PNG, which every office program draws."""
    if not logo.is_svg:
        return logo.data
    drawn = renderer().ask({"logo": logo.data.decode("utf-8"), "scale": LOGO_SCALE})
    return b64decode(drawn)


def empty(house: House) -> Any:
    """A presentation of 16 by 9 with one layout, in the fonts and colours of the house."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(SLIDE_WIDTH), Inches(SLIDE_HEIGHT)
    kept = file.slide_layouts[TITLE_ONLY]
    for layout in [layout for layout in file.slide_layouts if layout is not kept]:
        file.slide_layouts.remove(layout)
    kept.name = "Titel"
    for part in (kept, file.slide_master):
        _translate(part)
    for rels in (file.part.package._rels, file.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            rels.pop(key)
    _dress_theme(file, house)
    return file


def _translate(part: Any) -> None:
    """Takes the English example texts out of a layout or the master."""
    for shape in list(part.placeholders):
        kind = shape.placeholder_format.type.name
        if kind in DROPPED:
            shape._element.getparent().remove(shape._element)
        else:
            shape.text_frame.text = "Titel" if "TITLE" in kind else "Tekst"
    speak_dutch(part.element)


def _dress_theme(file: Any, house: House) -> None:
    """The fonts and colours that a reader is offered when editing."""
    [theme] = [
        rel.target_part
        for rel in file.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    ]
    text = theme.blob.decode("utf-8")
    text = _FONT.sub(rf"\g<1>{escape(house.family)}", text)
    for place, ink in enumerate(THEME_INKS, 1):
        colour = house.colour(ink)[1:]
        pattern = rf'(<a:accent{place}>\s*<a:srgbClr val=")[^"]*'
        text = re.sub(pattern, rf"\g<1>{colour}", text)
    theme._blob = text.encode("utf-8")


def speak_dutch(element: Any) -> None:
    """Says of every run of text that it is Dutch."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for properties in element.iter(qn(name)):
            properties.set("lang", LANGUAGE)
