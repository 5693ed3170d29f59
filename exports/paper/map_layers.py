"""The layers of areas on a map: their colours, borders and rings, and their names."""

from collections.abc import Iterable, Mapping, Sequence

from charts.labels import PIXELS_PER_DEGREE, Label, fitting
from charts.pictures import AreaMap
from charts.theme import text_on
from data.reference.areas import Level, at_level
from exports.house import House
from exports.paper.camera import Camera
from exports.paper.vega import Spec, layer, plain
from exports.shading import fill
from geo.boundaries import label_points
from geo.outlines import outline
from geo.rings import shapes

EDGE = 0.8
FINE_EDGE = 0.4  # on a map that is smaller than `SMALL`
SMALL = 250
BORDER = 1.1
PILOT, CHOSEN, HALO = 2.4, 3.2, 6.0
NAME_SIZE = 10
NAME_LEADING = 11.5
ABOVE_FLOW = 11  # units: names make room for the ends of flows
NAMED = (Level.STADSDEEL, Level.WIJK)  # on a map of the whole city


def area_layers(picture: AreaMap, moment: int, camera: Camera, house: House) -> list[Spec]:
    """The areas of a moment from below to above."""
    palette = house.palette
    fills = _fills(picture, moment, house)
    pilot = [code for area in picture.areas if area.is_pilot for code in area.shapes]
    chosen = [code for area in picture.areas if area.is_chosen for code in area.shapes]
    size = EDGE if camera.frame.width > SMALL else FINE_EDGE
    return [
        _coloured(picture.level, fills, palette.edge, size),
        *_borders(picture.level, fills, house),
        _ring(picture.level, pilot, palette.pilot, PILOT),
        _ring(picture.level, chosen, palette.paper, HALO),
        _ring(picture.level, chosen, palette.accent, CHOSEN),
    ]


def _fills(picture: AreaMap, moment: int, house: House) -> dict[str, str]:
    """The colour of every shape."""
    return {
        code: fill(picture, area.values[moment], house)
        for area in picture.areas
        for code in area.shapes
    }


def place(longitude: str = "longitude", latitude: str = "latitude") -> Spec:
    """The position of a mark in degrees, from two fields of its rows."""
    return {
        "longitude": {"field": longitude, "type": "quantitative"},
        "latitude": {"field": latitude, "type": "quantitative"},
    }


def _coloured(level: Level, fills: Mapping[str, str], edge: str, width: float) -> Spec:
    rows = [_feature(level, code, colour) for code, colour in fills.items()]
    mark = {"type": "geoshape", "clip": True, "stroke": edge, "strokeWidth": width}
    return layer(mark, rows, fill=plain("fill"))


def _feature(level: Level, code: str, colour: str = "") -> Spec:
    geometry = {"type": "Polygon", "coordinates": shapes(level)[code]}
    return {"type": "Feature", "geometry": geometry, "fill": colour}


def _borders(level: Level, fills: Mapping[str, str], house: House) -> list[Spec]:
    """Dark lines around the stadsdelen; pale ones where the map shows only some areas."""
    rest = [code for code in shapes(level) if code not in fills]
    stadsdelen = shapes(Level.STADSDEEL)
    if not rest:
        return [_line(Level.STADSDEEL, stadsdelen, house.palette.outline, BORDER)]
    return [
        _line(level, rest, house.palette.grid, EDGE),
        _line(Level.STADSDEEL, stadsdelen, house.palette.line, EDGE),
    ]


def _line(level: Level, codes: Iterable[str], colour: str, width: float) -> Spec:
    """The border of every area."""
    mark = {"type": "geoshape", "clip": True, "fill": None, "stroke": colour, "strokeWidth": width}
    return layer(mark | {"strokeJoin": "round"}, [_feature(level, code) for code in codes])


def _ring(level: Level, codes: Sequence[str], colour: str, width: float) -> Spec:
    """One line around all areas together."""
    edges = outline(shapes(level)[code] for code in codes)
    geometry = {"type": "MultiLineString", "coordinates": edges}
    mark = {"type": "geoshape", "clip": True, "fill": None, "stroke": colour, "strokeWidth": width}
    rows = [{"type": "Feature", "geometry": geometry}] if edges else []
    return layer(mark | {"strokeCap": "round"}, rows)


def name_layers(picture: AreaMap, moment: int, camera: Camera, house: House) -> list[Spec]:
    """The names of areas that fit, in the ink that reads best on the colour below."""
    if picture.is_series or (picture.level not in NAMED and not picture.around):
        return []
    points, fills = label_points(picture.level), _fills(picture, moment, house)
    labels = [
        Label(area.code, area.name, *points[area.code], area.area_ha)
        for area in at_level(picture.level)
        if area.code in fills and camera.sees(*points[area.code])
    ]
    # What fits is computed for one scale: a larger map is the same as smaller letters.
    size = NAME_SIZE * PIXELS_PER_DEGREE / camera.units_per_degree
    lift = ABOVE_FLOW if picture.flows else 0
    return [_name(label, text_on(fills[label.code]), lift) for label in fitting(labels, size)]


def _name(label: Label, colour: str, lift: float) -> Spec:
    lines = label.text.split("\n")
    mark = {
        "type": "text",
        "fontSize": NAME_SIZE,
        "lineHeight": NAME_LEADING,
        "color": colour,
        "dy": -(len(lines) - 1) * NAME_LEADING / 2 - lift,
    }
    row = {"longitude": label.longitude, "latitude": label.latitude, "text": lines}
    return layer(mark, [row], **place(), text={"field": "text"})
