"""The versions that are kept of a data file, each as it tells of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from data.contract.tables import TABLES
from data.file.opening import meta_in
from data.file.standing import Kind, standing
from data.file.store import Version, version_of
from data.file.switches import Switch, sha256_of, switches
from data.file.versions import current, version_files, versioned
from data.models.meta import Meta, Source
from data.problems import DataFileProblem

KEPT = 200  # files of which is remembered what they say: a version is never written to


@dataclass(frozen=True)
class StoredVersion:
    """One version: its file, what it says of itself, and whether it is in use.

    `number` counts from 1, the oldest that is kept; `kind` is "full" or "added"; `rows` are the
    counts of the record tables. `problem` says in Dutch why it cannot be put back ("": it can).
    """

    number: int
    path: Path
    is_in_use: bool
    size: int
    loaded_at: datetime | None = None
    as_of: date | None = None
    kind: str = ""
    series: str = ""
    sources: tuple[Source, ...] = ()
    rows: Mapping[str, int] | None = None
    problem: str = ""


@dataclass(frozen=True)
class History:
    """All versions, the oldest first, the switches by hand, and the bytes on the disk."""

    versions: tuple[StoredVersion, ...]
    switches: tuple[Switch, ...]

    @property
    def size(self) -> int:
        """The bytes that the versions take together."""
        return sum(version.size for version in self.versions)

    @property
    def in_use(self) -> StoredVersion | None:
        """The version in use; None when it is no version (a plain file)."""
        return next((version for version in self.versions if version.is_in_use), None)

    def step(self, by: int) -> StoredVersion | None:
        """The version so many steps after (or, below 0, before) the one in use, if there is one."""
        if self.in_use is None:
            return None
        place = self.in_use.number - 1 + by
        return self.versions[place] if 0 <= place < len(self.versions) else None


def history(target: Path) -> History:
    """The versions that are kept of `target`; none where it is not there."""
    files = version_files(target) if versioned(target).parent.is_dir() else []
    used = _used(target, files)
    listed = [_version(number, path, used) for number, path in enumerate(files, start=1)]
    return History(tuple(listed), tuple(switches(versioned(target))))


def _used(target: Path, files: list[Path]) -> Path:
    """The version in use; where links are not allowed, the one that the file is a copy of."""
    found = current(target)
    if found in files or not found.is_file():
        return found
    like = [path for path in files if path.stat().st_size == found.stat().st_size]
    same = [path for path in like if sha256_of(path) == sha256_of(found)]
    return same[-1] if same else found


def _version(number: int, path: Path, used: Path) -> StoredVersion:
    is_in_use, size = path == used, path.stat().st_size
    try:
        meta, rows = _told(version_of(path))
    except DataFileProblem as problem:
        return StoredVersion(number, path, is_in_use, size, problem=str(problem))
    return StoredVersion(
        number, path, is_in_use, size,
        meta.built_at, meta.as_of, meta.kind, meta.series_id or "", meta.sources, rows,
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def _told(version: Version) -> tuple[Meta, Mapping[str, int]]:
    """What a version says of itself and its counts; DataFileProblem when it is no use."""
    return meta_in(version.path), _rows(version.path)


def _rows(path: Path) -> Mapping[str, int]:
    found = standing(path)
    known = found.rows if found.kind is Kind.OURS else {}
    return {table.name: known.get(table.name, 0) for table in TABLES}
