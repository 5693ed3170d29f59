"""The ready boundaries: rebuilt to the byte, merged without loss, wound for plotly."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shapely

from data.reference.areas import Level, areas, at_level
from geo.boundaries import GEO_FOLDER
from geo.build import BUURTEN_FILE, BoundaryError, build, label_point
from tests.geo.maps import DRAWN_LEVELS, carried, committed, committed_shapes, damaged

LARGEST_FILE_BYTES = 60_000


def test_a_rebuild_equals_the_committed_files_to_the_byte(tmp_path: Path) -> None:
    build(BUURTEN_FILE, tmp_path)
    rebuilt = {path.name: path.read_bytes() for path in (tmp_path / "static" / "geo").iterdir()}
    assert rebuilt == {path.name: path.read_bytes() for path in GEO_FOLDER.iterdir()}


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_features_are_the_areas_of_the_hierarchy_in_its_order(level: Level) -> None:
    drawn = [
        (feature["id"], {name: feature["properties"][name] for name in ("code", "name", "parent")})
        for feature in committed(level)["features"]
    ]
    assert drawn == [
        (area.code, {"code": area.code, "name": area.name, "parent": area.parent})
        for area in at_level(level)
    ]


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_an_area_is_as_large_as_its_buurten_together(level: Level) -> None:
    parents = {area.code: area.parent for area in areas()}
    sums = dict.fromkeys(committed_shapes(level), 0.0)
    for code, buurt in committed_shapes(Level.BUURT).items():
        holder = code
        while holder not in sums:
            holder = parents[holder]
        sums[holder] += buurt.area
    assert sums == pytest.approx(
        {code: shape.area for code, shape in committed_shapes(level).items()}, rel=1e-9
    )


@pytest.mark.parametrize("level", [Level.GEMEENTE, Level.STADSDEEL, Level.WIJK])
def test_every_point_of_a_border_is_a_point_of_a_buurt(level: Level) -> None:
    points = {point for ring in _rings(committed(level)) for point in ring}
    assert points <= {point for ring in _rings(committed(Level.BUURT)) for point in ring}


def test_buurten_are_the_carried_ones() -> None:
    drawn = committed_shapes(Level.BUURT)
    for feature in carried()["features"]:
        source = shapely.geometry.shape(feature["geometry"])
        assert drawn[feature["properties"]["buurtcode"]].equals(source)


def test_the_stadsdeel_in_the_code_of_a_wijk_agrees_with_the_hierarchy() -> None:
    stadsdeel = {area.code: area.parent for area in at_level(Level.WIJK)}
    for feature in carried()["features"]:
        wijk = feature["properties"]["wijkcode"]
        assert stadsdeel[wijk] == f"SD{wijk.removeprefix('WK0772')[0]}"


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_rings_run_clockwise(level: Level) -> None:
    assert all(_doubled_area(ring) < 0 for ring in _rings(committed(level)))


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_coordinates_have_at_most_five_decimals(level: Level) -> None:
    assert all(
        len(repr(number).partition(".")[2]) <= 5
        for ring in _rings(committed(level))
        for point in ring
        for number in point
    )


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_a_file_is_small_enough_for_one_message(level: Level) -> None:
    assert (GEO_FOLDER / f"{level}.json").stat().st_size < LARGEST_FILE_BYTES


def test_a_label_stands_in_the_widest_part() -> None:
    handle = shapely.box(5.40, 51.4495, 5.46, 51.4505)
    pan = shapely.box(5.46, 51.44, 5.48, 51.46)
    longitude, latitude = label_point(handle.union(pan))
    assert longitude == pytest.approx(5.47, abs=0.0005)
    assert 51.44 < latitude < 51.46


def test_wrong_buurten_write_nothing(tmp_path: Path) -> None:
    source = damaged(tmp_path, lambda features: features.pop())
    with pytest.raises(BoundaryError, match=r"^Op de kaart ontbreekt buurt "):
        build(source, tmp_path / "made")
    assert not (tmp_path / "made").exists()


def test_a_buurt_in_another_wijk_is_refused(tmp_path: Path) -> None:
    source = damaged(tmp_path, _move_first_to_oud_stratum)
    with pytest.raises(BoundaryError) as refused:
        build(source, tmp_path / "made")
    assert str(refused.value) == (
        "Volgens het kaartbestand ligt buurt Binnenstad (BU07721110) in wijk Oud-Stratum "
        "(WK077221), volgens gebieden.csv in wijk Centrum (WK077211)."
    )


def test_a_buurt_that_stands_in_the_file_twice_is_refused(tmp_path: Path) -> None:
    source = damaged(tmp_path, lambda features: features.append(features[0]))
    with pytest.raises(ValueError, match="noemt gebied BU07721110 twee keer"):
        build(source, tmp_path / "made")


def _move_first_to_oud_stratum(features: list[Any]) -> None:
    features[0]["properties"]["wijkcode"] = "WK077221"


def _rings(collection: dict[str, Any]) -> list[list[tuple[float, float]]]:
    shapes = [feature["geometry"] for feature in collection["features"]]
    assert {shape["type"] for shape in shapes} == {"Polygon"}
    return [[(x, y) for x, y in ring] for shape in shapes for ring in shape["coordinates"]]


def _doubled_area(ring: list[tuple[float, float]]) -> float:
    """The shoelace sum: negative when the ring runs clockwise."""
    return sum(
        (x - ring[0][0]) * (next_y - ring[0][1]) - (next_x - ring[0][0]) * (y - ring[0][1])
        for (x, y), (next_x, next_y) in pairwise(ring)
    )
