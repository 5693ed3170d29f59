"""SVG: texts, titles, descriptions, labels for screen readers, data attributes, comments."""

from xml.etree import ElementTree

from analytics.disclosure.intruder.content import Content, Text
from analytics.disclosure.intruder.readers.office import Element, local

_SPOKEN = ("title", "desc", "metadata", "script")
_SCALES = ("axis", "legend", "tick", "colorbar")
_ATTRIBUTES = ("aria-label", "aria-description", "title", "alt")


def read(name: str, data: bytes) -> Content:
    """All words in the picture; numbers of axes and legends are marked as scale."""
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    return Content(texts=tuple(_texts(name, ElementTree.fromstring(data, parser), False)))


def _texts(name: str, element: Element, scale: bool) -> list[Text]:
    """The texts of an element and all under it, in order."""
    scale = scale or _is_scale(element)
    found = [Text(f"{name}, kenmerk {key}", value, True, scale) for key, value in _spoken(element)]
    kind = local(element)
    if kind == "text":
        words = " ".join(" ".join(element.itertext()).split())
        return [*found, Text(f"{name}, tekst", words, scale=scale)] if words else found
    if kind in _SPOKEN or not kind:
        words = " ".join(" ".join(element.itertext()).split())
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
