"""Parquet and Feather: the columns of the file as a table, and what is written beside them."""

import io

from exports.audit.content import Content, Table, Value
from exports.audit.readers.plain import decoded
from exports.audit.readers.remains import remains

_ARROW = b"ARROW1"


def read(name: str, data: bytes) -> Content:
    """All rows; cells that are no text or number as text. ArrowInvalid of a damaged file."""
    from pyarrow import feather, parquet  # noqa: PLC0415 - slow to load, and seldom needed

    source = io.BytesIO(data)
    table = feather.read_table(source) if data.startswith(_ARROW) else parquet.read_table(source)
    columns = [map(_plain, column.to_pylist()) for column in table.columns]
    rows = (tuple(table.column_names), *zip(*columns, strict=True))
    told = b" ".join((table.schema.metadata or {}).values())
    texts = remains(f"{name}, beschrijving", decoded(told))
    return Content(tables=(Table(name, rows, topic=name, decimal="."),), texts=tuple(texts))


def _plain(value: object) -> Value:
    return value if value is None or isinstance(value, str | int | float) else str(value)
