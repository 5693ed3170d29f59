"""Writing a data file: record tables, code lists, areas, meta and marts, all of it or nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pandas as pd

from data.contract.columns import Table
from data.contract.tables import STORED_TABLES
from data.file.connecting import new_file
from data.file.refused import disk_error
from data.file.versions import FEWEST_KEPT, new_version
from data.memory import give_back
from data.models.marts import Protection, Protector, build_marts, closed_records, protection
from data.models.meta import Meta, insert_meta
from data.models.schema import SQL_TYPES, create_schema


def write_database(  # noqa: PLR0913 - what a file is made of, and how it is kept
    target: Path,
    frames: Mapping[str, pd.DataFrame],
    meta: Meta,
    progress: Callable[[str], None] = lambda step: None,
    protector: Protector | None = None,
    *,
    keep: int = FEWEST_KEPT,
    stored: Callable[[str], object] = lambda table: None,
) -> None:
    """Writes `frames` (by table name, columns as in the contract) as the new version of `target`.

    A table without a frame stays empty. Without a protector the file holds no figures for the
    protected audience. The last `keep` versions of `target` stay. `stored` is told each table that
    stands in the file, so that who has no more use for its frame can let it go. On any error
    `target` keeps what it had; OSError when the disk refuses.
    """
    with new_version(target, keep) as version:
        try:
            with new_file(version) as con:
                create_schema(con)
                insert_meta(con, meta)
                _store(con, frames, progress, stored)
            progress("Cijfers vooraf optellen")
            _build(version, meta, protector)
        except duckdb.Error as error:
            raise disk_error(error, target.parent) or error from error
        if protector:
            protector.keep()


def _build(version: Path, meta: Meta, protector: Protector | None) -> None:
    protected = _protection(version, meta, protector)
    with new_file(version) as con:
        build_marts(con, meta.as_of, protected)
        con.execute("CHECKPOINT")


def _protection(version: Path, meta: Meta, protector: Protector | None) -> Protection | None:
    # Weighed while the file is closed: what DuckDB keeps in memory is then free.
    if protector is None:
        return None
    with new_file(version) as con:
        records = closed_records(con, meta.as_of)
    give_back()
    return protection(protector, records)


def _store(
    con: duckdb.DuckDBPyConnection,
    frames: Mapping[str, pd.DataFrame],
    progress: Callable[[str], None],
    stored: Callable[[str], object],
) -> None:
    for table in STORED_TABLES:
        if table.name in frames:
            progress(f"Opslaan: {table.label}")
            _insert(con, table, frames[table.name])
            stored(table.name)
    give_back()


def _insert(con: duckdb.DuckDBPyConnection, table: Table, frame: pd.DataFrame) -> None:
    columns = ", ".join(
        f"CAST({column.name} AS {SQL_TYPES.get(column.kind, 'VARCHAR')})" for column in table.stored
    )
    con.register("delivered", frame)
    con.execute(f"INSERT INTO {table.name} SELECT {columns} FROM delivered")
    con.unregister("delivered")
