"""A map as the browser draws it: everything that static/scripts/area_map.js needs, as plain data.

The shapes come from the ready boundaries by their address, so that only figures are sent.
"""

from dataclasses import astuple
from typing import Any

from charts.layout.area_map import Name, first_line, frame, keys, marks, names, pattern, shown
from charts.layout.keys import Key
from charts.layout.spots import SYMBOLS, Bow, bows, radius, symbols
from charts.pictures import AreaMap, MapArea, Spot
from charts.theme import GROUP_COLOURS, Mode, ink_colour, ramp_colours, text_on
from data.reference.areas import Level
from geo.boundaries import boundary_url
from geo.rings import NARROWING, Point

PLACE_DECIMALS = 5  # of a degree: a metre
SCALE_DECIMALS = 1  # letter sizes a degree


def map_data(picture: AreaMap, alt: str, mode: Mode, background: str = "") -> dict[str, Any]:
    """The map in a dress. Values are numbers, or the text of a number in `marks`.

    `background` is the address of square pictures of the ground, "" for none.
    """
    classes, colours = picture.classes, ramp_colours(picture.ramp, picture.classes.count, mode)
    return {
        "alt": alt,
        **_ground(picture, background),
        **_areas(picture),
        "borders": classes.borders,
        "decimals": classes.decimals,
        "isChange": classes.is_change,
        "keys": [_key(key, mode) for key in keys(picture, colours)],
        "colours": colours,
        "inks": [text_on(colour) for colour in colours],
        "unit": picture.unit,
        "moments": picture.moments,
        "shown": picture.shown,
        "isSeries": picture.is_series,
        "firstLine": [first_line(count) for count in (1, 2, 3)],
        **_on_top(picture),
    }


def _ground(picture: AreaMap, background: str) -> dict[str, Any]:
    """What lies below the figures, and which part of it fills the frame."""
    return {
        "background": background,
        "shapes": boundary_url(picture.level),
        "outlines": boundary_url(Level.STADSDEEL),
        "frame": [round(end, PLACE_DECIMALS) for end in astuple(frame(picture))],
        "narrowing": NARROWING,
    }


def _areas(picture: AreaMap) -> dict[str, Any]:
    """The areas with their values and names, and what stands in the place of a value."""
    found, placed = marks(picture), {name.area.code: name for name in names(picture)}
    areas = [
        _area(area, found, picture.classes.decimals) | _name(placed.get(area.code))
        for area in shown(picture)
    ]
    return {"areas": areas, "marks": [[mark, pattern(mark)] for mark in found]}


def _on_top(picture: AreaMap) -> dict[str, Any]:
    """The ontwikkelplaatsen and the lines between areas."""
    return {
        "symbols": SYMBOLS if picture.spots else (),
        "spots": [_spot(spot, symbols(picture)[spot.group]) for spot in picture.spots],
        "flows": [_flow(bow) for bow in bows(picture)],
    }


def _area(area: MapArea, marks: list[str], decimals: int) -> dict[str, Any]:
    values = [
        str(marks.index(value)) if isinstance(value, str) else _short(value, decimals)
        for value in area.values
    ]
    sent: dict[str, Any] = {"code": area.code, "name": area.name, "values": values}
    if tuple(area.shapes) != (area.code,):
        sent["shapes"] = list(area.shapes)
    if area.is_chosen:
        sent["chosen"] = True
    if area.is_pilot:
        sent["pilot"] = True
    return sent


def _name(name: Name | None) -> dict[str, Any]:
    """Where the name of an area stands, over which lines, and from which scale."""
    if name is None:
        return {}
    place = _place((name.longitude, name.latitude))
    return {"label": [*place, round(name.scale, SCALE_DECIMALS), list(name.lines)]}


def _key(key: Key, mode: Mode) -> list[Any]:
    look = [ink_colour(key.ink, mode), key.pattern, key.symbol, key.stroke]
    return [key.text, key.sign, *look]


def _spot(spot: Spot, symbol: int) -> list[Any]:
    place = _place((spot.longitude, spot.latitude))
    words = [spot.name, spot.group, spot.detail]
    return [*place, symbol, GROUP_COLOURS[symbol], round(radius(spot.size), 1), *words]


def _flow(bow: Bow) -> list[Any]:
    places = [end for point in (bow.start, bow.middle, bow.end) for end in _place(point)]
    return [*places, round(bow.width, 1), bow.detail]


def _place(point: Point) -> list[float]:
    return [round(end, PLACE_DECIMALS) for end in point]


def _short(value: float, decimals: int) -> float | int:
    """A value as it is written: what is not shown is not sent."""
    rounded = round(value, decimals)
    return int(rounded) if rounded == int(rounded) else rounded
