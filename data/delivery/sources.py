"""From what was delivered (files or folders) to raw sheets, with a fingerprint of every file."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.delivery.csv_text import read_csv
from data.delivery.formats import Sheet, read_database, read_parquet, read_workbook
from data.delivery.raw import Origin, RawSheet
from data.delivery.refusal import DeliveryRefused
from data.meta import Source
from data.versions import is_own

ORIGINS = {
    ".csv": Origin.TEXT,
    ".tsv": Origin.TEXT,
    ".xlsx": Origin.WORKBOOK,
    ".xlsm": Origin.WORKBOOK,
    ".xls": Origin.WORKBOOK,
    ".ods": Origin.WORKBOOK,
    ".parquet": Origin.PARQUET,
    ".duckdb": Origin.DATABASE,
    ".db": Origin.DATABASE,
}
_READABLE = ".csv, .xlsx, .xls, .ods, .parquet of .duckdb"


@dataclass(frozen=True)
class Found:
    """The files of a delivery: those that are read, and those in a folder of another kind."""

    files: tuple[Path, ...]
    others: tuple[Path, ...]


def find_files(paths: Sequence[Path], target: Path | None = None) -> Found:
    """The files behind `paths`: files, folders and the folders directly in them, each file once.

    In a folder, hidden files, Excel's lock files and the versions of `target` are no delivery.
    Raises DeliveryRefused for a missing path, a file of an unknown kind, or nothing to read.
    """
    files: dict[Path, Path] = {}
    others: dict[Path, Path] = {}
    for path in paths:
        for file in _files_behind(path, target):
            readable = file.suffix.casefold() in ORIGINS
            (files if readable else others).setdefault(file.resolve(), file)
    if not files:
        names = ", ".join(str(path) for path in paths)
        raise DeliveryRefused(f"In {names} staat geen bestand om te lezen: lever {_READABLE}.")
    return Found(tuple(files.values()), tuple(others.values()))


def _files_behind(path: Path, target: Path | None) -> list[Path]:
    if path.is_dir():
        inside = [*path.glob("*"), *path.glob("*/*")]
        return sorted(file for file in inside if file.is_file() and not _ignored(file, target))
    if not path.exists():
        raise DeliveryRefused(f"{path} bestaat niet. Controleer de naam van het bestand of de map.")
    if path.suffix.casefold() not in ORIGINS:
        raise DeliveryRefused(f"{path.name} kan niet worden gelezen: lever {_READABLE}.")
    return [path]


def _ignored(file: Path, target: Path | None) -> bool:
    if file.name.startswith((".", "~$")) or file.parent.name.startswith("."):
        return True
    if target is None or file.parent.resolve() != target.parent.resolve():
        return False
    return file.name == target.name or is_own(file.name, target)


def source_of(file: Path) -> Source:
    """The name of a file and the SHA-256 of its content."""
    with _readable(file).open("rb") as content:
        return Source(file.name, hashlib.file_digest(content, "sha256").hexdigest())


def read_sheets(file: Path, known_headings: frozenset[str]) -> list[RawSheet]:
    """The sheets of one file; `known_headings` (squashed) help to tell the separator of a csv.

    Raises DeliveryRefused, in Dutch, for a file that cannot be read.
    """
    origin = ORIGINS[file.suffix.casefold()]
    try:
        sheets = _sheets(_readable(file), origin, known_headings)
    except OSError as error:
        raise DeliveryRefused(
            f"{file.name} kan niet worden geopend. Controleer of het bestand bestaat en gelezen mag"
            " worden."
        ) from error
    alone = len(sheets) == 1 and origin is not Origin.DATABASE
    return [RawSheet(file.name, name, rows, origin, alone) for name, rows in sheets]


def _readable(file: Path) -> Path:
    if file.stat().st_size == 0:
        raise DeliveryRefused(f"{file.name} is leeg. Maak de export opnieuw.")
    return file


def _sheets(file: Path, origin: Origin, known_headings: frozenset[str]) -> list[Sheet]:
    match origin:
        case Origin.TEXT:
            return [(file.stem, read_csv(file, known_headings))]
        case Origin.WORKBOOK:
            return read_workbook(file)
        case Origin.PARQUET:
            return read_parquet(file)
        case Origin.DATABASE:
            return read_database(file)
