"""The sample delivery as rows of the two cubes, made straight from the record tables."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from analytics.disclosure.totals import Spread, month_numbers, running_months
from data.areas import areas
from data.delivery.importer import read_delivery
from data.delivery.sources import find_files

SAMPLE = Path(__file__).parents[2] / "samples" / "2021-10"
LAST_CLOSED = 2021 * 12 + 8  # September 2021
Rows = tuple[pd.DataFrame, Spread]


@cache
def frames() -> Mapping[str, pd.DataFrame]:
    """The accepted record tables of the sample delivery."""
    found = find_files([SAMPLE])
    return read_delivery(found, as_of=None, mapping=None, progress=lambda _: None).frames


def _placed(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    """Areas, periods and a count for the rows of closed months."""
    parents = {area.code: area.parent for area in areas()}
    rollout = frames()["rollout"]
    teams = dict(zip(rollout["wijk_code"], rollout["team"], strict=True))
    wijk = rows["buurt_code"].map(parents)
    month = month_numbers(rows[day])
    placed = rows.assign(
        buurt=rows["buurt_code"],
        wijk=wijk,
        stadsdeel=wijk.map(parents),
        team=wijk.map(teams).fillna(""),
        month=month,
        quarter=month // 3,
        year=month // 12,
        count=1,
    )
    return placed[placed["month"] <= LAST_CLOSED].reset_index(drop=True)


def _closed(days: "pd.Series[pd.Timestamp]") -> "pd.Series[int]":
    numbers = month_numbers(days)
    return numbers.where(numbers <= LAST_CLOSED, -1)


def match_rows() -> Rows:
    """One row a match, where the resident lives."""
    tables = frames()
    rows = tables["matches"].merge(tables["scans"][["scan_id", "buurt_code"]], on="scan_id")
    talents = tables["vacancies"][["vacancy_id", "talent"]]
    rows = rows.merge(talents, on="vacancy_id", how="left").fillna({"talent": ""})
    rows = _placed(rows, "matched_on")
    start = month_numbers(rows["started_on"].fillna(rows["matched_on"]))
    return rows, {"running": running_months(start, _closed(rows["ended_on"]), LAST_CLOSED)}


def scan_rows() -> Rows:
    """One row a scan; the resident waits on the row of the first scan, up to match or leaving."""
    tables = frames()
    matched = tables["matches"].merge(tables["scans"][["scan_id", "resident_id"]], on="scan_id")
    first_match = matched.groupby("resident_id")["matched_on"].min()
    sets = tables["scan_talents"].groupby("scan_id")["talent"].agg(";".join)
    rows = tables["scans"].sort_values(["scanned_on", "scan_id"]).fillna({"age_band": ""})
    later = rows["resident_id"].duplicated()
    rows = rows.assign(
        talent_set=rows["scan_id"].map(sets), visit=later.map({False: "eerste", True: "later"})
    )
    rows = _placed(rows, "scanned_on")
    ends = pd.concat([rows["left_on"], rows["resident_id"].map(first_match)], axis=1).min(axis=1)
    leaves = _closed(ends).where(rows["visit"] == "eerste", rows["month"])
    talent = rows["talent_set"].str.split(";").explode()
    return rows, {
        "talent": talent,
        "waiting": running_months(rows["month"], leaves, LAST_CLOSED),
    }
