"""PPTX: slides, notes, tables, alt texts and comments; charts and properties as in any office file.

Workbooks embedded behind charts are walked by the caller, as files inside a file.
"""

import re
from xml.etree import ElementTree

from exports.audit.content import Content, Table, Text, merged
from exports.audit.readers import office

_SLIDE = re.compile(
    r"ppt/(slides|notesSlides|comments|slideLayouts|slideMasters|notesMasters|handoutMasters"
    r"|diagrams|drawings|tags)/[^/]+\.xml"
)


def read(name: str, data: bytes) -> Content:
    """The parts with words in them, and the common parts."""
    files = office.parts(data)
    slides = [
        _slide(f"{name}, {part}", ElementTree.fromstring(content), "/slides/" not in part)
        for part, content in files.items()
        if _SLIDE.fullmatch(part)
    ]
    return merged([*slides, office.common(name, files)])


def _slide(where: str, root: office.Element, aside: bool) -> Content:
    hidden = aside or root.attrib.get("show") == "0"
    tables = list(office.named(root, "tbl"))
    in_tables = {paragraph for table in tables for paragraph in office.named(table, "p")}
    lines = [
        _line(paragraph) for paragraph in office.named(root, "p") if paragraph not in in_tables
    ]
    comments = [office.words(text) for text in office.named(root, "text")]
    texts = [Text(where, line, hidden) for line in (*lines, *comments) if line]
    topic = " ".join(lines)
    return Content(
        tables=tuple(_table(where, table, topic, hidden) for table in tables),
        texts=(*texts, *office.alt_texts(where, root)),
    )


def _line(paragraph: office.Element) -> str:
    """A paragraph without its fields (slide number, date)."""
    runs = (child for child in paragraph if office.local(child) != "fld")
    return "".join(office.words(run) if office.local(run) == "r" else "" for run in runs) or (
        (paragraph.text or "").strip()
    )


def _table(where: str, table: office.Element, topic: str, hidden: bool) -> Table:
    rows = tuple(
        tuple(office.words(cell) or None for cell in office.named(row, "tc"))
        for row in office.named(table, "tr")
    )
    return Table(f"{where}, tabel", rows, topic=topic, hidden=hidden)
