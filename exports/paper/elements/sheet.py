"""The sheet around a picture: what it is about above it, legend, source and logo below it."""

from base64 import b64encode
from collections.abc import Sequence
from xml.etree import ElementTree

from charts.card import Card
from data.dutch import long_date
from data.grammar import capital
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.legend import legend
from exports.paper.elements.letters import Style
from exports.paper.elements.shapes import (
    SVG,
    Box,
    Place,
    add,
    group,
    number,
    rectangle,
    rule,
    write,
)
from exports.setting import Setting
from exports.words import spoken

WIDTH_MM = 160
WIDTH = 640.0  # units
MILLIMETRES = WIDTH_MM / WIDTH  # of a unit
MARGIN = 24.0
ROOM = WIDTH - 2 * MARGIN
LOGO_HEIGHT = 26.0
LOGO_WIDTH = 90.0
FALLBACK = "Arial, sans-serif"


TITLE = Style(19, 24, is_bold=True)
SUBTITLE = Style(13, 18, "muted")
LEAD = Style(13, 18)
SMALL = Style(10.5, 14, "muted")
MARK = Style(11, 15, "worse", is_bold=True)


class Sheet:
    """A sheet that is filled from top to bottom."""

    def __init__(self, house: House) -> None:
        """An empty sheet in a house style."""
        self.house = house
        self.content = group()
        self.y = MARGIN

    def text(self, text: str, style: Style, room: float = ROOM) -> None:
        """Text over as many lines as it needs."""
        lines = letters.wrapped(text, room, style, self.house)
        write(self.content, lines, Place(MARGIN, self.y + style.size), style, self.house)
        self.y += len(lines) * style.leading

    def right(self, text: str, style: Style, y: float) -> None:
        """A line of text at the right that stands on y."""
        write(self.content, [text], Place(WIDTH - MARGIN, y, "end"), style, self.house)

    def place(self, body: Body) -> None:
        """A drawing as wide as the text."""
        holder = group(MARGIN, self.y)
        holder.append(body.drawing)
        self.content.append(holder)
        self.y += body.height

    def gap(self, height: float) -> None:
        """Nothing for a while."""
        self.y += height


def sheet(card: Card, setting: Setting, body: Body, house: House) -> str:
    """The whole picture as the text of an SVG."""
    page = Sheet(house)
    _head(page, card, setting)
    page.gap(12)
    page.place(body)
    if body.keys:
        page.gap(10)
        page.place(legend(body.keys, ROOM, house))
    page.gap(12)
    _foot(page, card, setting)
    return _document(page, card)


def _head(page: Sheet, card: Card, setting: Setting) -> None:
    """Marks, title, subtitle, selection and the sentence to quote."""
    marks = " · ".join(setting.marks)
    if marks:
        page.right(marks, MARK, page.y + TITLE.size - 2)
    taken = letters.width(marks, MARK, page.house) + 16
    page.text(card.title, TITLE, ROOM - taken)
    page.gap(2)
    page.text(card.subtitle, SUBTITLE)
    page.text(setting.selection, SUBTITLE)
    if card.sentence and card.sentence != card.title:
        page.gap(6)
        page.text(card.sentence, LEAD)


def _foot(page: Sheet, card: Card, setting: Setting) -> None:
    """Source and peildatum at the left, the logo and the name of the house at the right."""
    house = page.house
    rule(page.content, MARGIN, WIDTH - MARGIN, page.y, house.palette.grid)
    page.gap(8)
    start, name = page.y, letters.width(house.footer, SMALL, house)
    for text in _small_lines(card, setting):
        page.text(text, SMALL, ROOM - max(name, LOGO_WIDTH) - 20)
    _logo(page, start)
    base = start + LOGO_HEIGHT + SMALL.leading
    page.right(house.footer, SMALL, base)
    page.y = max(page.y, base + 4) + MARGIN - 8


def _small_lines(card: Card, setting: Setting) -> list[str]:
    """The source, the peildatum where the source does not name it, and for whom it is."""
    day = f"peildatum {long_date(setting.as_of)}"
    parts = [card.source] if day in card.source.lower() else [card.source, capital(day)]
    return [text for text in (" · ".join(filter(None, parts)), setting.audience_words) if text]


def _logo(page: Sheet, y: float) -> None:
    """The logo in its place at the right, as large as fits."""
    box = Box(WIDTH - MARGIN - LOGO_WIDTH, y, LOGO_WIDTH, LOGO_HEIGHT)
    data = page.house.logo.data
    if page.house.logo.is_svg:
        image = ElementTree.fromstring(data)
        page.content.append(image)
        size = (image.get("width", "").strip("px"), image.get("height", "").strip("px"))
        image.attrib.setdefault("viewBox", f"0 0 {' '.join(size)}")
        image.attrib.update({name: number(value) for name, value in box._asdict().items()})
    else:
        encoded = f"data:image/png;base64,{b64encode(data).decode('ascii')}"
        image = add(page.content, "image", href=encoded, **box._asdict())
    image.set("preserveAspectRatio", "xMaxYMid meet")


def _document(page: Sheet, card: Card) -> str:
    """The SVG with its title, its description, its fonts and a white ground."""
    house = page.house
    root = ElementTree.Element(
        f"{{{SVG}}}svg",
        {
            "viewBox": f"0 0 {number(WIDTH)} {number(page.y)}",
            "width": f"{WIDTH_MM}mm",
            "height": f"{number(page.y * MILLIMETRES)}mm",
            "font-family": f"'{house.family}', {FALLBACK}",
            "role": "img",
            "lang": "nl",
            "aria-labelledby": "titel uitleg",
        },
    )
    add(root, "title", id="titel").text = card.title
    add(root, "desc", id="uitleg").text = card.note or spoken(card)
    add(root, "style").text = "".join(_font_faces(house))
    rectangle(root, Box(0, 0, WIDTH, page.y), house.palette.paper)
    root.append(page.content)
    return ElementTree.tostring(root, encoding="unicode")


def _font_faces(house: House) -> Sequence[str]:
    """The fonts themselves, so that the letters look the same where nobody has them."""
    return [
        f"@font-face{{font-family:'{house.family}';font-weight:{weight};"
        f"src:url(data:font/{file.suffix[1:]};base64,{b64encode(file.read_bytes()).decode('ascii')})}}"
        for weight, file in zip((400, 600), house.web_fonts, strict=True)
    ]
