"""Finding a resident for a vacancy: the right talent, the right stadsdeel, not from the future."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.demo.city import started_city
from data.demo.days import LAST
from data.demo.residents import make_scans
from data.demo.seekers import NOBODY, everywhere, find, local_group, nearby
from data.demo.story import counts, talents

CITY = started_city()
SCANS = make_scans(np.random.default_rng(4), CITY, counts(0.2).scans)
PAIRS = list(zip(SCANS.talent_scan.tolist(), SCANS.talent.tolist(), strict=True))


def known(talent: int, day: int, stadsdeel: int | None) -> set[int]:
    """Scans up to a day that name a talent, by looking at each."""
    return {
        scan
        for scan, named in PAIRS
        if named == talent
        and SCANS.day[scan] <= day
        and stadsdeel in (None, CITY.stadsdeel[SCANS.buurt[scan]])
    }


@given(
    talent=st.integers(0, len(talents()) - 1),
    stadsdeel=st.integers(0, len(CITY.stadsdelen) - 1),
    day=st.integers(0, LAST),
    seed=st.integers(0, 10**6),
)
def test_it_finds_one_of_those_who_fit_and_nobody_when_there_is_none(
    talent: int, stadsdeel: int, day: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    many, days = np.full(30, talent), np.full(30, day)
    group = local_group(CITY, np.full(30, stadsdeel), many)
    near = find(rng, nearby(SCANS, CITY), group, days, 200.0)
    assert set(near.tolist()) <= (known(talent, day, stadsdeel) or {NOBODY})
    far = find(rng, everywhere(SCANS), many, days, 200.0)
    assert set(far.tolist()) <= (known(talent, day, None) or {NOBODY})


def test_recent_scans_are_found_more_often_and_old_ones_still() -> None:
    talent = int(SCANS.talent[0])
    many = np.full(5000, talent)
    found = find(np.random.default_rng(1), everywhere(SCANS), many, np.full(5000, LAST), 200.0)
    everyone = [SCANS.day[scan] for scan in known(talent, LAST, None)]
    assert SCANS.day[found].mean() > np.mean(everyone)
    assert SCANS.day[found].min() < np.median(everyone)
