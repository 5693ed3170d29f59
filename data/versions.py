"""Versions behind one file name: a new file beside the old one, then put in its place.

A process that has a DuckDB file open keeps seeing that file, even when its name is reused. So
every version has a name of its own, and the name that people know is a link to the newest one.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

KEPT_VERSIONS = 2  # the current one, and the one that a running dashboard may still be reading


def current(target: Path) -> Path:
    """The version that `target` stands for now; `target` itself when it is a plain file."""
    return target.resolve()


@contextmanager
def new_version(target: Path) -> Iterator[Path]:
    """Yields the path for a new version; puts it behind `target` when the block succeeds.

    When the block raises, the unfinished file is removed and `target` stays what it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    version = _version_name(target)
    try:
        yield version
        _point(target, version)
    except BaseException:
        _remove(version)
        raise
    _remove_old(target, version)


def _version_name(target: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return target.with_name(f"{target.stem}.v{stamp}{target.suffix}")


def _point(target: Path, version: Path) -> None:
    link = version.with_name(f"{version.name}.link")
    try:
        link.symlink_to(version.name)
    except OSError:  # Windows allows links only to some users
        shutil.copyfile(version, link)
    try:
        os.replace(link, target)
    except OSError:
        _remove(link)
        raise


def _remove_old(target: Path, newest: Path) -> None:
    versions = sorted(target.parent.glob(f"{target.stem}.v*{target.suffix}"))
    older = [version for version in versions if version.name < newest.name]
    for version in older[: -(KEPT_VERSIONS - 1)]:
        _remove(version)


def _remove(path: Path) -> None:
    # Windows keeps a file that is still being read; the next import takes it away.
    with suppress(OSError):
        path.unlink(missing_ok=True)
