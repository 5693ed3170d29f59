"""Demo frames for tests, made once for each seed and scale, and how the tests look at them."""

from functools import cache

import pandas as pd
from hypothesis import strategies as st

from data.demo import make_demo
from tests.twin import Frames

AS_OF = pd.Timestamp("2021-10-01")
ANNOUNCED = pd.Timestamp("2019-01-07")
UNSTARTED = {"WK077241", "WK077273"}

SEEDS = st.integers(0, 2**32 - 1)

demo = cache(make_demo)


def begin(matches: pd.DataFrame) -> pd.Series:
    """The day from which a match runs."""
    return matches["started_on"].fillna(matches["matched_on"])


def wijk(buurt_codes: pd.Series) -> pd.Series:
    """The code of the wijk, which CBS puts inside the code of the buurt."""
    return "WK" + buurt_codes.str[2:8]


def matched_residents(frames: Frames) -> set[str]:
    """Residents with a match on any of their scans."""
    matched = frames["matches"]["scan_id"]
    scans = frames["scans"]
    return set(scans.loc[scans["scan_id"].isin(matched), "resident_id"])


def waiting(frames: Frames) -> pd.DataFrame:
    """Scans of the residents who wait on the last day."""
    scans = frames["scans"]
    gone = set(scans.loc[scans["left_on"].notna(), "resident_id"]) | matched_residents(frames)
    return scans[~scans["resident_id"].isin(gone)]
