"""What if: nothing added is today, and each place added brings what it says."""

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.figures.doors.marts import ExactMarts
from analytics.gaps.advice.next_place import Step, best_steps
from analytics.gaps.advice.what_if import (
    Addition,
    Gain,
    gain_of,
    gain_with,
    prospects_with,
    with_additions,
)
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import snapshot
from analytics.gaps.supply import Around
from data.file.store import Store
from data.reference.areas import Level
from tests.analytics.gaps.made import BUURTEN, COOK, GREEN, TALK, a_day

DAY = date(2021, 9, 30)
REACH = 1_500.0
ADDITIONS = st.lists(
    st.builds(Addition, st.sampled_from(BUURTEN), st.just(GREEN), st.integers(1, 50)), max_size=3
)


def test_nothing_added_is_today() -> None:
    day = a_day(free=[("P", GREEN, 2)], places=[("P", "horeca", BUURTEN[0])])
    assert with_additions(day, ()) is day


@settings(max_examples=20)
@given(ADDITIONS)
def test_additions_are_open_vacatures_beside_those_of_today(additions: list[Addition]) -> None:
    day = a_day(free=[("P", GREEN, 2)], places=[("P", "horeca", BUURTEN[0])])
    before = day.vacancies.copy()
    later = with_additions(day, additions)
    pd.testing.assert_frame_equal(later.vacancies.iloc[:1], before)
    pd.testing.assert_frame_equal(day.vacancies, before)
    assert later.vacancies["vacancy_id"].is_unique
    new = later.vacancies.iloc[1:]
    rows = zip(new["buurt"], new["talent"], new["free"], strict=True)
    assert [Addition(*row) for row in rows] == additions


def test_the_first_day_of_a_file_can_be_asked_too() -> None:
    day = with_additions(a_day(), [Addition(BUURTEN[0], GREEN, 1)])
    assert list(day.vacancies["free"]) == [1]


def first_advised(marts: ExactMarts) -> Step:
    [step] = best_steps(snapshot(marts, DAY), near(metres(), REACH), BUURTEN, 1)
    return step


def test_an_advised_place_takes_away_what_it_gains(city: Store) -> None:
    marts = ExactMarts(city)
    step = first_advised(marts)
    added = (Addition(step.buurt, step.talent, 1),)
    today = prospects_with(marts, Level.WIJK, DAY, REACH, ())
    later = prospects_with(marts, Level.WIJK, DAY, REACH, added)
    gain = gain_with(marts, Around(Level.GEMEENTE, "GM0772", DAY, REACH), added)
    assert gain.gained == step.gain == step.together > 0
    assert sum(area.lacking for area in today) == gain.lacking
    assert sum(area.lacking for area in later) == gain.left
    assert [area.area for area in later] == [area.area for area in today]
    assert [area.rank is None for area in later] == [area.rank is None for area in today]


def test_positions_bring_reach(city: Store) -> None:
    marts = ExactMarts(city)
    step = first_advised(marts)
    [few], [many] = (
        prospects_with(marts, Level.GEMEENTE, DAY, REACH, (Addition(step.buurt, step.talent, n),))
        for n in (1, 40)
    )
    assert few.lacking == many.lacking
    assert (few.reach or 0) < (many.reach or 0)


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(BUURTEN[:7]),
        st.sets(st.sampled_from([GREEN, COOK, TALK]), min_size=1),
    ),
    max_size=8,
)
SOME = st.lists(
    st.builds(Addition, st.sampled_from(BUURTEN[:7]), st.sampled_from([GREEN, COOK]), st.just(1)),
    max_size=3,
)
WALK = near(metres(), REACH)


def naive_gain(
    people: list[tuple[str, set[str]]], offers: list[Addition], additions: list[Addition]
) -> Gain:
    """Person by person: which of their talents have a free position within reach."""

    def lacks(home: str, talents: set[str], there: list[Addition]) -> set[str]:
        near_by = {a.talent for a in there if WALK.at[home, a.buurt]}
        return talents - near_by

    before = [lacks(home, talents, offers) for home, talents in people]
    after = [lacks(home, talents, [*offers, *additions]) for home, talents in people]
    pairs = list(zip(before, after, strict=True))
    return Gain(
        waiting=len(people),
        lacking=sum(bool(one) for one in before),
        gained=sum(one != other for one, other in pairs),
        left=sum(bool(other) for other in after),
    )


@settings(max_examples=40)
@given(PEOPLE, SOME, SOME)
def test_persons_are_counted_once(
    people: list[tuple[str, set[str]]], offers: list[Addition], additions: list[Addition]
) -> None:
    day = with_additions(a_day(), offers)
    wanted = [
        (f"R{n}", home, talent, 1)
        for n, (home, talents) in enumerate(people)
        for talent in sorted(talents)
    ]
    rows = pd.DataFrame(wanted, columns=["resident_id", "buurt", "talent", "days"])
    day = replace(day, wanted=rows)
    expected = naive_gain(people, offers, additions)
    assert gain_of(day, additions, BUURTEN[:7], REACH) == expected
    assert gain_of(day, additions, BUURTEN[7:], REACH) == (0, 0, 0, 0)
    steps = best_steps(day, WALK, BUURTEN[:7], 99)
    together = [step.together for step in steps]
    assert together == sorted(together)
    assert (together[-1:] or [0]) == [expected.lacking]
    assert all(step.together <= sum(s.gain for s in steps) for step in steps)
