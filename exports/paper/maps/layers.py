"""The layers of areas on a map: their colours, borders and rings, and their names."""

from collections.abc import Iterable, Mapping, Sequence

from charts.layout.area_map import PILOT_STROKE, Name, first_line, names, pattern, shown
from charts.layout.keys import Pattern
from charts.layout.labels import ALWAYS
from charts.layout.strokes import Stroke
from charts.pictures import AreaMap
from charts.theme import text_on
from data.reference.areas import Level
from exports.house import House
from exports.paper.elements import patterns
from exports.paper.maps.camera import Camera
from exports.paper.vega import Spec, dashes, layer, plain
from exports.shading import fill
from geo.outlines import outline
from geo.rings import shapes

EDGE = 0.8
FINE_EDGE = 0.4  # on a map that is smaller than `SMALL`
SMALL = 250
BORDER = 1.1
PILOT, CHOSEN, HALO = 2.4, 3.2, 6.0
NAME_SIZES = (10.0, 9.0, 8.0)  # a name in a small area is smaller
SMALLEST = 7.5  # what is less cannot be read on A4
TIGHT = 0.88  # of the room around a name in the smallest letters, that come up to the border
NAME_LEADING = 1.15  # of the size


def area_layers(picture: AreaMap, moment: int, camera: Camera, house: House) -> list[Spec]:
    """The areas of a moment from below to above."""
    palette = house.palette
    fills = _fills(picture, moment, house)
    pilot = [code for area in shown(picture) if area.is_pilot for code in area.shapes]
    chosen = [code for area in shown(picture) if area.is_chosen for code in area.shapes]
    size = EDGE if camera.frame.width > SMALL else FINE_EDGE
    return [
        _coloured(picture.level, fills, palette.edge, size),
        _coloured(picture.level, _patterns(picture, moment), palette.edge, size),
        *_borders(picture.level, fills, house),
        _ring(picture.level, pilot, palette.pilot, PILOT, PILOT_STROKE),
        _ring(picture.level, chosen, palette.paper, HALO),
        _ring(picture.level, chosen, palette.accent, CHOSEN),
    ]


def _fills(picture: AreaMap, moment: int, house: House) -> dict[str, str]:
    """The colour of every shape."""
    return {
        code: fill(picture, area.values[moment], house)
        for area in shown(picture)
        for code in area.shapes
    }


def _patterns(picture: AreaMap, moment: int) -> dict[str, str]:
    """What lies over every shape that has a pattern."""
    found = [(area, pattern(area.values[moment])) for area in shown(picture)]
    return {
        code: patterns.reference(kind)
        for area, kind in found
        if kind is not Pattern.PLAIN
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


def _ring(
    level: Level, codes: Sequence[str], colour: str, width: float, stroke: Stroke = Stroke.SOLID
) -> Spec:
    """One line around all areas together."""
    edges = outline(shapes(level)[code] for code in codes)
    geometry = {"type": "MultiLineString", "coordinates": edges}
    mark = {"type": "geoshape", "clip": True, "fill": None, "stroke": colour, "strokeWidth": width}
    rows = [{"type": "Feature", "geometry": geometry}] if edges else []
    ends = dashes(stroke) or {"strokeCap": "round"}
    return layer(mark | ends, rows)


def name_layers(picture: AreaMap, moment: int, camera: Camera, house: House) -> list[Spec]:
    """The names of areas in the largest letters that fit, in the ink that reads best below."""
    sized = [(name, _size(name, camera)) for name in names(picture)]
    return [
        made for name, size in sized if size for made in _name(picture, name, moment, size, house)
    ]


def _size(name: Name, camera: Camera) -> float:
    """Of the letters of a name; 0 when it does not fit in the smallest."""
    most = camera.units_per_degree / name.scale
    last = SMALLEST if most >= SMALLEST * TIGHT else 0.0
    return next((size for size in NAME_SIZES if size <= most), last)


def _name(picture: AreaMap, name: Name, moment: int, size: float, house: House) -> list[Spec]:
    """A name; on a pattern, over flows, and at a border with ground around its letters."""
    lines, value = name.texts(picture, moment), name.area.values[moment]
    mark = {
        "type": "text",
        "fontSize": size,
        "lineHeight": size * NAME_LEADING,
        "color": text_on(fill(picture, value, house)),
        "dy": first_line(len(lines)) * size * NAME_LEADING,
    }
    row = {"longitude": name.longitude, "latitude": name.latitude, "text": lines}
    around = {"stroke": fill(picture, value, house), "strokeWidth": 3, "strokeJoin": "round"}
    is_inside = name.scale > ALWAYS and size > SMALLEST and not picture.flows
    is_clear = pattern(value) is Pattern.PLAIN and is_inside
    looks = [mark] if is_clear else [mark | around, mark]
    return [layer(look, [row], **place(), text={"field": "text"}) for look in looks]
