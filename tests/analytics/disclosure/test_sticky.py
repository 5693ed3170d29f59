"""Twelve monthly files with late corrections: what was published stays."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.disclosure.cubes.rounding import Protected
from tests.analytics.disclosure.small import RULE, known_by, protect_matches, random_matches

MONTHS = 12
GRAIN = ["buurt", "month", "kind"]


def _corrected(matches: pd.DataFrame, dice: np.random.Generator, last: int) -> pd.DataFrame:
    """A few records of earlier months arrive late, a few are withdrawn."""
    kept = matches[dice.random(len(matches)) > 0.02]
    late = random_matches(dice, 4, last + 1)
    return pd.concat([kept, late.assign(match_id=[f"L{last}-{place}" for place in range(4)])])


def _by_cell(matches: pd.DataFrame, protected: Protected) -> pd.DataFrame:
    frame = matches.assign(weight=protected.weights)
    return frame.groupby(GRAIN)[["count", "weight"]].sum()


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_a_small_cell_keeps_its_value_in_every_later_file(seed: int) -> None:
    dice = np.random.default_rng(seed)
    matches = random_matches(dice, 150, MONTHS)
    ledger: dict[str, int] = {}
    shown: dict[tuple[int, ...], int] = {}
    for last in range(MONTHS):
        matches = _corrected(matches, dice, last)
        file = known_by(matches, last)
        protected = protect_matches(file, last, RULE, ledger)
        assert not set(protected.decisions) & set(ledger)
        ledger |= protected.decisions
        for cell, count, weight in _by_cell(file, protected).itertuples():
            if count >= RULE.threshold:
                assert weight == count
            else:
                assert shown.setdefault(cell, weight) == weight
    assert len(shown) == len(ledger)


def test_a_cell_that_grows_and_falls_back_gets_its_old_value() -> None:
    dice = np.random.default_rng(5)
    cell = random_matches(dice, 6, 1).assign(buurt=0, wijk=0, kind=0)
    small = cell.iloc[:3].reset_index(drop=True)
    first = protect_matches(small, 0, RULE)
    assert protect_matches(cell, 0, RULE, first.decisions).weights.sum() == 6
    for value in (0, 5):
        ledger = dict.fromkeys(first.decisions, value)
        again = protect_matches(small, 0, RULE, ledger)
        assert again.weights.sum() == value
        assert again.decisions == {}


def test_an_empty_ledger_gives_other_files_other_roundings() -> None:
    dice = np.random.default_rng(6)
    matches = random_matches(dice, 150, MONTHS)
    early = protect_matches(known_by(matches, 8), 8, RULE)
    late = protect_matches(known_by(matches, 11), 11, RULE)
    shared = early.decisions.keys() & late.decisions.keys()
    assert any(early.decisions[name] != late.decisions[name] for name in shared)
    kept = protect_matches(known_by(matches, 11), 11, RULE, early.decisions)
    assert kept.decisions.keys() == late.decisions.keys() - early.decisions.keys()


def test_the_key_and_not_the_order_chooses_who_stands_for_a_cell() -> None:
    """Who reads the order in which records came, would else know who it is."""
    matches = random_matches(np.random.default_rng(7), 150, MONTHS)
    turned = matches.iloc[::-1].reset_index(drop=True)
    decided = protect_matches(matches, MONTHS - 1, RULE)
    names = matches["match_id"], turned["match_id"]
    again = protect_matches(turned, MONTHS - 1, RULE, decided.decisions)
    first, second = (
        pd.Series(one.weights.to_numpy(), index=name).sort_index()
        for one, name in zip((decided, again), names, strict=True)
    )
    pd.testing.assert_series_equal(first, second)
