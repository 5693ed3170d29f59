"""Advice: the first place is the best of all single places, and every gain can be counted."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.gaps.advice.next_place import best_steps, uncovered
from analytics.gaps.advice.what_if import Addition, with_additions
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot
from tests.analytics.gaps.made import BUURTEN, COOK, GREEN, a_day

FEW = BUURTEN[:7]
WALK = near(metres(), 1_500.0)
WAYS = {(home, place) for home, place in product(BUURTEN, FEW) if WALK.at[home, place]}
WANTED = st.lists(
    st.tuples(st.sampled_from(FEW), st.sampled_from([GREEN, COOK]), st.integers(0, 200)),
    max_size=12,
)
OFFERS = st.lists(st.tuples(st.sampled_from(FEW), st.sampled_from([GREEN, COOK])), max_size=2)


def city(wanted: list[tuple[str, str, int]], offers: list[tuple[str, str]]) -> Snapshot:
    places = [(f"P{n}", "horeca", buurt) for n, (buurt, _) in enumerate(offers)]
    return a_day(wanted, [(f"P{n}", offer[1], 1) for n, offer in enumerate(offers)], places=places)


def left_out(day: Snapshot) -> int:
    """Residents and talents without a free position within reach, one by one."""
    offers = list(zip(day.vacancies["buurt"], day.vacancies["talent"], strict=True))
    return sum(
        not any(asked == talent and (home, place) in WAYS for place, asked in offers)
        for home, talent in zip(day.wanted["buurt"], day.wanted["talent"], strict=True)
    )


def gain(day: Snapshot, buurt: str, talent: str) -> int:
    return left_out(day) - left_out(with_additions(day, [Addition(buurt, talent, 1)]))


@given(WANTED, OFFERS)
def test_who_has_nothing_in_reach_is_counted_one_by_one(
    wanted: list[tuple[str, str, int]], offers: list[tuple[str, str]]
) -> None:
    day = city(wanted, offers)
    assert uncovered(day, WALK).to_numpy().sum() == left_out(day)


@settings(max_examples=20)
@given(WANTED, OFFERS)
def test_the_first_place_is_the_best_single_place(
    wanted: list[tuple[str, str, int]], offers: list[tuple[str, str]]
) -> None:
    day = city(wanted, offers)
    best = max(gain(day, *place) for place in product(FEW, [GREEN, COOK]))
    steps = best_steps(day, WALK, FEW, 1)
    assert [step.gain for step in steps] == ([best] if best else [])
    assert all(step.gain == gain(day, step.buurt, step.talent) for step in steps)


@settings(max_examples=20)
@given(WANTED, OFFERS)
def test_each_next_place_gains_what_is_left(
    wanted: list[tuple[str, str, int]], offers: list[tuple[str, str]]
) -> None:
    day = city(wanted, offers)
    steps = best_steps(day, WALK, FEW, 50)
    for step in steps:
        assert step.gain == gain(day, step.buurt, step.talent)
        day = with_additions(day, [Addition(step.buurt, step.talent, 1)])
    assert left_out(day) == 0
    gains = [step.gain for step in steps]
    assert gains == sorted(gains, reverse=True)


def test_of_equal_places_the_one_with_most_people_around_comes_first() -> None:
    far = next(buurt for buurt in BUURTEN if not WALK.at[FEW[0], buurt])
    covered = [(far, COOK, 1)] * 3
    day = city([(FEW[0], GREEN, 1), (far, GREEN, 1), *covered], [(far, COOK)])
    assert [step.gain for step in best_steps(day, WALK, [FEW[0], far], 2)] == [1, 1]
    crowded = city([(FEW[0], GREEN, 1), (far, COOK, 1)], [])
    assert len(best_steps(crowded, WALK, [FEW[0], far], 9)) == 2


def test_only_candidates_are_advised_and_nothing_is_advised_without_need() -> None:
    day = city([(FEW[0], GREEN, 1)], [])
    far = next(buurt for buurt in BUURTEN if not WALK.at[FEW[0], buurt])
    assert best_steps(day, WALK, [far], 5) == []
    assert best_steps(day, WALK, [], 5) == []
    assert best_steps(a_day(), WALK, FEW, 5) == []
    [step] = best_steps(day, WALK, [FEW[0]], 5)
    assert step[:4] == (FEW[0], GREEN, 1, 1)


def test_how_many_places_bring_as_many() -> None:
    gains = {(buurt, GREEN) for buurt in FEW if (FEW[0], buurt) in WAYS}
    day = city([(FEW[0], GREEN, 1)], [])
    [step] = best_steps(day, WALK, FEW, 5)
    assert step.equals == len(gains) - 1 > 0
    alone = best_steps(city([(FEW[0], GREEN, 1)] * 2, []), WALK, [FEW[0]], 5)
    assert [(step.gain, step.equals) for step in alone] == [(2, 0)]
    both = best_steps(city([(FEW[0], GREEN, 1), (FEW[0], COOK, 1)], []), WALK, [FEW[0]], 5)
    assert [step.equals for step in both] == [1, 0]
