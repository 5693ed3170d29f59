"""The weights of all records of a file: the cubes one after the other, each heeding the last.

Matches come after scans, so that nowhere matches are shown where nobody was reached.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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


def weigh(records: Records, rule: Rule, decided: Mapping[str, int]) -> Weighed:
    """Rounds all cubes of the records; what was `decided` before is kept."""
    scans, matches, fills = scan_rows(records), match_rows(records), fill_rows(records)
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


def _before_anyone(scans: pd.DataFrame, matches: pd.DataFrame) -> NDArray[np.bool_]:
    """The matches of months in which, by the weights, nobody in the buurt was reached yet."""
    counted = scans[(scans["visit"] == "first") & (scans["weight"] > 0)]
    first = counted.groupby("buurt")["month"].min()
    reached = matches["buurt"].map(first)
    before: NDArray[np.bool_] = ~(matches["month"] >= reached).to_numpy(dtype=np.bool_)
    return before
