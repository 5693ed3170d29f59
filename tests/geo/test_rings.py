"""Boundaries as rings."""

import pytest

from data.reference.areas import Level, at_level
from geo.boundaries import extent as gemeente
from geo.rings import extent, flat, shapes


@pytest.mark.parametrize("level", [Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_every_area_has_closed_rings(level: Level) -> None:
    found = shapes(level)
    assert set(found) == {area.code for area in at_level(level)}
    for rings in found.values():
        assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)


def test_a_team_is_drawn_as_wijken() -> None:
    assert shapes(Level.TEAM) == shapes(Level.WIJK)


def test_all_areas_together_fill_the_gemeente() -> None:
    assert extent(shapes(Level.WIJK).values()) == pytest.approx(gemeente(), abs=1e-3)


def test_a_plane_has_the_same_scale_east_and_north() -> None:
    """A degree of latitude is 111 km, of longitude at 51.4 degrees 69 km (WGS 84)."""
    east, north = flat((1.0, 1.0))
    assert east / north == pytest.approx(69.4 / 111.3, rel=0.01)
