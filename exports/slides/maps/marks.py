"""The shapes that maps are made of: freeforms, points, lines and the legend."""

from dataclasses import replace
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from charts.layout.keys import Key, Sign
from charts.layout.spots import bows, radius, symbols
from charts.pictures import AreaMap
from charts.theme import GROUP_COLOURS
from exports.shading import legend
from exports.slides.box import Box
from exports.slides.canvas import Canvas, rgb
from exports.slides.maps.frame import Frame
from exports.slides.paint import MSO_DASHES, hatch, paint
from exports.slides.words import POINTS, write
from geo.rings import Shape

SQUARE = 0.16  # inches, of the legend
PIXEL = 1 / 96  # inches
END = 0.09  # inches: the dot where a flow arrives
SHAPES = (  # in the order of charts.layout.spots.SYMBOLS
    *(MSO_SHAPE.OVAL, MSO_SHAPE.RECTANGLE, MSO_SHAPE.DIAMOND, MSO_SHAPE.ISOSCELES_TRIANGLE),
    *(MSO_SHAPE.FLOWCHART_MERGE, MSO_SHAPE.CROSS, MSO_SHAPE.REGULAR_PENTAGON, MSO_SHAPE.HEXAGON),
    *(MSO_SHAPE.FLOWCHART_PROCESS, MSO_SHAPE.OCTAGON),
)


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


def draw_spots(canvas: Canvas, frame: Frame, picture: AreaMap) -> None:
    """The symbol of its group per point, with its name."""
    numbers = symbols(picture)
    for spot in picture.spots:
        side = Inches(2 * radius(spot.size) * PIXEL)
        x, y = frame.place((spot.longitude, spot.latitude))
        _symbol(canvas, numbers[spot.group], (x - side // 2, y - side // 2, side, side), spot.name)


def _symbol(canvas: Canvas, number: int, place: tuple[int, int, int, int], name: str) -> None:
    shape = canvas.shapes.add_shape(SHAPES[number], *place)
    shape.name = name
    paint(shape, rgb(GROUP_COLOURS[number]), canvas.ink("paper"), 0.5)


def draw_flows(canvas: Canvas, frame: Frame, picture: AreaMap) -> None:
    """A bow per flow between the middles of its areas, with a dot where it arrives."""
    for bow in bows(picture):
        first, *others = [frame.place(point) for point in bow.chain()]
        builder = canvas.shapes.build_freeform(*first, scale=1.0)
        builder.add_line_segments(others, close=False)
        line = builder.convert_to_shape()
        line.name = bow.detail
        paint(line, None, canvas.ink("ink"), bow.width * PIXEL * POINTS)
        x, y = frame.place(bow.end)
        side = Inches(END)
        dot = canvas.shapes.add_shape(MSO_SHAPE.OVAL, x - side // 2, y - side // 2, side, side)
        dot.name = f"einde {bow.detail}"
        paint(dot, canvas.ink("ink"))


def draw_legend(canvas: Canvas, picture: AreaMap, box: Box) -> None:
    """The unit, and under it the classes, the marks, the lines around areas and the symbols."""
    write(canvas, picture.unit, Box(box.left, box.top, box.width, 0.3), is_bold=True)
    for place, key in enumerate(legend(picture), 1):
        top = box.top + place * 0.3
        _draw_key(canvas, key, Box(box.left + 0.08, top + 0.07, SQUARE * 1.4, SQUARE))
        write(canvas, key.text, Box(box.left + 0.36, top, box.width - 0.36, 0.3))


def _draw_key(canvas: Canvas, key: Key, square: Box) -> None:
    name = f"legenda {key.text}"
    if key.sign is Sign.SPOT:
        _symbol(canvas, key.symbol, replace(square, width=SQUARE).emu, name)
        return
    shape = canvas.shapes.add_shape(MSO_SHAPE.RECTANGLE, *square.emu)
    shape.name = name
    if key.sign is Sign.RING:
        paint(shape, None, canvas.ink(key.ink), 2)
        shape.line.dash_style = MSO_DASHES[key.stroke]
    else:
        paint(shape, canvas.ink(key.ink), canvas.ink("line"), 0.5)
        hatch(canvas, shape, key.pattern)
