"""What lies on top of the areas of a map: ontwikkelplaatsen, and lines between areas."""

from math import pi

from charts.layout.spots import SYMBOLS, bows, radius, symbols
from charts.pictures import AreaMap
from charts.theme import GROUP_COLOURS
from exports.house import House
from exports.paper.maps.layers import place
from exports.paper.vega import Spec, layer, plain

END = 36  # square units: the dot where a flow arrives


def spots(picture: AreaMap, house: House) -> list[Spec]:
    """The symbol of its group per spot, the largest below."""
    if not picture.spots:
        return []
    found = symbols(picture)
    rows = [
        {
            "longitude": spot.longitude,
            "latitude": spot.latitude,
            "size": pi * radius(spot.size) ** 2,
            "sign": SYMBOLS[found[spot.group]],
            "colour": GROUP_COLOURS[found[spot.group]],
        }
        for spot in sorted(picture.spots, key=lambda spot: -spot.size)
    ]
    mark = {"type": "point", "clip": True, "filled": True, "opacity": 1}
    edge = {"stroke": house.palette.paper, "strokeWidth": 0.7}
    channels = {"size": plain("size"), "shape": plain("sign"), "fill": plain("colour")}
    return [layer(mark | edge, rows, **place(), **channels)]


def flows(picture: AreaMap, house: House) -> list[Spec]:
    """A bow per flow, as wide as its amount, with a dot where it arrives."""
    found = bows(picture)
    if not found:
        return []
    rows = [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": bow.chain()},
            "width": bow.width,
        }
        for bow in found
    ]
    line = {"type": "geoshape", "clip": True, "fill": None, "stroke": house.palette.ink}
    look = {"opacity": 0.65, "strokeCap": "round"}
    dot = {"type": "circle", "clip": True, "color": house.palette.ink, "size": END, "opacity": 1}
    ends = [{"longitude": bow.end[0], "latitude": bow.end[1]} for bow in found]
    return [
        layer(line | look, rows, strokeWidth=plain("width")),
        layer(dot, ends, **place()),
    ]
