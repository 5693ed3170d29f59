"""HTML and XML: words, tables, attributes, comments, and the data in scripts."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from exports.audit.content import Content, Row, Table, Text, Value, merged
from exports.audit.readers.office import parts
from exports.audit.readers.packed import zip_parts
from exports.audit.readers.plain import decoded
from exports.audit.readers.remains import remains
from exports.audit.readers.web import scripts

_SPOKEN = ("alt", "title", "content", "value", "summary", "placeholder")
_KEPT = "}value"  # of a cell in an OpenDocument table
_INLINE = ("a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "u")
_PROPERTIES = ("user-defined", "title", "desc", "subject", "description", "keyword")


class _Page(HTMLParser):
    """The words of a page, line by line, and its tables."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.title = ""
        self.texts: list[Text] = []
        self.tables: list[list[list[Value]]] = []
        self.scripts: list[str] = []
        self._within: list[str] = []
        self._cell: list[str] | None = None
        self._goes_on = False  # whether the next words stand on the line of the last
        self._end = ""  # the blanks behind the last words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within.append(tag)
        self._goes_on = self._goes_on and tag in _INLINE
        for key, value in attrs:
            where = f"{self.name}, kenmerk {key}"
            if value and (key in _SPOKEN or key.startswith(("data-", "aria-"))):
                self.texts.append(Text(where, value[:_LONGEST], True))
            elif value:
                self.texts += remains(where, f'"{value}"')
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self._close_cell()
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._close_cell()
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        self._goes_on = self._goes_on and tag in _INLINE
        if tag in ("td", "th", "tr", "table"):
            self._close_cell()
        if tag in self._within:
            while self._within.pop() != tag:
                pass

    def _close_cell(self) -> None:
        """A cell ends where the next begins, or its table ends: closing tags may be left out."""
        if self._cell is not None and self.tables and self.tables[-1]:
            self.tables[-1][-1].append(" ".join(self._cell).strip() or None)
        self._cell = None

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            return
        if "style" in self._within[-1:]:
            self.texts += remains(f"{self.name}, stijl", data)
        elif "script" in self._within[-1:]:
            self.scripts.append(data)
        elif self._cell is not None:
            self._cell.append(words)
        else:
            self._put(data, words)

    def _put(self, data: str, words: str) -> None:
        """Adds words to the line, or begins the next one."""
        self.title = self.title or words
        if self._goes_on:
            joined = " ".join(f"{self.texts.pop().text}{self._end}{data}".split())
            self.texts.append(Text(f"{self.name}, tekst", joined))
        else:
            self.texts.append(Text(f"{self.name}, tekst", words))
        self._goes_on, self._end = True, data[len(data.rstrip()) :]

    def handle_comment(self, data: str) -> None:
        self.texts.append(Text(f"{self.name}, opmerking", data.strip(), True))


_LONGEST = 2000


def read(name: str, data: bytes) -> Content:
    """All words of a page, what is read aloud or hidden included, and figures in its scripts."""
    page = _Page(name)
    page.feed(decoded(data))
    page.close()
    tables = tuple(
        Table(f"{name}, tabel", tuple(map(tuple, rows)), page.title) for rows in page.tables if rows
    )
    found = [scripts.content_of(f"{name}, script", script, page.title) for script in page.scripts]
    return merged([Content(tables=tables, texts=tuple(page.texts)), *found])


def read_xml(name: str, data: bytes) -> Content:
    """Every text and every attribute of an XML file."""
    root = ElementTree.fromstring(data)
    pieces = (piece for e in root.iter() for piece in (e.text, e.tail, *e.attrib.values()))
    return Content(texts=tuple(Text(name, p.strip(), True) for p in pieces if p and p.strip()))


def read_parts(name: str, data: bytes) -> Content:
    """An OpenDocument file: paragraphs, tables, notes and properties."""
    bodies = [(part, body) for part, body in zip_parts(data) if part.endswith((".xml",))]
    wanted = ("content.xml", "styles.xml", "meta.xml")
    return merged(
        _open_part(f"{name}, {part}", ElementTree.fromstring(body))
        for part, body in bodies
        if part.endswith(wanted)
    )


def _open_part(where: str, root: parts.Element) -> Content:
    tables = list(parts.named(root, "table"))
    inside = {p for table in tables for p in parts.named(table, "p")}
    texts = [parts.words(p) for p in parts.named(root, "p") if p not in inside]
    texts += [parts.words(p) for kind in _PROPERTIES for p in parts.named(root, kind)]
    rows = (rows for table in tables for rows in dict.fromkeys(_rows(table)))
    found = tuple(Table(f"{where}, tabel", told, where) for told in rows)
    return Content(tables=found, texts=tuple(Text(where, text) for text in texts if text))


def _rows(table: parts.Element) -> Iterator[tuple[Row, ...]]:
    """The cells as they are shown, and as they are kept."""
    for read in (parts.words, _kept):
        yield tuple(
            tuple(read(cell) or None for cell in parts.named(row, "table-cell"))
            for row in parts.named(table, "table-row")
        )


def _kept(cell: parts.Element) -> str:
    kept = (value for key, value in cell.attrib.items() if key.endswith(_KEPT))
    return next(kept, "").replace(".", ",") or parts.words(cell)
