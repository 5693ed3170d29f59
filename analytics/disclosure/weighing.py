"""The weights of all records of a file: the cubes one after the other, each heeding the last.

Matches come after scans, so that nowhere matches are shown where nobody was reached. Records that
came after their month was published count in the first open month.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from analytics.disclosure.cubes.cubes import FILLS, MATCHES, SCANS
from analytics.disclosure.cubes.rounding import Cube, Protected, protect
from analytics.disclosure.keyed import Rule
from analytics.disclosure.late import Placed, place
from analytics.disclosure.published import Published
from analytics.disclosure.rows import Rows, fill_rows, match_rows, scan_rows
from data.memory import give_back
from data.models.marts import Records, Weights


@dataclass(frozen=True)
class Weighed:
    """The weights, the new decisions of all cubes, and their declared totals (see `Protected`).

    `published` is what was published with what is known of the records now.
    """

    weights: Weights
    decisions: dict[str, int]
    totals: pd.DataFrame
    published: Published


def weigh(
    records: Records,
    rule: Rule,
    decided: Mapping[str, int],
    published: Published | None = None,
    since: date | None = None,
) -> Weighed:
    """Rounds all cubes of the records; what was `decided` before is kept.

    `published` is what went out before. What came before the month `since` counts for nothing.
    """
    past = published or Published()
    scans, matches = _placed(records, rule, past)
    of_scans, of_matches = _protect_both(scans.rows, matches.rows, rule, decided, since)
    fills = _counted(fill_rows(records), since)
    outcomes = (of_scans, of_matches, _protect(fills, FILLS, rule, decided))
    now = _known_now(past, scans, matches)
    return Weighed(
        weights=Weights(
            scans=_weights(scans, "scan_id", of_scans),
            matches=_weights(matches, "match_id", of_matches),
            fills=fills.frame[["match_id"]].assign(weight=outcomes[-1].weights),
            past=now if published else None,
        ),
        decisions={name: value for one in outcomes for name, value in one.decisions.items()},
        totals=pd.concat([one.totals for one in outcomes], ignore_index=True),
        published=now,
    )


def _known_now(past: Published, scans: Placed, matches: Placed) -> Published:
    known = np.union1d(scans.known, matches.known)
    return replace(past, known=known, moved={**scans.moved, **matches.moved})


def _placed(records: Records, rule: Rule, past: Published) -> tuple[Placed, Placed]:
    """The scans and the matches in the months in which they count."""
    scans = place(scan_rows(records), SCANS, rule.key, past, records.until)
    visit = _visits(scans)
    told = scan_rows(replace(records, scans=records.scans.assign(visit=visit)))
    return (
        replace(scans, rows=Rows(scans.rows.frame.assign(visit=visit), told.spread)),
        place(match_rows(records), MATCHES, rule.key, past, records.until),
    )


def _visits(scans: Placed) -> "pd.Series[str]":
    """Per scan whether it is the first of its resident, in the order in which they count.

    A resident who was told already is not reached anew by an older scan that comes late.
    """
    frame = scans.rows.frame
    order = frame.sort_values(["month", "scanned_on", "scan_id"])
    is_later = order["resident_id"].duplicated().reindex(frame.index)
    return frame["visit"].mask(is_later, "later").where(is_later, "first")


def _protect_both(
    scans: Rows, matches: Rows, rule: Rule, decided: Mapping[str, int], since: date | None
) -> tuple[Protected, Protected]:
    """The scans, and then the matches where somebody was reached."""
    seen, of_all = _counted(scans, since), _counted(matches, since)
    of_scans = _protect(_ahead(seen, of_all.frame, rule.threshold), SCANS, rule, decided)
    reached = _barred(matches, scans.frame, of_scans.weights, rule.threshold)
    return of_scans, _protect(_counted(reached, since), MATCHES, rule, decided)


def _protect(rows: Rows, cube: Cube, rule: Rule, decided: Mapping[str, int]) -> Protected:
    outcome = protect(rows.frame, cube, rule, decided, rows.spread)
    give_back()
    return outcome


def _weights(placed: Placed, identity: str, outcome: Protected) -> pd.DataFrame:
    return placed.rows.frame[[identity]].assign(weight=outcome.weights, moved_to=placed.moved_to)


def _counted(rows: Rows, since: date | None) -> Rows:
    """The rows with a count of 0 for what came before a month."""
    if since is None:
        return rows
    is_counted = rows.frame["month"] >= since.year * 12 + since.month - 1
    return replace(rows, frame=rows.frame.assign(count=rows.frame["count"].where(is_counted, 0)))


def _ahead(scans: Rows, matches: pd.DataFrame, threshold: int) -> Rows:
    """The scans, with those `needed` without which a buurt with matches could show none.

    These are the first scans up to the month in which half of its matches were made, or else the
    earliest. Where there are fewer matches than half the threshold, a zero is for the key to draw.
    """
    frame = scans.frame
    months = matches["month"][matches["count"] > 0].groupby(matches["buurt"])
    halfway = months.median()[2 * months.size() > threshold]
    is_first = frame["visit"].eq("first") & (frame["count"] > 0)
    begins = frame["month"][is_first].groupby(frame["buurt"]).min()
    latest = begins.reindex(halfway.index).clip(lower=halfway)
    is_ahead = is_first & (frame["month"] <= _of_buurt(frame, latest))
    return replace(scans, frame=frame.assign(needed=is_ahead))


def _barred(matches: Rows, scans: pd.DataFrame, weights: "pd.Series[int]", threshold: int) -> Rows:
    """The matches, those barred where by the weights nobody in the buurt was reached.

    Neither are matches of months before anyone was, unless they are too many to leave out.
    """
    frame = matches.frame
    counted = scans[(scans["visit"] == "first") & (weights > 0)]
    first = _of_buurt(frame, counted.groupby("buurt")["month"].min())
    is_early = frame["month"] < first
    are_few = is_early.groupby(frame["buurt"]).transform("sum") < 2 * threshold
    return replace(matches, frame=frame.assign(barred=first.isna() | (is_early & are_few)))


def _of_buurt(rows: pd.DataFrame, months: "pd.Series[float]") -> "pd.Series[float]":
    """Per row the month of its buurt; pandas would give no rows as text."""
    return rows["buurt"].map(months).astype("float64")
