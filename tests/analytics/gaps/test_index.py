"""The gap index against a naive twin, its ranks, its reasons and its blind spots."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analytics.gaps.counts import counts_of, membership, offers_of
from analytics.gaps.distance import metres
from analytics.gaps.index import ranking as ranking_module
from analytics.gaps.index.bounds import DRAWS, Bounds, Setting, bounds, gap_index
from analytics.gaps.index.components import (
    Component,
    Ratio,
    component_weights,
    components,
    contributions,
)
from analytics.gaps.index.ranking import FRONT, GapRanking, ranking_of, why_unknown
from analytics.gaps.reach import ON_FOOT, decay
from analytics.gaps.snapshot import Snapshot
from analytics.scope.indicator.ranking import Mark
from data.reference.context import context
from tests.analytics.gaps.made_up import BUURTEN, WIJKEN, members, with_gap, without_gap

DAY = with_gap(3, "WK077273")
WEIGHTS = {"waiting": 2, "reach": 4, "long": 1, "outside": 1, "programme": 2}


def ranking(day: Snapshot) -> GapRanking:
    return ranking_of(day, WIJKEN, members(), ON_FOOT)


def setting(day: Snapshot) -> Setting:
    return Setting(decay(metres().to_numpy(), ON_FOOT), membership(day, list(members().values())))


def naive_ratios(day: Snapshot, codes: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    """Events and base of one area, counted one by one."""
    wijk, known = BUURTEN["wijk"], context()
    inhabitants = BUURTEN["inhabitants"].fillna(0)
    waiting = day.waiting[day.waiting["buurt"].isin(codes)]
    made = day.matches[day.matches["buurt"].isin(codes) & (day.matches["place_buurt"] != "")]
    away = [
        wijk[home] != wijk[to] for home, to in zip(made["buurt"], made["place_buurt"], strict=True)
    ]
    pairs = {code: (of["eenzaam"], of["moeite_rondkomen"]) for code, of in known.items()}
    shares = {code: (one + two) / 200 for code, (one, two) in pairs.items() if one and two}
    city = sum(shares[code] * inhabitants[code] for code in shares)
    mean = city / sum(inhabitants[code] for code in shares)
    need = sum(inhabitants[code] * shares.get(code, mean) for code in codes)
    return {
        "waiting": (len(waiting), sum(inhabitants[code] for code in codes)),
        "long": (sum(days > 90 for days in waiting["days"]), len(waiting)),
        "outside": (sum(away), len(made)),
        "programme": (day.buurten.loc[list(codes), "residents"].sum(), need),
    }


def test_components_equal_counts_by_hand() -> None:
    here = setting(DAY)
    found = components(counts_of(DAY), here.weights, here.inside)
    for n, codes in enumerate(members().values()):
        for name, pair in naive_ratios(DAY, codes).items():
            ratio = found[Component(name)]
            assert (ratio.events[n], ratio.base[n]) == pytest.approx(pair), name


def test_where_nothing_is_estimated_everybody_counts_as_need() -> None:
    """A gemeente of which RIVM knows nothing: its areas are ranked all the same."""
    known = DAY.buurten.assign(eenzaam=np.nan, moeite_rondkomen=np.nan)
    day = replace(DAY, buurten=known)
    assert counts_of(day).need == pytest.approx(counts_of(day).inhabitants)
    assert len(ranking(day).gaps) == len(ranking(DAY).gaps)


def test_reach_adds_up_to_the_free_positions_that_somebody_reaches() -> None:
    here = setting(DAY)
    found = components(counts_of(DAY), here.weights, here.inside)[Component.REACH]
    counts = counts_of(DAY)
    reached = counts.free[(here.weights.T @ counts.wanted) > 0].sum()
    assert found.events.sum() == pytest.approx(reached)
    assert found.base.sum() == len(DAY.wanted)


def test_the_index_is_the_weighted_mean_of_standardised_components() -> None:
    """Marshall's estimator once more in loops, with the weights of the file."""
    here = setting(DAY)
    ratios = components(counts_of(DAY), here.weights, here.inside)
    expected = [0.0] * len(WIJKEN)
    for name, weight in WEIGHTS.items():
        scores = naive_scores(ratios[Component(name)], is_share=name in ("long", "outside"))
        sign = -1 if name in ("reach", "programme") else 1
        for n, score in enumerate(scores):
            expected[n] += sign * weight / 10 * score
    assert gap_index(counts_of(DAY), here) == pytest.approx(expected)
    assert sum(contributions(ratios).values()) == pytest.approx(expected)


def test_a_component_without_a_weight_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"waiting": 3.0, "reach": 1.0}
    monkeypatch.setattr("analytics.gaps.index.components.gap_weights", lambda: given)
    shares = {Component.WAITING: 0.75, Component.REACH: 0.25}
    assert component_weights() == {name: shares.get(name, 0.0) for name in Component}


@pytest.mark.parametrize(
    ("index", "last", "is_certain"),
    [(3.1, 2, True), (3.0, 2, False), (3.1, 3, False), (2.9, 1, False)],
)
def test_a_gap_is_certain_above_what_chance_gives_and_in_front_for_sure(
    index: float, last: int, *, is_certain: bool
) -> None:
    """Of four areas the front, a third, is the first two; chance gives an index of 3."""
    found = np.array([index, *[0.0] * 3])
    assert math.ceil(len(found) * FRONT) == 2
    ends = np.full(4, 1), np.array([last, *[4] * 3])
    gap = ranking_module._gap(WIJKEN[0], found, 0, Bounds(*ends, 3.0), ())
    assert (gap.rank, gap.first, gap.last, gap.is_certain) == (1, 1, last, is_certain)
    second = ranking_module._gap(WIJKEN[1], found, 1, Bounds(*ends, 3.0), ())
    assert (second.rank, second.first, second.last, second.is_certain) == (2, 1, 4, False)


def naive_scores(ratio: Ratio, *, is_share: bool) -> list[float]:
    events, base = ratio.events.tolist(), ratio.base.tolist()
    mean = sum(events) / sum(base)
    chance = mean * (1 - mean) if is_share else mean
    rates = [e / b for e, b in zip(events, base, strict=True)]
    seen = sum(b * (r - mean) ** 2 for r, b in zip(rates, base, strict=True)) / sum(base)
    real = max(0.0, seen - chance / (sum(base) / len(base)))
    return [
        real / (real + chance / b) * (r - mean) / math.sqrt(seen)
        for r, b in zip(rates, base, strict=True)
    ]


def test_the_order_of_rows_and_areas_changes_nothing() -> None:
    shuffled = replace(
        DAY,
        waiting=DAY.waiting.sample(frac=1, random_state=1),
        wanted=DAY.wanted.sample(frac=1, random_state=2),
        vacancies=DAY.vacancies.sample(frac=1, random_state=3),
        matches=DAY.matches.sample(frac=1, random_state=4),
    )
    turned = {code: codes[::-1] for code, codes in members().items()}
    assert ranking_of(shuffled, WIJKEN[::-1], turned, ON_FOOT) == ranking(DAY)


def test_ranks_run_from_the_highest_index_and_lie_between_their_bounds() -> None:
    gaps = ranking(DAY).gaps
    assert [gap.rank for gap in gaps] == list(range(1, len(WIJKEN) + 1))
    assert [gap.index for gap in gaps] == sorted((gap.index for gap in gaps), reverse=True)
    assert all(1 <= gap.first <= gap.rank <= gap.last <= len(WIJKEN) for gap in gaps)


def test_bounds_equal_ranks_counted_draw_by_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the index of every draw given, the bounds are percentiles of plain ranks."""
    draws = np.random.default_rng(1).normal(size=(DRAWS, 4))
    chance = np.random.default_rng(2).normal(size=(DRAWS, 4))
    given = iter([draws, chance])
    monkeypatch.setattr("analytics.gaps.index.bounds.gap_index", lambda *_: next(given))
    found = bounds(counts_of(DAY), offers_of(DAY), setting(DAY), seed=1)
    ranks = pd.DataFrame(draws).rank(axis=1, ascending=False)
    assert found.first.tolist() == np.floor(ranks.quantile(0.05)).tolist()
    assert found.last.tolist() == np.ceil(ranks.quantile(0.95)).tolist()
    assert found.limit == pytest.approx(np.quantile(chance.max(axis=1), 0.99))


def test_areas_that_do_not_differ_can_have_any_rank() -> None:
    alike = DAY.buurten.assign(eenzaam=40.0, moeite_rondkomen=20.0)
    buurten = alike.assign(residents=alike["inhabitants"].fillna(0) / 100)
    nobody = replace(DAY, waiting=DAY.waiting[:0], wanted=DAY.wanted[:0], matches=DAY.matches[:0])
    for gap in ranking(replace(nobody, buurten=buurten)).gaps:
        assert (gap.index, gap.rank) == (0, 1)
        assert (gap.first, gap.last) == (1, len(WIJKEN))
        assert gap.mark == "onzeker"


def test_what_is_not_known_stands_apart_and_is_no_gap() -> None:
    first, second, third = list(members())[:3]
    wijk = DAY.buurten["wijk"]
    buurten = DAY.buurten.assign(
        residents=DAY.buurten["residents"].where(~wijk.isin([first, second]), 0),
        started=wijk != second,
        inhabitants=DAY.buurten["inhabitants"].where(wijk != third, 1.0),
    )
    found = ranking(replace(DAY, buurten=buurten))
    assert {spot.area.code: spot.why for spot in found.blind} == {
        first: Mark.NO_SCANS,
        second: Mark.NOT_STARTED,
        third: Mark.FEW_INHABITANTS,
    }
    assert {gap.area.code for gap in found.gaps} == set(members()) - {first, second, third}


def test_what_began_just_now_is_no_gap() -> None:
    first, second = list(members().values())[:2]
    inside = DAY.buurten.index
    some = replace(DAY, buurten=DAY.buurten.assign(is_new=inside.isin(first)))
    assert why_unknown(some, first) is Mark.JUST_STARTED
    assert why_unknown(some, second) is None
    assert why_unknown(some, [*first, *second]) is None
    before = replace(some, buurten=some.buurten.assign(started=False))
    assert why_unknown(before, first) is None


def test_a_city_of_which_nothing_is_known_has_no_ranking() -> None:
    nothing = replace(DAY, buurten=DAY.buurten.assign(residents=0, started=False))
    found = ranking(nothing)
    assert found.gaps == ()
    assert {spot.why for spot in found.blind} == {Mark.NOT_STARTED}


def test_the_same_day_gives_the_same_ranking() -> None:
    assert ranking(without_gap(5)) == ranking(without_gap(5))
