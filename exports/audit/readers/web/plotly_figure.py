"""Plotly figures: traces as tables, coded arrays decoded, hover texts and titles as texts."""

import base64
from typing import Any

import numpy as np

from exports.audit.content import Content, Row, Table, Text, Value, merged

# What carries data in a trace; the rest is looks (sizes, colours, widths).
_DATA = (
    "x", "y", "z", "values", "r", "theta", "a", "b", "c", "text", "hovertext", "customdata",
    "ids", "value", "labels", "parents", "locations", "open", "close", "high", "low", "measure",
    "base",
)  # fmt: skip
_NUMBERS = ("x", "y", "z", "values", "r")
_TEXTS = ("name", "hovertemplate", "texttemplate", "legendgroup", "uid")
_LOOKS = ("template", "coloraxis", "geojson", "margin", "font")


def is_figure(node: Any) -> bool:
    """Whether a JSON value is a plotly figure."""
    return (
        isinstance(node, dict)
        and isinstance(node.get("data"), list)
        and all(isinstance(trace, dict) for trace in node["data"])
        and ("layout" in node or any("type" in trace for trace in node["data"]))
        and node.get("type") != "FeatureCollection"
    )


def content_of(where: str, figure: dict[str, Any]) -> Content:
    """The traces of the figure and of its animation frames."""
    layout = figure.get("layout") or {}
    texts = list(_strings(layout))
    topic = " ".join(text for key, text in texts if key == "text")
    parts = [_trace(f"{where}, reeks {n}", t, topic) for n, t in enumerate(figure["data"], 1)]
    for frame in figure.get("frames") or []:
        label = f"{where}, beeld {frame.get('name', '')}"
        about = f"{topic} {frame.get('name', '')}"
        parts += [_trace(label, trace, about) for trace in frame.get("data") or []]
    own = Content(texts=tuple(Text(where, text, scale=key == "ticktext") for key, text in texts))
    return merged([own, *parts])


def _strings(node: Any, key: str = "") -> list[tuple[str, str]]:
    """All strings in a layout with the key that they stand under."""
    if isinstance(node, str):
        return [(key, node)]
    if isinstance(node, dict):
        pairs = [item for item in node.items() if item[0] not in _LOOKS]
        return [found for name, value in pairs for found in _strings(value, name)]
    if isinstance(node, list):
        return [found for value in node for found in _strings(value, key)]
    return [(key, f"{key}: {node}")] if key in ("meta", "customdata") and node else []


def _trace(where: str, trace: dict[str, Any], topic: str) -> Content:
    columns: dict[str, list[Value]] = {}
    for key in _DATA:
        if key in trace:
            columns |= _columns(key, trace[key])
    columns |= _columns("meta", trace.get("meta")) | _of_parts(trace)
    headings = tuple(_heading(key, column, trace) for key, column in columns.items())
    texts = tuple(Text(where, str(trace[key]), hidden=True) for key in _TEXTS if trace.get(key))
    about = f"{topic} {trace.get('name') or ''}"
    table = Table(
        where, (headings, *_rows(columns)), topic=about, hidden=True, decimal=".", chart=True
    )
    return Content(tables=(table,) if columns else (), texts=texts)


def _of_parts(trace: dict[str, Any]) -> dict[str, list[Value]]:
    """What stands a step deeper: the cells of a table, the flows of a sankey."""
    cells, header, flows = (trace.get(key) or {} for key in ("cells", "header", "link"))
    headings = header.get("values") or [str(n) for n, _ in enumerate(cells.get("values") or [])]
    columns = zip(headings, cells.get("values") or [], strict=False)
    found = {str(name): [_plain(value) for value in column] for name, column in columns}
    return found | _columns("stroom", flows.get("value"))


def _heading(key: str, column: list[Value], trace: dict[str, Any]) -> str:
    """The name of the trace over its numbers."""
    numbers = any(isinstance(value, int | float) for value in column)
    if not (numbers and trace.get("name") and key in _NUMBERS):
        return key
    return str(trace["name"])


def _columns(key: str, values: Any) -> dict[str, list[Value]]:
    """An array as columns: one, or one for each place in its rows."""
    if not isinstance(values, list):
        return {key: [_plain(values)]} if values is not None else {}
    if any(isinstance(value, list) for value in values):
        rows = [value if isinstance(value, list) else [value] for value in values]
        width = max(len(row) for row in rows)
        return {
            f"{key}_{place + 1}": [_plain(row[place]) if place < len(row) else None for row in rows]
            for place in range(width)
        }
    return {key: [_plain(value) for value in values]}


def _plain(value: Any) -> Value:
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _rows(columns: dict[str, list[Value]]) -> tuple[Row, ...]:
    length = max((len(values) for values in columns.values()), default=0)
    padded = [values + [None] * (length - len(values)) for values in columns.values()]
    return tuple(zip(*padded, strict=True))


def decoded(node: Any) -> Any:
    """An array that plotly wrote in base64 (dtype, bdata, shape) as lists; all else unchanged."""
    if not (isinstance(node, dict) and "bdata" in node):
        return node
    array = np.frombuffer(base64.b64decode(node["bdata"]), dtype=np.dtype(node["dtype"]))
    if shape := node.get("shape"):
        sizes = shape if isinstance(shape, list) else str(shape).split(",")
        array = array.reshape([int(size) for size in sizes])
    return array.tolist()
