"""Pictures of pixels: nobody reads what they show here, but the texts in them are read."""

import re
import zlib
from collections.abc import Iterator

from exports.audit.content import Content, Text

_PNG = b"\x89PNG\r\n\x1a\n"
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")


def read(name: str, data: bytes) -> Content:
    """The texts beside the pixels (PNG chunks, XMP); the picture itself is not examined."""
    pieces = list(_chunks(data)) if data.startswith(_PNG) else []
    pieces += [_TAGS.sub(" ", found[0].decode("utf-8", "replace")) for found in _XMP.finditer(data)]
    texts = tuple(Text(f"{name}, tekst in de afbeelding", piece, True) for piece in pieces if piece)
    return Content(texts=texts, pictures=(f"{name}: een afbeelding, daar kan niemand in kijken",))


def _chunks(data: bytes) -> Iterator[str]:
    """The texts that a PNG carries, compressed or not."""
    place = len(_PNG)
    while place + 8 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield _text(kind, body)


def _text(kind: bytes, body: bytes) -> str:
    key, _, rest = body.partition(b"\0")
    if kind == b"iTXt":
        is_packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    else:
        is_packed, rest = kind == b"zTXt", rest[1:] if kind == b"zTXt" else rest
    words = zlib.decompress(rest) if is_packed else rest
    return f"{key.decode('latin-1')}: {words.decode('utf-8', 'replace')}"
