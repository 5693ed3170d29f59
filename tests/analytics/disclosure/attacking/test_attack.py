"""What an outsider gets: nothing from the rounded cube, nearly all from naive protections."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from analytics.disclosure.cubes.rounding import protect
from analytics.disclosure.cubes.totals import Margin, crossed
from analytics.disclosure.keyed import Rule
from tests.analytics.disclosure.attacking.attack import (
    Known,
    Range,
    naive_tables,
    protected_tables,
    published_range,
    ranges,
)
from tests.analytics.disclosure.small import (
    AREAS,
    CELLS,
    KEY,
    RULE,
    THRESHOLDS,
    cells_of,
    protect_matches,
    random_matches,
)

SEEDS = (1, 2, 3)
Fate = tuple[int, int, int, int]
PERIODS = (Margin(("month",)), Margin(("year",)), Margin(()))
EVERY_TABLE = crossed(AREAS, PERIODS, (Margin(()), Margin(("talent",))))


def _city(seed: int) -> pd.DataFrame:
    """Four buurten, six months, two talents; nearly two in three cells are 0, most others small."""
    dice = np.random.default_rng(seed)
    shape = (4, 6, 2)
    busy = dice.random(shape) < 0.4
    return cells_of(np.where(busy, dice.geometric(0.35, shape), 0))


def _small(cells: pd.DataFrame, threshold: int) -> np.ndarray:
    return np.flatnonzero(cells["count"].between(1, threshold - 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_blanking_small_counts_is_broken(seed: int) -> None:
    cells = _city(seed)
    found = ranges(*naive_tables(cells, EVERY_TABLE, 5))
    small = _small(cells, 5)
    pinned = [cell for cell in small if found[cell][0] == found[cell][1]]
    assert all(found[cell][0] == cells["count"][cell] for cell in pinned)
    assert len(pinned) > 0.9 * len(small)


@pytest.mark.parametrize("threshold", THRESHOLDS)
@pytest.mark.parametrize("seed", SEEDS)
def test_rounding_leaves_a_wide_range_with_the_truth_in_it(seed: int, threshold: int) -> None:
    cells = _city(seed)
    weights = protect(cells, CELLS, Rule(threshold, KEY)).weights
    found = ranges(*protected_tables(cells.assign(count=weights), EVERY_TABLE, threshold))
    for cell in _small(cells, threshold):
        low, high = found[cell]
        assert low <= cells["count"][cell] <= high
        assert high - low >= threshold - 1


def _fates(matches: pd.DataFrame) -> Counter[Fate]:
    """The true number of matches per cell and month of ending (-1 is still running)."""
    columns = (matches[name].tolist() for name in ("buurt", "month", "kind", "ends"))
    return Counter(zip(*columns, strict=True))


def _fate_ranges(matches: pd.DataFrame, weights: "pd.Series[int]") -> dict[Fate, Range]:
    """What starts and ends of each cell together tell about how many matches ended when.

    The outsider is given more than is published: the number of representatives per ending.
    """
    found: dict[Fate, Range] = {}
    months = [-1, *range(12)]
    weighted = matches.assign(weight=weights)
    for buurt, month, kind in {fate[:3] for fate in _fates(matches)}:
        cell = (weighted["buurt"] == buurt) & (weighted["month"] == month)
        part = weighted[cell & (weighted["kind"] == kind)]
        published = int(part["weight"].sum())
        bearers = part[part["weight"] > 0].groupby("ends").size()
        least = [float(bearers.get(end, 0)) for end in months]
        total = Known(tuple(range(len(months))), *published_range(published, 5))
        spans = ranges([total], [(low, 99) for low in least])
        found |= {(buurt, month, kind, end): span for end, span in zip(months, spans, strict=True)}
    return found


def test_starts_and_ends_together_leave_a_wide_range() -> None:
    matches = random_matches(np.random.default_rng(8), 60, 2)
    matches = matches.assign(start=matches["month"], ends=matches["ends"].clip(upper=11))
    weights = protect_matches(matches, 11, RULE).weights
    spans = _fate_ranges(matches, weights)
    for place, count in _fates(matches).items():
        low, high = spans[place]
        assert low <= count <= high
        assert high - low >= 4


def test_a_stock_rounded_by_itself_gives_the_flows_away() -> None:
    # Stock exactly 10, then exactly 14; published starts 5 (1 to 5), ends 0 (0 to 4).
    change = Known((0, 1), low=4, high=4, signs=(1, -1))
    starts, ends = ranges([change], [published_range(5, 5), published_range(0, 5)])
    assert starts == (4, 5)
    assert ends == (0, 1)


def test_talents_rounded_beside_scans_give_scans_away() -> None:
    # Published: no scans, five times a talent; whoever names a talent had a scan.
    named_by_a_scan = Known((0, 1), low=0, high=99, signs=(1, -1))
    scans, talent = ranges([named_by_a_scan], [published_range(0, 5), published_range(5, 5)])
    assert scans == (1, 4)
    assert talent == (1, 4)
