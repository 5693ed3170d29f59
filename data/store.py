"""The read-only door to a data file: opens it, says what is wrong with it, hands out frames."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.contract import CONTRACT_VERSION
from data.database import Meta, Source
from data.marts import Seal
from data.versions import current


class DataFileProblem(Exception):
    """A data file that cannot be used; `advice` says in Dutch what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


class Store:
    """One version of a data file, open for reading.

    A connection is shared by all readers; every query runs on a cursor of its own, because
    DuckDB gives wrong results when threads share one. `beginning` is the first day of the first
    month with any record.
    """

    def __init__(self, path: Path) -> None:
        """Opens the version that `path` stands for now; DataFileProblem when it cannot be used."""
        self.path = current(path)
        self._connection = _connect(self.path)
        self.meta = _read_meta(self._connection)
        self.beginning = _read_beginning(self._connection)
        self.seal = _read_seal(self._connection)

    def query(self, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        """The result of one query as a frame; every named parameter must be used."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).df()

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if not path.exists():
        raise DataFileProblem(
            f"Er is geen gegevensbestand op {path}.",
            "Maak het met `python bloei.py import LEVERING --to BESTAND`,"
            " of maak een demobestand met `python bloei.py demo --to BESTAND`.",
        )
    try:
        return duckdb.connect(str(path), read_only=True)
    except (duckdb.Error, OSError) as error:
        raise DataFileProblem(
            f"Het gegevensbestand {path.name} is beschadigd of is geen gegevensbestand.",
            "Laad de levering opnieuw met `python bloei.py import`."
            " De levering zelf is niet geraakt.",
        ) from error


def _first(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...] | None:
    try:
        return con.execute(sql).fetchone()
    except duckdb.Error as error:
        con.close()
        raise _foreign() from error


def _foreign() -> DataFileProblem:
    return DataFileProblem(
        "Het bestand is geen gegevensbestand van Buurt in Bloei.",
        "Kies een bestand dat met `python bloei.py import` of `demo` is gemaakt.",
    )


def _read_meta(con: duckdb.DuckDBPyConnection) -> Meta:
    row = _first(con, "SELECT contract_version, as_of, is_demo, sources FROM meta")
    if row is None:
        con.close()
        raise _foreign()
    version, as_of, is_demo, sources = row
    if version != CONTRACT_VERSION:
        con.close()
        raise DataFileProblem(
            f"Het gegevensbestand heeft contractversie {version};"
            f" dit dashboard leest versie {CONTRACT_VERSION}.",
            "Laad de levering opnieuw met `python bloei.py import`.",
        )
    return Meta(as_of, is_demo, tuple(Source(**source) for source in sources))


def _read_beginning(con: duckdb.DuckDBPyConnection) -> date:
    row = _first(con, "SELECT min(month) FROM mart_months")
    day: date = row[0] if row else date.min
    return day


def _read_seal(con: duckdb.DuckDBPyConnection) -> Seal | None:
    row = _first(con, "SELECT threshold, ledger FROM protection")
    return Seal(*row) if row else None
