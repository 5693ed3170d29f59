"""Checking a data file: everything in it is made again from its records, and compared.

Filling an empty file keeps the contract by itself: keys, references, orders of dates and code
lists are constraints there. What cannot be filled in again, or comes out otherwise, is wrong.
DuckDB does not notice a byte that is changed on the disk, so the file's own checksum comes first.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import duckdb

from data.contract.tables import STORED_TABLES
from data.dutch import number
from data.file.connecting import in_memory
from data.file.store import Store
from data.file.switches import sha256_of, sums
from data.file.versions import current, versioned
from data.grammar import listed
from data.models.marts import (
    MART_TABLES,
    Protector,
    build_marts,
    closed_records,
    protection,
)
from data.models.meta import Meta, insert_meta
from data.models.schema import CODE_LIST_TABLES, create_schema
from data.problems import DataFileProblem

_LABELS = {table.name: table.label for table in STORED_TABLES}
_REFERENCE = {
    **{table: f"de codelijst {name}" for name, (table, _) in CODE_LIST_TABLES.items()},
    "areas": "de gebieden",
    "population": "de inwoners",
}
_QUICK = """
    WITH counts (measure, counted) AS (
        SELECT 'scans', count(*) FROM scans
        UNION ALL SELECT 'residents', count(*) FROM residents
        UNION ALL SELECT 'matches', count(*) FROM matches
        UNION ALL SELECT 'vacancies', count(*) FROM vacancies
    )
    SELECT
        counts.measure,
        counts.counted,
        coalesce(CAST(sum(days.delta) AS BIGINT), 0) AS summed
    FROM counts
    LEFT JOIN mart_days AS days ON counts.measure = days.measure AND days.level = 'gemeente'
    GROUP BY ALL
    ORDER BY counts.measure
"""
_PROTECTED = "protected_"
_AGAIN = "Laad de levering opnieuw, of zet een eerdere versie terug met `bloei.py rollback`."


def problems(path: Path, protector: Protector | None) -> list[str]:
    """What is wrong with a data file, in Dutch sentences; none for a sound one.

    `protector` weighs the records with the decisions of the ledger; without one what goes out is
    not looked at.
    """
    try:
        store = Store(path)
    except DataFileProblem as problem:
        return [f"{problem} {problem.advice}"]
    meta = store.meta
    store.close()
    if sums(versioned(path)).get(current(path).name, sha256_of(path)) != sha256_of(path):
        return [f"{path} is veranderd nadat het is gemaakt: het controlegetal klopt niet. {_AGAIN}"]
    with in_memory({"kept": current(path)}) as con:
        try:
            return list(_problems(con, meta, protector))
        except duckdb.IOException:
            return [f"Het bestand {path.name} is beschadigd. {_AGAIN}"]


def _problems(
    con: duckdb.DuckDBPyConnection, meta: Meta, protector: Protector | None
) -> Iterator[str]:
    create_schema(con)
    insert_meta(con, meta)
    broken = list(_fill(con))
    yield from broken
    if not broken:
        weighed = protection(protector, closed_records(con, meta.as_of)) if protector else None
        build_marts(con, meta.as_of, weighed)
        yield from _different(con, has_protected=protector is not None)


def _fill(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Fills the record tables again; what the contract refuses, a sentence a table."""
    for table in STORED_TABLES:
        columns = ", ".join(column.name for column in table.stored)
        try:
            con.execute(f"INSERT INTO {table.name} SELECT {columns} FROM kept.main.{table.name}")
        except (
            duckdb.ConstraintException,
            duckdb.BinderException,
            duckdb.CatalogException,
        ) as wrong:
            why = str(wrong).splitlines()[0]
            yield f"De {table.label} voldoen niet aan het contract ({why}). {_AGAIN}"


def _different(con: duckdb.DuckDBPyConnection, *, has_protected: bool) -> Iterator[str]:
    for name in sorted({*MART_TABLES, *_REFERENCE}):
        if has_protected or not _is_protected(name):
            count = _rows_apart(con, name)
            if count:
                yield _told(name, count)


def _is_protected(name: str) -> bool:
    return name.startswith(_PROTECTED)


def _rows_apart(con: duckdb.DuckDBPyConnection, name: str) -> int:
    """How many rows are in one file only; -1 when the table is not there."""
    sides = f"FROM main.{name}", f"FROM kept.main.{name}"
    with suppress(duckdb.CatalogException):
        [(apart,)] = con.execute(
            f"SELECT (SELECT count(*) FROM ({sides[0]} EXCEPT ALL {sides[1]}))"
            f" + (SELECT count(*) FROM ({sides[1]} EXCEPT ALL {sides[0]}))"
        ).fetchall()
        return int(apart)
    return -1


def _told(name: str, count: int) -> str:
    rows = f"{number(count)} rijen" if count > 0 else "de tabel ontbreekt"
    if name in _REFERENCE:
        return f"Wat het bestand weet van {_REFERENCE[name]}, is anders dan hier ({rows}). {_AGAIN}"
    if _is_protected(name):
        return f"De afgeronde cijfers volgen niet uit het grootboek ({name}: {rows}). {_AGAIN}"
    return f"De sommen volgen niet uit de records ({name}: {rows}). {_AGAIN}"


def quick_problems(store: Store) -> list[str]:
    """What is wrong at first sight, in milliseconds: the city's totals against the records.

    For when a file is opened; `problems` looks at everything.
    """
    rows = store.query(_QUICK, {})
    wrong = rows.loc[rows["summed"] != rows["counted"], "measure"].tolist()
    if not wrong:
        return []
    return [f"De sommen van {listed(wrong)} passen niet bij de records in dit bestand. {_AGAIN}"]
