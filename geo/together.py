"""Several files that change together: all of them, or none."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

NEW, OLD = "nieuw", "oud"


def replace_together(texts: Mapping[Path, str]) -> None:
    """Write a text (UTF-8) to each path; after any failure all files are as they were.

    The new texts and copies of what they replace are first written beside them. From then on
    nothing needs room on the disk: the new ones are renamed into place, and when that goes
    wrong, or the user interrupts it, the copies are renamed back.

    Raises:
        OSError: when a file cannot be written.
    """
    try:
        _stage(texts)
    except BaseException:
        _remove(texts, NEW, OLD)
        raise
    try:
        for path in texts:
            os.replace(_beside(path, NEW), path)
    except BaseException:
        for path in texts:
            _put_back(path)
        _remove(texts, NEW)
        raise
    _remove(texts, OLD)


def _stage(texts: Mapping[Path, str]) -> None:
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path, NEW).open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copy2(path, _beside(path, OLD))


def _put_back(path: Path) -> None:
    if _beside(path, OLD).exists():
        os.replace(_beside(path, OLD), path)
    elif not _beside(path, NEW).exists():  # it is in place, where nothing was before
        path.unlink(missing_ok=True)


def _remove(paths: Iterable[Path], *kinds: str) -> None:
    for path in paths:
        for kind in kinds:
            _beside(path, kind).unlink(missing_ok=True)


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"{path.name}.{kind}")
