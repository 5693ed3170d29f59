"""Where the names of points stand."""

from hypothesis import given
from hypothesis import strategies as st

from charts.layout.scatter import WIDE, Side, axes, named
from charts.pictures import Dot, Scatter

NAME = "Kapelbeemd"
ROOM = len(NAME) * 0.9 + 1  # letters: of the name, and from its point
PLACES = st.integers(0, 1000).map(lambda hundredths: hundredths / 100)


@given(st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=8))
def test_no_name_runs_out_at_the_side(places: list[tuple[float, float]]) -> None:
    picture = Scatter([Dot(NAME, x, y, is_named=True) for x, y in places], "jaren", "matches")
    across = axes(picture).across
    for dot, side in named(picture):
        place = across.part(dot.x) * WIDE
        assert side is not Side.LEFT or place >= ROOM
        assert side is not Side.RIGHT or place <= WIDE - ROOM


def test_a_name_in_the_corner_stands_right_of_its_point() -> None:
    picture = Scatter([Dot(NAME, 0.07, 0.0, is_named=True), Dot("", 10, 10)], "jaren", "matches")
    assert named(picture)[0][1] is Side.RIGHT
