"""Maps of shapes that can be edited: one shape an area, named after it.

A map is a group of freeforms; the outlines of stadsdelen, the pilot and the chosen area lie over
them, names and points on top.
"""

from collections.abc import Sequence
from itertools import chain
from math import ceil, sqrt
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Emu

from charts.layout.area_map import PILOT_STROKE, first_line, names, pattern, shown
from charts.pictures import AreaMap, MapArea
from charts.theme import text_on
from data.reference.areas import Level, at_level
from exports.shading import fill
from exports.slides.box import Box
from exports.slides.canvas import Canvas, rgb
from exports.slides.maps.frame import Frame, frame_of
from exports.slides.maps.marks import draw_flows, draw_legend, draw_spots, freeform
from exports.slides.paint import MSO_DASHES, hatch, paint
from exports.slides.words import POINTS, write
from geo.rings import Shape, shapes

LEGEND_WIDTH = 2.6  # inches
CAPTION_HEIGHT = 0.3
GAP = 0.15
LABEL_SIZE = 8  # points
LEADING = LABEL_SIZE * 1.2 / POINTS  # inches


def draw(canvas: Canvas, picture: AreaMap, box: Box) -> Any:
    """A map with its legend; several moments beside each other when the picture is a series."""
    before = len(canvas.shapes)
    maps = Box(box.left, box.top, box.width - LEGEND_WIDTH - GAP, box.height)
    if picture.is_series:
        _draw_series(canvas, picture, maps)
    else:
        _draw_moment(canvas, picture, maps, picture.shown)
    beside = Box(box.left + maps.width + GAP, box.top, LEGEND_WIDTH, box.height)
    draw_legend(canvas, picture, beside)
    return canvas.shapes.add_group_shape(list(canvas.shapes)[before:])


def _draw_series(canvas: Canvas, picture: AreaMap, box: Box) -> None:
    count = len(picture.moments)
    columns = ceil(sqrt(count * box.width / box.height / 1.3))
    rows = ceil(count / columns)
    for moment, cell in zip(range(count), box.grid(columns, rows, GAP), strict=False):
        caption = Box(cell.left, cell.top, cell.width, CAPTION_HEIGHT)
        write(canvas, picture.moments[moment], caption, is_bold=True)
        below = Box(cell.left, cell.top + CAPTION_HEIGHT, cell.width, cell.height - CAPTION_HEIGHT)
        _draw_moment(canvas, picture, below, moment)


def _draw_moment(canvas: Canvas, picture: AreaMap, box: Box, moment: int) -> None:
    frame, drawn = frame_of(picture, box), shown(picture)
    for area in drawn:
        shape = freeform(canvas, frame, _rings(picture, area), area.name)
        colour = fill(picture, area.values[moment], canvas.house)
        paint(shape, rgb(colour), canvas.ink("edge"))
        hatch(canvas, shape, pattern(area.values[moment]))
    _draw_outlines(canvas, frame, picture, drawn)
    draw_flows(canvas, frame, picture)
    _draw_names(canvas, frame, picture, moment)
    draw_spots(canvas, frame, picture)


def _rings(picture: AreaMap, area: MapArea) -> Shape:
    found = shapes(picture.level)
    return tuple(chain.from_iterable(found[code] for code in area.shapes))


def _draw_outlines(
    canvas: Canvas, frame: Frame, picture: AreaMap, drawn: Sequence[MapArea]
) -> None:
    if picture.level is not Level.STADSDEEL and not picture.around:
        for stadsdeel in at_level(Level.STADSDEEL):
            border = shapes(Level.STADSDEEL)[stadsdeel.code]
            shape = freeform(canvas, frame, border, f"rand {stadsdeel.name}")
            paint(shape, None, canvas.ink("outline"), 1)
    for area in drawn:
        if area.is_pilot:
            shape = freeform(canvas, frame, _rings(picture, area), f"pilot {area.name}")
            paint(shape, None, canvas.ink("pilot"), 2)
            shape.line.dash_style = MSO_DASHES[PILOT_STROKE]
    for area in drawn:
        if area.is_chosen:
            shape = freeform(canvas, frame, _rings(picture, area), f"gekozen {area.name}")
            paint(shape, None, canvas.ink("accent"), 3)


def _draw_names(canvas: Canvas, frame: Frame, picture: AreaMap, moment: int) -> None:
    """The names that fit, in the ink that reads best on the area below."""
    letter = LABEL_SIZE / POINTS
    for name in (name for name in names(picture) if name.scale <= frame.scale / letter):
        x, y = frame.place((name.longitude, name.latitude))
        lines = name.texts(picture, moment)
        middle = Emu(y).inches + (first_line(len(lines)) + (len(lines) - 1) / 2) * LEADING
        box = Box(Emu(x).inches - 0.6, middle - 0.15, 1.2, 0.3)
        text = write(canvas.sized(LABEL_SIZE), "\n".join(lines), box)
        text.name = f"naam {name.area.name}"
        _dress(text, text_on(fill(picture, name.area.values[moment], canvas.house)))


def _dress(text: Any, colour: str) -> None:
    for paragraph in text.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            run.font.color.rgb = rgb(colour)
