"""CSV: semicolons, commas or tabs; the separator tells which decimal sign is usual."""

import csv
import io
import re
from collections import Counter

from exports.audit.content import Content, Table
from exports.audit.readers.plain import decoded

_LINES = 20
_QUOTED = re.compile(r'"[^"]*"')


def read(name: str, data: bytes) -> Content:
    """The whole file as one table; lines above the headings stay in it."""
    text = decoded(data)
    separator = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    cells = tuple(tuple(cell.strip() or None for cell in row) for row in rows)
    decimal = "." if separator == "," else ","
    return Content(tables=(Table(name, cells, topic=name, decimal=decimal),))


def _separator(text: str) -> str:
    """A semicolon or a tab when it stands equally often in two lines; a comma may be decimal."""
    lines = _QUOTED.sub("", text).splitlines()[:_LINES]
    return next((sign for sign in ";\t" if _regular(sign, lines) > 1), ",")


def _regular(sign: str, lines: list[str]) -> int:
    counts = Counter(line.count(sign) for line in lines if sign in line)
    return max(counts.values(), default=0)
