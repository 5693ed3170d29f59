"""Areas with their figures as a layer for a GIS: GeoJSON and GeoPackage, in degrees (WGS84)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from threading import Lock

import shapely

from data.reference.areas import Level
from geo.boundaries import GEO_FOLDER
from geo.shapes import read_shapes

CRS = "EPSG:4326"
VALUE = "waarde"
_ONE_AT_A_TIME = Lock()


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
class Layer:
    """A named layer of areas, all with the same fields; `level` is that of the boundaries."""

    name: str
    title: str
    description: str
    level: Level
    features: Sequence[Feature]

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


def geopackage(layer: Layer, day: date) -> bytes:
    """A GeoPackage with one layer, made in memory.

    `day` stands in it as the day of the last change, so that the same layer gives the same bytes.
    """
    # Slow to load, and only needed when somebody takes a map along.
    import geopandas  # noqa: PLC0415

    frame = geopandas.GeoDataFrame(
        [feature.fields for feature in layer.features],
        geometry=layer.geometries(),
        crs=CRS,
    ).astype({VALUE: "float64"})
    out = BytesIO()
    with _dated(day):
        frame.to_file(
            out,
            driver="GPKG",
            engine="pyogrio",
            layer=layer.name,
            promote_to_multi=True,
            layer_options={"IDENTIFIER": layer.title, "DESCRIPTION": layer.description},
        )
    return out.getvalue()


@contextmanager
def _dated(day: date) -> Iterator[None]:
    """The day that GDAL writes as today; it is one setting for all readers, so one at a time."""
    import pyogrio  # noqa: PLC0415 (slow to load, see above)

    with _ONE_AT_A_TIME:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day.isoformat()}T00:00:00.000Z"})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _mapping(geometry: shapely.Geometry) -> Mapping[str, object]:
    mapping: Mapping[str, object] = shapely.geometry.mapping(geometry)
    return mapping
