"""The shapes that maps are made of: freeforms, points, lines and the legend."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt

from charts.pictures import AreaMap, Flow, Spot
from data.reference.areas import Level
from exports.shading import legend
from exports.slides.box import Box
from exports.slides.canvas import Canvas, rgb
from exports.slides.frame import Frame
from exports.slides.paint import paint
from exports.slides.words import write
from geo.boundaries import label_points
from geo.rings import Shape

SQUARE = 0.16  # inches, of the legend
WIDEST_FLOW = 6.0  # points
LARGEST_SPOT = 0.18  # inches
PLACES = (Level.STADSDEEL, Level.WIJK, Level.BUURT)  # between which flows are drawn


def freeform(canvas: Canvas, frame: Frame, rings: Shape, name: str) -> Any:
    """A shape of one or more rings; where two rings lie over each other it is open."""
    first, *others = [[frame.place(point) for point in ring] for ring in rings]
    builder = canvas.shapes.build_freeform(*first[0], scale=1.0)
    builder.add_line_segments(first[1:], close=True)
    for ring in others:
        builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:], close=True)
    shape = builder.convert_to_shape()
    shape.name = name
    return shape


def draw_spots(canvas: Canvas, frame: Frame, spots: Sequence[Spot]) -> None:
    """A circle per point, with its name."""
    largest = max((spot.size for spot in spots), default=1) or 1
    for spot in spots:
        side = Inches(max(0.06, LARGEST_SPOT * sqrt(spot.size / largest)))
        x, y = frame.place((spot.longitude, spot.latitude))
        circle = canvas.shapes.add_shape(MSO_SHAPE.OVAL, x - side // 2, y - side // 2, side, side)
        circle.name = spot.name
        paint(circle, canvas.ink("ink"), canvas.ink("paper"))


def draw_flows(canvas: Canvas, frame: Frame, flows: Sequence[Flow]) -> None:
    """A line per flow between the middles of its areas."""
    places = {code: point for level in PLACES for code, point in label_points(level).items()}
    most = max((flow.amount for flow in flows), default=1) or 1
    for flow in flows:
        ends = [*frame.place(places[flow.origin]), *frame.place(places[flow.destination])]
        line = canvas.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        line.name = flow.detail
        line.line.color.rgb = canvas.ink("ink")
        line.line.width = Pt(max(0.5, WIDEST_FLOW * flow.amount / most))


def draw_legend(canvas: Canvas, picture: AreaMap, box: Box) -> None:
    """The unit, and under it the classes, the marks and the lines around areas."""
    write(canvas, picture.unit, Box(box.left, box.top, box.width, 0.3), is_bold=True)
    entries = [(colour, words, False) for colour, words in legend(picture, canvas.house)]
    entries += [(colour, words, True) for colour, words in _rings(canvas, picture)]
    for place, (colour, words, is_ring) in enumerate(entries, 1):
        top = box.top + place * 0.3
        square = Box(box.left + 0.08, top + 0.07, SQUARE * 1.4, SQUARE)
        shape = canvas.shapes.add_shape(MSO_SHAPE.RECTANGLE, *square.emu)
        shape.name = f"legenda {words}"
        if is_ring:
            paint(shape, None, rgb(colour), 2)
        else:
            paint(shape, rgb(colour), canvas.ink("line"), 0.5)
        write(canvas, words, Box(box.left + 0.36, top, box.width - 0.36, 0.3))


def _rings(canvas: Canvas, picture: AreaMap) -> list[tuple[str, str]]:
    """What the thick lines on the map are around: colour and words."""
    pilot = any(area.is_pilot for area in picture.areas)
    first = [(canvas.house.colour("pilot"), "pilot, hier begon het")] if pilot else []
    chosen = [area.name for area in picture.areas if area.is_chosen]
    return first + [(canvas.house.colour("accent"), name) for name in chosen]
