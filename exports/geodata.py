"""The areas of a map with their figures as GeoJSON and GeoPackage, for a GIS.

A feature is an area at a moment that the map shows. Its fields are Dutch: code, naam, niveau,
indicator, moment, waarde (empty when a mark stands in its place), status, eenheid, vanaf (the day
from which it counts, empty for since the start), peildatum (of the moment), bron and publiek.
GeoJSON is in degrees; GeoPackage is in metres (RD New) or in degrees, and has the colours of the
map.
"""

import re
from itertools import pairwise

from analytics.catalog import find
from charts.card import Card
from charts.pictures import AreaMap, MapArea
from charts.theme import Mode, ramp_colours
from data.grammar import capital
from exports.setting import Setting
from geo.geopackage import geopackage
from geo.layers import CRS, VALUE, Feature, Layer, Shade
from geo.layers import geojson as as_geojson

ENDLESS = 1e9  # the upper end of the highest class
SHOWN = "getoond"
ALIASES = {
    "code": "Gebiedscode", "naam": "Gebied", "niveau": "Gebiedsniveau", "indicator": "Indicator",
    "moment": "Moment", "status": "Status", "eenheid": "Eenheid", "vanaf": "Vanaf",
    "peildatum": "Peildatum", "bron": "Bron", "publiek": "Voor wie",
}  # fmt: skip


class NoMap(Exception):
    """A card without a map has no areas to take along; the message says so in Dutch."""


def geojson(card: Card, setting: Setting) -> bytes:
    """The areas as RFC 7946 GeoJSON. NoMap when the card has no map."""
    return as_geojson(layer(card, setting))


def gpkg(card: Card, setting: Setting) -> bytes:
    """The areas as a GeoPackage with one layer. NoMap when the card has no map."""
    return geopackage(layer(card, setting), setting.as_of)


def gpkg_in_degrees(card: Card, setting: Setting) -> bytes:
    """The same in degrees (WGS84), for maps of the whole world. NoMap when the card has no map."""
    return geopackage(layer(card, setting), setting.as_of, CRS)


def layer(card: Card, setting: Setting) -> Layer:
    """The areas of a card's map, a feature per area and shown moment."""
    picture = card.picture
    if not isinstance(picture, AreaMap):
        raise NoMap("Dit onderdeel heeft geen kaart: gebieden zijn er niet om mee te nemen.")
    moments = range(len(picture.moments)) if picture.is_series else [picture.shown]
    return Layer(
        name=re.sub(r"\W+", "_", f"{card.file_name or card.id}_{setting.audience}").strip("_"),
        title=card.title,
        description=_description(card, setting),
        level=picture.level,
        features=[
            _feature(card, picture, area, moment, setting)
            for moment in moments
            for area in picture.areas
        ],
        shades=_shades(picture),
        aliases={**ALIASES, VALUE: capital(picture.unit)},
    )


def _shades(picture: AreaMap) -> list[Shade]:
    """The classes of the map with the colours that they have on paper."""
    classes = picture.classes
    ends = [0.0, *classes.borders, ENDLESS]
    colours = ramp_colours(picture.ramp, classes.count, Mode.LIGHT)
    if classes.is_change:
        ends[0] = -ENDLESS
    step = 10**-classes.decimals  # values have no more decimals, and a GIS counts both ends in
    return [
        Shade(low, round(high - step, classes.decimals), label, colour)
        for (low, high), label, colour in zip(
            pairwise(ends), classes.labels(), colours, strict=True
        )
    ]


def _start(picture: AreaMap, moment: int) -> str:
    start = picture.starts[moment] if picture.starts else None
    return start.isoformat() if start else ""


def _description(card: Card, setting: Setting) -> str:
    words = (*setting.marks, card.title, card.subtitle, setting.selection, setting.audience_words)
    return " · ".join(filter(None, words))


def _feature(card: Card, picture: AreaMap, area: MapArea, moment: int, setting: Setting) -> Feature:
    value, known = area.values[moment], setting.areas.get(area.code)
    texts = {
        "code": area.code,
        "naam": area.name,
        "niveau": str(known.level if known else picture.level),
        "indicator": ", ".join(find(name).label for name in card.indicators),
        "moment": picture.moments[moment],
        "status": value if isinstance(value, str) else SHOWN,
        "eenheid": picture.unit,
        "vanaf": _start(picture, moment),
        "peildatum": (picture.days[moment] if picture.days else setting.as_of).isoformat(),
        "bron": card.source,
        "publiek": " · ".join([setting.audience, *setting.marks]),
    }
    number = None if isinstance(value, str) else round(value, picture.classes.decimals)
    return Feature(area.shapes, texts, number)
