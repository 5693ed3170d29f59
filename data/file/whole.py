"""What must not be lost or stand there half: made beside, brought to the disk, then put in place.

One file or one folder. Several files that belong together are written by `data.file.together`,
versions of a data file by `data.file.versions`.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

OWNER_ONLY = 0o600
ORDINARY = 0o644


def replace(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Puts `content` in the place of `path`, whole or not at all.

    A file that stood there keeps its mode; a new one gets `mode`. OSError when it cannot be
    written; then the old file is as it was.
    """
    with whole_file(path, path.stat().st_mode & 0o777 if path.exists() else mode) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path, mode: int = OWNER_ONLY) -> Iterator[BinaryIO]:
    """Yields a file to write in, which takes the place of `path` when the block succeeds."""
    beside = path.with_name(f"{path.name}.nieuw")
    try:
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as file:
            beside.chmod(mode)  # whatever the umask says
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def whole_folder(folder: Path, stage: Path, mode: int = 0o777) -> Iterator[Path]:
    """Yields a folder to fill, which becomes `folder` (not there, or empty) at the end.

    `stage` is what it is called until then, beside it; what a killed run left there goes.
    """
    shutil.rmtree(stage, ignore_errors=True)
    try:
        stage.mkdir(mode, parents=True)
        yield stage
        with suppress(FileNotFoundError):
            folder.rmdir()
        os.rename(stage, folder)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Brings the names in a folder to the disk, where the system can."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
