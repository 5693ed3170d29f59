"""What may never leave the building: a key, a ledger, a data file, records of residents."""

import re
from functools import cache
from pathlib import PurePath

from data.contract.tables import TABLES
from data.delivery.text import squash
from exports.audit.content import Content, Table

_NAMES = re.compile(r"(^|[./\\])(sleutel|grootboek)|\.(sleutel|grootboek|ledger|key|pem)$", re.I)
_KEY = re.compile(rb"\s*[0-9a-fA-F]{64,}\s*")
_LEDGER = re.compile(rb'\s*\{"(grootboek|cel|zegel)"\s*:')
_DUCKDB = slice(8, 12)  # where a DuckDB file has its mark
_OF_ONE = ("resident_id", "scan_id", "match_id")  # a row with one of these tells of one resident
_NUMBERED = re.compile(r"id$|nummer|pseudoniem|code")
_HEADING_ROWS = 20


def told_by_bytes(name: str, data: bytes) -> str:
    """What the file is in Dutch, when it may not leave; "" when nothing in it says so."""
    if data[_DUCKDB] == b"DUCK":
        return f"{name} is een gegevensbestand: daar staan alle exacte gegevens in"
    if _LEDGER.match(data):
        return f"{name} is een grootboek van de afronding"
    if _KEY.fullmatch(data):
        return f"{name} is een sleutel"
    if _NAMES.search(PurePath(name.rpartition(" > ")[2]).as_posix()):
        return f"{name} heet als een sleutel of een grootboek"
    return ""


def told_by_headings(content: Content) -> list[str]:
    """The tables that hold a row a resident, by a heading of their numbers."""
    return [
        f"{table.where}: gegevens per inwoner (kolom {heading})"
        for table in content.tables
        if (heading := _number_of_one(table))
    ]


def _number_of_one(table: Table) -> str:
    words = (cell for row in table.rows[:_HEADING_ROWS] for cell in row if isinstance(cell, str))
    return next((word for word in words if squash(word) in _headings()), "")


@cache
def _headings() -> frozenset[str]:
    columns = [column for table in TABLES for column in table.columns if column.name in _OF_ONE]
    named = (squash(name) for column in columns for name in (column.name, *column.headings))
    return frozenset(name for name in named if _NUMBERED.search(name))
