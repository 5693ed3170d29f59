"""Files that come together in a folder: all of them, or none.

They are written in a folder of their own beside the others first, and moved when all are there:
a full disk, an error or someone who stops halfway leaves no half file. Nobody who reads meanwhile
misses a file: the new one takes the place of the old one in one step.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp

from data.file.lock import locked

STAGE, ASIDE = ".samen-", "oud"
File = tuple[str, bytes]  # the name may begin with folders
Closing = Callable[[Mapping[str, bytes]], Sequence[File]]  # what tells of all files
_STAGE_NAME = re.compile(r"\.samen-[a-z0-9_]{8}")  # as mkdtemp makes them


def put_together(
    folder: Path, files: Iterable[File], closing: Closing = lambda written: ()
) -> list[str]:
    """Puts the files in a folder, and at the end those that `closing` makes of them all.

    The names, in order. Raises OSError when something cannot be written; then, and when `files`
    raises or the user interrupts, the folder is as it was. Busy when somebody else is at it.
    """
    with locked(folder):
        _remove_dead(folder)
        stage, moved = Path(mkdtemp(prefix=STAGE, dir=folder)), list[str]()
        try:
            names = _write(stage, files, closing)
            for name in names:
                _keep(folder / name, stage / ASIDE / name)
                moved.append(name)
                _move(stage / name, folder / name)
        except BaseException:
            _put_back(stage / ASIDE, folder, moved)  # where that fails, the old files stay there
            shutil.rmtree(stage)
            raise
        shutil.rmtree(stage)
    return names


def _remove_dead(folder: Path) -> None:
    """What a killed run left half done goes; a file that it had put aside comes back."""
    for stage in [path for path in folder.iterdir() if _STAGE_NAME.fullmatch(path.name)]:
        aside = stage / ASIDE
        for path in [path for path in aside.rglob("*") if path.is_file()]:
            if not (folder / path.relative_to(aside)).exists():
                _move(path, folder / path.relative_to(aside))
        shutil.rmtree(stage)


def _write(stage: Path, files: Iterable[File], closing: Closing) -> list[str]:
    written: dict[str, bytes] = {}
    for name, data in files:
        if name in written:
            raise ValueError(f"Er zijn twee bestanden met de naam {name}.")
        _write_one(stage / name, data)
        written[name] = data
    last = closing(written)
    for name, data in last:
        _write_one(stage / name, data)
    return [*written, *(name for name, _ in last)]


def _write_one(path: Path, data: bytes) -> None:
    """Writes a file and brings it to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _keep(path: Path, aside: Path) -> None:
    """A second name for the file that stands there, if one does; a copy where there are none."""
    if not path.exists():
        return
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)


def _move(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    os.replace(path, to)


def _put_back(aside: Path, folder: Path, moved: Iterable[str]) -> None:
    for name in moved:
        if (aside / name).exists():
            os.replace(aside / name, folder / name)
        else:
            (folder / name).unlink(missing_ok=True)
