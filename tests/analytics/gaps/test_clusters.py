"""Clusters against esda, against the statistic in loops, and on made-up rates."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from esda import fdr
from esda.moran import Moran_Local
from esda.significance import calculate_significance
from libpysal.weights import W

from analytics.gaps.clusters import (
    PERMUTATIONS,
    SENTENCES,
    Cluster,
    clusters_of,
    local_clusters,
    local_moran,
)
from analytics.gaps.snapshot import Snapshot
from analytics.statistics.chance import LIMIT
from data.reference.areas import Level, at_level
from data.reference.points import neighbours
from tests.analytics.gaps.made_up import BUURTEN, SHARE, WAITING, without_gap

CODES = [area.code for area in at_level(Level.BUURT)]
LINKS = sorted([*neighbours(), *((other, one) for one, other in neighbours())])
AROUND = {code: [other for one, other in LINKS if one == code] for code in CODES}
EAST = BUURTEN["stadsdeel"].isin(["SD3"])


def rates(seed: int, lift: float = 0.0) -> "pd.Series[float]":
    """Random rates, lifted in the stadsdeel in the east."""
    draws = np.random.default_rng(seed)
    return pd.Series(draws.normal(10, 1, len(CODES)) + lift * EAST.to_numpy(), index=CODES)


@pytest.mark.filterwarnings("ignore:The alternative hypothesis:DeprecationWarning")
@pytest.mark.parametrize("seed", [1, 2])
def test_clusters_equal_those_of_esda_with_its_own_weights(seed: int) -> None:
    given = rates(seed, lift=3)
    theirs = Moran_Local(
        given.to_numpy(), W(AROUND, id_order=CODES), permutations=PERMUTATIONS, seed=9
    )
    codes, quadrants, chance = local_moran(given, LINKS, seed=9)
    assert codes == CODES
    assert quadrants == theirs.q.tolist()
    their_chance = np.minimum(calculate_significance(theirs.Is, theirs.rlisas), 1)
    assert chance == pytest.approx(their_chance, abs=2.5 / PERMUTATIONS)  # rounding at the tails
    one_sided = theirs.p_sim  # twice of it is nearly two-sided: the tails are cut elsewhere
    assert chance == pytest.approx(np.minimum(2 * one_sided, 1), abs=0.002)
    is_named = chance < fdr(chance, LIMIT)
    assert list(local_clusters(given, seed=9)) == [
        code for code, named in zip(codes, is_named, strict=True) if named
    ]


def test_a_quadrant_tells_how_a_buurt_and_its_neighbours_lie_to_the_mean() -> None:
    given = rates(2)
    mean = given.mean()
    codes, quadrants, _ = local_moran(given, LINKS, seed=1)
    for code, quadrant in zip(codes, quadrants, strict=True):
        here = given[code] > mean
        around = np.mean([given[other] for other in AROUND[code]]) > mean
        assert quadrant == {(1, 1): 1, (0, 1): 2, (0, 0): 3, (1, 0): 4}[int(here), int(around)]


def test_a_lifted_stadsdeel_is_found_and_little_else() -> None:
    found = local_clusters(rates(3, lift=4), seed=1)
    high = {code for code, cluster in found.items() if cluster is Cluster.HIGH}
    east = set(BUURTEN.index[EAST])
    assert len(high & east) >= 3
    assert len(high - east) <= 1


def test_chance_alone_hardly_ever_gives_a_cluster() -> None:
    """With nothing to find, any name is a false one: in one of twenty draws at most."""
    alarms = sum(bool(local_clusters(rates(seed), seed=seed)) for seed in range(100, 105))
    assert alarms <= 1  # more has a chance of 2.3% when the share is one in twenty


def test_the_order_of_rates_and_a_second_time_change_nothing() -> None:
    given = rates(4, lift=3)
    found = local_clusters(given, seed=1)
    assert found
    assert found == local_clusters(given, seed=1) == local_clusters(given[::-1], seed=1)


def test_where_all_rates_are_the_same_or_nobody_has_a_neighbour_there_are_none() -> None:
    assert local_clusters(pd.Series(1.0, index=CODES), seed=1) == {}
    lonely = [CODES[0], CODES[-1]]
    assert lonely[1] not in AROUND[lonely[0]]
    assert local_clusters(pd.Series([1.0, 2.0], index=lonely), seed=1) == {}
    assert local_clusters(rates(1)[:0], seed=1) == {}


def spread(seed: int, spread_in_rates: bool) -> Snapshot:
    """A day on which who waits is strewn over the inhabitants, or over rates that differ."""
    day = without_gap(seed)
    if not spread_in_rates:
        return day
    draws = np.random.default_rng(seed)
    rates = SHARE * WAITING * draws.gamma(2, 1 / 2, len(CODES))
    where = np.repeat(BUURTEN.index.to_numpy(), draws.poisson(rates))
    waiting = pd.DataFrame({"resident_id": where, "buurt": where, "days": 1})
    return replace(day, waiting=waiting)


@pytest.mark.parametrize("spread_in_rates", [False, True])
def test_who_waits_at_random_gives_no_cluster(spread_in_rates: bool) -> None:
    """Of 60 draws of both kinds none named a buurt; one in twenty may."""
    alarms = [bool(clusters_of(spread(seed, spread_in_rates))) for seed in range(8)]
    assert sum(alarms) <= 1  # two or more has a chance of 5.7% when the share is one in twenty


def crowded() -> Snapshot:
    """A day on which nearly all who wait live in the east."""
    day = without_gap(1)
    east = BUURTEN.index[EAST].to_numpy()
    where = np.concatenate([np.repeat(east, 25), np.repeat(BUURTEN.index[~EAST].to_numpy(), 1)])
    return replace(day, waiting=pd.DataFrame({"resident_id": where, "buurt": where, "days": 1}))


def test_where_many_wait_together_is_a_cluster_with_its_rate() -> None:
    found = clusters_of(crowded())
    high = [buurt for buurt in found if buurt.cluster is Cluster.HIGH]
    assert {BUURTEN["stadsdeel"][buurt.area.code] for buurt in high} == {"SD3"}
    assert all(buurt.rate > buurt.mean for buurt in high)
    people = BUURTEN["inhabitants"].fillna(0)
    assert high[0].area.name == BUURTEN["name"][high[0].area.code]
    raw = 25 / people[high[0].area.code]
    assert abs(high[0].rate - raw) < raw / 2


def test_the_same_places_anywhere_change_no_cluster() -> None:
    day = crowded()
    emptied = replace(day, vacancies=day.vacancies[:0])
    assert clusters_of(emptied) == clusters_of(day)


def test_every_cluster_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Cluster)
    assert SENTENCES[Cluster.HIGH] == "Hier en in de buurten eromheen wachten veel inwoners."
    assert SENTENCES[Cluster.LOW] == "Hier en in de buurten eromheen wachten weinig inwoners."
    assert SENTENCES[Cluster.LOW_AMONG_HIGH] == (
        "In de buurten eromheen wachten veel inwoners, hier niet."
    )
    assert SENTENCES[Cluster.HIGH_AMONG_LOW] == (
        "In de buurten eromheen wachten weinig inwoners, hier niet."
    )
