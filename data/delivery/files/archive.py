"""Taking files out of .gz and .zip, within limits, for as long as they are read."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import ZipFile

from data.delivery.files.kinds import FileKind
from data.delivery.files.limits import MAX_MEMBERS, MAX_UNPACKED, check_size
from data.delivery.refusal import DAMAGE
from data.problems import DeliveryRefused
from data.temporary import prefix

_CHUNK = 1 << 20


@contextmanager
def unpacked(path: Path, name: str, kind: FileKind) -> Iterator[list[tuple[str, Path]]]:
    """Yields the files in an archive, each with its name for a reader; they go afterwards.

    Raises DeliveryRefused for an archive that is damaged, too large or has a password.
    """
    with TemporaryDirectory(prefix=prefix()) as folder:
        try:
            files = _gunzip if kind is FileKind.ZIPPED else _unzip
            members = files(path, name, Path(folder))
        except (gzip.BadGzipFile, *DAMAGE) as error:
            if "password" in str(error):
                raise DeliveryRefused(
                    f"{name} heeft een wachtwoord. Lever het bestand zonder wachtwoord."
                ) from error
            raise DeliveryRefused(
                f"{name} is beschadigd en kan niet worden uitgepakt. Maak het bestand opnieuw."
            ) from error
        yield members


def _gunzip(path: Path, name: str, folder: Path) -> list[tuple[str, Path]]:
    inner = path.name.removesuffix(".gz").removesuffix(".GZ") or "bestand"
    target = folder / inner
    with gzip.open(path) as packed:
        _copy(packed, target, name)
    return [(name, target)]


def _unzip(path: Path, name: str, folder: Path) -> list[tuple[str, Path]]:
    members: list[tuple[str, Path]] = []
    with ZipFile(path) as package:
        infos = [info for info in package.infolist() if not info.is_dir()]
        check_size(name, len(infos), MAX_MEMBERS, "bestanden")
        check_size(name, sum(info.file_size for info in infos), MAX_UNPACKED, "bytes, uitgepakt")
        for index, info in enumerate(infos):
            inner = PurePosixPath(info.filename.replace("\\", "/"))
            target = folder / str(index) / inner.name  # never a path that the archive chose
            target.parent.mkdir()
            with package.open(info) as packed:
                _copy(packed, target, name)
            members.append((f"{name}/{inner}", target))
    return members


def _copy(packed: IO[bytes] | gzip.GzipFile, target: Path, name: str) -> None:
    size = 0
    with target.open("wb") as file:
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            check_size(name, size, MAX_UNPACKED, "bytes, uitgepakt")
            file.write(chunk)
