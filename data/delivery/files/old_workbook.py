"""What an old workbook (.xls) says and a reader of values loses: error cells, days from 1904.

Source: [MS-CFB] for the container, [MS-XLS] for the records of its stream `Workbook`.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from data.delivery.files.package import Package, SheetFacts

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 400_000_000  # bytes; an old workbook has at most 65,536 rows a sheet
_END = 0xFFFFFFF0  # from here on a sector number is a mark
_ENTRY, _SMALL = 128, 4096
_DATE_MODE, _SHEET, _ERROR, _FORMULA, _END_OF = 0x22, 0x85, 0x205, 0x06, 0x0A
_WORDS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def look_into(path: Path) -> Package:
    """The facts of an old workbook; none of one that is no such file or is damaged."""
    if path.stat().st_size > _LARGEST:
        return Package()
    content = path.read_bytes()
    try:
        return _facts(_stream(content)) if content.startswith(_MARK) else Package()
    except (struct.error, LookupError, UnicodeError):
        return Package()


def _stream(content: bytes) -> bytes:
    size, small = (1 << shift for shift in struct.unpack_from("<2H", content, 30))
    fat = _table(content, size)
    directory = _chain(content, fat, struct.unpack_from("<I", content, 48)[0], size, size)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    named = {_name(entry): struct.unpack_from("<IQ", entry, 116) for entry in entries}
    start, length = named.get("Workbook") or named["Book"]
    if length >= _SMALL:
        return _chain(content, fat, start, size, size)[:length]
    whole = _chain(content, fat, named["Root Entry"][0], size, size)
    first = struct.unpack_from("<I", content, 60)[0]
    inner = _numbers(_chain(content, fat, first, size, size))
    return _chain(whole, inner, start, small, 0)[:length]


def _name(entry: bytes) -> str:
    [length] = struct.unpack_from("<H", entry, 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le")


def _table(content: bytes, size: int) -> list[int]:
    # Where the table of sectors lies: 109 places in the head, the rest in a chain of its own.
    places = list(struct.unpack_from("<109I", content, 76))
    further = struct.unpack_from("<I", content, 68)[0]
    seen: set[int] = set()
    while further < _END and further not in seen:
        seen.add(further)
        *more, further = _numbers(_sector(content, further, size, size))
        places += more
    return [
        number
        for place in places
        if place < _END
        for number in _numbers(_sector(content, place, size, size))
    ]


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def _sector(content: bytes, number: int, size: int, head: int) -> bytes:
    return content[head + number * size : head + (number + 1) * size]


def _chain(content: bytes, table: list[int], start: int, size: int, head: int) -> bytes:
    parts: list[bytes] = []
    while start < _END and len(parts) <= len(table):
        parts.append(_sector(content, start, size, head))
        start = table[start]
    return b"".join(parts)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == _END_OF:
            return
        at += 4 + length


def _facts(stream: bytes) -> Package:
    found = Package()
    for kind, data in _records(stream, 0):
        if kind == _DATE_MODE:
            found.from_1904 = data[:1] == b"\x01"
        elif kind == _SHEET:
            [start] = struct.unpack_from("<I", data)
            found.sheets[_sheet_name(data)] = SheetFacts(errors=dict(_errors(stream, start)))
    return found


def _sheet_name(data: bytes) -> str:
    length, is_wide = data[6], data[7] & 1
    return data[8 : 8 + length * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1")


def _errors(stream: bytes, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, data in _records(stream, start):
        code = None
        if kind == _ERROR and data[7] == 1:
            code = data[6]
        elif kind == _FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff":  # noqa: PLR2004
            code = data[8]
        if code is not None:
            row, column = struct.unpack_from("<2H", data)
            yield (row, column), _WORDS.get(code, "#N/A")
