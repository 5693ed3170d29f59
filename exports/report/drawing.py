"""The picture of a card for inside a document, whose own words stand around it."""

from dataclasses import dataclass
from xml.etree import ElementTree

from charts.card import Card
from exports.house import House
from exports.paper.elements.legend import legend
from exports.paper.elements.shapes import SVG, Element, group, number
from exports.paper.pictures import DRAWERS
from exports.report.report import Shape

WIDTH = 640.0  # units of the paper
# Of pictures that do not take the whole width of a page: their words stay readable.
WIDTHS = {Shape.SHEET: 360.0, Shape.BRIEF: 440.0}
GAP = 10.0  # above the legend
MOST_HEIGHT = 830.0  # what fits a page under the words of a card, in the same units


@dataclass(frozen=True)
class Drawing:
    """An SVG, how high it is, and the share of the width of the text at which it fits a page."""

    svg: str
    height: float
    share: float


def drawn_width(shape: Shape) -> float:
    """How wide pictures are drawn in a document, in units of the paper."""
    return WIDTHS.get(shape, WIDTH)


def drawing(card: Card, house: House, width: float = WIDTH) -> Drawing | None:
    """The picture with its legend, in units of the paper; None when a card has no picture."""
    if card.picture is None or card.note:
        return None
    body = DRAWERS[type(card.picture)](card.picture, width, house)
    root = ElementTree.Element(f"{{{SVG}}}svg", {"font-family": f"'{house.family}'"})
    root.append(body.drawing)
    height = body.height
    if body.keys:
        keys = legend(body.keys, width, house)
        root.append(_moved(keys.drawing, height + GAP))
        height += GAP + keys.height
    root.attrib |= {
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": number(width),
        "height": number(height),
    }
    text = ElementTree.tostring(root, encoding="unicode")
    return Drawing(text, height, min(1.0, MOST_HEIGHT / height))


def drawing_within(card: Card, house: House, width: float, height: float) -> Drawing | None:
    """The picture for a room of so many points, in which letters are as large as they are drawn.

    A drawing that is shrunk afterwards has names that nobody can read; drawn small it leaves out
    those that do not fit.
    """
    made = drawing(card, house, width)
    if made is None or made.height <= height:
        return made
    return drawing(card, house, width * height / made.height)


def _moved(drawn: Element, down: float) -> Element:
    holder = group(0, down)
    holder.append(drawn)
    return holder
