"""The marts: sums made once at import, so that a page costs areas x periods and not records.

Every measure (one file in `measures/`) gives additive changes by day and place. They are rolled
up to every level by day (`mart_days`) and by month with the running total (`mart_months`): the
standing on any day is one monthly total plus at most a month of days.

The protected audience has a mart of its own (`protected_months`): the same measures over the same
records, each record counting for its protected weight, in whole months only.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import pandas as pd
import pyarrow
from duckdb import DuckDBPyConnection

from data.memory import give_back
from data.models.comments import comment_as_told, comments
from data.models.files import build_table, sql, stage
from data.models.findings import build_findings
from data.models.frozen import Past, freeze_deltas, freeze_versions, published
from data.models.measures import measures, protected_measures
from data.models.schema import VIEWS
from data.models.spells import build_exact_spells, build_protected_spells

# Who waits, what is free and who went where: sums are not enough for what an internal reader acts
# on. Each row carries the days between which it was so, and the rows lie in the order in which
# they end, so that the file is read from the end only.
SNAPSHOTS = ("mart_waiting", "mart_waiting_talents", "mart_positions", "mart_flows")

# The columns of the records of which many rows have the same text.
_FEW = frozenset(
    (
        *("buurt", "wijk", "stadsdeel", "team", "place_buurt", "place_wijk", "place_stadsdeel"),
        *("talent_set", "age_band", "talent", "kind"),
    )
)

# Everything that is built from the records; a file without one of them is of an earlier version.
MART_TABLES = frozenset(comments()) - set(VIEWS)


@dataclass(frozen=True)
class Records:
    """What the protection weighs: the records up to `until`, the end of a closed month.

    `scans` and `matches`: a row a record (columns: records/scans.sql and matches.sql; those with
    few different texts as categories, in order).
    `waiting`: resident_id, starts_on, ends_on (records/waiting.sql).
    """

    scans: pd.DataFrame
    matches: pd.DataFrame
    waiting: pd.DataFrame
    until: date


@dataclass(frozen=True)
class Weights:
    """What each record counts for when it is protected: columns (scan_id or match_id, weight).

    `moved_to` (a column that may be absent): the first day of the month in which a record counts
    that came too late for its own. `fills`: what a match counts for among the positions that are
    taken; as in `matches` without. `past`: what was published before, if that is kept.
    """

    scans: pd.DataFrame
    matches: pd.DataFrame
    fills: pd.DataFrame | None = None
    past: Past | None = None


@dataclass(frozen=True)
class Series:
    """The series (reeks) of publications under one key and one ledger that a file belongs to.

    `threshold`: smaller counts are rounded. `first_month`: the first day of the month with which
    its figures begin; None: all months.
    """

    id: str
    name: str
    threshold: int
    first_month: date | None = None

    @property
    def words(self) -> str:
        """The series as it is named to readers: reeks eerste (kmbcafdp)."""
        return f"reeks {self.name} ({self.id})"


@dataclass(frozen=True)
class Seal:
    """Under which threshold and in which series figures were protected, and the ledger's seal."""

    threshold: int
    ledger: str
    series: Series | None = None


class Protector(Protocol):
    """Decides what records count for in the figures that leave the building."""

    def weigh(self, records: Records) -> Weights:
        """The protected weight of every record."""

    def seal(self) -> Seal:
        """What the file is to say of its protection; asked after weighing."""

    def keep(self) -> None:
        """Keeps the decisions, just before the whole file that rests on them is put in place."""


@dataclass(frozen=True)
class Protection:
    """What the records of a file count for when they are protected, and what it says of that."""

    weights: Weights
    seal: Seal


def protection(protector: Protector, records: Records) -> Protection:
    """The records weighed."""
    return Protection(protector.weigh(records), protector.seal())


def last_closed_month(as_of: date) -> date:
    """The last day of the last month that is over on `as_of`."""
    following = as_of + timedelta(days=1)
    return following.replace(day=1) - timedelta(days=1)


def closed_records(con: DuckDBPyConnection, as_of: date) -> Records:
    """What the protection of a file of this peildatum weighs, from its record tables."""
    _stage_records(con)
    until = last_closed_month(as_of)
    scans, matches, waiting = (
        _compact(con.sql(sql("records", name), params={"until": until}).to_arrow_table())
        for name in ("scans", "matches", "waiting")
    )
    give_back()
    return Records(scans, matches, waiting, until)


def build_marts(con: DuckDBPyConnection, as_of: date, protected: Protection | None) -> None:
    """Adds the teams to the areas and builds the mart tables from the record tables.

    Without a protection nothing can be asked for the protected audience: its mart stays empty.
    """
    stage(con, "teams", "team_population")
    _stage_records(con)
    for table in ("mart_members", *SNAPSHOTS):
        build_table(con, table)
    _build_exact(con, as_of)
    build_findings(con, as_of)
    con.execute("CREATE TABLE protected_months AS SELECT * FROM mart_months WHERE false")
    if protected:
        _build_protected(con, last_closed_month(as_of), protected)
    for table in sorted(MART_TABLES):
        comment_as_told(con, table)


def _stage_records(con: DuckDBPyConnection) -> None:
    stage(con, "first_matches", "presence", "waiting", "taken_positions")


def _build_exact(con: DuckDBPyConnection, as_of: date) -> None:
    stage(con, "exact_weights")
    _sum_changes(con, frozenset(), as_of)
    _roll_up(con, as_of)
    con.execute("CREATE TABLE mart_days AS SELECT * FROM rolled_days")
    con.execute("CREATE TABLE mart_months AS SELECT * FROM rolled_months")
    build_exact_spells(con)


def _build_protected(con: DuckDBPyConnection, until: date, protected: Protection) -> None:
    weights = protected.weights
    con.register("scan_weights", _with_moved(weights.scans))
    con.register("match_weights", _with_moved(weights.matches))
    con.register("fill_weights", weights.matches if weights.fills is None else weights.fills)
    stage(con, "protected_weights")
    _sum_changes(con, protected_measures(), until)
    if weights.past:
        freeze_deltas(con, until, weights.past)
    _roll_up(con, until)
    con.execute("INSERT INTO protected_months SELECT * FROM rolled_months")
    build_protected_spells(con, until)
    if weights.past:
        freeze_versions(con, until, weights.past)
        weights.past.settle(until, published(con))
    _insert_seal(con, protected.seal)


def _insert_seal(con: DuckDBPyConnection, seal: Seal) -> None:
    con.execute("INSERT INTO protection VALUES (?, ?)", [seal.threshold, seal.ledger])
    if seal.series:
        con.execute(
            "UPDATE meta SET series_id = $id, series_name = $name, series_threshold = $threshold,"
            " series_from = $first_month",
            vars(seal.series),
        )


def _compact(rows: pyarrow.Table) -> pd.DataFrame:
    """The rows, with one or two bytes in the place of a text that many of them have.

    In one piece: the pieces in which DuckDB gives them are twice as large as what stands in them.
    """
    frame: pd.DataFrame = rows.combine_chunks().to_pandas(date_as_object=False)
    few = [column for column in frame if column in _FEW]
    return frame.astype(dict.fromkeys(few, "category"))


def _with_moved(weights: pd.DataFrame) -> pd.DataFrame:
    if "moved_to" in weights:
        return weights
    return weights.assign(moved_to=pd.Series(pd.NaT, index=weights.index, dtype="datetime64[ns]"))


def _sum_changes(con: DuckDBPyConnection, own: frozenset[str], until: date) -> None:
    """Fills the temporary table deltas with the changes by day that the weighted records give.

    `own` are the measures that have a file of their own for the protected audience.
    """
    con.execute(
        "CREATE OR REPLACE TEMP TABLE deltas"
        " (measure VARCHAR, day DATE, place_code VARCHAR, delta BIGINT)"
    )
    for measure in measures():
        folder = "measures/protected" if measure in own else "measures"
        con.execute(
            "INSERT INTO deltas SELECT $measure, day, place_code, CAST(delta AS BIGINT)"
            f" FROM ({sql(folder, measure)})"
            " WHERE delta <> 0 AND day <= $until",
            {"measure": measure, "until": until},
        )


def _roll_up(con: DuckDBPyConnection, until: date) -> None:
    """Fills the temporary tables rolled_days and rolled_months from the changes by day."""
    days, months = (sql("staging", f"rolled_{unit}") for unit in ("days", "months"))
    con.execute(f"CREATE OR REPLACE TEMP TABLE rolled_days AS {days}")
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE rolled_months AS {months}",
        {"measures": list(measures()), "until": until},
    )
