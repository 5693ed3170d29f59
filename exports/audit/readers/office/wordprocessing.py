"""DOCX: body, headers, footers, notes, comments and what was deleted while changes were tracked."""

import re
from xml.etree import ElementTree

from exports.audit.content import Content, Table, Text, merged
from exports.audit.readers.office import parts

_PART = re.compile(r"word/(glossary/)?(document|header|footer|footnotes|endnotes|comments)\w*\.xml")


def read(name: str, data: bytes) -> Content:
    """Every part with words in it: paragraphs as texts, tables as tables, and the common parts."""
    files = parts.parts(data)
    found = [
        _part(f"{name}, {part}", ElementTree.fromstring(content), "/document" not in part)
        for part, content in files.items()
        if _PART.fullmatch(part)
    ]
    return merged([*found, parts.common(name, files)])


def _part(where: str, root: parts.Element, hidden: bool) -> Content:
    tables = list(parts.named(root, "tbl"))
    in_tables = {paragraph for table in tables for paragraph in parts.named(table, "p")}
    lines = [parts.words(p) for p in parts.named(root, "p") if p not in in_tables]
    texts = [Text(where, line, hidden) for line in lines if line]
    topic = " ".join(lines[:_TITLES])
    return Content(
        tables=tuple(_table(where, table, topic, hidden) for table in tables),
        texts=(*texts, *parts.alt_texts(where, root)),
    )


_TITLES = 5  # so many first lines are taken for what the tables are about


def _table(where: str, table: parts.Element, topic: str, hidden: bool) -> Table:
    rows = tuple(
        tuple(parts.words(cell) or None for cell in parts.named(row, "tc"))
        for row in parts.named(table, "tr")
    )
    return Table(f"{where}, tabel", rows, topic=topic, hidden=hidden)
