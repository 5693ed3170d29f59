"""The few elements of SVG that paper is made of; lengths are in units of a quarter millimetre."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from exports.house import House
from exports.paper.elements.letters import Style

SVG = "http://www.w3.org/2000/svg"
Element = ElementTree.Element

ElementTree.register_namespace("", SVG)


class Place(NamedTuple):
    """Where a line of text stands, and which part of it stands there."""

    x: float
    y: float
    anchor: str = "start"


class Box(NamedTuple):
    """A rectangle from its top left."""

    x: float
    y: float
    width: float
    height: float


def number(value: float) -> str:
    """A length as SVG writes it, in hundredths at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def add(parent: Element, name: str, **attributes: str | float) -> Element:
    """A new element in another one; an underscore in the name of an attribute is a hyphen."""
    texts = {
        key.replace("_", "-"): value if isinstance(value, str) else number(value)
        for key, value in attributes.items()
    }
    return ElementTree.SubElement(parent, f"{{{SVG}}}{name}", texts)


def group(x: float = 0, y: float = 0) -> Element:
    """A group of elements with its own origin."""
    moved = {"transform": f"translate({number(x)},{number(y)})"} if x or y else {}
    return ElementTree.Element(f"{{{SVG}}}g", moved)


def write(parent: Element, lines: Sequence[str], place: Place, style: Style, house: House) -> None:
    """Lines of text under each other, the first of which stands on the place."""
    for index, line in enumerate(lines):
        y = place.y + index * style.leading
        colour = house.colour(style.ink)
        element = add(parent, "text", x=place.x, y=y, font_size=style.size, fill=colour)
        element.text = line
        if style.is_bold:
            element.set("font-weight", "600")
        if place.anchor != "start":
            element.set("text-anchor", place.anchor)


def rectangle(parent: Element, box: Box, colour: str) -> Element:
    """A filled rectangle."""
    return add(parent, "rect", **box._asdict(), fill=colour)


def rule(parent: Element, start: float, end: float, y: float, colour: str) -> None:
    """A horizontal line."""
    add(parent, "line", x1=start, x2=end, y1=y, y2=y, stroke=colour, stroke_width=1)
