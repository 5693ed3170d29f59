"""Small files that must not be lost: written beside, brought to the disk, then put in place."""

import os
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
ORDINARY = 0o644


def replace(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Puts `content` in the place of `path`, whole or not at all.

    A file that stood there keeps its mode; a new one gets `mode`. OSError when it cannot be
    written; then the old file is as it was.
    """
    beside = path.with_name(f"{path.name}.nieuw")
    try:
        beside.unlink(missing_ok=True)
        _write(beside, content, path.stat().st_mode & 0o777 if path.exists() else mode)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write(path: Path, content: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        path.chmod(mode)  # whatever the umask says
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Brings the names in a folder to the disk, where the system can."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
