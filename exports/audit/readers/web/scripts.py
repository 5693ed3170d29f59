"""The data that stands in the scripts of a page: JSON values, plotly figures."""

import json
import re
from collections.abc import Iterator
from typing import Any

from exports.audit.content import Content, merged
from exports.audit.readers.web import json_text, plotly_figure

_LIBRARY = 300_000  # signs: such a script is a program, of which only the calls are read
_LICENSED = re.compile(r"\s*/\*(!|\*)")  # so do programs of others begin
_CALL = re.compile(r"\.(?:newPlot|react|plot|addFrames|addTraces)\s*\(")
_VALUE = re.compile(r"[{\[]")
# `found[0]` takes the first of something; `return[0]` is a list.
_INDEX = re.compile(r"(?<=[\w)\]])(?<!\breturn)(?<!\byield)(?<!\bcase)(?<!\bof)(?<!\bin)\[\d+\]")
_KEY = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]*)\s*:")
_SINGLE = re.compile(r"'([^'\"\\\n]*)'")
_DECODER = json.JSONDecoder(object_hook=plotly_figure.decoded)


def content_of(where: str, script: str, topic: str) -> Content:
    """What the values in a script tell; lists of traces are read as figures.

    A script that is one value is data, however long; of a long program only the calls are read.
    """
    if _VALUE.match(script.lstrip()) and (whole := _whole(script)) is not None:
        return json_text.content_of(where, whole, topic)
    values = list(_called(script)) if _CALL.search(script) else []
    if not values and len(script) < _LIBRARY and not _LICENSED.match(script):
        values = list(_values(script, 0))
        values += [value for value in _values(_as_json(script), 0) if _are_new(value, values)]
    found = merged(json_text.content_of(where, value, topic) for value in _joined(values))
    is_drawn = _CALL.search(script) and not values and len(script) < _LIBRARY
    note = (f"{where}: cijfers in een programma dat niet kan worden gelezen",) if is_drawn else ()
    return merged([found, Content(unread=note)])


def _as_json(script: str) -> str:
    """A script with its bare keys and single quotation marks as JSON has them."""
    return _KEY.sub(r'\1"\2":', _SINGLE.sub(r'"\1"', script))


def _are_new(value: Any, known: list[Any]) -> bool:
    """Whether a value holds records that were not read already; a program has other lists too."""
    is_list = isinstance(value, list) and all(isinstance(item, dict) for item in value)
    return is_list and value not in known


def _whole(script: str) -> Any:
    try:
        return json.loads(script, object_hook=plotly_figure.decoded)
    except (ValueError, RecursionError):
        return None


def _called(script: str) -> Iterator[Any]:
    """The values that are handed over in calls that draw."""
    for call in _CALL.finditer(script):
        yield from _values(script[: _after(script, call.end())], call.end())


def _after(script: str, start: int) -> int:
    """Where the call ends: at the first closing bracket outside of values."""
    place = start
    while place < len(script) and script[place] != ")":
        if script[place] in "{[":
            value = _value(script, place)
            place = value[1] if value else place + 1
        else:
            place += 1
    return place


def _values(script: str, start: int) -> Iterator[Any]:
    """The JSON values in a text, the outermost of each."""
    while found := _VALUE.search(script, start):
        if index := _INDEX.match(script, found.start()):
            start = index.end()
            continue
        value = _value(script, found.start())
        start = value[1] if value else found.end()
        if value and value[0]:
            yield value[0]


def _value(script: str, place: int) -> tuple[Any, int] | None:
    try:
        return _DECODER.raw_decode(script, place)
    except (ValueError, RecursionError):
        return None


def _joined(values: list[Any]) -> Iterator[Any]:
    """Lists of traces become figures, with the layout that follows them."""
    for place, value in enumerate(values):
        following = values[place + 1] if place + 1 < len(values) else None
        if _are_traces(value):
            yield {"data": value, "layout": following if isinstance(following, dict) else {}}
        else:
            yield value


def _are_traces(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(trace, dict) and ("type" in trace or "y" in trace or "z" in trace)
        for trace in value
    )
