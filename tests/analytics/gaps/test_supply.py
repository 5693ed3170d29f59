"""Supply and demand against a count by hand, resident by resident."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot
from analytics.gaps.supply import Balanced, supply_and_demand
from analytics.gaps.supply_lists import openings, queues
from tests.analytics.gaps.made import BUURTEN, COOK, GREEN, a_day

FEW = BUURTEN[:12]
WAYS = dict(zip(product(FEW, FEW), metres().loc[list(FEW), list(FEW)].to_numpy().flat, strict=True))
WANTED = st.lists(
    st.tuples(st.sampled_from(FEW), st.sampled_from([GREEN, COOK]), st.integers(0, 200)),
    max_size=12,
)
PLACES = st.lists(
    st.tuples(st.sampled_from(FEW), st.sampled_from([GREEN, COOK]), st.integers(0, 4)), max_size=6
)
CATCHMENTS = st.sampled_from([0.0, 1_000.0, 2_500.0, 40_000.0])


def city(wanted: list[tuple[str, str, int]], offers: list[tuple[str, str, int]]) -> Snapshot:
    places = [(f"P{n}", "horeca", buurt) for n, (buurt, _, _) in enumerate(offers)]
    free = [(f"P{n}", talent, amount) for n, (_, talent, amount) in enumerate(offers)]
    return a_day(wanted, free, places=places)


@settings(max_examples=40)
@given(WANTED, PLACES, CATCHMENTS)
def test_supply_and_demand_equal_a_count_by_hand(
    wanted: list[tuple[str, str, int]], offers: list[tuple[str, str, int]], catchment: float
) -> None:
    members = {"west": FEW[:4], "east": FEW[4:6]}
    found = supply_and_demand(city(wanted, offers), members, near(metres(), catchment))
    for row in found:
        mine = members[row.area]

        def touches(buurt: str, mine: tuple[str, ...] = mine) -> bool:
            return any(WAYS[own, buurt] <= catchment for own in mine)

        asks = [buurt for buurt, talent, _ in wanted if talent == row.talent]
        gives = [(buurt, amount) for buurt, talent, amount in offers if talent == row.talent]
        assert row.waiting == sum(buurt in mine for buurt in asks)
        assert row.free == sum(amount for buurt, amount in gives if buurt in mine)
        assert row.waiting_near == sum(touches(buurt) for buurt in asks)
        assert row.free_near == sum(amount for buurt, amount in gives if touches(buurt))


def test_without_reach_only_the_border_counts() -> None:
    day = city([(FEW[0], GREEN, 3)], [(FEW[1], GREEN, 2)])
    found = supply_and_demand(day, {"a": FEW[:1], "b": FEW[1:2]}, near(metres(), 0.0))
    shown = {row.area: row for row in found if row.talent == GREEN}
    assert shown["a"][2:] == (1, 0, 1, 0)
    assert shown["b"][2:] == (0, 2, 0, 2)


@pytest.mark.parametrize(("waiting", "free", "left", "each"), [(4, 1, -3, 0.25), (0, 2, 2, None)])
def test_a_lack_is_below_zero_and_nobody_waiting_has_no_ratio(
    waiting: int, free: int, left: int, each: float | None
) -> None:
    row = Balanced("a", GREEN, 0, 0, waiting, free)
    assert (row.difference, row.ratio) == (left, each)


def test_an_empty_day_is_all_zeros() -> None:
    found = supply_and_demand(a_day(), {"a": FEW}, near(metres(), 1_500.0))
    assert {row[2:] for row in found} == {(0, 0, 0, 0)}


@settings(max_examples=40)
@given(WANTED, PLACES, CATCHMENTS)
def test_the_list_of_openings_holds_what_is_counted(
    wanted: list[tuple[str, str, int]], offers: list[tuple[str, str, int]], catchment: float
) -> None:
    day, mine = city(wanted, offers), FEW[:4]
    listed = openings(day, metres(), mine, catchment)
    counted = supply_and_demand(day, {"mine": mine}, near(metres(), catchment))
    assert sum(opening.free for opening in listed) == sum(row.free_near for row in counted)
    assert [opening.free for opening in listed] == sorted(
        (opening.free for opening in listed), reverse=True
    )
    assert all(opening.free > 0 for opening in listed)


def test_an_opening_inside_the_area_is_no_distance_away() -> None:
    day = city([], [(FEW[0], GREEN, 1), (FEW[1], GREEN, 1)])
    inside, outside = openings(day, metres(), FEW[:1], 40_000.0)
    assert (inside.buurt, inside.metres) == (FEW[0], 0.0)
    assert outside.metres == metres().at[FEW[0], FEW[1]]


def test_a_queue_tells_who_waits_long() -> None:
    waits = [(FEW[0], GREEN, 90), (FEW[0], GREEN, 91), (FEW[0], COOK, 5), (FEW[1], GREEN, 7)]
    first, second = queues(city(waits, []), FEW[:1])
    assert first == (FEW[0], GREEN, 2, 1, 91)
    assert second == (FEW[0], COOK, 1, 0, 5)
    assert queues(a_day(), FEW) == []
