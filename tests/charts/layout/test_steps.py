"""Numbers of events: none touches the one before it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from charts.layout.axis import Axis, place
from charts.layout.steps import APART, event_tiers
from charts.pictures import Event

AXIS = Axis(0, 100, {})


@given(st.lists(st.integers(0, 100), max_size=6))
def test_neighbours_stand_apart_or_above_each_other(places: list[int]) -> None:
    events = [Event(place, "x") for place in sorted(places)]
    tiers = event_tiers(events, AXIS)
    assert set(tiers) <= {0, 1}
    for (event, tier), (after, its) in zip(
        zip(events, tiers, strict=True), zip(events[1:], tiers[1:], strict=True), strict=False
    ):
        assert tier != its or AXIS.part(place(after.at)) - AXIS.part(place(event.at)) >= APART


def test_one_after_the_other_keeps_its_place() -> None:
    starts = [date(2018, 11, 1), date(2019, 1, 1), date(2020, 3, 1)]
    axis = Axis(date(2017, 9, 1).toordinal(), date(2021, 10, 1).toordinal(), {})
    assert event_tiers([Event(day, "x") for day in starts], axis) == [0, 1, 0]
