"""A planted gap is found, and where there is none, none is called certain.

A wijk without vacatures is only a gap when its residents do not reach those of its neighbours:
planted is where at least three quarters of what lies within walking distance is inside the wijk.
"""

from itertools import cycle, islice

import pytest

from analytics.gaps.counts import counts_of, membership
from analytics.gaps.distance import metres
from analytics.gaps.index import bounds
from analytics.gaps.index.bounds import Setting, gap_index
from analytics.gaps.index.ranking import ranking_of
from analytics.gaps.reach import ON_FOOT, decay
from tests.analytics.gaps.made_up import WIJKEN, kept_inside, members, with_gap, without_gap

SIMULATIONS = 100
FEWER_DRAWS = 100  # the highest index that chance gives is then told less exactly


def test_a_wijk_whose_vacatures_were_removed_is_found_first() -> None:
    codes = list(members())
    inside = membership(without_gap(0), list(members().values()))
    setting = Setting(decay(metres().to_numpy(), ON_FOOT), inside)
    apart = [code for code, share in kept_inside().items() if share >= 0.75]
    assert len(apart) > 5
    found = 0
    for seed, wijk in enumerate(islice(cycle(apart), SIMULATIONS)):
        index = gap_index(counts_of(with_gap(seed, wijk)), setting)
        found += codes[int(index.argmax())] == wijk
    assert found >= 95


def test_without_a_gap_hardly_any_is_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "DRAWS", FEWER_DRAWS)
    alarms = 0
    for seed in range(SIMULATIONS):
        ranking = ranking_of(without_gap(seed), WIJKEN, members(), ON_FOOT)
        alarms += any(gap.is_certain for gap in ranking.gaps)
    assert alarms <= 5


def test_a_large_gap_is_certain_and_tells_that_positions_lack() -> None:
    wijk = max(kept_inside().items(), key=lambda item: item[1])[0]
    first = ranking_of(with_gap(7, wijk), WIJKEN, members(), ON_FOOT).gaps[0]
    assert first.area.code == wijk
    assert first.mark == "zeker"
    assert first.reasons[0].startswith(
        "Voor elk talent van wie wacht, zijn er binnen bereik 0,0 vrije plekken"
    )
