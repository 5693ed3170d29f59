"""The picture as PNG and PDF, set by typst from the SVG with the fonts of the house only."""

from struct import pack
from typing import Any
from xml.etree import ElementTree
from zlib import crc32

import typst

from charts.card import Card
from exports.glyphs import drawable
from exports.house import House
from exports.paper.pictures import svg
from exports.setting import Setting
from exports.words import spoken

DPI = 300
METRES_PER_INCH = 0.0254
UNIT_METRE = 1
PNG_HEADER = 33  # bytes: the signature and the chunk with the size
# PDF/UA: tagged, with language, title and alternative text; PDF/A: all that it needs is inside it.
STANDARDS = ["ua-1", "a-2a"]
_PAGE = """\
#let (year, month, day) = sys.inputs.day.split("-").map(int)
#set document(title: sys.inputs.title, date: datetime(year: year, month: month, day: day))
#set text(lang: "nl", region: "NL", font: sys.inputs.family)
#set page(
  width: eval(sys.inputs.width),
  height: eval(sys.inputs.height),
  margin: 0pt,
)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt, width: 100%)
"""


def png(card: Card, setting: Setting, house: House) -> bytes:
    """The picture in 300 dots per inch at 16 cm, which the file names as its resolution."""
    return _with_resolution(_set(card, setting, house, format="png", ppi=DPI))


def _with_resolution(image: bytes) -> bytes:
    """A PNG with its dots per metre right after its header (PNG specification, 11.3.4.3)."""
    dots = round(DPI / METRES_PER_INCH)
    chunk = b"pHYs" + pack(">IIB", dots, dots, UNIT_METRE)
    whole = pack(">I", len(chunk) - 4) + chunk + pack(">I", crc32(chunk))
    return image[:PNG_HEADER] + whole + image[PNG_HEADER:]


def pdf(card: Card, setting: Setting, house: House) -> bytes:
    """The picture as one page of its size: PDF/UA-1 and PDF/A-2a, with Dutch as its language."""
    return _set(card, setting, house, format="pdf", pdf_standards=STANDARDS)


def _set(card: Card, setting: Setting, house: House, **form: Any) -> bytes:
    """The picture set on a page of its own size."""
    card = drawable(card, house)
    drawn = svg(card, setting, house)
    size = ElementTree.fromstring(drawn).attrib
    compiler: Any = typst.Compiler  # its types depend on what goes in
    made: bytes = compiler(
        input=_PAGE.encode(),
        font_paths=sorted({str(file.parent.resolve()) for file in house.fonts}),
        ignore_system_fonts=True,
        sys_inputs={
            "svg": drawn,
            "alt": card.note or spoken(card),
            "title": card.title,
            "family": house.family,
            "day": setting.as_of.isoformat(),  # no clock: a rerun is the same
            "width": size["width"],
            "height": size["height"],
        },
    ).compile(**form)
    return made
