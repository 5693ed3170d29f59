"""How buurten lie: the committed files rebuilt, neighbours against libpysal."""

import geopandas
import shapely
from libpysal.graph import Graph

from data.reference.areas import Level, at_level
from data.reference.points import NEIGHBOURS_FILE, POINTS_FILE, neighbours, points
from geo import relations
from geo.boundaries import label_points
from tests.geo.maps import committed_shapes


def test_a_rebuild_equals_the_committed_files() -> None:
    shapes = committed_shapes(Level.BUURT)
    texts = relations.relation_texts(shapes, label_points(Level.BUURT))
    for committed in (POINTS_FILE, NEIGHBOURS_FILE):
        assert texts[committed.name] == committed.read_text(encoding="utf-8")


def test_every_point_lies_in_its_buurt() -> None:
    shapes = committed_shapes(Level.BUURT)
    assert set(points()) == {area.code for area in at_level(Level.BUURT)}
    assert all(shapes[code].contains(shapely.Point(point)) for code, point in points().items())


def test_neighbours_are_those_of_queen_contiguity() -> None:
    shapes = committed_shapes(Level.BUURT)
    frame = geopandas.GeoSeries(shapes)
    queen = Graph.build_contiguity(frame, rook=False, strict=True).adjacency
    pairs = {(one, other) for one, other in queen.index if one < other and one != other}
    assert set(neighbours()) == pairs
    assert list(neighbours()) == sorted(pairs)


def test_areas_touch_at_a_corner_and_not_at_a_distance() -> None:
    boxes = {
        "A": shapely.box(0, 0, 1, 1),
        "B": shapely.box(1, 0, 2, 1),
        "C": shapely.box(1, 1, 2, 2),
        "D": shapely.box(3, 3, 4, 4),
    }
    assert relations.neighbours(boxes) == [("A", "B"), ("A", "C"), ("B", "C")]
