"""Choosing the reader of a file; folders and zip files are walked. Nothing is unpacked to disk."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from exports.audit.content import Content, merged
from exports.audit.readers import (
    csv_text,
    database,
    document,
    geopackage,
    json_text,
    picture,
    plain,
    presentation,
    workbook,
)

Reader = Callable[[str, bytes], Content]

_READERS: dict[str, Reader] = {
    ".csv": csv_text.read,
    ".tsv": csv_text.read,
    ".json": json_text.read,
    ".geojson": json_text.read,
    ".gpkg": geopackage.read,
    ".svg": picture.read,
    ".pdf": document.read,
    ".txt": plain.read,
    ".md": plain.read,
}
_OFFICE = {".xlsx": workbook.read, ".xlsm": workbook.read, ".pptx": presentation.read}
_DATABASES = (".duckdb", ".db")
_DEEPEST = 4  # a zip in a zip in a zip: deeper is no export


def read_path(path: Path) -> Content:
    """The content of a file, or of all files in a folder, in order of name."""
    if path.is_dir():
        return merged(_read_file(file, str(file.relative_to(path))) for file in _files(path))
    return _read_file(path, path.name)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _read_file(path: Path, name: str) -> Content:
    if path.suffix.lower() in _DATABASES:
        return database.read(name, path)
    try:
        data = path.read_bytes()
    except OSError:
        return Content(unread=(f"{name}: het bestand kan niet worden gelezen",))
    return read_bytes(name, data)


def read_bytes(name: str, data: bytes, depth: int = 0) -> Content:
    """The content of a file by its name and bytes, with the files that are packed inside it."""
    suffix = Path(name).suffix.lower()
    if depth > _DEEPEST:
        return Content(unread=(f"{name}: te diep ingepakt",))
    try:
        if suffix in _OFFICE or suffix == ".zip":
            return _packed(name, data, suffix, depth)
        if suffix in _READERS:
            return _with_inner(_READERS[suffix](name, data), name, data, suffix, depth)
    except Exception as error:  # a damaged file may raise anything: it is reported, not passed
        return Content(unread=(f"{name}: beschadigd of onleesbaar ({type(error).__name__})",))
    return Content(unread=(f"{name}: dit soort bestand wordt niet herkend",))


def _packed(name: str, data: bytes, suffix: str, depth: int) -> Content:
    """A zip file, or an office file, which is one too: its own content and the files inside."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = [item for item in archive.infolist() if not item.is_dir()]
        if suffix in _OFFICE:
            inside = [item for item in inside if _is_embedded(item.filename)]
        packed = [(f"{name} > {item.filename}", archive.read(item)) for item in inside]
    own = _OFFICE[suffix](name, data) if suffix in _OFFICE else Content()
    return merged([own, *(read_bytes(inner, part, depth + 1) for inner, part in packed)])


def _is_embedded(part: str) -> bool:
    return "/embeddings/" in part or "/media/" in part


def _with_inner(own: Content, name: str, data: bytes, suffix: str, depth: int) -> Content:
    """A PDF can carry other files as attachments."""
    if suffix != ".pdf":
        return own
    inner = document.attachments(data)
    return merged([own, *(read_bytes(f"{name} > {n}", part, depth + 1) for n, part in inner)])
