"""Small cities: cells and records for the tests of the rounding."""

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analytics.disclosure.cubes.rounding import Cube, Protected, protect
from analytics.disclosure.cubes.totals import Margin, crossed, running_months
from analytics.disclosure.keyed import Rule

KEY = b"een sleutel die alleen in de tests bestaat"
OTHER_KEY = b"een andere sleutel die nergens bij hoort.."
RULE = Rule(5, KEY)
THRESHOLDS = (3, 5, 10)

AREAS = (Margin(("buurt",)), Margin(("wijk",), 2), Margin((), 4))
PERIODS = (Margin(("month",)), Margin(("year",), 2), Margin((), 2))
CELLS = Cube(
    name="cellen",
    grain=("buurt", "month", "talent"),
    margins=crossed(AREAS, PERIODS, (Margin(()), Margin(("talent",)))),
)
MATCHES = Cube(
    name="matches",
    grain=("buurt", "month", "kind"),
    margins=(
        *crossed(AREAS, PERIODS, (Margin(()), Margin(("kind",)))),
        *crossed(AREAS, (Margin(("running",)),), (Margin(()), Margin(("kind",)))),
    ),
    identity="match_id",
)


def with_levels(cells: pd.DataFrame) -> pd.DataFrame:
    """Add wijk (two buurten each) and year (three months each)."""
    return cells.assign(wijk=cells["buurt"] // 2, year=cells["month"] // 3)


def cells_of(counts: np.ndarray) -> pd.DataFrame:
    """Cells from an array of buurt x month x talent, all of them present."""
    buurt, month, talent = (axis.ravel() for axis in np.indices(counts.shape))
    frame = {"buurt": buurt, "month": month, "talent": talent, "count": counts.ravel()}
    return with_levels(pd.DataFrame(frame).astype("int64"))


@st.composite
def cubes(draw: st.DrawFn) -> pd.DataFrame:
    """A random cube, sparse or dense, with zeros, small and large counts."""
    shape = tuple(draw(st.integers(1, size)) for size in (5, 6, 3))
    dice = np.random.default_rng(draw(st.integers(0, 2**32)))
    counts = dice.poisson(draw(st.sampled_from((0.2, 1.0, 3.0, 9.0))), shape)
    return cells_of(counts)


def random_matches(dice: np.random.Generator, number: int, months: int) -> pd.DataFrame:
    """Match records with a month, a start, and an end in `ends` or -1."""
    month = dice.integers(0, months, number)
    start = month + dice.integers(0, 2, number)
    ends = np.where(dice.random(number) < 0.7, start + dice.integers(0, 6, number), -1)
    frame = pd.DataFrame(
        {
            "match_id": [f"M{place}" for place in range(number)],
            "buurt": dice.integers(0, 4, number),
            "month": month,
            "kind": dice.integers(0, 2, number),
            "start": start,
            "ends": ends,
            "count": 1,
        }
    )
    return with_levels(frame)


def known_by(matches: pd.DataFrame, last: int) -> pd.DataFrame:
    """The matches as a file after month `last` has them: later ends are not known yet."""
    seen = matches[matches["month"] <= last].reset_index(drop=True)
    return seen.assign(ends=seen["ends"].where(seen["ends"] <= last, -1))


def protect_matches(
    matches: pd.DataFrame, last: int, rule: Rule, decided: dict[str, int] | None = None
) -> Protected:
    """Round match records with their running months declared."""
    running = running_months(matches["start"], matches["ends"], last)
    return protect(matches, MATCHES, rule, decided, {"running": running})


def stock(matches: pd.DataFrame, weights: "pd.Series[int]", by: list[str], last: int) -> pd.Series:
    """The running stock at every month end, counted record by record."""
    counted: dict[tuple[int, ...], int] = {}
    for record, weight in zip(matches.to_dict("records"), weights, strict=True):
        for month in range(last + 1):
            if record["start"] <= month and (record["ends"] < 0 or month < record["ends"]):
                place = (*(record[column] for column in by), month)
                counted[place] = counted.get(place, 0) + weight
    return pd.Series(counted, dtype="int64")
