"""PPTX: slides, notes, tables, alt texts and comments; charts and properties as in any office file.

Workbooks embedded behind charts are walked by the caller, as files inside a file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree import ElementTree

from exports.audit.content import Content, Table, Text, merged
from exports.audit.readers.office import parts

_SLIDE = re.compile(
    r"ppt/(slides|notesSlides|comments|slideLayouts|slideMasters|notesMasters|handoutMasters"
    r"|diagrams|drawings|tags)/[^/]+\.xml"
)

_CHART = re.compile(rb"charts/[^\"/]+\.xml")


def read(name: str, data: bytes) -> Content:
    """The parts with words in them, and the common parts."""
    files = parts.parts(data)
    slides = [
        _slide(f"{name}, {part}", ElementTree.fromstring(content), "/slides/" not in part)
        for part, content in files.items()
        if _SLIDE.fullmatch(part)
    ]
    common = parts.common(name, files)
    about = {f"{name}, {chart}": topic for chart, topic in _charted(files)}
    tables = (replace(one, beside=about.get(one.where, "")) for one in common.tables)
    return merged([*slides, replace(common, tables=tuple(tables))])


def _charted(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The charts by name, with the words of the slide that they stand on."""
    for part, content in files.items():
        folder, _, slide = part.rpartition("/")
        if folder == "ppt/slides" and (links := files.get(f"{folder}/_rels/{slide}.rels")):
            lines = map(_line, parts.named(ElementTree.fromstring(content), "p"))
            topic = " ".join(line for line in lines if line)
            yield from ((f"ppt/{one.decode()}", topic) for one in _CHART.findall(links))


def _slide(where: str, root: parts.Element, aside: bool) -> Content:
    hidden = aside or root.attrib.get("show") == "0"
    tables = list(parts.named(root, "tbl"))
    in_tables = {paragraph for table in tables for paragraph in parts.named(table, "p")}
    lines = [_line(paragraph) for paragraph in parts.named(root, "p") if paragraph not in in_tables]
    comments = [parts.words(text) for text in parts.named(root, "text")]
    texts = [Text(where, line, hidden) for line in (*lines, *comments) if line]
    topic = " ".join(lines)
    return Content(
        tables=tuple(_table(where, table, topic, hidden) for table in tables),
        texts=(*texts, *parts.alt_texts(where, root)),
    )


def _line(paragraph: parts.Element) -> str:
    """A paragraph without its fields (slide number, date)."""
    runs = (child for child in paragraph if parts.local(child) != "fld")
    return "".join(parts.words(run) if parts.local(run) == "r" else "" for run in runs) or (
        (paragraph.text or "").strip()
    )


def _table(where: str, table: parts.Element, topic: str, hidden: bool) -> Table:
    rows = tuple(
        tuple(parts.words(cell) or None for cell in parts.named(row, "tc"))
        for row in parts.named(table, "tr")
    )
    return Table(f"{where}, tabel", rows, topic=topic, hidden=hidden)
