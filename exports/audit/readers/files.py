"""Choosing the reader of a file, by its name and by what it holds; what is packed is opened."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath

from exports.audit.content import Content, Text, merged
from exports.audit.readers import csv_text, image, mail, packed, plain
from exports.audit.readers.office import presentation, wordprocessing, workbook
from exports.audit.readers.remains import known_in, remains
from exports.audit.readers.stored import columnar, geopackage
from exports.audit.readers.web import coded, json_text, markup, picture
from exports.audit.secrets import told_by_bytes, told_by_headings
from exports.audit.vouching import Vouching

Reader = Callable[[str, bytes], Content]
File = tuple[str, bytes]


def _read_pdf(name: str, data: bytes) -> Content:
    from exports.audit.readers import document  # noqa: PLC0415 (slow to load)

    return document.read(name, data)


def _in_pdf(data: bytes) -> list[File]:
    from exports.audit.readers import document  # noqa: PLC0415 (slow to load)

    return document.attachments(data)


_READERS: dict[str, Reader] = {
    ".csv": csv_text.read, ".tsv": csv_text.read,
    ".json": json_text.read, ".jsonl": json_text.read, ".ndjson": json_text.read,
    ".geojson": json_text.read, ".jsonld": json_text.read,
    ".gpkg": geopackage.read, ".sqlite": geopackage.read,
    ".svg": picture.read, ".pdf": _read_pdf,
    ".html": markup.read, ".htm": markup.read, ".xml": markup.read_xml,
    ".parquet": columnar.read, ".feather": columnar.read, ".arrow": columnar.read,
    ".eml": mail.read, ".mbox": mail.read, ".mht": mail.read, ".mhtml": mail.read,
    ".txt": plain.read, ".md": plain.read, ".log": plain.read,
}  # fmt: skip
_OFFICE: dict[str, Reader] = {
    ".xlsx": workbook.read, ".xlsm": workbook.read,
    ".pptx": presentation.read, ".docx": wordprocessing.read,
    ".odt": markup.read_parts, ".ods": markup.read_parts, ".odp": markup.read_parts,
}  # fmt: skip
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf")
_MARKS = {
    b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"%PDF": ".pdf",
    b"SQLite format 3": ".gpkg", b"\x1f\x8b": ".gz", b"PK\x03\x04": ".zip", b"BZh": ".bz2",
    b"PAR1": ".parquet", b"ARROW1": ".feather",
}  # fmt: skip
_STARTS = {
    b"<svg": ".svg", b"<!doctype html": ".html", b"<html": ".html", b"<": ".xml",
    b"{": ".json", b"[": ".json",
}  # fmt: skip
_INSIDE: dict[str, Callable[[bytes], list[File]]] = {
    ".pdf": _in_pdf,
    ".eml": mail.parts, ".mbox": mail.parts, ".mht": mail.parts, ".mhtml": mail.parts,
}  # fmt: skip
_FAMILIES = {".zip": tuple(_OFFICE), ".gz": (".tgz",), ".gpkg": (".sqlite",)}
_CODED = (".msg", ".rtf", ".ps", ".eps", ".xls", ".doc", ".ppt")
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?|\d{4}")
_KEPT = re.compile(r"^docProps/thumbnail\.|(^|/)printerSettings/")  # by the program itself
_WRITTEN = (".xml", ".rels", ".vml")
_DEEPEST = 4  # a zip in a zip in a zip: deeper is no export


def files_of(path: Path) -> Iterator[File]:
    """A file, or all files in a folder in order of name, by name and bytes. OSError."""
    if not path.is_dir():
        yield path.name, path.read_bytes()
        return
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield str(file.relative_to(path)), file.read_bytes()


def read_bytes(name: str, data: bytes, vouching: Vouching | None = None, depth: int = 0) -> Content:
    """The content of a file by its name and bytes, with the files that are packed inside it.

    Pictures in a file that a manifest vouches for are taken as examined.
    """
    secret = told_by_bytes(name, data)
    if secret:
        return Content(secrets=(secret,))
    if depth > _DEEPEST:
        return Content(unread=(f"{name}: te diep ingepakt",))
    vouching = vouching or Vouching()
    try:
        found = _read(name, data, vouching, depth)
    except packed.TooLarge:
        found = Content(unread=(f"{name}: te groot om uit te pakken",))
    except Exception as error:  # a damaged file may raise anything: it is reported, not passed
        found = Content(unread=(f"{name}: beschadigd of onleesbaar ({type(error).__name__})",))
    if vouching.knows(data):
        found = replace(found, pictures=())
    own = Content(texts=tuple(_of_name(name)), secrets=tuple(told_by_headings(found)))
    return merged([own, found])


def _of_name(name: str) -> Iterator[Text]:
    """The name of a file and of its folders as words, without their days and years."""
    *folders, file = PurePath(name.rpartition(" > ")[2]).parts or ("",)
    if words := _in_words(file.partition(".")[0]):
        yield Text(f"{name}, naam van het bestand", words, scale=words.isdigit())
    for folder in folders:
        yield Text(f"{name}, naam van de map", _in_words(folder), hidden=True, scale=True)


def _in_words(stem: str) -> str:
    words = _DAY.sub(" ", stem.replace("_", " "))
    return re.sub(r"(?<=\w)-(?=\d\b)|(?<=\b\d)-(?=[^\W\d])", " ", words).strip()


def _read(name: str, data: bytes, vouching: Vouching, depth: int) -> Content:
    suffix = _suffix(name, data)
    if suffix in _PICTURES:
        return image.read(name, data)
    own, inner = Content(), []
    if suffix in _OFFICE:
        own = _OFFICE[suffix](name, data)
        own = merged([own, _remaining(name, packed.zip_parts(data), own)])
        inner = [part for part in packed.zip_parts(data) if not _is_known(*part)]
    elif suffix in packed.ENDINGS:
        inner = packed.parts(name, data, suffix)
    elif suffix in _READERS:
        own = _READERS[suffix](name, data)
        inner = _INSIDE.get(suffix, partial(coded.embedded, suffix))(data)
    else:
        return Content(
            unread=(f"{name}: dit soort bestand leest de controle niet; kijk zelf wat erin staat",)
        )
    return merged([own, *(_inside(name, part, vouching, depth) for part in inner)])


def _is_known(part: str, body: bytes) -> bool:
    """Whether a part of an office file is read elsewhere, or is what the program itself keeps."""
    return part.endswith(_WRITTEN) or bool(_KEPT.search(part) and b"\0" in body)


def _remaining(name: str, parts: Iterable[File], own: Content) -> Content:
    """What stands in the XML of an office file beside what its reader took from it."""
    known = list(known_in(own))
    written = ((part, body) for part, body in parts if part.endswith(_WRITTEN))
    found = (remains(f"{name}, {part}", plain.decoded(body), known) for part, body in written)
    return Content(texts=tuple(text for texts in found for text in texts))


def _inside(name: str, part: File, vouching: Vouching, depth: int) -> Content:
    return read_bytes(f"{name} > {part[0]}", part[1], vouching, depth + 1)


def _suffix(name: str, data: bytes) -> str:
    """The kind of a file as an ending: by its first bytes, or else its name, or what it says."""
    suffix = PurePath(name).suffix.lower()
    kind = next((kind for mark, kind in _MARKS.items() if data.startswith(mark)), "")
    if kind:
        return suffix if suffix in _FAMILIES.get(kind, ()) else kind
    is_known = suffix in _READERS or suffix in (*_OFFICE, *_PICTURES, *packed.ENDINGS)
    if is_known or suffix in _CODED or b"\0" in data:
        return suffix
    start = data.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    kind = next((kind for mark, kind in _STARTS.items() if start.startswith(mark)), ".txt")
    is_named = start.startswith(b"[") and not start.rstrip().endswith(b"]")  # as in toml: [name]
    return ".txt" if is_named else kind
