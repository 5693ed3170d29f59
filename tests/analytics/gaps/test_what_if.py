"""What if: nothing added is today, and each place added brings what it says."""

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.gaps.advice import Step, best_steps
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import snapshot
from analytics.gaps.what_if import Addition, prospects_with, with_additions
from analytics.marts import ExactMarts
from data.areas import Level
from data.store import Store
from tests.analytics.gaps.made import BUURTEN, GREEN, a_day

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
    today = prospects_with(marts, Level.WIJK, DAY, REACH, ())
    later = prospects_with(marts, Level.WIJK, DAY, REACH, (Addition(step.buurt, step.talent, 1),))
    assert sum(a.lacking for a in today) - sum(a.lacking for a in later) == step.gain > 0
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
