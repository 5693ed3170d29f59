"""What lies on top of the areas of a map: ontwikkelplaatsen, and lines between areas."""

from collections.abc import Sequence

from charts.pictures import AreaMap
from exports.house import House
from exports.paper.map_layers import place
from exports.paper.vega import Spec, layer, plain
from geo.boundaries import label_points

SIGNS = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
SMALLEST, LARGEST = 20.0, 180.0  # square units
THINNEST, THICKEST = 0.8, 7.0
END = 36  # square units: the dot where a flow arrives


def spot_groups(picture: AreaMap) -> dict[str, str]:
    """The sign of every group; the same for all when there are more groups than signs."""
    groups = sorted({spot.group for spot in picture.spots})
    signs = SIGNS if len(groups) <= len(SIGNS) else SIGNS[:1] * len(groups)
    return dict(zip(groups, signs, strict=False))


def spots(picture: AreaMap, house: House) -> list[Spec]:
    """A sign per spot, the largest below."""
    if not picture.spots:
        return []
    signs = spot_groups(picture)
    largest = max(spot.size for spot in picture.spots) or 1
    rows = [
        {
            "longitude": spot.longitude,
            "latitude": spot.latitude,
            "size": SMALLEST + (LARGEST - SMALLEST) * spot.size / largest,
            "sign": signs[spot.group],
        }
        for spot in sorted(picture.spots, key=lambda spot: -spot.size)
    ]
    mark = {
        "type": "point",
        "clip": True,
        "filled": True,
        "opacity": 0.9,
        "color": house.palette.ink,
    }
    edge = {"stroke": house.palette.paper, "strokeWidth": 0.7}
    return [layer(mark | edge, rows, **place(), size=plain("size"), shape=plain("sign"))]


def flows(picture: AreaMap, house: House) -> list[Spec]:
    """A line per flow, as wide as its amount, with a dot where it arrives."""
    rows = _flow_rows(picture)
    if not rows:
        return []
    line = {
        "type": "rule",
        "clip": True,
        "color": house.palette.ink,
        "opacity": 0.65,
        "strokeCap": "round",
    }
    dot = {"type": "circle", "clip": True, "color": house.palette.ink, "size": END, "opacity": 1}
    end = {"longitude2": {"field": "longitude2"}, "latitude2": {"field": "latitude2"}}
    return [
        layer(line, rows, **place(), **end, strokeWidth=plain("width")),
        layer(dot, rows, **place("longitude2", "latitude2")),
    ]


def _flow_rows(picture: AreaMap) -> Sequence[Spec]:
    points = label_points(picture.level)
    largest = max((flow.amount for flow in picture.flows), default=0) or 1
    names = ("longitude", "latitude", "longitude2", "latitude2")
    return [
        {
            **dict(zip(names, (*points[flow.origin], *points[flow.destination]), strict=True)),
            "width": THINNEST + (THICKEST - THINNEST) * flow.amount / largest,
        }
        for flow in picture.flows
    ]
