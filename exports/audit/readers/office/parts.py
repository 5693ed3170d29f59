"""What Excel and PowerPoint files share: parts, chart caches, properties, texts in drawings."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from exports.audit.content import Content, Table, Text, Value, merged

Element = ElementTree.Element
_AXES = ("cat", "xVal")
_DAY_NUMBERS = range(36526, 55154)  # 2000 to 2050
_DAY_ZERO = date(1899, 12, 30).toordinal()
# Counts of pages, words and minutes that the program itself writes.
_PROGRAM_PROPERTIES = re.compile(
    "TotalTime|Pages|Words|Characters|Application|DocSecurity|PresentationFormat|Paragraphs"
    "|Slides|Notes|HiddenSlides|MMClips|ScaleCrop|HeadingPairs|TitlesOfParts|Lines|LinksUpToDate"
    "|CharactersWithSpaces|SharedDoc|HyperlinksChanged|AppVersion|Template|revision|version"
    "|created|modified|lastPrinted"
)


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of the file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(element: Element, name: str) -> Iterator[Element]:
    """All elements of that name under an element, in order."""
    return (found for found in element.iter() if local(found) == name)


def words(element: Element) -> str:
    """The text of an element, its runs put together."""
    return "".join(element.itertext()).strip()


def common(name: str, files: dict[str, bytes]) -> Content:
    """Chart caches, document properties and other XML data of the file."""
    found: list[Content] = []
    for part, data in files.items():
        where = f"{name}, {part}"
        if "/charts/chartEx" in part and part.endswith(".xml"):
            found.append(_all_texts(where, ElementTree.fromstring(data)))
        elif "/charts/chart" in part and part.endswith(".xml"):
            found.append(_chart(where, ElementTree.fromstring(data)))
        elif part.startswith("docProps/") and part.endswith(".xml"):
            found.append(_properties(where, ElementTree.fromstring(data)))
        elif part.startswith("customXml/") and part.endswith(".xml"):
            found.append(_all_texts(where, ElementTree.fromstring(data)))
    return merged(found)


def alt_texts(where: str, root: Element) -> list[Text]:
    """Names, titles and descriptions of shapes: read aloud, not shown."""
    return [
        Text(f"{where}, alternatieve tekst", shape.attrib[key], hidden=True)
        for kind in ("cNvPr", "docPr")
        for shape in named(root, kind)
        for key in ("title", "descr")
        if shape.attrib.get(key)
    ]


def _chart(where: str, root: Element) -> Content:
    titles = [words(text) for title in named(root, "title") for text in named(title, "t")]
    topic = " ".join(titles)
    columns: dict[str, dict[int, Value]] = {}
    for number, series in enumerate(named(root, "ser"), 1):
        columns |= _series(series, number)
    length = max((max(points, default=-1) + 1 for points in columns.values()), default=0)
    rows = tuple(tuple(points.get(i) for points in columns.values()) for i in range(length))
    headings = tuple(key.partition("|")[2] for key in columns)
    texts = tuple(Text(where, words(text), hidden=True) for text in named(root, "t"))
    table = Table(where, (headings, *rows), topic=topic, hidden=True, decimal=".", chart=True)
    return Content(tables=(table,) if columns else (), texts=texts)


def _series(series: Element, number: int) -> dict[str, dict[int, Value]]:
    """The cached columns of a series: categories, values, sizes, labels from cells."""
    columns: dict[str, dict[int, Value]] = {}
    name = ""
    for child in series:
        kind = local(child)
        cached = list(named(child, "pt"))
        if kind == "tx":
            name = words(next(named(child, "v"), child))
        elif cached:
            heading = "categorie" if kind in _AXES else name
            points = {int(point.attrib.get("idx", 0)): _number(words(point)) for point in cached}
            columns[f"{number} {kind}|{heading}"] = _days(points) if kind in _AXES else points
    return columns


def _days(points: dict[int, Value]) -> dict[int, Value]:
    """Numbers of days at an axis as days: a spreadsheet counts them from 1900."""
    if not all(map(_is_day, points.values())):
        return points
    days = {
        place: date.fromordinal(_DAY_ZERO + int(value))
        for place, value in points.items()
        if isinstance(value, float)
    }
    is_monthly = all(day.day == 1 for day in days.values())
    return {place: str(day)[:7] if is_monthly else str(day) for place, day in days.items()}


def _is_day(value: Value) -> bool:
    return isinstance(value, float) and value.is_integer() and int(value) in _DAY_NUMBERS


def _number(text: str) -> Value:
    try:
        return float(text)
    except ValueError:
        return text or None


def _properties(where: str, root: Element) -> Content:
    texts = []
    for element in root:
        name = element.attrib.get("name") or local(element)
        value = words(element)
        if value and not _PROGRAM_PROPERTIES.fullmatch(name):
            texts.append(Text(f"{where}, eigenschap {name}", value, hidden=True))
    return Content(texts=tuple(texts))


def _all_texts(where: str, root: Element) -> Content:
    pieces = (
        piece for element in root.iter() for piece in (element.text, *element.attrib.values())
    )
    return Content(texts=tuple(Text(where, piece, hidden=True) for piece in pieces if piece))
