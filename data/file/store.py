"""The read-only door to a data file: opens it, says what is wrong with it, hands out frames."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.file.opening import (
    connected,
    damaged,
    first_row,
    missing,
    read_meta,
    refuse_half,
    refuse_older,
    refuse_other_city,
)
from data.file.remembered import Remembered
from data.file.versions import current
from data.models.marts import Seal, Series
from data.reference import own_area
from data.reference.areas import Level
from data.reference.own_area import OwnArea

KEPT_ROWS = 200_000  # of answers, some tens of MB; a long one is asked again
VIEWS_FOLDER = Path(__file__).parent / "own_area_views"
STANDINGS = ("mart_months", "protected_months")
# What DuckDB raises on bytes that are not what they were.
_BROKEN = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.SerializationException,
)


@dataclass(frozen=True)
class Version:
    """The content behind a name at one moment: the file, and what tells that it was written to."""

    path: Path
    size: int
    changed: int  # nanoseconds


def version_of(path: Path) -> Version:
    """What a name stands for now; DataFileProblem when there is no such file."""
    file = current(path)
    try:
        found = file.stat()
    except OSError as error:
        raise missing(file) from error
    return Version(file, found.st_size, found.st_mtime_ns)


class Store:
    """One version of a data file, open for reading.

    A connection is shared by all readers; every query runs on a cursor of its own, because
    DuckDB gives wrong results when threads share one. It reads a copy that nobody else can write
    to, so that a file copied over this one breaks no question. `beginning` is the first day of
    the first month with any record, `first_start` the day on which the first wijk started (None
    before that), `years` are those of which the inhabitants are known.
    """

    def __init__(self, path: Path) -> None:
        """Opens the version that `path` stands for now; DataFileProblem when it cannot be used."""
        self.path = current(path)
        self._connection = connected(self.path)
        self._name = _read_name(self._connection)
        refuse_half(self._connection, self.path)
        self.meta = read_meta(self._connection)
        self.beginning = _read_beginning(self._connection)
        self.first_start = _read_first_start(self._connection)
        self.years = _read_years(self._connection)
        refuse_older(self._connection, self.meta)
        refuse_other_city(self._connection)
        self.seal = _read_seal(self._connection)
        self._own: OwnArea | None = None
        self._answers = Remembered(KEPT_ROWS, lambda frame: len(frame) + 1)

    def query(self, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        """The result of one query as a frame; every named parameter must be used.

        The file does not change, so the same question is asked once: a page asks for its areas
        and its days many times over. Each caller may change its own frame.
        """
        asked = (sql, *((name, _fixed(value)) for name, value in parameters.items()))
        return self.once(asked, lambda: self._ask(sql, parameters), _level(parameters))

    def once(
        self, asked: Hashable, work: Callable[[], pd.DataFrame], level: Level = Level.OWN
    ) -> pd.DataFrame:
        """What is worked out of this file, remembered when it is short; a frame of one's own.

        `level` is given when the answer is about the areas of that level alone: then it is the
        same for whoever put an area together, unless it is about that area.
        """
        own = self._own if level == Level.OWN else None
        return self._answers.get((own, asked), work).copy(deep=False)

    def _ask(self, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        with self._connection.cursor() as cursor, _whole(self.path):
            return cursor.execute(sql, parameters).df()

    def with_area(self, own: OwnArea) -> "Store":
        """The same file, in which an area that a reader put together is an area like any other."""
        return _StoreWithArea(self, own)

    def seeing(self, area: str) -> "Store":
        """The file for who asks of an area: with that area when its code is of an own area."""
        own = own_area.parse(area)
        return self.with_area(own) if own else self

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


class _StoreWithArea(Store):
    """A store whose queries see views with the own area in the place of the tables.

    The views live as long as the cursor of one query, so that readers never meet.
    """

    def __init__(self, store: Store, own: OwnArea) -> None:
        self.path, self.meta, self.seal = store.path, store.meta, store.seal
        self.beginning, self.first_start = store.beginning, store.first_start
        self.years = store.years
        self._connection, self._name = store._connection, store._name
        self._own, self._answers = own, store._answers

    def _ask(self, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        own = self._own
        if own is None or _level(parameters) != Level.OWN:
            return super()._ask(sql, parameters)
        with self._connection.cursor() as cursor, _whole(self.path):
            cursor.execute(
                "CREATE TEMP TABLE own_area AS SELECT $code AS area_code, $name AS area_name,"
                " unnest($buurten::VARCHAR[]) AS buurt_code",
                {"code": own.code, "name": own.name, "buurten": own.buurten},
            )
            for view in _views():
                cursor.execute(view.replace("$file", self._name))
            return cursor.execute(sql, parameters).df()


def _level(parameters: dict[str, Any]) -> Level:
    """The level of whose areas a question is; that of own areas when it may be about one."""
    is_of_own = any(own_area.is_code(value) for value in parameters.values())
    return Level.OWN if is_of_own else parameters.get("level", Level.OWN)


def _fixed(value: Any) -> Hashable:
    """The value of a parameter as it can stand in a key."""
    return tuple(value) if isinstance(value, list) else value


@cache
def _views() -> tuple[str, ...]:
    """The views of data/file/own_area_views, over the tables of the file $file.

    That of $months is made twice: of exact standings, and of rounded ones.
    """
    views = [path.read_text(encoding="utf-8") for path in sorted(VIEWS_FOLDER.glob("*.sql"))]
    made = (view.replace("$months", table) for view in views for table in STANDINGS)
    return tuple(dict.fromkeys(made))


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    """A question that the file cannot answer because bytes in it are wrong."""
    try:
        yield
    except _BROKEN as error:
        raise damaged(path) from error


def _read_name(con: duckdb.DuckDBPyConnection) -> str:
    """How the open file is called in SQL."""
    [name] = first_row(con, "SELECT current_database()") or [""]
    return '"' + str(name).replace('"', '""') + '"'


def _read_beginning(con: duckdb.DuckDBPyConnection) -> date:
    row = first_row(con, "SELECT min(month) FROM mart_months")
    day: date = row[0] if row else date.min
    return day


def _read_first_start(con: duckdb.DuckDBPyConnection) -> date | None:
    row = first_row(
        con,
        "SELECT min(rollout.started_on) FROM rollout CROSS JOIN meta"
        " WHERE rollout.started_on <= meta.as_of",
    )
    return row[0] if row else None


def _read_years(con: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    row = first_row(con, "SELECT list(DISTINCT year ORDER BY year) FROM population")
    return tuple(row[0] or ()) if row else ()


def _read_seal(con: duckdb.DuckDBPyConnection) -> Seal | None:
    row = first_row(
        con,
        "SELECT threshold, ledger, series_id, series_name, series_threshold, series_from"
        " FROM protection CROSS JOIN meta",
    )
    if row is None:
        return None
    threshold, ledger, *series = row
    return Seal(threshold, ledger, Series(*series) if series[0] else None)
