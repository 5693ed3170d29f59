"""The amounts behind the gap index, per buurt, as numbers to reckon with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.gaps.snapshot import Snapshot
from analytics.gaps.supply import free_by_talent, waiting_by_talent
from analytics.thresholds import whole

LONG_WAIT_DAYS = whole("long_wait")

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """Amounts per buurt, buurten in code order on the last axis.

    `wanted` and `free` have an axis of talents behind it. In redrawn counts an axis of draws
    stands in front of everything but inhabitants and need.

    inhabitants; need: inhabitants who are lonely or have trouble making ends meet (expected);
    residents: with a talentenscan; waiting: residents who wait; long: of those, longer than
    LONG_WAIT_DAYS; wanted: residents who wait with a talent; free: free positions that ask it;
    matches: with an ontwikkelplaats; outside: of those, with one in another wijk.
    """

    inhabitants: Numbers
    need: Numbers
    residents: Numbers
    waiting: Numbers
    long: Numbers
    wanted: Numbers
    free: Numbers
    matches: Numbers
    outside: Numbers


def counts_of(snapshot: Snapshot) -> Counts:
    """The amounts of a day. Where CBS has no inhabitants there are none."""
    buurten = snapshot.buurten
    waiting, matches = snapshot.waiting, _with_wijken(snapshot)
    long = waiting[waiting["days"] > LONG_WAIT_DAYS]
    outside = matches[matches["home_wijk"] != matches["place_wijk"]]
    return Counts(
        inhabitants=buurten["inhabitants"].fillna(0).to_numpy("float64"),
        need=_need(buurten),
        residents=buurten["residents"].to_numpy("float64"),
        waiting=_per_buurt(waiting.groupby("buurt").size(), buurten.index),
        long=_per_buurt(long.groupby("buurt").size(), buurten.index),
        wanted=waiting_by_talent(snapshot).to_numpy("float64"),
        free=free_by_talent(snapshot).to_numpy("float64"),
        matches=_per_buurt(matches.groupby("buurt")["matches"].sum(), buurten.index),
        outside=_per_buurt(outside.groupby("buurt")["matches"].sum(), buurten.index),
    )


@dataclass(frozen=True)
class Offers:
    """Free positions, one entry per place and talent: numbers of place and talent, and how many."""

    place: npt.NDArray[np.int64]
    talent: npt.NDArray[np.int64]
    free: Numbers


def offers_of(snapshot: Snapshot) -> Offers:
    """The free positions of a day, places in the order of their keys."""
    sums = snapshot.vacancies.groupby(["place_id", "talent"])["free"].sum()
    offers = sums[sums > 0].reset_index()
    return Offers(
        place=np.unique(offers["place_id"], return_inverse=True)[1],
        talent=pd.Index(snapshot.talents).get_indexer(pd.Index(offers["talent"])),
        free=offers["free"].to_numpy("float64"),
    )


def membership(snapshot: Snapshot, members: Sequence[Sequence[str]]) -> Numbers:
    """Areas x buurten: 1 where a buurt lies in an area, whose buurten `members` names."""
    rows = [snapshot.buurten.index.isin(codes) for codes in members]
    inside: Numbers = np.asarray(rows, dtype=np.float64)
    return inside.reshape(len(rows), len(snapshot.buurten))  # with no areas too


def _with_wijken(snapshot: Snapshot) -> pd.DataFrame:
    """Matches with an ontwikkelplaats, with the wijk at both ends."""
    wijk = snapshot.buurten["wijk"]
    made = snapshot.matches[snapshot.matches["place_buurt"] != ""]
    return made.assign(home_wijk=made["buurt"].map(wijk), place_wijk=made["place_buurt"].map(wijk))


def _need(buurten: pd.DataFrame) -> Numbers:
    """Where RIVM knows nothing of a buurt, the share of the city; of no buurt at all, everybody."""
    inhabitants = buurten["inhabitants"].fillna(0)
    share = buurten[["eenzaam", "moeite_rondkomen"]].mean(axis="columns") / 100
    known = share.notna()
    city = (share * inhabitants)[known].sum() / inhabitants[known].sum() if known.any() else 1.0
    return (inhabitants * share.fillna(city)).to_numpy("float64")


def _per_buurt(amounts: "pd.Series[int]", buurten: "pd.Index[str]") -> Numbers:
    return np.array(amounts.reindex(buurten, fill_value=0).tolist(), dtype=np.float64)
