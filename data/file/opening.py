"""Opening a data file: a copy of one that is whole, ours and of this version, or a problem."""

import shutil
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from data.contract.tables import CONTRACT_VERSION
from data.file.connecting import opened
from data.file.standing import Kind, is_locked
from data.models.marts import MART_TABLES
from data.models.measures import measures
from data.models.meta import META_COLUMNS, Meta, meta_of
from data.models.schema import VIEWS
from data.problems import DataFileProblem
from data.reference.areas import VARIABLE, city
from data.temporary import prefix

LOAD_AGAIN = (
    "Laad de levering opnieuw met `python bloei.py import`, of maak het demobestand opnieuw met"
    " `python bloei.py demo`. De levering zelf is niet geraakt, en de reeks met haar grootboek"
    " loopt door."
)


def connected(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to a copy of the file, to read; DataFileProblem when it cannot be opened."""
    if not path.exists():
        raise missing(path)
    try:
        opened(path).close()  # refused while a program writes to it
        with TemporaryDirectory(prefix=prefix(), ignore_cleanup_errors=True) as folder:
            return opened(_copy(path, Path(folder)))
    except (duckdb.Error, OSError) as error:
        raise (_busy(path) if is_locked(error) else damaged(path)) from error


def meta_in(path: Path) -> Meta:
    """What a file says of itself, quickly: it is not copied. DataFileProblem when it is no use."""
    try:
        con = opened(path)
    except (duckdb.Error, OSError) as error:
        raise (_busy(path) if is_locked(error) else damaged(path)) from error
    with closing(con):
        refuse_half(con, path)
        meta = read_meta(con)
        refuse_older(con, meta)
        refuse_other_city(con)
    return meta


def damaged(path: Path) -> DataFileProblem:
    """What stands there cannot be read, or holds something else."""
    return DataFileProblem(
        f"Het gegevensbestand {path.name} is beschadigd of is geen gegevensbestand.",
        "Laad de levering opnieuw met `python bloei.py import`. De levering zelf is niet geraakt.",
    )


def _busy(path: Path) -> DataFileProblem:
    return DataFileProblem(
        f"Het gegevensbestand {path.name} {Kind.BUSY}.",
        "Sluit dat programma en probeer het opnieuw.",
    )


def _copy(path: Path, folder: Path) -> Path:
    """A copy in a folder that goes when the copy is open; the file itself where there is no room.

    Windows keeps a file that is being read; its folder of temporary files is emptied later.
    """
    copy = folder / path.name
    with suppress(OSError):
        shutil.copyfile(path, copy)
        return copy
    return path


def first_row(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...] | None:
    """The first row of a question; DataFileProblem when the file is none of ours."""
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


def read_meta(con: duckdb.DuckDBPyConnection) -> Meta:
    """What the file says of itself; DataFileProblem when another version made it."""
    row = first_row(con, "SELECT contract_version FROM meta")
    if row is None:
        con.close()
        raise _foreign()
    if row[0] != CONTRACT_VERSION:
        con.close()
        raise DataFileProblem(
            f"Het gegevensbestand heeft contractversie {row[0]};"
            f" dit dashboard leest versie {CONTRACT_VERSION}.",
            LOAD_AGAIN,
        )
    held = {name for name, *_ in con.execute("DESCRIBE meta").fetchall()}
    names = tuple(name for name in META_COLUMNS if name in held)  # a new one has its default
    values = first_row(con, f"SELECT {', '.join(names)} FROM meta") or ()
    return meta_of(dict(zip(names, values, strict=True)))


def refuse_half(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """A file that is still being copied opens, but lacks its last blocks."""
    row = first_row(con, "SELECT block_size * total_blocks FROM pragma_database_size()")
    if row is None or path.stat().st_size < row[0]:
        con.close()
        raise damaged(path)


def refuse_older(con: duckdb.DuckDBPyConnection, meta: Meta) -> None:
    """A file of an earlier version lacks tables that the pages read, or measures they show."""
    held = {
        name
        for (name,) in con.execute("SELECT table_name FROM information_schema.tables").fetchall()
    }
    lacking = sorted(set(measures()) - set(meta.measures))
    if held.issuperset({*MART_TABLES, *VIEWS}) and not lacking:
        return
    con.close()
    words = f" Niet in dit bestand: {', '.join(lacking)}." if lacking else ""
    raise DataFileProblem(
        f"Het gegevensbestand is gemaakt met een eerdere versie van het dashboard.{words}",
        LOAD_AGAIN,
    )


def refuse_other_city(con: duckdb.DuckDBPyConnection) -> None:
    """A file of another gemeente has areas that the maps and the inhabitants know nothing of."""
    row = first_row(con, "SELECT code, name FROM areas WHERE level = 'gemeente'")
    if row and row[0] == city().code:
        return
    con.close()
    raise DataFileProblem(
        f"Het gegevensbestand is van {row[1] if row else 'een andere gemeente'},"
        f" en dit dashboard van {city().name}.",
        f"Wijs met {VARIABLE} de map van die gemeente aan, of kies een ander bestand.",
    )


def missing(path: Path) -> DataFileProblem:
    """Nothing stands there."""
    return DataFileProblem(
        f"Er is geen gegevensbestand op {path}.",
        "Maak het met `python bloei.py import LEVERING --to BESTAND`,"
        " of maak een demobestand met `python bloei.py demo --to BESTAND`.",
    )
