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
NAME_SIZE = 10
NAME_LEADING = 11.5


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
    """The names of areas that fit, in the ink that reads best on the colour below."""
    scale = camera.units_per_degree / NAME_SIZE
    shown = [name for name in names(picture) if name.scale <= scale]
    return [made for name in shown for made in _name(picture, name, moment, house)]


def _name(picture: AreaMap, name: Name, moment: int, house: House) -> list[Spec]:
    """A name, with ground around its letters on a pattern, over flows and where borders may run."""
    lines, value = name.texts(picture, moment), name.area.values[moment]
    mark = {
        "type": "text",
        "fontSize": NAME_SIZE,
        "lineHeight": NAME_LEADING,
        "color": text_on(fill(picture, value, house)),
        "dy": first_line(len(lines)) * NAME_LEADING,
    }
    row = {"longitude": name.longitude, "latitude": name.latitude, "text": lines}
    around = {"stroke": fill(picture, value, house), "strokeWidth": 3, "strokeJoin": "round"}
    is_clear = pattern(value) is Pattern.PLAIN and name.scale > ALWAYS and not picture.flows
    looks = [mark] if is_clear else [mark | around, mark]
    return [layer(look, [row], **place(), text={"field": "text"}) for look in looks]
