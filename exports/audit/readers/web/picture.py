"""SVG: texts, tables, titles, descriptions, labels for screen readers, data, comments."""

from dataclasses import replace
from xml.etree import ElementTree

from exports.audit.content import Content, Row, Table, Text
from exports.audit.readers.layout import goes_on
from exports.audit.readers.office.parts import Element, local
from exports.audit.readers.plain import decoded
from exports.audit.readers.remains import known_in, remains

_TITLES = 5  # so many first texts are taken for what the tables are about
_SPOKEN = ("title", "desc", "metadata", "script")
_SCALES = ("axis", "legend", "tick", "colorbar")
_ATTRIBUTES = ("aria-label", "aria-description", "title", "alt")


def read(name: str, data: bytes) -> Content:
    """All words in the picture; numbers of axes and legends are marked as scale.

    A group of the class "table" is a table of rows and cells, and only that.
    """
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.fromstring(data, parser)
    titled = [_words(element) for element in root.iter() if local(element) in ("title", "text")]
    topic = " ".join(titled[:_TITLES])
    tables = [Table(f"{name}, tabel", _rows(table), topic) for table in _of_class(root, "table")]
    found = Content(tables=tuple(tables), texts=tuple(_sentences(_texts(name, root, False))))
    rest = remains(f"{name}, tekst", decoded(data), known_in(found))
    return replace(found, texts=(*found.texts, *rest))


def _sentences(texts: list[Text]) -> list[Text]:
    """The texts, where a line that ends in a number halfway a sentence has the next one with it."""
    whole: list[Text] = []
    for text in texts:
        if whole and goes_on(whole[-1].text, text.text):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {text.text}")
        else:
            whole.append(text)
    return whole


def _of_class(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if found.get("class") == name]


def _rows(table: Element) -> tuple[Row, ...]:
    return tuple(
        tuple(_words(cell) or None for cell in _of_class(row, "cell"))
        for row in _of_class(table, "row")
    )


def _words(element: Element) -> str:
    """The text of an element, its lines as one."""
    return " ".join(" ".join(element.itertext()).split())


def _texts(name: str, element: Element, scale: bool) -> list[Text]:
    """The texts of an element and all under it, in order."""
    scale = scale or _is_scale(element)
    found = [Text(f"{name}, kenmerk {key}", value, True, scale) for key, value in _spoken(element)]
    kind = local(element)
    if element.get("class") == "row":
        return found
    if kind == "text":
        words = _words(element)
        return [*found, Text(f"{name}, tekst", words, scale=scale)] if words else found
    if kind in _SPOKEN or not kind:
        words = _words(element)
        found += [Text(f"{name}, {kind or 'opmerking'}", words, True, scale)] if words else []
    children = [child for child in element if kind not in _SPOKEN]
    return found + [text for child in children for text in _texts(name, child, scale)]


def _is_scale(element: Element) -> bool:
    """Whether the element is a part of an axis or a legend, by its class, role or id."""
    marks = (element.attrib.get(key, "") for key in ("class", "id", "aria-roledescription"))
    return any(word in mark.lower() for mark in marks for word in _SCALES)


def _spoken(element: Element) -> list[tuple[str, str]]:
    return [
        (key.rpartition("}")[2], value)
        for key, value in element.attrib.items()
        if key.startswith("data-") or key.rpartition("}")[2] in _ATTRIBUTES
    ]
