"""Maps on paper: of one moment, or of every moment beside each other with the same classes."""

from charts.pictures import AreaMap
from exports.house import House
from exports.paper.elements import patterns
from exports.paper.elements.body import Body
from exports.paper.maps.camera import Camera, camera
from exports.paper.maps.layers import area_layers, name_layers
from exports.paper.maps.points import flows, spots
from exports.paper.vega import Frame, Spec, at, drawn, layer, plot
from exports.shading import legend

MOST_HEIGHT = 525  # at which the city is as wide as a page
MOST_COLUMNS = 4
GAP = 14
TITLE_ROOM = 20
TITLE_SIZE = 13


def area_map(picture: AreaMap, room: float, house: House) -> Body:
    """The map in a drawing `room` wide, with the keys of its legend."""
    if picture.is_series:
        return _series(picture, room, house)
    seen = camera(picture, Frame(room, MOST_HEIGHT, top=_title_room(picture)))
    spec = _view(picture, picture.shown, seen, house)
    return _body(picture, spec, seen, seen.frame.total_height, house)


def _body(picture: AreaMap, spec: Spec, seen: Camera, height: float, house: House) -> Body:
    """The drawing with the patterns that it fills with, and its legend."""
    drawing = drawn(spec, seen.frame, house)
    patterns.define(drawing, house)
    return Body(drawing, height, legend(picture))


def _title_room(picture: AreaMap) -> float:
    """A map of one of several moments says which."""
    return TITLE_ROOM if len(picture.moments) > 1 else 0


def _series(picture: AreaMap, room: float, house: House) -> Body:
    """A small map per moment in rows, each with its moment above it."""
    count = len(picture.moments)
    columns = min(count, MOST_COLUMNS)
    width = (room - GAP * (columns - 1)) / columns
    seen = camera(picture, Frame(width, MOST_HEIGHT, top=_title_room(picture)))
    views = [_view(picture, moment, seen, house) for moment in range(count)]
    spacing = {"row": TITLE_ROOM + GAP, "column": GAP}
    spec = {"concat": views, "columns": columns, "bounds": "flush", "spacing": spacing}
    rows = -(-count // columns)
    height = rows * seen.frame.total_height + (rows - 1) * GAP
    return _body(picture, spec, seen, height, house)


def _view(picture: AreaMap, moment: int, seen: Camera, house: House) -> Spec:
    layers = [
        *area_layers(picture, moment, seen, house),
        *flows(picture, house),
        *spots(picture, house),
        *name_layers(picture, moment, seen, house),
        *([_title(picture.moments[moment], house)] if _title_room(picture) else []),
    ]
    return plot(layers, seen.frame, projection=seen.projection)


def _title(text: str, house: House) -> Spec:
    mark = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": TITLE_SIZE}
    mark |= {"fontWeight": 600, "color": house.palette.ink}
    return layer(mark, [{"text": text}], x=at(0), y=at(-4), text={"field": "text"})
