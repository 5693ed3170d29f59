"""The data of a kijkdoos: every layer as a table of figures by area and moment.

What is known of a layer is read by its meaning; whatever else stands in the data is read as any
other value, so that nothing can hide under a new name.
"""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from exports.audit.content import Content, Row, Table, Text, Value, merged

KIND = "kijkdoos"
_HEADINGS = ("indicator", "niveau", "periode", "area_code", "area_name", "waarde")
_FIGURES = ("indicator", "level", "days", "starts", "whole", "map")
# How a map looks: ends of classes, colours, the frame and where names stand, in degrees.
_LOOKS = (
    "borders",
    "decimals",
    "colours",
    "inks",
    "keys",
    "frame",
    "narrowing",
    "firstLine",
    "shown",
)
_OF_AREA = ("code", "name", "values", "shapes", "chosen", "pilot", "label")
Reader = Callable[[str, Any, str], Content]


def is_box(node: dict[str, Any]) -> bool:
    """Whether a JSON object is the data of a kijkdoos."""
    layers = node.get("layers")
    return node.get("soort") == KIND and isinstance(layers, list) and all(map(_is_layer, layers))


def _is_layer(layer: Any) -> bool:
    if not isinstance(layer, dict) or not isinstance(layer.get("map"), dict):
        return False
    areas = layer["map"].get("areas")
    return isinstance(areas, list) and all(
        isinstance(area, dict) and isinstance(area.get("values"), list) for area in areas
    )


def content_of(where: str, box: dict[str, Any], read: Reader) -> Content:
    """The figures of all layers, and all else as `read` reads it."""
    rest = {key: value for key, value in box.items() if key not in ("layers", "soort")}
    layers = (_layer(where, box, layer, read) for layer in box["layers"])
    return merged([read(where, rest, ""), *layers])


def _layer(where: str, box: dict[str, Any], layer: dict[str, Any], read: Reader) -> Content:
    told = {key: layer.get(key) for key in ("indicator", "level")}
    place = f"{where}, {told['indicator']} per {told['level']}"
    drawn = layer["map"]
    rows = [*_rows(layer, drawn["areas"]), *_whole(box, layer)]
    table = Table(place, (_HEADINGS, *rows), decimal=".", hidden=True)
    keys = [key for look in (drawn, layer.get("dark") or {}) for key in look.get("keys") or []]
    legend = tuple(Text(place, str(key[0]), scale=True) for key in keys if key)
    others = [
        {key: value for key, value in layer.items() if key not in (*_FIGURES, "dark")},
        {key: value for key, value in drawn.items() if key not in (*_LOOKS, "areas")},
        {key: value for key, value in (layer.get("dark") or {}).items() if key not in _LOOKS},
        [{key: area[key] for key in area if key not in _OF_AREA} for area in drawn["areas"]],
    ]
    return merged([Content((table,), legend), *(read(place, other, "") for other in others)])


def _rows(layer: dict[str, Any], areas: list[dict[str, Any]]) -> Iterator[Row]:
    for area in areas:
        names = area.get("code"), area.get("name")
        for period, value in zip_longest(_periods(layer), area["values"]):
            yield (layer.get("indicator"), layer.get("level"), period, *names, _plain(value))


def _whole(box: dict[str, Any], layer: dict[str, Any]) -> Iterator[Row]:
    """The area itself; its level is another one than that of its parts."""
    for period, value in zip_longest(_periods(layer), layer.get("whole") or []):
        names = box.get("areaCode"), box.get("area")
        yield (layer.get("indicator"), None, period, *names, _plain(value))


def _periods(layer: dict[str, Any]) -> list[str]:
    """The days that each moment counts: from its start, or from the very beginning."""
    days, starts = layer.get("days") or [], layer.get("starts") or []
    return [f"{start}/{day}" if start else str(day) for start, day in zip_longest(starts, days)]


def _plain(value: Any) -> Value:
    """A figure; a text stands in the place of one, as the number of the reason why."""
    return value if isinstance(value, int | float) else None
