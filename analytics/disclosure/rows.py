"""Records as rows of the cubes: with the periods they count in and the months they stand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pyarrow
from pyarrow import compute

from analytics.disclosure.cubes.coding import TRULY, Spread
from analytics.disclosure.cubes.totals import month_numbers, running_months, spread_over
from data.models.marts import Records

_QUARTER = 3  # months


@dataclass(frozen=True)
class Rows:
    """The rows of a cube, with the columns in which a row counts under several values.

    These columns are as in `totals.declare`.
    """

    frame: pd.DataFrame
    spread: Spread


def match_rows(records: Records) -> Rows:
    """A row a match; `running` holds the month ends at which it runs."""
    rows = _counted(records.matches, "matched_on")
    last = _last_month(records.until)
    start = month_numbers(rows["runs_from"])
    leaving = _closed(month_numbers(rows["runs_until"]), last)
    return Rows(rows, _standing("running", running_months(start, leaving, last)))


def fill_rows(records: Records) -> Rows:
    """A row a match on a vacature; `filling` holds the month ends at which it takes a position.

    More matches can run on a vacature than it has positions: then those that began first take
    them, and the others none. By themselves, all would.
    """
    rows = _counted(records.matches, "matched_on")
    rows = rows[rows["vacancy_id"].notna()].reset_index(drop=True)
    last = _last_month(records.until)
    start = month_numbers(rows["fills_from"])
    leaving = _closed(month_numbers(rows["fills_until"]), last)
    months = running_months(start, leaving, last)
    taking = _standing("filling", _taking(rows, months))
    truth = {name + TRULY: values for name, values in taking.items()}
    return Rows(rows, {**_standing("filling", months), **truth})


def _taking(rows: pd.DataFrame, months: "pd.Series[int]") -> "pd.Series[int]":
    """The month ends at which a match has a position, of all at which it runs on an open one."""
    at, month = months.index.to_numpy(), months.to_numpy()
    first_comes = np.argsort(rows.sort_values(["runs_from", "match_id"]).index).astype(np.int32)
    vacancy = pd.factorize(rows["vacancy_id"])[0].astype(np.int32)[at]
    order = np.lexsort((first_comes[at], month, vacancy))
    is_other = (np.diff(vacancy[order], prepend=-1) != 0) | (np.diff(month[order], prepend=-1) != 0)
    begins = np.flatnonzero(is_other)
    ahead = np.arange(len(order)) - np.repeat(begins, np.diff(begins, append=len(order)))
    is_taken = ahead < rows["positions"].to_numpy()[at[order]]
    return months.iloc[np.sort(order[is_taken])]


def scan_rows(records: Records) -> Rows:
    """A row a scan; `waiting` holds the month ends at which its resident waits, on the first.

    None is `needed` yet: that is told by the matches.
    """
    rows = _counted(records.scans, "scanned_on").assign(needed=False)
    return Rows(
        rows,
        {"talent": _talents(rows["talent_set"]), **_standing("waiting", _waiting(rows, records))},
    )


def _talents(sets: "pd.Series[Any]") -> "pd.Series[Any]":
    """Every talent of every set, with the position of the set as index."""
    codes, different = pd.factorize(sets)
    named = pd.Series(different).astype("str").str.split("; ").explode().astype("category")
    many = np.bincount(named.index)
    at, place = spread_over(many[codes], (np.cumsum(many) - many)[codes])
    return pd.Series(named.array[place], index=at)


def _standing(name: str, months: "pd.Series[int]") -> Spread:
    """The month ends, and those of them that end a quarter."""
    return {name: months, f"{name}_quarter": months[months % _QUARTER == _QUARTER - 1]}


def _waiting(rows: pd.DataFrame, records: Records) -> "pd.Series[int]":
    first = rows[rows["visit"] == "first"]
    last = _last_month(records.until)
    leaving = _closed(month_numbers(records.waiting["ends_on"]), last)
    months = running_months(month_numbers(records.waiting["starts_on"]), leaving, last)
    place = compute.index_in(
        pyarrow.array(records.waiting["resident_id"]), pyarrow.array(first["resident_id"])
    )
    scans = first.index.to_numpy(dtype=np.int32)[place.to_numpy()]  # who waits has a first scan
    return pd.Series(months.to_numpy(), index=scans[months.index])


def _counted(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    month = month_numbers(rows[day])
    return rows.assign(month=month, quarter=month // 3, year=month // 12, count=1)


def _last_month(until: date) -> int:
    return until.year * 12 + until.month - 1


def _closed(months: "pd.Series[int]", last: int) -> "pd.Series[int]":
    """An end after the last closed month has not happened yet."""
    return months.where(months <= last, -1)
