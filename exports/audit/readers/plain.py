"""Plain text, such as a readme beside an export."""

import re

from exports.audit.content import Content, Row, Table, Text

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a]")  # no text has these


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-16, UTF-8, or else Windows-1252. ValueError when they are no text."""
    text = data.decode(_encoding(data))
    if _CONTROL.search(text):
        raise ValueError
    return text


def _encoding(data: bytes) -> str:
    """By the mark at the beginning; of letters without a mark every other byte is 0 in UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    wide = {"utf-16-le": data[1::2], "utf-16-be": data[::2]}
    if found := [name for name, half in wide.items() if half.count(0) * 2 > len(half)]:
        return found[0]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def read(name: str, data: bytes) -> Content:
    """Every line is a text; lines with bars or tabs between their words are a table."""
    lines = [line for line in decoded(data).splitlines() if line.strip()]
    rows = tuple(cells for line in lines if (cells := _cells(line)))
    table = (Table(name, rows, topic=" ".join(lines[:1])),) if len(rows) > 1 else ()
    return Content(tables=table, texts=tuple(Text(name, line) for line in lines))


def _cells(line: str) -> Row:
    """The cells of a line of a table; none for any other line, or a rule below headings."""
    sign = "|" if line.count("|") > 1 else "\t"
    cells = tuple(cell.strip() or None for cell in line.strip().strip("|").split(sign))
    is_rule = not set(line) - set("|-: ")
    return () if is_rule or len(cells) == 1 else cells
