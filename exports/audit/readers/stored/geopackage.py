"""GeoPackage: an SQLite file, read from memory with all its tables, spatial or not."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from exports.audit.content import Content, Row, Table, Text, Value
from exports.audit.readers.stored.leftovers import deleted_words

_JOURNAL_MODE = slice(18, 20)  # bytes of the header; a file in memory can have no journal beside it
_INTERNAL = ("sqlite_", "rtree_", "gpkg_spatial_ref_sys", "gpkg_extensions", "gpkg_geometry")
# Columns of the table of styles of GDAL and QGIS that say yes or no, and count nothing.
_FLAGS = {"layer_styles": ("useAsDefault",)}
_TRUE_OR_FALSE = (0, 1)
_GEOMETRY = b"GP"  # begins a geometry (OGC GeoPackage, 2.1.3)
# A foreign format with tables of any name: its queries cannot be files of ours.
_NAMES = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"


def read(name: str, data: bytes) -> Content:
    """Every table with its rows, geometries left out; what was deleted and is still there."""
    image = bytearray(data)
    image[_JOURNAL_MODE] = b"\x01\x01"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(bytes(image))
        names = [row[0] for row in connection.execute(_NAMES)]
        tables = [
            _table(connection, name, table) for table in names if not table.startswith(_INTERNAL)
        ]
        deleted = connection.execute("PRAGMA freelist_count").fetchone()[0]
        live = "\n".join(_live(connection, tables))
        texts = tuple(_statements(name, connection))
    return Content(tables=tuple(tables), texts=texts, secrets=_left(name, data, deleted, live))


def _statements(name: str, connection: sqlite3.Connection) -> Iterator[Text]:
    """What stands in the statements that made the tables: remarks, texts of triggers."""
    for (statement,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL"):
        for line in re.split(r"['\"\n]|/\*|\*/|--", statement):
            yield Text(f"{name}, opdracht", line.strip(), hidden=True, scale=True)


def _live(connection: sqlite3.Connection, tables: list[Table]) -> Iterator[str]:
    """The texts that are in use: a page that was split keeps copies of them."""
    yield from (str(row) for row in connection.execute("SELECT * FROM sqlite_schema"))
    yield from (cell for t in tables for row in t.rows for cell in row if isinstance(cell, str))


def _left(name: str, data: bytes, pages: int, live: str) -> tuple[str, ...]:
    """What was deleted can be read by anyone: the file must be made again, or vacuumed."""
    if pages:
        return (f"{name}: {pages} gewiste bladzijden die nog in het bestand staan",)
    words = [word for word in deleted_words(data) if word not in live]
    return (f"{name}: gewiste rijen die nog te lezen zijn ('{words[0]}')",) if words else ()


def _table(connection: sqlite3.Connection, name: str, table: str) -> Table:
    quoted = table.replace('"', '""')
    cursor = connection.execute(f'SELECT * FROM "{quoted}"')
    headings = tuple(column[0] for column in cursor.description)
    flags = _FLAGS.get(table, ())
    rows: list[Row] = [
        tuple(
            None if named in flags and value in _TRUE_OR_FALSE else _plain(value)
            for named, value in zip(headings, row, strict=True)
        )
        for row in cursor
    ]
    hidden = table.startswith("gpkg_")
    topic = f"{name} {table}"
    return Table(f"{name}, tabel {table}", (headings, *rows), topic, hidden, decimal=".")


def _plain(value: object) -> Value:
    """A cell as it is read; bytes that are no geometry are the words in them."""
    if isinstance(value, bytes):
        return None if value.startswith(_GEOMETRY) else value.decode("utf-8", errors="replace")
    return value if isinstance(value, str | int | float) else None
