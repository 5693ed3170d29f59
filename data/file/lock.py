"""One writer at a time in a folder: a lock of the operating system on a file in that folder.

The system itself lets the lock go when a process ends, however it ends, so that a lock never
outlives its owner. The file says who holds it and since when, for whoever has to wait; it goes
with the lock.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from data.dutch import long_date

NAME = ".bloei.slot"
_FAR = 1 << 20  # Windows locks bytes: one far behind the text, so that the text can be read


class Busy(Exception):
    """Somebody else writes in the folder; the text says in Dutch who, since when, what to do."""


@contextmanager
def locked(*folders: Path) -> Iterator[None]:
    """Holds the lock of every folder, each once; a folder that is not there is made.

    A folder that was made and is empty at the end goes away again. Raises Busy when another
    process (or this one) holds a lock, OSError when a folder cannot be written.
    """
    with ExitStack() as held:
        for folder in sorted({folder.resolve() for folder in folders}):
            held.enter_context(_made(folder))
            held.enter_context(_locked(folder / NAME))
        yield


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):  # what is in it now may stay
            for path in new:
                path.rmdir()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    descriptor = _held(path)
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {datetime.now():%Y-%m-%dT%H:%M}\n".encode("ascii"))
        yield
    finally:
        with suppress(OSError):  # Windows keeps an open file; the next one writes over it
            path.unlink()
        os.close(descriptor)


def _held(path: Path) -> int:
    """The descriptor of the lock file, locked."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _lock(descriptor):
            os.close(descriptor)
            raise Busy(_busy(path))
        if _is_at(descriptor, path):
            return descriptor
        os.close(descriptor)  # its owner took the file away between opening and locking


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _busy(path: Path) -> str:
    return (
        f"In de map {path.parent} wordt al een bestand gemaakt{_owner(path)}."
        " Wacht tot dat klaar is en probeer het dan opnieuw. Er is niets veranderd."
    )


def _owner(path: Path) -> str:
    """Who holds the lock, in words; empty when the file does not say so (yet)."""
    try:
        process, since = path.read_text(encoding="ascii").split()
        moment = datetime.fromisoformat(since)
    except (OSError, ValueError):
        return ""
    return f" door proces {process}, sinds {long_date(moment.date())} om {moment:%H:%M} uur"
