"""What the search aims at: which small totals are raised, and which are held."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analytics.disclosure.cubes import rounding
from analytics.disclosure.cubes.rounding import Aim, Cube, Open
from analytics.disclosure.cubes.totals import Margin, declare
from analytics.disclosure.keyed import Rule
from tests.analytics.disclosure.small import KEY, OTHER_KEY, RULE

SEEN, KEPT, OTHER = Margin(("buurt",)), Margin(("wijk",)), Margin(())
WEIGHT = 2.0


def aim(
    counts: Sequence[int],
    margin: Margin = SEEN,
    closed: Sequence[int] = (),
    needed: Sequence[int] = (),
    rule: Rule = RULE,
) -> Aim:
    """The aim for totals of a margin, each made of one row; some rows cannot be raised."""
    cube = Cube("kubus", ("buurt",), (SEEN, KEPT, OTHER), seen=SEEN.columns, kept=KEPT.columns)
    exact, at = np.array(counts, dtype=np.int64), np.arange(len(counts))
    each = declare(pd.DataFrame({"buurt": at}), [Margin(("buurt",))], {})
    which = np.full(len(counts), cube.margins.index(margin))
    totals = replace(each, weight=np.full(len(counts), WEIGHT), margin=which)
    rows = Open(
        np.where(np.isin(at, closed), 0, exact),
        np.where(np.isin(at, needed), exact, 0),
    )
    return rounding._aim(cube, totals, exact, rows, rule)


@pytest.mark.parametrize(("small", "raised"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (8, 6)])
def test_three_in_four_of_what_would_vanish_are_raised_to_the_threshold(
    small: int, raised: int
) -> None:
    counts = np.array([1, 2] * small)[:small]
    found = aim(counts.tolist())
    up = found.raised > 0
    assert up.sum() == raised
    assert (counts[up] + found.raised[up] == RULE.threshold).all()
    assert found.held.tolist() == up.tolist()


def test_the_key_draws_which_are_not_raised() -> None:
    counts = [1] * 40
    one, other = (aim(counts, rule=Rule(5, key)).raised.tolist() for key in (KEY, OTHER_KEY))
    assert one == aim(counts).raised.tolist() != other
    assert one[:30] != [4.0] * 30  # not simply the first


def test_what_is_between_half_and_twice_the_threshold_is_held_and_not_raised() -> None:
    found = aim([0, 3, 4, 5, 9, 10, 40])
    assert found.held.tolist() == [False, True, True, True, True, False, False]
    assert not found.raised.any()
    held = found.weight[found.held]
    assert (held > WEIGHT).all()
    assert (held == held[0]).all()
    assert (found.weight[~found.held] == WEIGHT).all()


def test_what_no_open_row_can_raise_is_neither_raised_nor_held() -> None:
    found = aim([1, 1, 3, 2], closed=[0, 2])
    assert found.raised.tolist() == [0, 4, 0, 3]
    assert found.held.tolist() == [False, True, False, True]
    among = aim([1] * 8, closed=range(6))  # of eight six would be raised: as many as are open
    assert among.raised.tolist() == [0] * 6 + [4] * 2


def test_totals_with_a_row_that_is_needed_are_all_raised() -> None:
    found = aim([1, 2, 1, 2, 3, 9, 10], margin=KEPT, needed=[0, 1, 2, 4, 6])
    assert found.raised.tolist() == [4, 3, 4, 0, 0, 0, 0]
    assert found.held.tolist() == [True, True, True, False, True, False, False]
    blocked = aim([1], margin=KEPT, needed=[0], closed=[0])
    assert not blocked.held.any()


def test_totals_of_other_margins_keep_the_truth_and_their_weight() -> None:
    found = aim([1, 3, 9], margin=OTHER, needed=[0, 1, 2])
    assert not found.raised.any()
    assert not found.held.any()
    assert (found.weight == WEIGHT).all()
