"""The test over groups of spells: a published example, and how often it is wrong."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.statistics.logrank import logrank, logrank_scores
from analytics.statistics.spells import DAYS, MONTHS, Clock


def group(ended: Sequence[int], running: Sequence[int] = ()) -> pd.DataFrame:
    rows = [*((0, time, "a", 1) for time in ended), *((0, time, "", 1) for time in running)]
    return pd.DataFrame(rows, columns=["entered", "lasted", "outcome", "total"])


# Acute myelogenous leukemia (Miller 1981), with and without maintained chemotherapy: R's survdiff
# gives a chi-square of 3.4 and a p of 0.07.
MAINTAINED = group([9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161])
NOT_MAINTAINED = group([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], [16])


def test_the_leukemia_patients_of_miller_differ_as_r_has_it() -> None:
    assert logrank([MAINTAINED, NOT_MAINTAINED], DAYS, ["a"]) == pytest.approx(0.065, abs=0.015)
    scores = logrank_scores(pd.concat([MAINTAINED, NOT_MAINTAINED]), DAYS, ["a"])
    assert scores[: len(MAINTAINED)].sum() == pytest.approx(7 - 10.69, abs=0.01)  # survdiff too


def test_one_group_or_none_differs_from_nothing() -> None:
    assert logrank([], DAYS, ["a"]) == logrank([MAINTAINED], DAYS, ["a"]) == 1


def test_groups_that_are_far_apart_are_told_apart() -> None:
    fast, slow = group(range(20)), group(range(100, 120))
    assert logrank([fast, slow], DAYS, ["a"]) < 1e-5
    assert logrank([fast, slow, group([])], DAYS, ["a"]) == logrank([fast, slow], DAYS, ["a"])
    assert logrank([fast, fast], DAYS, ["a"]) == pytest.approx(1)
    assert logrank([group([], [9]), group([], [9])], DAYS, ["a"]) == 1  # nobody left


def test_counts_of_rounded_records_are_as_few_as_the_records() -> None:
    two = [MAINTAINED, NOT_MAINTAINED]
    many = [frame.assign(total=5) for frame in two]
    assert logrank(many, DAYS, ["a"], each=5) == pytest.approx(logrank(two, DAYS, ["a"]))
    assert logrank(many, DAYS, ["a"]) < 0.001


spells = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["a", "b", ""])),
    min_size=1,
    max_size=30,
)


@settings(max_examples=40)
@given(spells, st.sampled_from([DAYS, MONTHS]))
def test_the_scores_of_all_together_are_nothing(
    rows: list[tuple[int, int, str]], clock: Clock
) -> None:
    frame = pd.DataFrame(rows, columns=["entered", "more", "outcome"])
    frame = frame.assign(lasted=frame["entered"] + frame["more"], total=1)
    assert logrank_scores(frame, clock, ["a", "b"]).sum() == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("sizes", "clock"), [((5,) * 7, DAYS), ((5, 8, 60), MONTHS)])
def test_groups_that_are_alike_are_seldom_called_different(
    sizes: tuple[int, ...], clock: Clock
) -> None:
    """At most 5%, also of small groups that were followed for shorter or came in late."""
    dice = np.random.default_rng(11)
    draws = 200
    found = [
        logrank([alike(dice, size, n % 2 == 1) for n, size in enumerate(sizes)], clock, ["a"])
        for _ in range(draws)
    ]
    assert sum(p <= 0.05 for p in found) / draws <= 0.05 + 2 * np.sqrt(0.05 * 0.95 / draws)
    assert np.mean(found) == pytest.approx(0.5, abs=0.1)


def alike(dice: np.random.Generator, size: int, is_young: bool) -> pd.DataFrame:
    """Spells of one kind: begun up to 30 steps ago, or 12 for a young group, followed from 18."""
    lasts = dice.geometric(0.15, size) - 1
    begun = dice.integers(0, 12 if is_young else 30, size)
    frame = pd.DataFrame(
        {
            "entered": np.maximum(begun - 18, 0),
            "lasted": np.minimum(lasts, begun),
            "outcome": np.where(lasts <= begun, "a", ""),
            "total": 1,
        }
    )
    return frame[frame["entered"] <= frame["lasted"]]
