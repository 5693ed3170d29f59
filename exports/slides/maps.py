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

from charts.labels import Label, fitting
from charts.pictures import AreaMap, MapArea
from charts.theme import text_on
from data.reference.areas import Level, at_level
from exports.shading import fill
from exports.slides.box import Box
from exports.slides.canvas import Canvas, rgb
from exports.slides.frame import Frame, drawn_areas, frame_of
from exports.slides.marks import draw_flows, draw_legend, draw_spots, freeform
from exports.slides.paint import paint
from exports.slides.words import write
from geo.boundaries import label_points
from geo.rings import Shape, shapes

LEGEND_WIDTH = 2.6  # inches
CAPTION_HEIGHT = 0.3
GAP = 0.15
LABEL_SIZE = 8  # points
LABELLED = (Level.STADSDEEL, Level.WIJK)


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
    frame, drawn = frame_of(picture, box), drawn_areas(picture)
    for area in drawn:
        shape = freeform(canvas, frame, _rings(picture, area), area.name)
        colour = fill(picture, area.values[moment], canvas.house)
        paint(shape, rgb(colour), canvas.ink("edge"))
    _draw_outlines(canvas, frame, picture, drawn)
    if picture.level in LABELLED and not picture.is_series:
        _draw_names(canvas, frame, picture, moment)
    draw_flows(canvas, frame, picture.flows)
    draw_spots(canvas, frame, picture.spots)


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
    for area in drawn:
        if area.is_chosen:
            shape = freeform(canvas, frame, _rings(picture, area), f"gekozen {area.name}")
            paint(shape, None, canvas.ink("accent"), 3)


def _draw_names(canvas: Canvas, frame: Frame, picture: AreaMap, moment: int) -> None:
    """The names that fit, in the ink that reads best on the area below."""
    colours = {
        code: fill(picture, area.values[moment], canvas.house)
        for area in picture.areas
        for code in area.shapes
    }
    places = label_points(picture.level)
    labels = [
        Label(area.code, area.name, *places[area.code], area.area_ha)
        for area in at_level(picture.level)
        if area.code in colours
    ]
    for label in fitting(labels, LABEL_SIZE + 3):
        x, y = frame.place((label.longitude, label.latitude))
        box = Box(Emu(x).inches - 0.6, Emu(y).inches - 0.15, 1.2, 0.3)
        text = write(canvas.sized(LABEL_SIZE), label.text, box)
        text.name = f"naam {label.name}"
        for paragraph in text.text_frame.paragraphs:
            paragraph.alignment = PP_ALIGN.CENTER
            for run in paragraph.runs:
                run.font.color.rgb = rgb(text_on(colours[label.code]))
