"""The picture of a card for inside a document, whose own words stand around it."""

from xml.etree import ElementTree

from charts.card import Card
from exports.house import House
from exports.paper.legend import legend
from exports.paper.pictures import DRAWERS
from exports.paper.shapes import SVG, Element, group, number

WIDTH = 640.0  # units of the paper
GAP = 10.0  # above the legend


def drawing(card: Card, house: House) -> str:
    """The picture with its legend as the text of an SVG; "" when a card has no picture."""
    if card.picture is None or card.note:
        return ""
    body = DRAWERS[type(card.picture)](card.picture, WIDTH, house)
    root = ElementTree.Element(f"{{{SVG}}}svg", {"font-family": f"'{house.family}'"})
    root.append(body.drawing)
    height = body.height
    if body.keys:
        keys = legend(body.keys, WIDTH, house)
        root.append(_moved(keys.drawing, height + GAP))
        height += GAP + keys.height
    root.attrib |= {
        "viewBox": f"0 0 {number(WIDTH)} {number(height)}",
        "width": number(WIDTH),
        "height": number(height),
    }
    return ElementTree.tostring(root, encoding="unicode")


def _moved(drawn: Element, down: float) -> Element:
    holder = group(0, down)
    holder.append(drawn)
    return holder
