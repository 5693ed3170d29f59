"""Areas with their figures as a layer for a GIS; as GeoJSON, in degrees (WGS84)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import shapely

from data.reference.areas import Level
from geo.boundaries import GEO_FOLDER
from geo.shapes import read_shapes

CRS = "EPSG:4326"
VALUE = "waarde"


@dataclass(frozen=True)
class Feature:
    """One area with its fields of text, and its value where it has one.

    `shapes` are the codes of the boundaries that it consists of.
    """

    shapes: Sequence[str]
    texts: Mapping[str, str]
    value: float | None

    @property
    def fields(self) -> dict[str, str | float | None]:
        """All fields by name."""
        return {**self.texts, VALUE: self.value}


@dataclass(frozen=True)
class Shade:
    """A class of values with its colour (#RRGGBB): from `low` to `high`, both included."""

    low: float
    high: float
    label: str
    colour: str


@dataclass(frozen=True)
class Layer:
    """A named layer of areas, all with the same fields; `level` is that of the boundaries.

    `shades` are the colours of its values, `aliases` what a reader sees as the names of fields.
    """

    name: str
    title: str
    description: str
    level: Level
    features: Sequence[Feature]
    shades: Sequence[Shade] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def geometries(self) -> list[shapely.Geometry]:
        """The area of every feature, of a team without the borders between its wijken.

        Outer rings run counter-clockwise (RFC 7946).
        """
        found = read_shapes(GEO_FOLDER / f"{self.level}.json", "code")
        whole = [
            shapely.union_all([found[code] for code in feature.shapes]) for feature in self.features
        ]
        return [shapely.orient_polygons(geometry, exterior_cw=False) for geometry in whole]


def geojson(layer: Layer) -> bytes:
    """A FeatureCollection as RFC 7946 describes it; the same layer gives the same bytes."""
    features = [
        {"type": "Feature", "properties": feature.fields, "geometry": _mapping(geometry)}
        for feature, geometry in zip(layer.features, layer.geometries(), strict=True)
    ]
    collection = {
        "type": "FeatureCollection",
        "name": layer.name,
        "title": layer.title,
        "description": layer.description,
        "features": features,
    }
    return (json.dumps(collection, ensure_ascii=False) + "\n").encode()


def _mapping(geometry: shapely.Geometry) -> Mapping[str, object]:
    mapping: Mapping[str, object] = shapely.geometry.mapping(geometry)
    return mapping
