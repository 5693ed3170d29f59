"""Twin cities: other records behind the same figures that the protected audience gets."""

from pathlib import Path

import duckdb

PUBLIC = ("targets", "events", "rollout")  # about the programme: no secret, so twins share them


def share_protected(path: Path, original: Path) -> None:
    """Gives the data file at `path` the protected and the public tables of another one."""
    with duckdb.connect(str(path)) as con:
        con.execute(f"ATTACH '{original}' AS original (READ_ONLY)")
        for table in protected_tables(con):
            con.execute(f"DROP TABLE {table}")
            con.execute(f"CREATE TABLE {table} AS SELECT * FROM original.{table}")
        for table in PUBLIC:
            con.execute(f"DELETE FROM {table}")
            con.execute(f"INSERT INTO {table} SELECT * FROM original.{table}")


def protected_tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What the protected audience may see: every table that is made from protected weights."""
    found = con.execute(
        "SELECT table_name FROM duckdb_tables()"
        " WHERE table_name LIKE 'protected\\_%' ESCAPE '\\' AND database_name = current_database()"
    ).fetchall()
    return [table for (table,) in found]
