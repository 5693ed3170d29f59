"""PDF: the text of pages (invisible text too), properties, notes, alt texts, attachments."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from exports.audit.content import Content, Table, Text, merged
from exports.audit.readers.layout import signs, tables_in, ticks_of

_TITLES = 4  # so many first lines are taken for what the tables are about
_SPOKEN = ("/Alt", "/ActualText", "/TU", "/Contents")
_PROGRAM = ("/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped")


def read(name: str, data: bytes) -> Content:
    """All words of the document, line by line. Pictures of text are reported as not examined."""
    reader = PdfReader(io.BytesIO(data))
    pages = merged(_page(name, number, page) for number, page in enumerate(reader.pages, 1))
    texts = [
        Text(f"{name}, eigenschap {key[1:]}", str(value), hidden=True)
        for key, value in (reader.metadata or {}).items()
        if key not in _PROGRAM
    ]
    texts += [Text(f"{name}, verborgen tekst", words, hidden=True) for words in _spoken(reader)]
    pictures = sum(len(page.images) for page in reader.pages)
    seen = (f"{name}: {pictures} afbeeldingen in het document",) if pictures else ()
    return merged([pages, Content(texts=tuple(texts), pictures=seen)])


def _page(name: str, number: int, page: Any) -> Content:
    """The tables of a page, and its other lines as texts."""
    where = f"{name}, bladzijde {number}"
    lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
    if lines and lines[-1] == str(number):
        lines = lines[:-1]  # the number of the page
    topic = " ".join(lines[:_TITLES])
    tables, known = tables_in(page.extract_text(extraction_mode="layout"))
    rest = [line for line in lines if signs(line) not in known]
    ticks = ticks_of(rest)
    return Content(
        tables=tuple(Table(f"{where}, tabel", rows, topic, guessed=True) for rows in tables),
        texts=tuple(Text(where, line, scale=n in ticks) for n, line in enumerate(rest)),
    )


def _spoken(reader: PdfReader) -> Iterator[str]:
    """Texts that stand in objects and are not drawn: alternative texts, notes, names of fields."""
    size = int(str(reader.trailer["/Size"]))
    for number in range(1, size):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject):
            yield from (str(found[key]) for key in _SPOKEN if isinstance(found.get(key), str))


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """The files inside the document, by name."""
    inside = PdfReader(io.BytesIO(data)).attachments
    return [(name, part) for name, versions in inside.items() for part in versions]
