"""Simplifying a coverage: neighbours keep the same border, and a bad seam is stitched or told."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import translate

from data.reference.areas import Level
from geo.coverage import gap_faults, level_faults, overlap_faults
from geo.shapes import hectares, rounded
from geo.simplify import simplified, stitched, stitching_faults
from tests.geo.maps import committed_shapes, detailed

BERGEN = "BU07721120"
CENTIMETRES = 0.000001  # about ten of them, in degrees

WEST = shapely.box(5.40, 51.40, 5.41, 51.41)
EAST = shapely.box(5.41, 51.40, 5.42, 51.41)


@settings(deadline=None, max_examples=10)
@given(metres=st.floats(1, 200))
def test_a_simplified_coverage_is_one(metres: float) -> None:
    shapes = simplified(detailed(committed_shapes(Level.BUURT), 25), metres)
    assert shapely.coverage_is_valid(list(shapes.values()))
    assert len(shapes) == 116


def test_points_go_and_areas_stay() -> None:
    fine = detailed(committed_shapes(Level.BUURT), 5)
    coarse = simplified(fine, 50)
    points = [sum(shapely.get_num_coordinates(list(one.values()))) for one in (fine, coarse)]
    assert points[1] < points[0] / 50
    for code, shape in fine.items():
        assert hectares(coarse[code]) == pytest.approx(hectares(shape), rel=0.1)
    assert level_faults(Level.BUURT, {code: rounded(one) for code, one in coarse.items()}) == ()


def test_without_metres_nothing_changes() -> None:
    shapes = committed_shapes(Level.BUURT)
    assert simplified(shapes, 0) is shapes


def test_a_valid_coverage_stays_as_it_is() -> None:
    shapes = committed_shapes(Level.BUURT)
    assert {code: rounded(shape).normalize() for code, shape in stitched(shapes).items()} == {
        code: shape.normalize() for code, shape in shapes.items()
    }


@pytest.mark.parametrize("shift", [-CENTIMETRES, CENTIMETRES])
def test_a_small_overlap_or_gap_is_stitched(shift: float) -> None:
    shapes = {"west": translate(WEST, shift), "east": shapely.segmentize(EAST, 0.003)}
    whole = stitched(shapes)
    assert stitching_faults(shapes, whole) == ()
    assert overlap_faults(whole) == gap_faults(whole) == ()


def test_a_border_with_more_points_on_one_side_is_stitched() -> None:
    shapes = {"west": shapely.segmentize(WEST, 0.003), "east": EAST}
    assert overlap_faults(shapes)
    assert overlap_faults(stitched(shapes)) == ()


def test_an_overlap_that_is_no_seam_is_told() -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes[BERGEN] = translate(shapes[BERGEN], 0.001)
    faults = stitching_faults(shapes, stitched(shapes))
    assert faults[0].startswith("De grenzen sluiten niet op elkaar aan bij buurt ")
    assert faults[-1].startswith("Gebieden overlappen elkaar, samen ")


def test_a_buurt_inside_another_is_told() -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes[BERGEN] = shapes["BU07721110"].buffer(-0.001)
    assert stitching_faults(shapes, stitched(shapes))


def test_a_wide_gap_is_not_filled() -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes[BERGEN] = shapes[BERGEN].buffer(-0.0002, join_style="mitre")
    assert gap_faults(stitched(shapes))
