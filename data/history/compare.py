"""What differs between the records of two data files: counts, and the rows that vanish.

Both files are only read. Records are the same when their key is; they are changed when any other
column differs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from data.contract.columns import Kind, Table
from data.contract.tables import MATCHES, PLACES, SCANS, TABLES, VACANCIES
from data.file.connecting import in_memory
from data.file.store import Store
from data.file.versions import current

DATED = (PLACES, VACANCIES, SCANS, MATCHES)  # the records that come in day by day


@dataclass(frozen=True)
class RecordChange:
    """Of one table: rows before and now, new, changed and vanished ones.

    `vanished_days` are the days of the vanished rows that have one, in order.
    """

    table: Table
    before: int
    now: int
    new: int
    changed: int
    vanished: int
    vanished_days: tuple[date, ...] = ()


class Pair:
    """Two data files side by side; without a file before, everything is new."""

    def __init__(self, con: duckdb.DuckDBPyConnection, *, has_before: bool) -> None:
        """Over a connection with the files attached as `now` and, if there is one, `before`."""
        self._con = con
        self.has_before = has_before

    def records(self) -> tuple[RecordChange, ...]:
        """The changes of every table of the contract."""
        return tuple(self._records(table) for table in TABLES)

    def months(self, table: Table) -> pd.DataFrame:
        """The rows per month (its first day) of a table with days: columns month, before, now."""
        day = day_of(table)
        counts = [
            f"SELECT date_trunc('month', {day})::DATE AS month, count(*) AS n FROM {side}"
            " GROUP BY 1"
            for side in (self._rows(table), f"now.main.{table.name}")
        ]
        return self._con.execute(
            "SELECT month, coalesce(o.n, 0) AS before, coalesce(n.n, 0) AS now"
            f" FROM ({counts[0]}) AS o FULL JOIN ({counts[1]}) AS n USING (month) ORDER BY month"
        ).df()

    def team_days(self) -> pd.DataFrame:
        """Of every team the day and number of its rows in the file now: columns team, day."""
        return self._con.execute(
            """
            WITH days AS (
                SELECT buurt_code, scanned_on AS day FROM now.main.scans
                UNION ALL SELECT buurt_code, joined_on FROM now.main.places
                UNION ALL SELECT p.buurt_code, v.opened_on
                FROM now.main.vacancies AS v INNER JOIN now.main.places AS p USING (place_id)
                UNION ALL SELECT s.buurt_code, m.matched_on
                FROM now.main.matches AS m INNER JOIN now.main.scans AS s USING (scan_id)
            )
            SELECT r.team, d.day
            FROM days AS d
            INNER JOIN now.main.areas AS a ON d.buurt_code = a.code
            INNER JOIN now.main.rollout AS r ON a.parent = r.wijk_code
            """
        ).df()

    def _rows(self, table: Table) -> str:
        if self.has_before:
            return f"before.main.{table.name}"
        return f"(SELECT * FROM now.main.{table.name} WHERE false)"

    def _records(self, table: Table) -> RecordChange:
        key, one = ", ".join(table.key), table.key[0]
        rest = [c.name for c in table.stored if c.name not in table.key]
        differs = " OR ".join(f"o.{name} IS DISTINCT FROM n.{name}" for name in rest) or "false"
        [row] = self._con.execute(
            f"SELECT count(o.{one}), count(n.{one}), count(*) FILTER (o.{one} IS NULL),"
            f" count(*) FILTER (o.{one} IS NOT NULL AND n.{one} IS NOT NULL AND ({differs})),"
            f" count(*) FILTER (n.{one} IS NULL)"
            f" FROM {self._rows(table)} AS o FULL JOIN now.main.{table.name} AS n USING ({key})"
        ).fetchall()
        before, now, new, changed, vanished = row
        days = self._vanished_days(table)
        return RecordChange(table, before, now, new, changed, vanished, days)

    def _vanished_days(self, table: Table) -> tuple[date, ...]:
        if table not in DATED:
            return ()
        rows = self._con.execute(
            f"SELECT {day_of(table)} FROM {self._rows(table)} AS o"
            f" ANTI JOIN now.main.{table.name} USING ({', '.join(table.key)}) ORDER BY 1"
        ).fetchall()
        return tuple(day for (day,) in rows)


def day_of(table: Table) -> str:
    """The column with the day of a record: the first date that is always there."""
    return next(c.name for c in table.stored if c.kind is Kind.DATE and c.required)


@contextmanager
def side_by_side(before: Path | None, now: Path) -> Iterator[Pair]:
    """Two data files as a pair. DataFileProblem when one cannot be read (see data.file.store)."""
    files = {name: path for name, path in (("before", before), ("now", now)) if path}
    for path in files.values():
        Store(path).close()  # says what is wrong with it
    with in_memory({name: current(path) for name, path in files.items()}) as con:
        yield Pair(con, has_before=before is not None)
