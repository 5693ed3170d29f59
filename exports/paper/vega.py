"""Vega-Lite: plots as plain dicts, and their drawing by vl-convert, which needs no browser.

Plots have a fixed frame with measured room around it, and their own Dutch ticks: nothing is left
to the library that would depend on a language, a time zone or a machine.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from charts.layout.strokes import DASHES, Stroke
from exports.house import House
from exports.paper.elements.clips import clip_once
from exports.paper.elements.shapes import Element, group
from exports.paper.renderer import renderer

VERSION = "6.4"
Spec = dict[str, Any]
TICK_SIZE = 12
_CLIP = re.compile(r"(?<=[\"#])clip\d+")
_KEPT = ("axis", "legend")  # the classes that say that a number is not a figure
_DROPPED = {"class", "role", "pointer-events", "aria-hidden", "aria-roledescription"}


@dataclass(frozen=True)
class Frame:
    """The size of a plot between its axes, and the room around it."""

    width: float
    height: float
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0

    @property
    def total_width(self) -> float:
        """With the room at both sides."""
        return self.left + self.width + self.right

    @property
    def total_height(self) -> float:
        """With the room above and below."""
        return self.top + self.height + self.bottom


def plot(layers: Sequence[Spec], frame: Frame, **more: Any) -> Spec:
    """A plot of layers in a frame."""
    return {"width": frame.width, "height": frame.height, "layer": list(layers), **more}


def layer(mark: Spec, rows: Sequence[Mapping[str, Any]], **channels: Any) -> Spec:
    """Marks with their rows; a channel is a field of the rows or a full definition."""
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": channels}


def scaled(field: str, low: float, high: float, **more: Any) -> Spec:
    """A position on an axis of numbers with fixed ends."""
    scale = {"domain": [low, high], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "title": None, **more}


def at(pixel: float | str) -> Spec:
    """A position in the frame itself, or "width" or "height"."""
    return {"value": pixel}


def pixel(field: str) -> Spec:
    """A position that the rows give in the frame itself."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def plain(field: str) -> Spec:
    """A colour, size or shape that the rows give as it is."""
    return {"field": field, "type": "nominal", "scale": None}


def axis(marks: Mapping[float, str], **more: Any) -> Spec:
    """An axis with a text at every tick; a line break starts a new line."""
    texts = ",".join(f"'{number}':{_quoted(text)}" for number, text in enumerate(marks.values()))
    values = list(marks)
    found = f"{{{texts}}}[indexof({values},datum.value)]"
    # Vega drops values in the middle where it had counted fewer for the length of the axis.
    drawn = {"values": values, "tickCount": len(values)}
    return drawn | {"labelExpr": f"split({found},'\\n')", **more}


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


def dashes(stroke: Stroke) -> Spec:
    """The dashes of a line as Vega-Lite wants them."""
    return {"strokeDash": list(DASHES[stroke])} if DASHES[stroke] else {}


def drawn(spec: Spec, frame: Frame, house: House) -> Element:
    """The drawing of a plot, as an element of SVG with its origin at the top left."""
    padding = {"left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom}
    whole = {"padding": padding, "autosize": {"type": "none"}, "config": _config(house), **spec}
    fonts = sorted({str(file.parent.resolve()) for file in house.fonts})
    text = renderer().ask({"fonts": fonts, "spec": whole, "version": VERSION})
    drawing = group()
    drawing.extend(ElementTree.fromstring(_numbered(text)))
    for element in drawing.iter():
        _plain(element)
    clip_once(drawing)
    return drawing


def _numbered(text: str) -> str:
    """The drawing with the names of its clips counted from its own first one.

    Vega counts on from drawing to drawing, and the same picture must give the same bytes.
    """
    names = dict.fromkeys(_CLIP.findall(text))
    numbers = {name: f"clip{number}" for number, name in enumerate(names)}
    return _CLIP.sub(lambda found: numbers[found[0]], text)


def _plain(element: Element) -> None:
    """Takes away the English words for screen readers, and what only a screen uses."""
    for name in _DROPPED & set(element.attrib):
        if name != "class" or not any(word in element.attrib["class"] for word in _KEPT):
            del element.attrib[name]
    element.attrib.pop("font-family", None)


def _config(house: House) -> Spec:
    palette = house.palette
    return {
        "aria": False,
        "background": None,
        "font": house.family,
        "view": {"stroke": None},
        "concat": {"spacing": 0},
        "axis": {
            "domainColor": palette.line,
            "gridColor": palette.grid,
            "labelColor": palette.muted,
            "labelFontSize": TICK_SIZE,
            "labelLimit": 0,
            "labelBound": False,
            "labelFlush": False,
            "labelOverlap": False,
            "tickColor": palette.line,
            "tickSize": 4,
        },
        "text": {"fontSize": TICK_SIZE, "color": palette.ink, "lineHeight": 15},
    }
