"""Files that stand in the text of another, written out or coded in base64."""

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

File = tuple[str, bytes]

_EMBEDDED = re.compile(rb"data:([\w/+.-]+)[\w;=-]*;base64,([A-Za-z0-9+/=\s]+)")
_WRITTEN = re.compile(rb"data:image/svg\+xml(?!;base64)[\w;=-]*,([^\"')]+)")
_QUOTED = re.compile(rb'"([A-Za-z0-9+/]{20,}={0,2})"')
_KINDS = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/svg+xml": ".svg",
    "text/csv": ".csv", "application/json": ".json", "application/pdf": ".pdf",
}  # fmt: skip
_JSON = (".json", ".jsonl", ".ndjson", ".geojson", ".jsonld")
_WITH_DATA = (".html", ".htm", ".svg", ".xml", ".md", *_JSON)
_FONTS = ("font/", "application/font", "application/x-font")
_PACKED = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"SQLite format 3", b"PAR1")
_WORDED = re.compile(r"[^\W\d]{4}")


def embedded(suffix: str, data: bytes) -> list[File]:
    """The files that stand in the text of a page, a drawing or JSON; typefaces left out."""
    if suffix not in _WITH_DATA:
        return []
    found = [("ingebed.svg", unquote_to_bytes(one[1])) for one in _WRITTEN.finditer(data)]
    for part in _EMBEDDED.finditer(data):
        kind = part[1].decode("ascii", "replace").lower()
        if not kind.startswith(_FONTS) and "font" not in kind:
            found.append((f"ingebed{_KINDS.get(kind, '.bin')}", _unpacked(part[2])))
    return [*found, *_values(data)] if suffix in _JSON else found


def _values(data: bytes) -> Iterator[File]:
    """The values that are a file or a text in base64: most that look like it are neither."""
    for value in _QUOTED.finditer(data):
        inside = _unpacked(value[1])
        if inside.startswith(_PACKED) or _is_text(inside):
            yield "gecodeerd", inside


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
