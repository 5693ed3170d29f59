"""The line around several areas, against shapely's union."""

import pytest
import shapely

from data.reference.areas import Level, at_level
from geo.outlines import outline
from geo.rings import shapes
from tests.geo.maps import committed_shapes


def length(codes: list[str], level: Level) -> float:
    edges = outline(shapes(level)[code] for code in codes)
    return float(shapely.MultiLineString(edges).length)


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_around_everything_runs_the_border_of_the_city(level: Level) -> None:
    codes = [area.code for area in at_level(level)]
    around = shapely.union_all(list(committed_shapes(level).values()))
    assert length(codes, level) == pytest.approx(around.length)


def test_the_border_between_two_neighbours_falls_away() -> None:
    codes = [area.code for area in at_level(Level.WIJK) if area.parent == "SD3"]
    found = committed_shapes(Level.WIJK)
    assert length(codes, Level.WIJK) == pytest.approx(
        shapely.union_all([found[code] for code in codes]).length
    )


def test_no_areas_have_no_line() -> None:
    assert outline([]) == []
