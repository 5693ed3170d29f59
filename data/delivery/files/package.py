"""What an .xlsx or .ods says before it is read: its size, and what a reader of values loses.

A reader of values gives an empty cell for a formula that was never calculated and for an error,
and asks for memory for every cell up to the last one. So the parts are looked through first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from zipfile import ZipFile

from data.delivery.files.limits import (
    MAX_DECODED,
    MAX_MEMBERS,
    MAX_OPEN_CELLS,
    MAX_SHEET_CELLS,
    MAX_TEXTS,
    MAX_UNPACKED,
    check_size,
)
from data.delivery.files.raw import column_letters
from data.problems import DeliveryRefused

_CHUNK = 4 << 20
_LONGEST_CELL = 1 << 20
_SMALL_PART = 5_000_000
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?(?<!/)>")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\shidden="(?:1|true)"')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>.*?'
    rb"<(?:\w+:)?v>([^<]*)</",
    re.DOTALL,
)
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_OWN_ERROR = re.compile(rb'calcext:value-type="error"')
_ODS_CELLS = re.compile(rb"<table:(?:covered-)?table-cell")
_ODS_TEXT = re.compile(rb"<text:p[^>]*>([^<]*)<")
_ODS_ROW = re.compile(rb'number-rows-repeated="(\d+)"')
_ODS_CELL = re.compile(rb'number-columns-repeated="(\d+)"')


@dataclass
class SheetFacts:
    """What one sheet says: its last cell with a value, hidden rows, errors by (row, column)."""

    cells: int = 0
    last_row: int = 0
    last_column: int = 0
    hidden_rows: int = 0
    uncalculated: str = ""
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass
class Package:
    """What a workbook says of itself, and of its sheets by name."""

    from_1904: bool = False
    sheets: dict[str, SheetFacts] = field(default_factory=dict)


def look_through(path: Path, name: str) -> Package:
    """Looks through a workbook of zipped parts; raises DeliveryRefused when it is too large."""
    with ZipFile(path) as package:
        parts = {info.filename: info.file_size for info in package.infolist()}
        check_size(name, len(parts), MAX_MEMBERS, "onderdelen")
        check_size(name, sum(parts.values()), MAX_UNPACKED, "bytes, uitgepakt")
        texts = max((n for part, n in parts.items() if "sharedStrings" in part), default=0)
        check_size(name, texts, MAX_TEXTS, "bytes aan teksten, uitgepakt")
        if "content.xml" in parts:
            return _open_document(package, name, parts["content.xml"])
        return _open_xml(package, name)


def _open_xml(package: ZipFile, name: str) -> Package:
    book = _small(package, "xl/workbook.xml")
    head = re.search(r"<(?:\w+:)?workbookPr\b[^>]*>", book)
    found = Package(bool(head and re.search(r'date1904="(?:1|true)"', head[0])))
    is_stale = bool(re.search(r'fullCalcOnLoad="(?:1|true)"', book))
    targets = _targets(_small(package, "xl/_rels/workbook.xml.rels"))
    for tag in _SHEET.findall(book):
        part = targets.get(_attribute(tag, "id"), "")
        if part in package.NameToInfo:
            sheet = unescape(_attribute(tag, "name"))
            found.sheets[sheet] = _sheet(package, part, f"{name}, blad {sheet}", is_stale=is_stale)
            _check_box(name, sheet, found.sheets[sheet])
    return found


def _small(package: ZipFile, part: str) -> str:
    with package.open(part) as content:
        return content.read(_SMALL_PART).decode("utf-8", errors="replace")


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s(?:\w+:)?{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _targets(relations: str) -> dict[str, str]:
    return {
        _attribute(tag, "Id"): normpath(join("/xl", _attribute(tag, "Target"))).lstrip("/")
        for tag in _RELATION.findall(relations)
    }


def _sheet(package: ZipFile, part: str, title: str, *, is_stale: bool) -> SheetFacts:
    facts = SheetFacts()
    for piece in _pieces(package, part):
        facts.cells += len(_FILLED_CELL.findall(piece))
        check_size(title, facts.cells, MAX_SHEET_CELLS, "cellen")
        facts.hidden_rows += len(_HIDDEN_ROW.findall(piece))
        _note_last_cell(facts, _CELL.findall(piece))
        if b"<f" in piece or b":f" in piece:
            _note_formulas(facts, piece, is_stale=is_stale)
        if b't="e"' in piece:
            for letters, row, text in _ERROR.findall(piece):
                facts.errors[int(row) - 1, _position(letters)] = text.decode("utf-8", "replace")
    return facts


def _pieces(package: ZipFile, part: str) -> Iterator[bytes]:
    # Every piece ends where a cell or a row ends.
    rest = b""
    with package.open(part) as content:
        while chunk := content.read(_CHUNK):
            chunk = rest + chunk
            end = max(_behind(chunk, b"c>"), _behind(chunk, b"row>"), len(chunk) - _LONGEST_CELL)
            rest = chunk[end:]
            yield chunk[:end]
    yield rest


def _behind(chunk: bytes, tag: bytes) -> int:
    """Where the last of a closing tag ends; 0 without one."""
    found = chunk.rfind(tag)
    return found + len(tag) if found >= 0 else 0


def _note_last_cell(facts: SheetFacts, cells: list[tuple[bytes, bytes]]) -> None:
    if cells:
        facts.last_row = max(facts.last_row, *(int(row) for row in {row for _, row in cells}))
        columns = {letters for letters, _ in cells}
        facts.last_column = max(facts.last_column, *(_position(column) + 1 for column in columns))


def _position(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - ord("A") + 1
    return position - 1


def _note_formulas(facts: SheetFacts, piece: bytes, *, is_stale: bool) -> None:
    for attributes, result in _FORMULA.findall(piece):
        is_text = b't="str"' in attributes
        if not facts.uncalculated and not is_text and (not result or (is_stale and result == b"0")):
            place = re.search(rb'\br="([A-Z]+\d+)"', attributes)
            facts.uncalculated = place[1].decode() if place else "?"


def _check_box(name: str, sheet: str, facts: SheetFacts) -> None:
    if facts.last_row * facts.last_column > MAX_SHEET_CELLS:
        cell = f"{column_letters(facts.last_column - 1)}{facts.last_row}"
        raise DeliveryRefused(
            f"{name}, blad {sheet} is te groot om te lezen: het loopt tot cel {cell}. Staat daar"
            " iets buiten de tabel? Haal het weg, of splits het blad."
        )


def _open_document(package: ZipFile, name: str, size: int) -> Package:
    check_size(name, size, MAX_DECODED, "bytes, uitgepakt")
    content = package.read("content.xml")
    cells = 0
    for row in content.split(b"<table:table-row")[1:]:
        if b"office:value" in row or b"<text:p" in row:
            repeated = _ODS_ROW.search(row.partition(b">")[0])
            cells += int(repeated[1] if repeated else 1) * _width(row)
            check_size(name, cells, MAX_OPEN_CELLS, "cellen")
    if not _OWN_ERROR.search(content):
        return Package()
    return Package(sheets={name: SheetFacts(errors=cells) for name, cells in _ods_errors(content)})


def _ods_errors(content: bytes) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    for table in content.split(b"<table:table ")[1:]:
        head, _, rest = table.partition(b">")
        found: dict[tuple[int, int], str] = {}
        at = 0
        for row in rest.split(b"<table:table-row")[1:]:
            if _OWN_ERROR.search(row):
                found |= {(at, column): text for column, text in _errors_in(row)}
            repeated = _ODS_ROW.search(row.partition(b">")[0])
            at += int(repeated[1]) if repeated else 1
        yield unescape(_attribute(" " + head.decode("utf-8", "replace"), "name")), found


def _errors_in(row: bytes) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in _ODS_CELLS.split(row)[1:]:
        head = cell.partition(b">")[0]
        if _OWN_ERROR.search(head):
            shown = _ODS_TEXT.search(cell)
            yield column, unescape(shown[1].decode("utf-8", "replace")) if shown else "#N/A"
        repeated = _ODS_CELL.search(head)
        column += int(repeated[1]) if repeated else 1


def _width(row: bytes) -> int:
    cells = row.split(b"<table:table-cell")[1:]
    filled = [i for i, cell in enumerate(cells) if b"office:value" in cell or b"<text:p" in cell]
    counted = cells[: filled[-1] + 1] if filled else []
    found = (_ODS_CELL.search(cell.partition(b">")[0]) for cell in counted)
    return sum(int(repeated[1]) if repeated else 1 for repeated in found)
