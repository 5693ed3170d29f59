"""XLSX: every sheet however hidden, cached values, comments, names, pivot and chart caches."""

import io
import re
import warnings
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from exports.audit.content import Content, Row, Table, Text, Value, merged
from exports.audit.readers.office import parts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_STATES = {"visible": "", "hidden": " (verborgen)", "veryHidden": " (diep verborgen)"}
_UNCOMPUTED = re.compile(rb"</f>\s*(<v\s*/>|<v></v>)?\s*</c>")


def read(name: str, data: bytes) -> Content:
    """All that the workbook carries; formulas without a stored outcome are reported."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only a workbook needs it

    files = parts.parts(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts that openpyxl does not know are read below
        book = load_workbook(io.BytesIO(data), data_only=True)
    sheets = merged(_sheet(name, sheet) for sheet in book.worksheets)
    return merged(
        [sheets, _names(name, book), parts.common(name, files), _raw(name, files, sheets)]
    )


def _sheet(name: str, sheet: "Worksheet") -> Content:
    where = f"{name}, blad {sheet.title}{_STATES.get(sheet.sheet_state, '')}"
    hidden = sheet.sheet_state != "visible"
    rows: list[Row] = []
    comments: list[Text] = []
    for row in sheet.iter_rows():
        rows.append(tuple(_plain(cell.value) for cell in row))
        comments += [
            Text(f"{where}, opmerking {cell.coordinate}", cell.comment.text, hidden=True)
            for cell in row
            if cell.comment
        ]
    table = Table(where, tuple(rows), topic=f"{name} {sheet.title}", hidden=hidden)
    titled = (Text(f"{where}, naam van het blad", sheet.title), *_prompts(where, sheet))
    return Content(tables=(table,), texts=(*titled, *comments, *_headers(where, sheet)))


def _prompts(where: str, sheet: "Worksheet") -> list[Text]:
    """What is said when someone fills in a cell."""
    checks = sheet.data_validations.dataValidation if sheet.data_validations else []
    said = (text for check in checks for text in (check.prompt, check.error, check.promptTitle))
    return [Text(f"{where}, hulptekst", text, hidden=True) for text in said if text]


def _headers(where: str, sheet: "Worksheet") -> list[Text]:
    bands = (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter)
    pieces = [part.text for band in bands for part in (band.left, band.center, band.right)]
    return [Text(f"{where}, kop of voet", piece, hidden=True) for piece in pieces if piece]


def _plain(value: object) -> Value:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _names(name: str, book: "Workbook") -> Content:
    own = [(key, item.value) for key, item in book.defined_names.items()]
    for sheet in book.worksheets:
        own += [(key, item.value) for key, item in sheet.defined_names.items()]
    constants = [(key, value) for key, value in own if value and "!" not in value]
    where = f"{name}, gedefinieerde naam"
    return Content(
        texts=tuple(Text(f"{where} {key}", value.strip('"'), True) for key, value in constants)
    )


def _raw(name: str, files: dict[str, bytes], sheets: Content) -> Content:
    """What openpyxl passes over: drawings, pivot caches, strings that no cell uses, formulas."""
    found = [_pivots(name, files), _orphans(name, files, sheets)]
    for part, data in files.items():
        if "/drawings/drawing" in part and part.endswith(".xml"):
            root = ElementTree.fromstring(data)
            texts = [Text(f"{name}, {part}", parts.words(t)) for t in parts.named(root, "t")]
            alt = parts.alt_texts(f"{name}, {part}", root)
            found.append(Content(texts=(*texts, *alt)))
        if part.startswith("xl/worksheets/") and (count := len(_UNCOMPUTED.findall(data))):
            note = f"{name}, {part}: {count} formules zonder opgeslagen uitkomst"
            found.append(Content(unread=(note,)))
        if part.startswith("xl/threadedComments/"):
            root = ElementTree.fromstring(data)
            noted = [
                Text(f"{name}, {part}", parts.words(t), True) for t in parts.named(root, "text")
            ]
            found.append(Content(texts=tuple(noted)))
        if part.startswith("xl/externalLinks/externalLink") and part.endswith(".xml"):
            root = ElementTree.fromstring(data)
            cells = tuple((parts.words(cell),) for cell in parts.named(root, "cell"))
            found.append(Content(tables=(Table(f"{name}, {part}", cells, hidden=True),)))
    return merged(found)


def _orphans(name: str, files: dict[str, bytes], sheets: Content) -> Content:
    """Strings that stayed behind in the file after their cell was cleared."""
    data = files.get("xl/sharedStrings.xml")
    if data is None:
        return Content()
    used = {cell for table in sheets.tables for row in table.rows for cell in row}
    items = (parts.words(item) for item in parts.named(ElementTree.fromstring(data), "si"))
    left = [text for text in items if text and text not in used]
    return Content(texts=tuple(Text(f"{name}, losse tekst", text, True) for text in left))


def _pivots(name: str, files: dict[str, bytes]) -> Content:
    found = []
    for part, data in files.items():
        if not re.fullmatch(r"xl/pivotCache/pivotCacheDefinition\d*\.xml", part):
            continue
        records = files.get(part.replace("Definition", "Records"))
        fields = list(parts.named(ElementTree.fromstring(data), "cacheField"))
        headings = tuple(field.attrib.get("name", "") for field in fields)
        shared = [_items(field) for field in fields]
        rows = _records(records, shared) if records else _columns_as_rows(shared)
        found.append(Table(f"{name}, draaitabel {part}", (headings, *rows), hidden=True))
    return Content(tables=tuple(found))


def _items(field: parts.Element) -> list[Value]:
    return [_item(item) for holder in parts.named(field, "sharedItems") for item in holder]


def _item(item: parts.Element) -> Value:
    value = item.attrib.get("v")
    return float(value) if value and parts.local(item) == "n" else value


def _records(data: bytes, shared: list[list[Value]]) -> tuple[Row, ...]:
    return tuple(
        tuple(
            shared[place][int(item.attrib["v"])] if parts.local(item) == "x" else _item(item)
            for place, item in enumerate(record)
        )
        for record in parts.named(ElementTree.fromstring(data), "r")
    )


def _columns_as_rows(shared: list[list[Value]]) -> tuple[Row, ...]:
    length = max((len(items) for items in shared), default=0)
    return tuple(
        tuple(items[place] if place < len(items) else None for items in shared)
        for place in range(length)
    )
