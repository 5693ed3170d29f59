"""Reading parquet and DuckDB files into plain rows: data only, no query of the file itself runs."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from threading import Timer

import duckdb
import pyarrow
import pyarrow.parquet

from data.contract.tables import TABLES
from data.delivery.files.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_PAGE,
    MAX_ROWS,
    MAX_SECONDS,
    check_size,
)
from data.delivery.files.raw import Cell, Origin, Pool, RawSheet
from data.delivery.files.rows import Rows
from data.file import connecting
from data.file.connecting import Settings
from data.problems import DeliveryRefused

_BATCH = 50_000
# A file from elsewhere reads no other file, fetches no extension and takes no more than this.
CLOSED: Settings = connecting.CLOSED | {"memory_limit": "1GB", "threads": 2}
_CLAIMED = (
    "SELECT coalesce(sum(num_values), 0)::BIGINT,"
    " coalesce(max(total_uncompressed_size), 0)::BIGINT FROM parquet_metadata(?)"
)
# Named in full, so that no view or macro of the file takes the place of what they ask.
_TABLES = (
    "SELECT schema_name, table_name, estimated_size, column_count FROM system.main.duckdb_tables()"
    " WHERE NOT internal AND NOT temporary ORDER BY schema_name, table_name"
)
_COLUMNS = (
    "SELECT column_name FROM system.main.duckdb_columns() WHERE schema_name = ? AND table_name = ?"
    " AND NOT is_generated ORDER BY column_index"
)


def read_parquet(path: Path, name: str, pool: Pool) -> list[RawSheet]:
    """The one table of a parquet file, its column names as the first row.

    Raises DeliveryRefused for a file that is too large, ValueError for a damaged one.
    """
    with pyarrow.parquet.ParquetFile(path) as file:
        _check_parquet(path, name, file.metadata)
        texts = [field.name for field in file.schema_arrow if pyarrow.types.is_string(field.type)]
    with pyarrow.parquet.ParquetFile(path, read_dictionary=texts) as file:
        headings: list[Cell] = list(file.schema_arrow.names)
        rows: Rows[Cell] = Rows(chain([headings], _rows(file.iter_batches(_BATCH), pool)))
    return [RawSheet(name, path.stem, rows, Origin.PARQUET, alone=True)]


def _check_parquet(path: Path, name: str, metadata: pyarrow.parquet.FileMetaData) -> None:
    check_size(name, metadata.num_rows, MAX_ROWS, "rijen")
    check_size(name, metadata.num_columns, MAX_COLUMNS, "kolommen")
    check_size(name, metadata.num_rows * metadata.num_columns, MAX_CELLS, "cellen")
    values, largest = _claimed(path)
    check_size(name, values, MAX_CELLS, "waarden")
    check_size(name, largest, MAX_PAGE, "bytes in een kolom, uitgepakt")


def _claimed(path: Path) -> tuple[int, int]:
    """The values in a parquet file and the bytes of its largest column, as its end says.

    Asked of DuckDB: where that end is damaged, Arrow ends the whole program instead of the reading.
    """
    try:
        with duckdb.connect(config=CLOSED | {"enable_external_access": True}) as con:
            con.execute(f"SET allowed_paths = [{_text(path)}]")
            con.execute("SET enable_external_access = false")  # from here on this file alone
            [(values, largest)] = con.execute(_CLAIMED, [str(path)]).fetchall()
    except duckdb.Error as error:
        raise ValueError(str(error)) from error
    return values, largest


def _rows(batches: Iterable[pyarrow.RecordBatch], pool: Pool) -> Iterator[tuple[Cell, ...]]:
    for batch in batches:
        yield from zip(*(_cells(column, pool) for column in batch.columns), strict=True)


def _cells(column: pyarrow.Array, pool: Pool) -> list[Cell]:
    try:
        coded = column.dictionary_encode()
    except pyarrow.ArrowNotImplementedError:  # a list
        return [pool.cell(value) for value in column.to_pylist()]
    values = [pool.cell(value) for value in _plain(coded.dictionary)]
    return [None if place is None else values[place] for place in coded.indices.to_pylist()]


def _plain(values: pyarrow.Array) -> list[object]:
    try:
        return list(values.to_pylist())
    except (OverflowError, ValueError):  # a day that no calendar has, such as infinity
        return [str(value) for value in values.cast(pyarrow.string()).to_pylist()]


def read_database(path: Path, name: str, pool: Pool) -> list[RawSheet]:
    """The base tables of a DuckDB file, their column names as the first row.

    Of a data file of the dashboard itself only the record tables: the rest is derived from them.
    Views and generated columns are left alone: reading them would run what the file says.
    Raises DeliveryRefused for a file that is damaged, in use, of another kind, too large, too
    slow or with demo data.
    """
    try:
        with duckdb.connect(str(path), read_only=True, config=CLOSED) as con:
            con.execute("SET lock_configuration = true")
            _refuse_demo(con, name)
            return list(_sheets(con, name, pool))
    except duckdb.Error as error:
        raise DeliveryRefused(
            f"{name} kan niet worden geopend als DuckDB-bestand. Het is beschadigd, van een"
            " andere soort of nog in gebruik. Sluit het programma dat het gebruikt of lever CSV."
        ) from error


def _sheets(con: duckdb.DuckDBPyConnection, file: str, pool: Pool) -> Iterator[RawSheet]:
    found = con.execute(_TABLES).fetchall()
    wanted = {table.name for table in TABLES} if _is_own_file(con) else {row[1] for row in found}
    for schema, name, size, columns in found:
        if name in wanted:
            check_size(f"{file}, tabel {name}", size, MAX_ROWS, "rijen")
            check_size(f"{file}, tabel {name}", columns, MAX_COLUMNS, "kolommen")
            check_size(f"{file}, tabel {name}", size * columns, MAX_CELLS, "cellen")
            with time_limit(con, f"{file}, tabel {name}"):
                rows: Rows[Cell] = Rows(_table(con, schema, name, pool))
            yield RawSheet(file, name, rows, Origin.DATABASE, alone=False)


def _table(
    con: duckdb.DuckDBPyConnection, schema: str, name: str, pool: Pool
) -> Iterator[Sequence[Cell]]:
    columns = [column for (column,) in con.execute(_COLUMNS, [schema, name]).fetchall()]
    if not columns:
        return
    listed = ", ".join(_quoted(column) for column in columns)
    found = con.sql(f"SELECT {listed} FROM {_quoted(schema)}.{_quoted(name)}")
    yield columns
    yield from _rows(found.to_arrow_reader(_BATCH), pool)


@contextmanager
def time_limit(con: duckdb.DuckDBPyConnection, name: str) -> Iterator[None]:
    """Ends a query that takes too long; raises DeliveryRefused with the name of the table."""
    timer = Timer(MAX_SECONDS, con.interrupt)
    timer.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise DeliveryRefused(
            f"{name} is na {MAX_SECONDS} seconden nog niet gelezen. Lever de tabellen als CSV."
        ) from error
    finally:
        timer.cancel()


def _refuse_demo(con: duckdb.DuckDBPyConnection, name: str) -> None:
    # As a delivery, invented data would lose the mark that says so on every page.
    if _is_own_file(con) and con.execute("SELECT 1 FROM main.meta WHERE is_demo").fetchall():
        raise DeliveryRefused(
            f"{name} bevat verzonnen demogegevens. Lever een export van de registratie."
        )


def _is_own_file(con: duckdb.DuckDBPyConnection) -> bool:
    columns = {column for (column,) in con.execute(_COLUMNS, ["main", "meta"]).fetchall()}
    tables = {row[1] for row in con.execute(_TABLES).fetchall()}
    return "meta" in tables and {"contract_version", "is_demo"} <= columns


def _text(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
