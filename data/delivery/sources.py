"""From what was delivered (files or folders) to raw sheets, with a fingerprint of every file."""

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import pyarrow

from data.delivery.files.archive import unpacked
from data.delivery.files.kinds import READABLE, FileKind, is_readable, kind_of
from data.delivery.files.limits import MAX_MEMBERS, check_size
from data.delivery.files.raw import Origin, Pool, RawSheet
from data.delivery.files.rows import Rows
from data.delivery.files.tables import read_database, read_parquet
from data.delivery.files.text_file import read_csv, swallowing_row, unfolded
from data.delivery.files.workbook import read_workbook
from data.delivery.recognition.sheet_names import tables_named
from data.delivery.refusal import DAMAGE
from data.file.switches import list_of
from data.file.versions import is_own
from data.models.meta import Source
from data.problems import DeliveryRefused

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
_SYSTEM_FOLDERS = frozenset({"__macosx", "$recycle.bin", "@eadir", "system volume information"})
_TEMPORARY = re.compile(
    r"^[.~].*|.*~$|.*\.(tmp|temp|bak|old|part|partial|crdownload|download|swp|wal|lock|lnk|url)$",
    re.IGNORECASE,
)
_KINDS = {
    FileKind.WORKBOOK: "werkmap",
    FileKind.PARQUET: "parquetbestand",
    FileKind.TEXT: "tekstbestand",
    FileKind.DATABASE: "DuckDB-bestand",
}


@dataclass(frozen=True)
class Found:
    """The files of a delivery: those that are read, and those in a folder that are not."""

    files: tuple[Path, ...]
    others: tuple[Path, ...]

    def title(self, file: Path) -> str:
        """How a reader calls a file: its name, with its folder when another has that name too."""
        is_only = sum(other.name == file.name for other in self.files) == 1
        return file.name if is_only else f"{file.parent.name}/{file.name}"


@dataclass(frozen=True)
class _Reading:
    """What the files of a delivery are read with."""

    known_headings: Collection[str]
    pool: Pool


def find_files(paths: Sequence[Path], target: Path | None = None) -> Found:
    """The files behind `paths`: files, folders and all folders in them, each file once.

    In a folder the data file `target`, what belongs to it and files of another kind are left
    alone; all but the files of the target are named. Raises DeliveryRefused for a missing path,
    a file of an unknown kind (in a folder: one with the name of a table), or nothing to read.
    """
    files: dict[Path, Path] = {}
    others: dict[Path, Path] = {}
    for path in paths:
        for file in _files_behind(path, target):
            is_wanted = not path.is_dir() or _is_wanted(file, path)
            (files if is_wanted else others).setdefault(file.resolve(), file)
    if not files:
        names = ", ".join(str(path) for path in paths)
        raise DeliveryRefused(f"In {names} staat geen bestand om te lezen: lever {READABLE}.")
    return Found(tuple(files.values()), tuple(others.values()))


def _files_behind(path: Path, target: Path | None) -> list[Path]:
    if path.is_dir():
        return [file for file in _inside(path) if not _belongs_to(file, target)]
    if not path.exists():
        raise DeliveryRefused(f"{path} bestaat niet. Controleer de naam van het bestand of de map.")
    if not is_readable(path):
        raise DeliveryRefused(f"{path.name} kan niet worden gelezen: lever {READABLE}.")
    return [path]


def _inside(folder: Path) -> list[Path]:
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        found += [Path(place) / name for name in sorted(names)]
        check_size(folder.name, len(found), MAX_MEMBERS, "bestanden")
    return [file for file in found if file.is_file()]


def _belongs_to(file: Path, target: Path | None) -> bool:
    if target is None or file.parent.resolve() != target.parent.resolve():
        return False
    return file.name in (target.name, list_of(target).name) or is_own(file.name, target)


def _is_wanted(file: Path, folder: Path) -> bool:
    inside = file.relative_to(folder)
    return not is_left_alone(inside) and _is_readable_by_name(inside)


def is_left_alone(inside: PurePath) -> bool:
    """True for files of the system and of programs that are at work, by the path in a folder."""
    folders = [part.casefold() for part in inside.parts[:-1]]
    if any(part in _SYSTEM_FOLDERS or part.startswith(".") for part in folders):
        return True
    return inside.name.casefold() in _SYSTEM_FILES or bool(_TEMPORARY.fullmatch(inside.name))


def _is_readable_by_name(inside: PurePath) -> bool:
    suffix = inside.suffix.casefold()
    if is_readable(Path(inside.name)):
        is_any_text = suffix in (".txt", ".tab")
        return not is_any_text or bool(tables_named(inside.stem, exactly=False))
    if tables_named(inside.stem, exactly=True):
        raise DeliveryRefused(
            f"{inside} heeft de naam van een tabel, maar kan niet worden gelezen: lever {READABLE},"
            " of geef het bestand een andere naam."
        )
    return False


def source_of(file: Path) -> Source:
    """The name of a file and the SHA-256 of its content."""
    with _readable(file).open("rb") as content:
        return Source(file.name, hashlib.file_digest(content, "sha256").hexdigest())


def read_sheets(
    file: Path,
    known_headings: Collection[str],
    name: str = "",
    pool: Pool | None = None,
    depth: int = 0,
) -> list[RawSheet]:
    """The sheets of one file; `known_headings` (squashed) help to tell the separator of a csv.

    `name` is what a reader calls the file; `pool` holds the texts of the files before it. Raises
    DeliveryRefused, in Dutch, for a file that cannot be read.
    """
    reading = _Reading(known_headings, Pool() if pool is None else pool)
    return _read(file, reading, name or file.name, depth)


def _read(file: Path, reading: _Reading, name: str, depth: int) -> list[RawSheet]:
    try:
        kind = kind_of(_readable(file), name)
        if kind in (FileKind.ZIPPED, FileKind.ARCHIVE):
            return list(_from_archive(file, reading, name, (kind, depth)))
        return [_usable(sheet, reading) for sheet in _sheets(file, kind, name, reading)]
    except DeliveryRefused:
        raise
    except OSError as error:
        raise DeliveryRefused(
            f"{name} kan niet worden geopend. Controleer of het bestand bestaat en gelezen mag"
            " worden."
        ) from error


def _readable(file: Path) -> Path:
    if file.stat().st_size == 0:
        raise DeliveryRefused(f"{file.name} is leeg. Maak de export opnieuw.")
    return file


def _from_archive(
    file: Path, reading: _Reading, name: str, place: tuple[FileKind, int]
) -> Iterator[RawSheet]:
    kind, depth = place
    if depth:
        raise DeliveryRefused(f"{name} is een archief in een archief. Pak het eerst uit.")
    with unpacked(file, name, kind) as members:
        for inner, path in members:
            inside = PurePath(inner.removeprefix(f"{name}/"))
            if kind is FileKind.ARCHIVE and (
                is_left_alone(inside) or not _is_readable_by_name(inside)
            ):
                yield RawSheet(inner, "", Rows(), Origin.TEXT, alone=True)
            else:
                is_packed_again = kind is FileKind.ARCHIVE
                yield from _read(path, reading, inner, depth + is_packed_again)


def _sheets(file: Path, kind: FileKind, name: str, reading: _Reading) -> list[RawSheet]:
    pool = reading.pool
    try:
        match kind:
            case FileKind.WORKBOOK:
                return read_workbook(file, name, pool)
            case FileKind.PARQUET:
                return read_parquet(file, name, pool)
            case FileKind.DATABASE:
                return read_database(file, name, pool)
        rows = read_csv(file, reading.known_headings, name, pool)
        return [RawSheet(name, file.stem, rows, Origin.TEXT, alone=True)]
    except (DeliveryRefused, PermissionError):
        raise
    except (pyarrow.ArrowException, OSError, *DAMAGE) as error:
        raise _damaged(name, _KINDS[kind]) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a reader in Rust gives up
            raise
        raise _damaged(name, _KINDS[kind]) from None


def _damaged(name: str, kind: str) -> DeliveryRefused:
    return DeliveryRefused(
        f"{name} kan niet worden gelezen als {kind}: het bestand is leeg, beschadigd of van"
        " een andere soort. Open het in het programma waar het vandaan komt en sla het opnieuw op."
    )


def _usable(sheet: RawSheet, reading: _Reading) -> RawSheet:
    if sheet.origin is not Origin.WORKBOOK:
        return sheet
    rows = unfolded(sheet.rows, reading.known_headings, reading.pool)
    row = swallowing_row(rows, (";", "\t", "|", ","))
    if row:
        raise DeliveryRefused(
            f"In rij {row} van {sheet.title()} staat een cel waarin hele rijen zitten. Zet elke rij"
            " op een eigen regel en lever opnieuw aan."
        )
    return replace(sheet, rows=rows)
