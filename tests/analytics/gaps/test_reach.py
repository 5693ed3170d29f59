"""Reach against the PySAL package `access` on its own example, and against a naive twin."""

import math
from collections.abc import Callable
from itertools import product

import numpy as np
import pandas as pd
import pytest
from access import weights
from access.fca import two_stage_fca
from hypothesis import given
from hypothesis import strategies as st

from analytics.gaps.distance import EARTH_METRES, as_the_crow_flies, metres, near
from analytics.gaps.reach import Numbers, decay, floating_catchment, nearest, reach

# The example of access/tests/test_hospital_example.py (PySAL access 1.1.10): three tracts with
# people and doctors, and four states of the roads between them.
PEOPLE = {1: 100, 2: 50, 3: 10}
DOCTORS = {1: 15, 2: 20, 3: 100}
ROADS = {
    "gridlock": {(1, 3): 40, (2, 3): 40, (3, 1): 40, (3, 2): 40},
    "inbound": {(1, 3): 40, (2, 3): 40, (3, 1): 10, (3, 2): 10},
    "outbound": {(1, 3): 10, (2, 3): 10, (3, 1): 40, (3, 2): 40},
    "free": {(1, 3): 10, (2, 3): 10, (3, 1): 10, (3, 2): 10},
}
UNREACHABLE = 999.0


def costs(roads: dict[tuple[int, int], int]) -> pd.DataFrame:
    own = {(tract, tract): 1 for tract in PEOPLE}
    rows = [(origin, dest, cost) for (origin, dest), cost in {**own, **roads}.items()]
    return pd.DataFrame(rows, columns=["origin", "dest", "cost"])


def two_steps_of_access(
    demand: "pd.Series[int]",
    supply: "pd.Series[int]",
    cost: pd.DataFrame,
    weight: Callable[[float], float],
    catchment: float,
) -> list[float]:
    """By the function behind `Access.two_stage_fca`, for amounts by place."""
    found = two_stage_fca(
        demand.rename("demand").rename_axis("geoid").to_frame(),
        supply.rename("supply").rename_axis("geoid").to_frame(),
        cost,
        max_cost=catchment,
        weight_fn=weight,
    )
    return [float(value) for value in found.sort_index()]


@pytest.mark.parametrize("roads", ROADS)
@pytest.mark.parametrize("catchment", [5.0, 30.0, 60.0])
def test_two_steps_equal_access_on_its_own_example(roads: str, catchment: float) -> None:
    cost = costs(ROADS[roads])
    grid = cost.pivot(index="origin", columns="dest", values="cost").fillna(UNREACHABLE)
    people, doctors = pd.Series(PEOPLE), pd.Series(DOCTORS)
    found = floating_catchment(column(doctors), column(people), decay(grid.to_numpy(), catchment))

    def weight(distance: float) -> float:
        return float(decay(np.array([distance]), catchment)[0])

    assert found[:, 0] == pytest.approx(
        two_steps_of_access(people, doctors, cost, weight, catchment)
    )


def column(amounts: "pd.Series[int]") -> Numbers:
    return np.array([[amount] for amount in amounts], dtype=np.float64)


def test_two_steps_equal_access_with_its_own_weights_on_the_buurten() -> None:
    """Any weights will do: the Gaussian of access over the real distances of Eindhoven."""
    distances = metres()
    draws = np.random.default_rng(7)
    demand = pd.Series(draws.poisson(5, len(distances)) + 1, index=distances.index)
    supply = pd.Series(draws.poisson(2, len(distances)), index=distances.index)
    rows = [(origin, dest, cost) for (origin, dest), cost in table(distances).items()]
    cost = pd.DataFrame(rows, columns=["origin", "dest", "cost"])
    theirs = two_steps_of_access(demand, supply, cost, weights.gaussian(700), 1500)
    gaussian = np.exp(-(distances.to_numpy() ** 2) / (2 * 700**2))
    within = np.where(distances.to_numpy() <= 1500, gaussian, 0)
    ours = floating_catchment(column(supply), column(demand), within)
    assert ours[:, 0] == pytest.approx(theirs)


AMOUNTS = st.lists(st.integers(0, 6), min_size=8, max_size=8)


@given(free=AMOUNTS, waiting=AMOUNTS, catchment=st.sampled_from([800.0, 1500.0, 4000.0]))
def test_reach_equals_the_method_in_loops(
    free: list[int], waiting: list[int], catchment: float
) -> None:
    distances = metres().iloc[:4, :4]
    buurten, talents = list(distances.index), ["groen", "koken"]
    offers = frame_of(free, buurten, talents)
    people = frame_of(waiting, buurten, talents)
    found = reach(offers, people, distances, catchment)

    way, offer, person = table(distances), table(offers), table(people)

    def weight(home: str, place: str) -> float:
        share = way[home, place] / catchment
        if share >= 1:
            return 0.0
        return (math.exp(-share * share / 2) - math.exp(-0.5)) / (1 - math.exp(-0.5))

    for home, talent in product(buurten, talents):
        total = 0.0
        for place in buurten:
            rivals = sum(person[other, talent] * weight(other, place) for other in buurten)
            total += weight(home, place) * offer[place, talent] / (rivals or 1)
        assert table(found)[home, talent] == pytest.approx(total)


def table(frame: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Values by row and column."""
    return {
        (str(row), str(name)): float(value)
        for row, values in zip(frame.index, frame.to_numpy().tolist(), strict=True)
        for name, value in zip(frame.columns, values, strict=True)
    }


def frame_of(amounts: list[int], buurten: list[str], talents: list[str]) -> pd.DataFrame:
    return pd.DataFrame(np.reshape(amounts, (len(buurten), len(talents))), buurten, talents)


@given(free=AMOUNTS, waiting=AMOUNTS)
def test_what_residents_reach_together_is_what_is_free(free: list[int], waiting: list[int]) -> None:
    distances = metres().iloc[:4, :4]
    buurten, talents = list(distances.index), ["groen", "koken"]
    people = frame_of(waiting, buurten, talents) + 1  # so that somebody reaches every position
    offers = frame_of(free, buurten, talents)
    shared = (reach(offers, people, distances, 1500.0) * people).sum()
    assert shared.to_numpy() == pytest.approx(offers.sum().to_numpy())


def test_a_position_counts_whole_on_the_spot_and_for_nothing_at_the_border() -> None:
    found = decay(np.array([0.0, 750.0, 1500.0, 4000.0]), 1500.0)
    assert found[[0, 2, 3]].tolist() == [1.0, 0.0, 0.0]
    assert found[1] == pytest.approx((math.exp(-0.125) - math.exp(-0.5)) / (1 - math.exp(-0.5)))


def test_the_nearest_free_position_equals_a_search() -> None:
    distances = metres().iloc[:6, :6]
    buurten = list(distances.index)
    free = pd.DataFrame({"groen": [0, 2, 0, 0, 1, 0], "koken": [0] * 6}, index=buurten)
    found = nearest(free, distances)
    offering, way = [buurten[1], buurten[4]], table(distances)
    for home in buurten:
        assert table(found)[home, "groen"] == min(way[home, place] for place in offering)
    assert table(found)[buurten[1], "groen"] == 0
    assert found["koken"].isna().all()


def test_distances_are_those_of_a_great_circle() -> None:
    """One degree of latitude, and of longitude at latitude 60, where circles are half as long."""
    degree = math.pi * EARTH_METRES / 180
    found = as_the_crow_flies({"A": (5.0, 60.0), "B": (5.0, 61.0), "C": (6.0, 60.0)}).to_numpy()
    assert found[0, 1] == pytest.approx(degree)
    assert found[0, 2] == pytest.approx(degree / 2, rel=1e-4)
    assert (found == found.T).all()
    assert (np.diag(found) == 0).all()


def test_near_is_up_to_and_including_the_border() -> None:
    distances = pd.DataFrame({"A": [0.0, 1500.0], "B": [1500.1, 0.0]}, index=["A", "B"])
    assert near(distances, 1500.0).to_numpy().tolist() == [[True, False], [True, True]]
