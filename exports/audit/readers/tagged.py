"""Tables of a PDF that tells where its tables are: it names every row and every cell.

Such a table may go on on a next page; where its words stand says nothing then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from exports.audit.content import Row, Table

Mark = tuple[int, int]  # a page, from 0, and the number of a piece of text on it
Marks = tuple[Mark, ...]
_HEADINGS = frozenset(f"/H{level}" for level in range(1, 7))
_BLOCKS = {*_HEADINGS, "/P", "/Span", "/Table"}


@dataclass(frozen=True)
class Tagged:
    """A table as the marks of each cell, and those of the heading and the texts above it."""

    rows: tuple[tuple[Marks, ...], ...]
    above: Marks

    @property
    def marks(self) -> frozenset[Mark]:
        """Of all cells."""
        return frozenset(mark for row in self.rows for cell in row for mark in cell)

    @property
    def pages(self) -> frozenset[int]:
        """Where it stands, from 0."""
        return frozenset(page for page, _ in self.marks)

    def read(self, name: str, words: Mapping[Mark, str]) -> Table:
        """The table in words, of a file of that name."""
        rows = tuple(_row(row, words) for row in self.rows)
        where = f"{name}, bladzijde {min(self.pages, default=0) + 1}, tabel"
        return Table(where, rows, topic=_joined(self.above, words))


def tables_of(reader: PdfReader) -> list[Tagged]:
    """The tables that the tags of a document name (ISO 32000-1, 14.7 and 14.8); often none."""
    root = reader.root_object.get("/StructTreeRoot")
    if root is None:
        return []
    tree = _Tree(reader)
    found: list[Tagged] = []
    above: list[Mark] = []
    for element in _named(root.get_object(), _BLOCKS):
        if element["/S"] == "/Table":
            found.append(Tagged(tree.rows(element), tuple(above)))
        elif element["/S"] in _HEADINGS:
            above = list(tree.marks(element))
        else:
            above += tree.marks(element)
    return found


class _Tree:
    """The tags of one document."""

    def __init__(self, reader: PdfReader) -> None:
        self._pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(reader.pages)
            if page.indirect_reference is not None
        }

    def rows(self, table: Any) -> tuple[tuple[Marks, ...], ...]:
        return tuple(
            tuple(tuple(self.marks(cell)) for cell in _named(row, {"/TH", "/TD"}))
            for row in _named(table, {"/TR"})
        )

    def marks(self, element: Any) -> Iterator[Mark]:
        """The pieces of text in an element, in order."""
        for kid in _kids(element):
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                yield from self.marks(kid)
            elif isinstance(kid, int):
                yield self._page(element), int(kid)
            elif isinstance(kid, DictionaryObject) and "/MCID" in kid:
                told: Any = kid["/MCID"]
                yield self._page(kid if "/Pg" in kid else element), int(told)

    def _page(self, element: Any) -> int:
        """The number of the page of an element; -1 when it names none."""
        page = element.raw_get("/Pg") if "/Pg" in element else None
        return self._pages.get(getattr(page, "idnum", -1), -1)


def _named(element: Any, names: set[str]) -> Iterator[Any]:
    """The elements of these kinds under an element, in order; not those inside each other."""
    for kid in _kids(element):
        if isinstance(kid, DictionaryObject) and kid.get("/S") in names:
            yield kid
        elif isinstance(kid, DictionaryObject):
            yield from _named(kid, names)


def _kids(element: Any) -> list[Any]:
    found = element.get("/K")
    kids = found.get_object() if found is not None else ArrayObject()
    return [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]


def _row(cells: tuple[Marks, ...], words: Mapping[Mark, str]) -> Row:
    return tuple(_joined(cell, words) or None for cell in cells)


def _joined(marks: Marks, words: Mapping[Mark, str]) -> str:
    return " ".join(" ".join(words.get(mark, "") for mark in marks).split())
