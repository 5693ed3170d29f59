"""What pages and charts read of the boundaries."""

import subprocess
import sys
from pathlib import Path

import pytest
import shapely

from data.reference.areas import Level, at_level
from geo.boundaries import (
    GEO_FOLDER,
    STATIC_URL,
    boundary_source,
    boundary_url,
    extent,
    label_points,
)
from tests.geo.maps import DRAWN_LEVELS, committed_shapes

STATIC_FOLDER = GEO_FOLDER.parent


def served(url: str) -> Path:
    """The file behind an address below the static folder."""
    return STATIC_FOLDER / url.removeprefix(f"{STATIC_URL}/")


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_an_address_leads_to_the_file_of_its_level(level: Level) -> None:
    assert boundary_url(level) == f"/app/static/geo/{level}.json"
    assert served(boundary_url(level)).is_file()


def test_teams_are_drawn_as_wijken() -> None:
    assert boundary_url(Level.TEAM) == boundary_url(Level.WIJK)
    assert label_points(Level.TEAM) == label_points(Level.WIJK)


@pytest.mark.parametrize("level", DRAWN_LEVELS)
def test_every_area_has_a_label_inside_it(level: Level) -> None:
    labels, shapes = label_points(level), committed_shapes(level)
    assert set(labels) == {area.code for area in at_level(level)}
    assert all(shapes[code].contains(shapely.Point(label)) for code, label in labels.items())


def test_changing_the_label_points_changes_nothing_for_the_next_reader() -> None:
    label_points(Level.WIJK).clear()
    assert len(label_points(Level.WIJK)) == 20


def test_the_extent_is_that_of_all_buurten() -> None:
    bounds = [shape.bounds for shape in committed_shapes(Level.BUURT).values()]
    west, south, east, north = zip(*bounds, strict=True)
    assert extent() == (min(west), min(south), max(east), max(north))


def test_the_source_names_its_licence() -> None:
    assert boundary_source() == "Bron: CBS/Kadaster (CC BY 4.0)"


def test_reading_boundaries_loads_no_geometry_library() -> None:
    code = (
        "import sys, geo.boundaries as b; b.extent(); b.boundary_year();"
        "print(sorted({'geopandas', 'shapely', 'pandas'} & set(sys.modules)))"
    )
    root = STATIC_FOLDER.parent
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
