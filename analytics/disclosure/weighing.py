"""The weights of all records of a file: the cubes one after the other, each heeding the last.

Matches come after scans, so that nowhere matches are shown where nobody was reached.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.disclosure.cubes import FILLS, MATCHES, SCANS
from analytics.disclosure.keyed import Rule
from analytics.disclosure.rounding import Cube, Protected, protect
from analytics.disclosure.rows import Rows, fill_rows, match_rows, scan_rows
from data.marts import Records, Weights


@dataclass(frozen=True)
class Weighed:
    """The weights, the new decisions of all cubes, and their declared totals (see `Protected`)."""

    weights: Weights
    decisions: dict[str, int]
    totals: pd.DataFrame


def weigh(
    records: Records, rule: Rule, decided: Mapping[str, int], since: date | None = None
) -> Weighed:
    """Rounds all cubes of the records; what was `decided` before is kept.

    What came before the month `since` counts for nothing.
    """
    scans, matches, fills = (
        _counted(rows(records), since) for rows in (scan_rows, match_rows, fill_rows)
    )
    of_scans = _protect(scans, SCANS, rule, decided)
    unreached = _before_anyone(scans.frame.assign(weight=of_scans.weights), matches.frame)
    of_matches = _protect(matches, MATCHES, rule, decided, unreached)
    of_fills = _protect(fills, FILLS, rule, decided)
    outcomes = (of_scans, of_matches, of_fills)
    return Weighed(
        weights=Weights(
            scans=scans.frame[["scan_id"]].assign(weight=of_scans.weights),
            matches=matches.frame[["match_id"]].assign(weight=of_matches.weights),
            fills=fills.frame[["match_id"]].assign(weight=of_fills.weights),
        ),
        decisions={name: value for one in outcomes for name, value in one.decisions.items()},
        totals=pd.concat([one.totals for one in outcomes], ignore_index=True),
    )


def _protect(
    rows: Rows,
    cube: Cube,
    rule: Rule,
    decided: Mapping[str, int],
    barred: NDArray[np.bool_] | None = None,
) -> Protected:
    return protect(rows.frame, cube, rule, decided, rows.spread, rows.truth, barred)


def _counted(rows: Rows, since: date | None) -> Rows:
    """The rows with a count of 0 for what came before a month."""
    if since is None:
        return rows
    is_counted = rows.frame["month"] >= since.year * 12 + since.month - 1
    return replace(rows, frame=rows.frame.assign(count=rows.frame["count"].where(is_counted, 0)))


def _before_anyone(scans: pd.DataFrame, matches: pd.DataFrame) -> NDArray[np.bool_]:
    """The matches of months in which, by the weights, nobody in the buurt was reached yet."""
    counted = scans[(scans["visit"] == "first") & (scans["weight"] > 0)]
    first = counted.groupby("buurt")["month"].min()
    reached = matches["buurt"].map(first)
    before: NDArray[np.bool_] = ~(matches["month"] >= reached).to_numpy(dtype=np.bool_)
    return before
