"""A delivery of a part: records of it replace those with the same key, the rest stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.contract.columns import Kind, Table
from data.contract.tables import (
    MATCHES,
    ROLLOUT,
    SCAN_TALENTS,
    SCANS,
    SPLIT_POSTCODES,
    STORED_TABLES,
    TABLES,
)
from data.delivery.checking.records import Records
from data.delivery.reading.cells import Typed
from data.delivery.report import AddedCounts
from data.dutch import short_date
from data.file.connecting import in_memory
from data.file.store import Store
from data.models.meta import ADDED, Meta
from data.models.schema import SQL_TYPES
from data.problems import DataFileProblem, DeliveryRefused

_FULL_FIRST = "Laad eerst een volledige levering, zonder --add."


@dataclass(frozen=True)
class Base:
    """The records of the file in use, by table; nothing when a delivery is full."""

    frames: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    meta: Meta | None = None

    def keys(self, table: Table) -> dict[Typed, date | None]:
        """The keys of a table, or the first columns of them; of scans with their day."""
        days = map(_day, self.column(SCANS, "scanned_on")) if table is SCANS else repeat(None)
        return dict(zip(self.column(table, table.key[0]), days, strict=False))

    def column(self, table: Table, name: str) -> list[Any]:
        """The values of a column of the contract; empty cells as None."""
        frame = self.frames.get(table.name)
        if frame is None:
            return []
        return [None if value is pd.NaT else value for value in frame[name].tolist()]

    @property
    def teams(self) -> frozenset[str]:
        """The teams of the rollout."""
        return frozenset(str(team) for team in self.column(ROLLOUT, "team"))

    def first_matches(self, tables: Sequence[Records]) -> dict[Typed, date]:
        """The day of the first match of every scan, but for matches that are delivered again."""
        again = self._again(MATCHES, tables)
        names = ("match_id", "scan_id", "matched_on")
        first: dict[Typed, date] = {}
        for match, scan, day in zip(*(self.column(MATCHES, n) for n in names), strict=True):
            if match not in again:
                first[scan] = min(_day(day), first.get(scan, date.max))
        return first

    def talents(self, tables: Sequence[Records]) -> dict[Typed, set[Typed]]:
        """The talents of every scan, but for scans that are delivered again."""
        again = self._again(SCANS, tables)
        found: dict[Typed, set[Typed]] = {}
        pairs = (self.column(SCAN_TALENTS, name) for name in SCAN_TALENTS.key)
        for scan, talent in zip(*pairs, strict=True):
            if scan not in again:
                found.setdefault(scan, set()).add(talent)
        return found

    def _again(self, table: Table, tables: Sequence[Records]) -> set[Typed]:
        """The keys of a table that are delivered (again); none when there is nothing yet."""
        if table.name not in self.frames:
            return set()
        return {
            key
            for records in tables
            if records.table is table
            for key in records.values[table.key[0]].at(records.sound()).distinct
        }


NOTHING = Base()


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


def read_base(file: Path) -> Base:
    """The records of the file in use.

    DeliveryRefused, with what to do, when there is no real data of this version to add to.
    """
    try:
        store = Store(file)
    except DataFileProblem as problem:
        raise DeliveryRefused(
            f"Er is niets om aan toe te voegen: {problem} {_FULL_FIRST}"
        ) from problem
    if store.meta.is_demo:
        store.close()
        raise DeliveryRefused(f"{file} bevat demogegevens, daar komt niets bij. {_FULL_FIRST}")
    frames = {table.name: store.query(f"SELECT * FROM {table.name}", {}) for table in STORED_TABLES}
    store.close()
    return Base(frames, store.meta)


def day_of_union(there: date, day: date | None, latest: date) -> date:
    """The peildatum of what is there and a delivery; `day` was asked for, `latest` was found.

    DeliveryRefused when the day that was asked lies before that of what is there.
    """
    if day and day < there:
        raise DeliveryRefused(
            f"De peildatum {short_date(day)} ligt voor die van wat er al is ({short_date(there)})."
            " Kies bij --add geen eerdere peildatum."
        )
    return day or latest


def added_meta(base: Base, meta: Meta) -> Meta:
    """What the file of base and delivery together says of itself."""
    assert base.meta
    sources = dict.fromkeys((*base.meta.sources, *meta.sources))
    return Meta(meta.as_of, meta.is_demo, tuple(sources), kind=ADDED)


def union(
    base: Base, frames: Mapping[str, pd.DataFrame]
) -> tuple[dict[str, pd.DataFrame], dict[str, AddedCounts]]:
    """The records of base and delivery together, by table, with the counts. DeliveryRefused."""
    united: dict[str, pd.DataFrame] = {}
    counts: dict[str, AddedCounts] = {}
    with in_memory() as con:
        for table in TABLES:
            _register(con, table, "base", base.frames.get(table.name))
            _register(con, table, "delivered", frames.get(table.name))
            _drop_old_talents(con, table, frames.get(SCANS.name))
            united[table.name], counts[table.name] = _united(con, table)
        united[SPLIT_POSTCODES.name] = _split_postcodes(con, base, frames)
    _check_order(united)
    return united, counts


def _check_order(united: Mapping[str, pd.DataFrame]) -> None:
    """A scan that moves to after its match, of which the mended row was refused."""
    both = united[MATCHES.name].merge(united[SCANS.name], on="scan_id")
    late = both.loc[both["matched_on"] < both["scanned_on"], "match_id"].tolist()
    if late:
        raise DeliveryRefused(
            f"Match {late[0]} zou voor zijn scan komen te liggen, want een van de twee is geweigerd"
            " of niet geleverd. Lever de scan en de match samen, allebei goed."
        )


def _register(
    con: duckdb.DuckDBPyConnection, table: Table, name: str, frame: pd.DataFrame | None
) -> None:
    columns = ", ".join(
        f"CAST({column.name} AS {SQL_TYPES.get(column.kind, 'VARCHAR')}) AS {column.name}"
        for column in table.stored
    )
    if frame is None:
        frame = pd.DataFrame({column.name: [] for column in table.stored})
    con.register("given", frame)
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {columns} FROM given")
    con.unregister("given")


def _drop_old_talents(
    con: duckdb.DuckDBPyConnection, table: Table, scans: pd.DataFrame | None
) -> None:
    # A scan that is delivered again has the talents that it names now, and no others.
    if table is SCAN_TALENTS and scans is not None:
        con.register("given", scans)
        con.execute(
            "DELETE FROM base WHERE scan_id IN (SELECT CAST(scan_id AS VARCHAR) FROM given)"
        )
        con.unregister("given")


def _split_postcodes(
    con: duckdb.DuckDBPyConnection, base: Base, frames: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    # A record that is delivered again fits its buurt as it does now.
    _register(con, SPLIT_POSTCODES, "base", base.frames.get(SPLIT_POSTCODES.name))
    _register(con, SPLIT_POSTCODES, "delivered", frames.get(SPLIT_POSTCODES.name))
    for table in TABLES:
        if table.name in frames and any(column.kind is Kind.BUURT for column in table.columns):
            con.register("given", frames[table.name])
            con.execute(
                "DELETE FROM base WHERE record_table = $table"
                f" AND record_id IN (SELECT CAST({table.key[0]} AS VARCHAR) FROM given)",
                {"table": table.name},
            )
            con.unregister("given")
    return _united(con, SPLIT_POSTCODES)[0]


def _united(con: duckdb.DuckDBPyConnection, table: Table) -> tuple[pd.DataFrame, AddedCounts]:
    key = ", ".join(table.key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE kept AS SELECT * FROM base ANTI JOIN delivered USING ({key})"
    )
    united = con.execute("FROM kept UNION ALL FROM delivered").df()
    base, kept, delivered, same = (
        _count(con, rows)
        for rows in ("base", "kept", "delivered", "(FROM base INTERSECT FROM delivered)")
    )
    replaced = base - kept - same
    return united, AddedCounts(delivered - replaced - same, replaced, same, kept)


def _count(con: duckdb.DuckDBPyConnection, rows: str) -> int:
    [(count,)] = con.execute(f"SELECT count(*) FROM {rows}").fetchall()
    return int(count)
