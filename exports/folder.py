"""Files that come together in a folder: all of them, or none.

They are written in a folder of their own beside the others first, and moved when all are there:
a full disk, an error or someone who stops halfway leaves no half file.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp

from data.file.lock import locked

STAGE, ASIDE = ".export-", "oud"
File = tuple[str, bytes]
Closing = Callable[[Mapping[str, bytes]], Sequence[File]]  # what tells of all files
_STAGE_NAME = re.compile(r"\.export-[a-z0-9_]{8}")  # as mkdtemp makes them


def deliver(
    folder: Path,
    files: Iterable[File],
    closing: Closing,
) -> list[str]:
    """Puts the files in a folder, and at the end those that `closing` makes of them all.

    The names, in order. Raises OSError when something cannot be written; then, and when `files`
    raises or the user interrupts, the folder is as it was. Busy when somebody else is at it.
    """
    with locked(folder):
        _remove_dead(folder)
        stage = Path(mkdtemp(prefix=STAGE, dir=folder))
        try:
            names = _write(stage, files, closing)
            _move(stage, folder, names)
        finally:
            shutil.rmtree(stage)
    return names


def _remove_dead(folder: Path) -> None:
    """What a killed run left half done goes; a file that it had put aside comes back."""
    for stage in [path for path in folder.iterdir() if _STAGE_NAME.fullmatch(path.name)]:
        for path in (stage / ASIDE).glob("*"):
            if not (folder / path.name).exists():
                os.replace(path, folder / path.name)
        shutil.rmtree(stage)


def _write(
    stage: Path,
    files: Iterable[File],
    closing: Closing,
) -> list[str]:
    written: dict[str, bytes] = {}
    for name, data in files:
        if name in written:
            raise ValueError(f"Er zijn twee bestanden met de naam {name}.")
        (stage / name).write_bytes(data)
        written[name] = data
    last = closing(written)
    for name, data in last:
        (stage / name).write_bytes(data)
    return [*written, *(name for name, _ in last)]


def _move(stage: Path, folder: Path, names: Iterable[str]) -> None:
    """Renames the files into place; what stood there goes back when that fails halfway."""
    old = stage / ASIDE
    old.mkdir()
    done: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                os.replace(folder / name, old / name)
            done.append(name)
            os.replace(stage / name, folder / name)
    except BaseException:
        for name in done:
            (folder / name).unlink(missing_ok=True)
        for path in old.iterdir():
            os.replace(path, folder / path.name)
        raise
