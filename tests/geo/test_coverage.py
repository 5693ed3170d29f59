"""The checks of the boundaries: silent on the committed ones, Dutch and exact on broken ones."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.affinity import translate

from data.dutch import number
from data.reference.areas import Level, at_level
from geo.coverage import (
    boundary_faults,
    code_faults,
    gap_faults,
    level_faults,
    nesting_faults,
    overlap_faults,
    parent_faults,
    shape_faults,
)
from geo.shapes import hectares
from tests.geo.maps import DRAWN_LEVELS, committed_shapes

BERGEN = "BU07721120"
BINNENSTAD = "BU07721110"
FIVE_METRES = 0.00005  # in degrees, or a little less

buurt_codes = st.sampled_from([area.code for area in at_level(Level.BUURT)])


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_every_committed_level_is_a_valid_coverage(level: Level) -> None:
    shapes = list(committed_shapes(level).values())
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).area == pytest.approx(sum(s.area for s in shapes), rel=1e-9)


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_the_checks_are_silent_on_every_committed_level(level: Level) -> None:
    assert level_faults(level, committed_shapes(level)) == ()


def test_the_checks_are_silent_on_all_levels_together() -> None:
    assert boundary_faults({level: committed_shapes(level) for level in DRAWN_LEVELS}) == ()


def test_no_map_at_all_misses_every_wijk() -> None:
    assert len(level_faults(Level.WIJK, {})) == 20


def test_a_missing_buurt_is_named_and_leaves_a_gap() -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes.pop(BERGEN)
    missing, gap = level_faults(Level.BUURT, shapes)
    assert missing == "Op de kaart ontbreekt buurt Bergen (BU07721120)."
    assert gap.startswith("Er is een gat van 37,72 hectare bij buurt Binnenstad (BU07721110), ")
    assert gap.endswith(" en nog 3 gebieden.")


def test_an_unknown_code_is_named_beside_the_missing_one() -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes["BU07729999"] = shapes.pop(BERGEN)
    assert level_faults(Level.BUURT, shapes) == (
        "Op de kaart ontbreekt buurt Bergen (BU07721120).",
        "De kaart heeft een buurt met code BU07729999, die niet in gebieden.csv staat.",
    )


def test_an_area_of_another_level_is_unknown_at_this_one() -> None:
    assert code_faults(Level.GEMEENTE, committed_shapes(Level.GEMEENTE) | {"SD1": None}) == (
        "De kaart heeft een gemeente met code SD1, die niet in gebieden.csv staat.",
    )


def test_an_overlap_is_told_with_its_areas_and_hectares() -> None:
    west, east = shapely.box(5.40, 51.40, 5.41, 51.41), shapely.box(5.409, 51.40, 5.42, 51.41)
    # 0.001 by 0.01 degree: 69.516 m by 1,112.57 m
    assert overlap_faults({BINNENSTAD: west, BERGEN: east}) == (
        "De grenzen sluiten niet op elkaar aan bij buurt Binnenstad (BU07721110), "
        "buurt Bergen (BU07721120).",
        "Gebieden overlappen elkaar, samen 7,73 hectare.",
    )


def test_borders_with_other_points_do_not_match_even_without_overlap() -> None:
    west = shapely.box(5.40, 51.40, 5.41, 51.41)
    east = shapely.Polygon([(5.41, 51.40), (5.42, 51.40), (5.42, 51.41), (5.41, 51.41)])
    cut = shapely.segmentize(east, 0.005)
    assert overlap_faults({BINNENSTAD: west, BERGEN: east}) == ()
    assert len(overlap_faults({BINNENSTAD: west, BERGEN: cut})) == 1


def test_a_crevice_that_is_open_to_the_outside_is_a_gap() -> None:
    west = shapely.box(5.40, 51.40, 5.41, 51.41)
    east = translate(west, 0.01 + FIVE_METRES)
    assert overlap_faults({BINNENSTAD: west, BERGEN: east}) == ()
    assert gap_faults({BINNENSTAD: west, BERGEN: east}) == (
        "Er is een gat van 0,39 hectare bij buurt Binnenstad (BU07721110), "
        "buurt Bergen (BU07721120).",
    )


def test_a_border_that_crosses_itself_is_reported() -> None:
    bow = shapely.Polygon([(5.40, 51.40), (5.41, 51.41), (5.41, 51.40), (5.40, 51.41)])
    told = "De grens van buurt Bergen (BU07721120) is leeg of kruist zichzelf."
    assert shape_faults({BERGEN: bow}) == (told,)
    assert shape_faults({BERGEN: shapely.Polygon()}) == (told,)
    assert told in level_faults(Level.BUURT, committed_shapes(Level.BUURT) | {BERGEN: bow})


def test_a_wijk_outside_its_stadsdeel_is_reported() -> None:
    stadsdelen, wijken = committed_shapes(Level.STADSDEEL), committed_shapes(Level.WIJK)
    wijken["WK077211"], wijken["WK077221"] = wijken["WK077221"], wijken["WK077211"]
    faults = nesting_faults(stadsdelen, Level.WIJK, wijken)
    assert len(faults) == 4
    # the wijken changed places: one lies outside with its whole area, the other is missing whole
    outside, empty = (hectares(wijken[code]) for code in ("WK077211", "WK077221"))
    assert faults[:2] == (
        f"Buiten stadsdeel Centrum (SD1) ligt {number(outside, 2)} hectare van wijk Centrum "
        "(WK077211).",
        f"In stadsdeel Centrum (SD1) ligt {number(empty, 2)} hectare zonder wijk.",
    )
    levels = {level: committed_shapes(level) for level in DRAWN_LEVELS}
    assert set(faults) < set(boundary_faults(levels | {Level.WIJK: wijken}))


def test_a_buurt_in_another_wijk_than_the_hierarchy_says_is_reported() -> None:
    assert parent_faults({BERGEN: "WK077211"}) == ()
    assert parent_faults({BERGEN: "WK079999"}) == (
        "Volgens het kaartbestand ligt buurt Bergen (BU07721120) in gebied WK079999, "
        "volgens gebieden.csv in wijk Centrum (WK077211).",
    )


@given(code=buurt_codes)
def test_any_missing_buurt_is_named(code: str) -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes.pop(code)
    assert any(code in fault for fault in code_faults(Level.BUURT, shapes))


@given(code=buurt_codes, metres=st.integers(2, 50))
def test_any_buurt_that_grows_overlaps_another(code: str, metres: int) -> None:
    shapes = committed_shapes(Level.BUURT)
    shapes[code] = shapes[code].buffer(metres * FIVE_METRES / 5)
    assert overlap_faults(shapes)[-1].startswith("Gebieden overlappen elkaar, samen ")


@given(code=buurt_codes, centimetres=st.integers(100, 500))
def test_any_buurt_that_shrinks_leaves_a_gap(code: str, centimetres: int) -> None:
    shapes = committed_shapes(Level.BUURT)
    shrunk = shapes[code].buffer(-centimetres / 500 * FIVE_METRES, join_style="mitre")
    shapes[code] = shrunk
    assert any("Er is een gat van " in fault for fault in gap_faults(shapes))
