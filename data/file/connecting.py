"""The one way to open DuckDB: nothing from outside, no extensions, settings that stay as they are.

A query that somebody managed to slip in can then read no file of this computer, fetch nothing from
elsewhere, and take no more memory than is given.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import duckdb

from data.models.comments import quoted

MOST_THREADS = 4
Settings = dict[str, str | bool | int | float | list[str]]
CLOSED: Settings = {
    "enable_external_access": False,
    "allow_community_extensions": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "4GB",
    "threads": min(MOST_THREADS, os.cpu_count() or 1),
}
# Beside a file that is written its records stand in memory: DuckDB then sorts on the disk.
_WRITING = CLOSED | {"memory_limit": "3GB"}
_LOCK = "SET lock_configuration = true"


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """A data file, to read. duckdb.Error when it cannot be opened."""
    return _locked(duckdb.connect(str(path), read_only=True, config=CLOSED))


def new_file(path: Path) -> duckdb.DuckDBPyConnection:
    """A data file, to write."""
    return _locked(duckdb.connect(str(path), config=_WRITING))


def in_memory(files: Mapping[str, Path] | None = None) -> duckdb.DuckDBPyConnection:
    """A database in memory, with data files attached under names, to read."""
    con = duckdb.connect(config=CLOSED | {"enable_external_access": True})
    for name, path in (files or {}).items():
        con.execute(f"ATTACH {quoted(str(path))} AS {name} (READ_ONLY)")
    con.execute("SET enable_external_access = false")
    return _locked(con)


def _locked(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    con.execute(_LOCK)
    return con
