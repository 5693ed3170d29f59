"""Records as rows of the two cubes: with the periods they count in and the months they stand."""

from datetime import date

import pandas as pd

from analytics.disclosure.totals import Spread, month_numbers, running_months
from data.marts import Records

Rows = tuple[pd.DataFrame, Spread]


def match_rows(records: Records) -> Rows:
    """A row a match; `running` holds the month ends at which it runs."""
    rows = _counted(records.matches, "matched_on")
    last = _last_month(records.until)
    start = month_numbers(rows["runs_from"])
    leaving = _closed(month_numbers(rows["runs_until"]), last)
    return rows, {"running": running_months(start, leaving, last)}


def scan_rows(records: Records) -> Rows:
    """A row a scan; `waiting` holds the month ends at which its resident waits, on the first."""
    rows = _counted(records.scans, "scanned_on")
    return rows, {
        "talent": rows["talent_set"].str.split("; ").explode(),
        "waiting": _waiting(rows, records),
    }


def _waiting(rows: pd.DataFrame, records: Records) -> "pd.Series[int]":
    first = rows[rows["visit"] == "first"]
    position = pd.Series(first.index, index=first["resident_id"])
    last = _last_month(records.until)
    leaving = _closed(month_numbers(records.waiting["ends_on"]), last)
    months = running_months(month_numbers(records.waiting["starts_on"]), leaving, last)
    residents = records.waiting["resident_id"].to_numpy()[months.index]
    return pd.Series(months.to_numpy(), index=position.loc[residents].to_numpy(), dtype="int64")


def _counted(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    month = month_numbers(rows[day])
    return rows.assign(month=month, quarter=month // 3, year=month // 12, count=1)


def _last_month(until: date) -> int:
    return until.year * 12 + until.month - 1


def _closed(months: "pd.Series[int]", last: int) -> "pd.Series[int]":
    """An end after the last closed month has not happened yet."""
    return months.where(months <= last, -1)
