"""Files that stand in the text of another, written out or coded in base64."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

File = tuple[str, bytes]

_EMBEDDED = re.compile(rb"data:([\w/+.-]+)[\w;=-]*;base64,([A-Za-z0-9+/=\s]+)")
_WRITTEN = re.compile(rb"data:([\w+.-]+/[\w+.-]+)(?![\w;=-]*;base64)[\w;=-]*,([^\"')\s]+)")
_CODED = re.compile(rb"(?<![\w+/])[A-Za-z0-9+/]{20,}={0,2}(?![\w+/=])")
_KINDS = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/svg+xml": ".svg",
    "text/csv": ".csv", "application/json": ".json", "application/pdf": ".pdf",
}  # fmt: skip
_JSON = (".json", ".jsonl", ".ndjson", ".geojson", ".jsonld")
_WITH_DATA = (".html", ".htm", ".svg", ".xml", ".md", ".txt", ".csv", ".log", *_JSON)
_PACKED = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"SQLite format 3", b"PAR1")
_WORDED = re.compile(r"[^\W\d]{4}")
_TAG = re.compile(r"<(table|div|svg|html)\b", re.IGNORECASE)
_LINES = re.compile(r"\n.*\d")


def embedded(suffix: str, data: bytes) -> list[File]:
    """The files that stand in the text of a page, a drawing or JSON; typefaces left out."""
    if suffix not in _WITH_DATA:
        return []
    found = [(part[1], unquote_to_bytes(part[2])) for part in _WRITTEN.finditer(data)]
    found += [(part[1], _unpacked(part[2])) for part in _EMBEDDED.finditer(data)]
    files = [(f"ingebed{_KINDS.get(_kind(kind), '.bin')}", body) for kind, body in found
             if "font" not in _kind(kind)]  # fmt: skip
    return [*files, *_values(data), *(_documents(_parsed(data)) if suffix in _JSON else ())]


def _kind(told: bytes) -> str:
    return told.decode("ascii", "replace").lower()


def _values(data: bytes) -> Iterator[File]:
    """The words that are a file or a text in base64 or hexadecimal: most are neither."""
    for word in _CODED.findall(data):
        for inside in (_unpacked(word), _of_digits(word)):
            if inside.startswith(_PACKED) or _is_text(inside):
                yield "gecodeerd", inside


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:  # a value a line
        return None


def _documents(node: Any) -> Iterator[File]:
    """The values in JSON that are a page or a table by themselves; also in pieces, line by line."""
    inside = list(node.values()) if isinstance(node, dict) else node
    if isinstance(node, list) and all(isinstance(one, str) for one in node):
        inside = "".join(node)
    if isinstance(inside, str):
        if _TAG.search(inside):
            yield "tekst.html", inside.encode()
        elif _LINES.search(inside):
            yield "tekst", inside.encode()
    for one in inside if isinstance(inside, list) else ():
        yield from _documents(one)


def _is_text(data: bytes) -> bool:
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "".join(words.split()).isprintable() and bool(_WORDED.search(words))


def _unpacked(text: bytes) -> bytes:
    try:
        return base64.b64decode(text)
    except binascii.Error:
        return b""


def _of_digits(word: bytes) -> bytes:
    try:
        return bytes.fromhex(word.decode("ascii"))
    except ValueError:
        return b""
