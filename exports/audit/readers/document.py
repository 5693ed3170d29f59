"""PDF: the text of pages (invisible text too), properties, notes, alt texts, attachments."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject, TextStringObject

from exports.audit.content import Content, Table, Text, merged
from exports.audit.readers.layout import sentences_of, tables_in, ticks_of
from exports.audit.readers.plain import decoded
from exports.audit.readers.remains import remains
from exports.audit.readers.sheet import Sheet
from exports.audit.readers.tagged import tables_of

_TITLES = 4  # so many first lines are taken for what the tables are about
_SPOKEN = ("/Alt", "/ActualText", "/TU", "/Contents", "/Title", "/V")
_INSIDE = b"BI"  # begins a picture among what draws a page (ISO 32000-1, 8.9.7)
_PROGRAM = ("/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped")


def read(name: str, data: bytes) -> Content:
    """All words of the document, line by line. Pictures of text are reported as not examined."""
    reader = PdfReader(io.BytesIO(data))
    objects = list(_objects(reader))
    pictures = _pictures(reader, objects)
    told = tables_of(reader)
    marked = {page for table in told for page in table.pages}
    sheets = [Sheet(page, number in marked) for number, page in enumerate(reader.pages)]
    parted = {number for number, sheet in enumerate(sheets) if sheet.is_parted}
    named = [table for table in told if table.pages <= parted]
    inside = {mark for table in named for mark in table.marks}
    words = {(n, mark): text for n, one in enumerate(sheets) for mark, text in one.words.items()}
    tables = Content(tables=tuple(table.read(name, words) for table in named))
    pages = [
        _page(name, number, sheet, {mark for page, mark in inside if page == number - 1})
        for number, sheet in enumerate(sheets, 1)
    ]
    texts = list(_beside(name, reader, objects))
    seen = (f"{name}: {pictures} afbeeldingen in het document",) if pictures else ()
    return merged([*pages, tables, Content(texts=tuple(texts), pictures=seen)])


def _beside(name: str, reader: PdfReader, objects: list[DictionaryObject]) -> Iterator[Text]:
    """The words that no page shows: properties, alternative texts, notes, descriptions."""
    for key, value in (reader.metadata or {}).items():
        if key not in _PROGRAM:
            yield Text(f"{name}, eigenschap {key[1:]}", str(value), hidden=True)
    for words in _spoken(objects):
        yield Text(f"{name}, verborgen tekst", words, hidden=True)
    for words in _programmed(objects):
        yield from remains(f"{name}, verborgen tekst", f'"{words}"')
    for words in _described(objects):
        yield from remains(f"{name}, XMP", words)


def _page(name: str, number: int, sheet: Sheet, cells: set[int]) -> Content:
    """The tables of a page by their places, and its other lines as texts.

    `cells`: the marks of what stands in the cells of tables that the document names.
    """
    where = f"{name}, bladzijde {number}"
    lines = sheet.lines(cells)
    if lines and lines[-1] == str(number):
        lines = lines[:-1]  # the number of the page
    topic = " ".join(lines[:_TITLES])
    tables, known = tables_in(sheet.in_places(cells))
    rest = sentences_of(known.rest_of(lines))
    ticks = ticks_of(rest)
    return Content(
        tables=tuple(Table(f"{where}, tabel", rows, topic, guessed=True) for rows in tables),
        texts=tuple(Text(where, line, scale=n in ticks) for n, line in enumerate(rest)),
    )


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Everything in the file that has keys."""
    for number in range(1, int(str(reader.trailer["/Size"]))):
        yield from _nested(reader.get_object(IndirectObject(number, 0, reader)))


def _nested(node: Any) -> Iterator[DictionaryObject]:
    if isinstance(node, DictionaryObject):
        yield node
        node = [node.raw_get(key) for key in node]
    for inner in node if isinstance(node, list) else ():
        yield from _nested(inner)


def _spoken(objects: Iterable[DictionaryObject]) -> Iterator[str]:
    """Texts that stand in objects and are not drawn: alternative texts, notes, names of fields."""
    for one in objects:
        yield from (str(one[key]) for key in _SPOKEN if isinstance(one.get(key), str))


def _programmed(objects: Iterable[DictionaryObject]) -> Iterator[str]:
    """All other texts in objects, such as programs and links."""
    for one in objects:
        told = ((key, one.raw_get(key)) for key in one if key not in (*_SPOKEN, *_PROGRAM))
        yield from (str(value) for _, value in told if isinstance(value, TextStringObject))


def _described(objects: Iterable[DictionaryObject]) -> Iterator[str]:
    """The descriptions of the document and of its parts in XMP."""
    for one in objects:
        if isinstance(one, StreamObject) and one.get("/Type") == "/Metadata":
            yield decoded(bytes(one.get_data()))


def _pictures(reader: PdfReader, objects: Iterable[DictionaryObject]) -> int:
    """How many pictures are shown. Pages are taken apart for them only where there can be one."""
    is_shown = any(one.get("/Subtype") == "/Image" for one in objects)
    pages = [page for page in reader.pages if is_shown or _INSIDE in _drawn(page)]
    return sum(len(page.images) for page in pages)


def _drawn(page: Any) -> bytes:
    """What draws a page."""
    found = page.get_contents()
    return b"" if found is None else bytes(found.get_data())


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """The files inside the document, by name."""
    inside = PdfReader(io.BytesIO(data)).attachments
    return [(name, part) for name, versions in inside.items() for part in versions]
