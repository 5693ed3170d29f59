"""What kind of file something is: by its content first, for names of files lie."""

from enum import Enum, auto
from pathlib import Path
from zipfile import ZipFile

from data.delivery.refusal import DAMAGE
from data.problems import DeliveryRefused


class FileKind(Enum):
    """How a file is read."""

    TEXT = auto()
    WORKBOOK = auto()
    PARQUET = auto()
    DATABASE = auto()
    ZIPPED = auto()  # one file, made smaller: .gz
    ARCHIVE = auto()  # several files: .zip


KINDS = {
    ".csv": FileKind.TEXT,
    ".tsv": FileKind.TEXT,
    ".txt": FileKind.TEXT,
    ".tab": FileKind.TEXT,
    ".xlsx": FileKind.WORKBOOK,
    ".xlsm": FileKind.WORKBOOK,
    ".xls": FileKind.WORKBOOK,
    ".ods": FileKind.WORKBOOK,
    ".parquet": FileKind.PARQUET,
    ".duckdb": FileKind.DATABASE,
    ".db": FileKind.DATABASE,
    ".gz": FileKind.ZIPPED,
    ".zip": FileKind.ARCHIVE,
}
READABLE = ".csv, .xlsx, .xls, .ods, .parquet, .duckdb, .gz of .zip"
_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"SQLite format 3": "een SQLite-bestand",
    b"%PDF": "een PDF",
    b"Rar!": "een RAR-archief",
    b"7z\xbc\xaf": "een 7z-archief",
    b"BZh": "een bz2-archief",
    b"\xfd7zXZ": "een xz-archief",
    b"\x28\xb5\x2f\xfd": "een zstd-archief",
    b"{\\rtf": "een tekstdocument",
}


def is_readable(path: Path) -> bool:
    """True when the name of a file ends as something that can be read."""
    return path.suffix.casefold() in KINDS


def kind_of(path: Path, name: str) -> FileKind:
    """The kind of a file; raises DeliveryRefused, in Dutch, for one that cannot be read."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(path, name)
    if head.startswith(_OLE):
        return FileKind.WORKBOOK
    if head.startswith(b"PAR1"):
        return FileKind.PARQUET
    if head[8:12] == b"DUCK":
        return FileKind.DATABASE
    if head.startswith(b"\x1f\x8b"):
        return FileKind.ZIPPED
    _refuse_foreign(head, name)
    by_name = KINDS.get(path.suffix.casefold(), FileKind.TEXT)
    is_text_named_otherwise = by_name is FileKind.WORKBOOK and b"\x00" not in head
    return FileKind.TEXT if is_text_named_otherwise else by_name


def _zip_kind(path: Path, name: str) -> FileKind:
    try:
        with ZipFile(path) as package:
            parts = set(package.namelist())
    except (OSError, *DAMAGE):
        return KINDS.get(path.suffix.casefold(), FileKind.WORKBOOK)
    if "xl/workbook.bin" in parts:
        raise DeliveryRefused(f"{name} is een binaire werkmap (.xlsb). Sla haar op als .xlsx.")
    if "xl/workbook.xml" in parts:
        return FileKind.WORKBOOK
    if "content.xml" in parts or "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        return FileKind.WORKBOOK
    return FileKind.ARCHIVE


def _refuse_foreign(head: bytes, name: str) -> None:
    for mark, kind in _FOREIGN.items():
        if head.startswith(mark):
            raise DeliveryRefused(f"{name} is {kind} en kan niet worden gelezen: lever {READABLE}.")
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise DeliveryRefused(
            f"{name} is een webpagina of XML-bestand, ook al heet het anders. Open het in Excel en"
            " sla het op als .xlsx."
        )
