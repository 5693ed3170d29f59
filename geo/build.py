"""Makes the boundaries that the pages read: `python -m geo.build`, once for every new source.

Source: geo/buurten.geojson, the buurten of Eindhoven from the CBS wijk- en buurtkaart of the
year in geo/bron.json, generalised (CBS/Kadaster, CC BY 4.0). Wijken, stadsdelen and the outline
of the gemeente are dissolved from it, so that borders are the same points at every level.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import shapely

from data.file.together import put_together
from data.reference.areas import CITY, Area, Level, at_level
from geo.coverage import boundary_faults, level_faults, parent_faults
from geo.relations import relation_texts
from geo.shapes import DECIMALS, Shapes, read_parents, read_shapes, to_degrees, to_metres

BUURTEN_FILE = CITY / "geo" / "buurten.geojson"
LABEL_PRECISION_METRES = 5.0


class BoundaryError(ValueError):
    """The boundaries are not right; the message says in Dutch what is wrong, a line a fault."""


def refuse(faults: tuple[str, ...]) -> None:
    """Raises BoundaryError when there are faults."""
    if faults:
        raise BoundaryError("\n".join(faults))


def build(buurten: Path, root: Path) -> None:
    """Write all that is made from a file of buurten, together, under `root` (see `texts_from`).

    Raises:
        BoundaryError: when a check finds a fault; nothing is written then.
    """
    put_together(root, encoded(texts_from(buurten)))


def encoded(texts: Mapping[str, str]) -> list[tuple[str, bytes]]:
    """Texts as files, by their path in the project."""
    return [(name, text.encode()) for name, text in texts.items()]


def texts_from(buurten: Path) -> dict[str, str]:
    """The GeoJSON of all four levels and how buurten lie, checked, by their path in the project.

    `buurten` is GeoJSON with the properties buurtcode and wijkcode; what is made of it has feature
    ids and the properties code, name, parent and label (longitude and latitude).

    Raises:
        BoundaryError: when a check finds a fault.
    """
    shapes = read_shapes(buurten, "buurtcode")
    parents = read_parents(buurten, "buurtcode", "wijkcode")
    refuse(level_faults(Level.BUURT, shapes) + parent_faults(parents))
    levels = dissolve(shapes)
    refuse(boundary_faults(levels))
    drawn = {f"static/geo/{level}.json": collection_text(level, levels[level]) for level in levels}
    points = {code: label_point(shape) for code, shape in shapes.items()}
    relations = relation_texts(shapes, points)
    return drawn | {f"data/reference/{name}": text for name, text in relations.items()}


def dissolve(buurten: Shapes) -> dict[Level, Shapes]:
    """The shapes of all four levels, each level merged from the one below it."""
    levels: dict[Level, Shapes] = {Level.BUURT: buurten}
    inner = Level.BUURT
    for outer in (Level.WIJK, Level.STADSDEEL, Level.GEMEENTE):
        levels[outer] = {area.code: _merged(area, inner, levels[inner]) for area in at_level(outer)}
        inner = outer
    return levels


def label_point(shape: shapely.Geometry) -> tuple[float, float]:
    """Longitude and latitude for a label: the middle of the largest circle inside the shape.

    Method: maximum inscribed circle of GEOS, on the ground so that the circle is round.
    """
    circle = shapely.maximum_inscribed_circle(to_metres(shape), tolerance=LABEL_PRECISION_METRES)
    longitude, latitude = to_degrees(circle).coords[0]
    return round(longitude, DECIMALS), round(latitude, DECIMALS)


def collection_text(level: Level, shapes: Shapes) -> str:
    """The GeoJSON text of one level, an area a line, in the order of gebieden.csv."""
    features = ",\n".join(_compact(_feature(area, shapes[area.code])) for area in at_level(level))
    bounds = _compact(shapely.total_bounds(list(shapes.values())).tolist())
    return f'{{"type":"FeatureCollection","bbox":{bounds},"features":[\n{features}\n]}}\n'


def main() -> None:
    """Build the boundaries of the project, and how buurten lie, from the buurten in geo/."""
    build(BUURTEN_FILE, CITY)


def _merged(area: Area, inner: Level, shapes: Shapes) -> shapely.Geometry:
    inside = [shapes[child.code] for child in at_level(inner) if child.parent == area.code]
    return shapely.coverage_union_all(inside)


# plotly (d3-geo) and Vega fill what lies to the right of a ring. A counterclockwise outline of
# the gemeente, as RFC 7946 wants it, paints everything except Eindhoven; tried in Chromium.
def _feature(area: Area, shape: shapely.Geometry) -> Mapping[str, object]:
    drawn = shapely.orient_polygons(shapely.normalize(shape), exterior_cw=True)
    return {
        "type": "Feature",
        "id": area.code,
        "properties": {
            "code": area.code,
            "name": area.name,
            "parent": area.parent,
            "label": label_point(shape),
        },
        "geometry": shapely.geometry.mapping(drawn),
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
