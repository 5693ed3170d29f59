"""What stands at the place of a data file already, also when it is of an earlier version.

Whoever is about to put something in its place must know what it would replace: real data, demo
data, somebody else's file, or one that cannot be read now.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import duckdb

from data.contract.tables import TABLES
from data.file.connecting import opened


class Kind(StrEnum):
    """What kind of file it is; the value says it in Dutch, behind the name of the file."""

    ABSENT = "is er niet"
    OURS = "is een gegevensbestand van Buurt in Bloei"
    FOREIGN = "is een bestand van een ander programma"
    BUSY = "is in gebruik door een ander programma"
    DAMAGED = "kan niet worden gelezen"


@dataclass(frozen=True)
class Standing:
    """What stands there: demo or not, the ledger and series it rests on ("" when none), counts.

    `rows` holds the number of rows of each record table. Only for OURS.
    """

    kind: Kind
    is_demo: bool = False
    ledger: str = ""
    series: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)


def standing(path: Path) -> Standing:
    """What stands at a path; it never fails."""
    if not path.exists():
        # A link to nothing is not an empty place: something was published under that name.
        return Standing(Kind.DAMAGED if path.is_symlink() else Kind.ABSENT)
    try:
        with opened(path) as con:
            return _read(con)
    except duckdb.ConnectionException:  # this very process writes it
        return Standing(Kind.BUSY)
    except (duckdb.Error, OSError) as error:
        return Standing(Kind.BUSY if is_locked(error) else Kind.DAMAGED)


def is_locked(error: Exception) -> bool:
    """Whether DuckDB could not open a file because another program has it open."""
    words = str(error).casefold()
    return "could not set lock" in words or "being used by another process" in words


def _read(con: duckdb.DuckDBPyConnection) -> Standing:
    known = _columns(con)
    if "as_of" not in known.get("meta", ()):
        return Standing(Kind.FOREIGN)
    return Standing(
        Kind.OURS,
        is_demo=bool(_value(con, known, "meta", "is_demo")),
        ledger=_value(con, known, "protection", "ledger") or "",
        series=_value(con, known, "meta", "series_id") or "",
        rows={table.name: _count(con, table.name) for table in TABLES if table.name in known},
    )


def _columns(con: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """The columns of each base table by name; views are never asked."""
    found: dict[str, set[str]] = {}
    sql = (
        "SELECT table_name, column_name FROM duckdb_columns() JOIN duckdb_tables()"
        " USING (database_name, schema_name, table_name) WHERE NOT duckdb_columns.internal"
    )
    for table, column in con.execute(sql).fetchall():
        found.setdefault(table, set()).add(column)
    return found


def _value(
    con: duckdb.DuckDBPyConnection, known: Mapping[str, set[str]], table: str, column: str
) -> str | None:
    """The first value of a column; None where the file does not have it."""
    if column not in known.get(table, ()):
        return None
    row = con.execute(f"SELECT {column} FROM {table} LIMIT 1").fetchone()
    return row[0] if row else None


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0
