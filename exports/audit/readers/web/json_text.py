"""JSON: figures, GeoJSON and plotly figures."""

import json
from typing import Any

from exports.audit.content import Content, Table, Text, Value, merged
from exports.audit.readers.plain import decoded
from exports.audit.readers.web import kijkdoos, plotly_figure
from exports.audit.words.moments import span

_FEATURES = "FeatureCollection"


def read(name: str, data: bytes) -> Content:
    """Lists of records as tables, all else as texts, hover texts and coded arrays included."""
    text = decoded(data)
    try:
        node = json.loads(text, object_hook=plotly_figure.decoded)
    except json.JSONDecodeError:  # a value a line
        lines = (line for line in text.splitlines() if line.strip())
        node = [json.loads(line, object_hook=plotly_figure.decoded) for line in lines]
    return content_of(name, node, topic=name)


def content_of(where: str, node: Any, topic: str) -> Content:
    """What a JSON value holds; `topic` is the text around it."""
    if isinstance(node, dict):
        return _of_object(where, node, topic)
    if isinstance(node, list):
        return _of_list(where, node, topic)
    return Content(texts=(Text(where, f"{where}: {node}"),)) if node is not None else Content()


def _of_object(where: str, node: dict[str, Any], topic: str) -> Content:
    if plotly_figure.is_figure(node):
        return plotly_figure.content_of(where, node)
    if kijkdoos.is_box(node):
        return kijkdoos.content_of(where, node, content_of)
    if _is_by_number(node):
        return _table(where, _records(node), topic)
    plain = {key: value for key, value in node.items() if not isinstance(value, dict | list)}
    around = " ".join([topic, *(str(value) for value in plain.values() if value is not None)])
    named = ((_path(where, key, value), value) for key, value in plain.items())
    texts = tuple(Text(where, f"{of}: {value}") for of, value in named if value is not None)
    nested = ((key, value) for key, value in node.items() if isinstance(value, dict | list))
    if node.get("type") == "Feature":
        nested = ((key, value) for key, value in nested if key != "geometry")
    parts = [content_of(f"{where}, {key}", _named(key, value), around) for key, value in nested]
    return merged([Content(texts=texts), *parts])


def _path(where: str, key: str, value: Any) -> str:
    """What a value is of; a number also by the object that it stands in: `matches waarde`."""
    inside = where.rpartition(", ")[2] if ", " in where else ""
    return key if isinstance(value, str) else f"{inside} {key}".strip()


def _is_by_number(node: dict[str, Any]) -> bool:
    """Whether an object has columns of cells by the number of their row, as pandas writes them."""
    columns = list(node.values())
    if not columns or not all(isinstance(column, dict) and column for column in columns):
        return False
    return all(column.keys() == columns[0].keys() for column in columns) and all(
        key.isdigit() and int(key) < len(columns[0]) for key in columns[0]
    )


def _records(node: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of such an object."""
    rows = next(iter(node.values()))
    return [{name: column[row] for name, column in node.items()} for row in rows]


def _named(key: str, value: Any) -> Any:
    """An object with periods for keys under the name of what it tells: `matches 2021-09`."""
    if isinstance(value, dict) and value and all(map(span, value)) and key:
        return {f"{key} {period}": inner for period, inner in value.items()}
    return value


def _of_list(where: str, node: list[Any], topic: str) -> Content:
    records = [_flat(item) for item in node if isinstance(item, dict)]
    if records and len(records) == len(node) and not any(map(plotly_figure.is_figure, node)):
        return _table(where, records, topic)
    if not any(isinstance(item, dict | list) for item in node):
        rows = tuple((_plain(item),) for item in node)
        return Content(tables=(Table(where, ((None,), *rows), topic=topic, hidden=True),))
    return merged(content_of(where, item, topic) for item in node)


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """A record as columns: the properties of a GeoJSON feature, nested objects by their path."""
    flat: dict[str, Any] = {}
    for key, value in item.items():
        if key in ("geometry", "bbox") or (key == "type" and value == "Feature"):
            continue
        if isinstance(value, dict):
            prefix = "" if key == "properties" else f"{key}."
            flat |= {f"{prefix}{inner}": found for inner, found in _flat(value).items()}
        else:
            flat[key] = value
    return flat


def _table(where: str, records: list[dict[str, Any]], topic: str) -> Content:
    headings = list(dict.fromkeys(key for record in records for key in record))
    flat = [h for h in headings if not any(isinstance(r.get(h), list) for r in records)]
    rows = tuple(tuple(_plain(record.get(heading)) for heading in flat) for record in records)
    nested = [
        content_of(f"{where}, {heading}", record[heading], topic)
        for record in records
        for heading in headings
        if isinstance(record.get(heading), list)
    ]
    table = Table(where, (tuple(flat), *rows), topic=topic, decimal=".")
    return merged([Content(tables=(table,)), *nested])


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)
