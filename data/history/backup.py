"""A backup: files with their checksums in one tar, put back whole or not at all."""

import hashlib
import json
import tarfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath

from data.file.switches import sha256_of
from data.file.whole import OWNER_ONLY, whole_file, whole_folder

ABOUT = "inhoud.json"
_VERSION = 1
_DAMAGE = (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, AttributeError)
_CHUNK = 1 << 20


class BackupRefused(Exception):
    """A backup is not made or not put back; the text says in Dutch why, and nothing changed."""


def pack(tar: Path, files: Mapping[str, Path], links: Mapping[str, str]) -> None:
    """Writes `files` (by their name in the backup) and `links` (name to target) into a tar.

    It holds the key: only the owner may read it. OSError when it cannot be written; BackupRefused
    when it is there already.
    """
    if tar.exists():
        raise BackupRefused(f"{tar} is er al. Kies een andere naam, dan blijft die back-up staan.")
    with (
        whole_file(tar) as file,
        tarfile.open(fileobj=file, mode="w") as archive,
    ):
        _add_about(archive, files, links)
        for name, path in files.items():
            archive.add(path, name, recursive=False)


def _add_about(
    archive: tarfile.TarFile, files: Mapping[str, Path], links: Mapping[str, str]
) -> None:
    about = {
        "versie": _VERSION,
        "bestanden": {name: sha256_of(path) for name, path in files.items()},
        "links": dict(links),
    }
    content = json.dumps(about, ensure_ascii=False, indent=1).encode()
    member = tarfile.TarInfo(ABOUT)
    member.size = len(content)
    archive.addfile(member, BytesIO(content))


def unpack(tar: Path, folder: Path) -> list[str]:
    """Puts a backup back in `folder`, which is not there or empty; the names of its files.

    BackupRefused, with nothing changed, when the folder is used or the backup is damaged. OSError
    when it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupRefused(f"{folder} is niet leeg. Kies een nieuwe map; er is niets veranderd.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with whole_folder(folder, folder.with_name(f".{folder.name}.half")) as stage:
            return _unpacked(tar, stage)
    except _DAMAGE as error:
        raise _damaged(tar) from error


def _unpacked(tar: Path, stage: Path) -> list[str]:
    with tarfile.open(tar, mode="r:") as archive:
        first = archive.next()
        about = json.loads(_content(archive, first, ABOUT))
        if about["versie"] != _VERSION:
            raise BackupRefused(f"{tar} is gemaakt met een andere versie van het programma.")
        for name, known in about["bestanden"].items():
            _place(archive, archive.next(), stage, name, known)
    for name, target in about["links"].items():
        _inside(stage, name).symlink_to(_inside(stage, target).name)
    return [*about["bestanden"], *about["links"]]


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo | None, name: str) -> bytes:
    file = archive.extractfile(member) if member and member.name == name else None
    if file is None:
        raise ValueError(name)
    return file.read()


def _place(
    archive: tarfile.TarFile, member: tarfile.TarInfo | None, stage: Path, name: str, known: str
) -> None:
    """Writes one file of the backup; ValueError when it is not what the backup says."""
    source = archive.extractfile(member) if member and member.name == name else None
    if member is None or source is None:
        raise ValueError(name)
    path, digest = _inside(stage, name), hashlib.sha256()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("xb") as file:
        path.chmod(member.mode & 0o777 & ~0o022 | OWNER_ONLY)
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
    if digest.hexdigest() != known:
        raise ValueError(name)


def _inside(stage: Path, name: str) -> Path:
    """The path of a name in the folder; ValueError when it points elsewhere."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in name:
        raise ValueError(name)
    return stage.joinpath(*pure.parts)


def _damaged(tar: Path) -> BackupRefused:
    return BackupRefused(
        f"{tar} is geen back-up van dit programma, of is beschadigd. Neem een andere back-up; er is"
        " niets veranderd."
    )
