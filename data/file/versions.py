"""Versions behind one file name: a new file beside the old one, then put in its place.

A process that has a DuckDB file open keeps seeing that file, even when its name is reused. So
every version has a name of its own, and the name that people know is a link to the newest one.
A version is written under an unfinished name (`.half`): what has a version's name is whole.
Writers take turns (see `data.file.lock`); what a killed one left behind goes at the next run.
The last versions stay, so that any of them can be put back (see `data.history`).
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from data.file.switches import switches
from data.file.whole import sync_folder

if sys.platform != "win32":
    import fcntl

HALF = ".half"
_STAMP = r"\.v\d{8}T\d{12}"
_UNFINISHED = r"(?:\.half|\.wal|\.tmp|\.link)+"
_MOST_LINKS = 40  # as many as Linux follows
FEWEST_KEPT = 2  # the version in use, and the one before, which a dashboard may still be reading


def current(target: Path) -> Path:
    """The version that `target` stands for now; `target` itself when it is a plain file."""
    return target.resolve()


def versioned(target: Path) -> Path:
    """The name that versions are kept behind: `target`, or where its link points elsewhere to."""
    for _ in range(_MOST_LINKS):
        if not target.is_symlink() or _is_version_of(target, target.readlink()):
            return target
        target = target.parent / target.readlink()
    raise OSError(f"{target} is een link die naar zichzelf wijst")


def is_own(name: str, target: Path) -> bool:
    """Whether this program made a file of that name, as a version of `target` or part of one."""
    return _own(target, _UNFINISHED + "|").fullmatch(name) is not None


def version_files(target: Path) -> list[Path]:
    """The versions that are kept behind a name, the oldest first."""
    return sorted(_files(versioned(target), _own(versioned(target), "")))


def put_in_use(target: Path, version: Path) -> None:
    """Puts a version that is kept behind `target` in the place of the one in use. OSError."""
    _point(versioned(target), version)
    sync_folder(version.parent)


@contextmanager
def new_version(target: Path, keep: int = FEWEST_KEPT) -> Iterator[Path]:
    """Yields the path for a new version; puts it behind `target` when the block succeeds.

    When the block raises, the unfinished file is removed and `target` stays what it was. A link
    to elsewhere stays a link: the versions are kept where it points to. The new file has the mode
    of the old one. The last `keep` versions stay (at least the one in use and the one before).
    Raises OSError before anything is written when nothing can be written there.
    """
    target = versioned(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_dead(target)
    before = current(target).name
    version = _version_name(target)
    half = version.with_name(version.name + HALF)
    try:
        _try_out(half)
        yield half
        _keep_mode(target, half)
        half.rename(version)
        _point(target, version)
    except BaseException:
        if current(target).name != version.name:  # stopped just after the switch: it is the file
            _remove_parts(version)
        raise
    sync_folder(target.parent)
    _remove_old(target, {version.name, before}, keep)


def _own(target: Path, rest: str) -> re.Pattern[str]:
    stem, suffix = re.escape(target.stem), re.escape(target.suffix)
    return re.compile(f"{stem}{_STAMP}{suffix}(?:{rest})")


def _is_version_of(target: Path, pointed: Path) -> bool:
    return len(pointed.parts) == 1 and _own(target, "").fullmatch(pointed.name) is not None


def _version_name(target: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return target.with_name(f"{target.stem}.v{stamp}{target.suffix}")


def _try_out(path: Path) -> None:
    """Says at once, as OSError, that a name is too long or a folder cannot be written."""
    path.touch()
    path.unlink()


def _keep_mode(target: Path, new: Path) -> None:
    if target.exists():
        new.chmod(target.stat().st_mode & 0o777)


def _point(target: Path, version: Path) -> None:
    link = version.with_name(f"{version.name}.link")
    try:
        link.symlink_to(version.name)
    except OSError:  # Windows allows links only to some users
        shutil.copyfile(version, link)
    os.replace(link, target)


def _files(target: Path, pattern: re.Pattern[str]) -> list[Path]:
    return [path for path in target.parent.iterdir() if pattern.fullmatch(path.name)]


def _remove_dead(target: Path) -> None:
    """What a killed run left: unfinished files, and versions that were never in use."""
    for path in (*_never_in_use(target), *_files(target, _own(target, _UNFINISHED))):
        if not _is_of_a_reader(target, path):
            _remove(path)


def _never_in_use(target: Path) -> list[Path]:
    found = version_files(target)
    if target.is_symlink():
        # Names go up in time: what is younger than all that was ever in use never was.
        put_back = [name for switch in switches(target) for name in (switch.before, switch.after)]
        last = max([target.readlink().name, *put_back])
        return [path for path in found if path.name > last]
    is_first_run = not target.exists() and len(found) == 1
    return found if is_first_run else []


def _is_of_a_reader(target: Path, path: Path) -> bool:
    """Whether a running dashboard may keep its temporary data there."""
    is_whole = path.with_suffix("").exists() and _own(target, "").fullmatch(path.stem) is not None
    return path.suffix == ".tmp" and is_whole


def _remove_old(target: Path, kept: set[str], keep: int) -> None:
    """All but the last versions, and but those that somebody still has open."""
    for path in version_files(target)[: -max(keep, FEWEST_KEPT)]:
        if path.name not in kept and not is_open(path):
            _remove(path)


def is_open(path: Path) -> bool:
    """Whether another program has a version open (Windows tells that when it is removed)."""
    if sys.platform == "win32":
        return False
    with suppress(OSError), path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # DuckDB locks what it has open
        except BlockingIOError:
            return True
    return False


def _remove_parts(version: Path) -> None:
    pattern = re.compile(re.escape(version.name) + f"(?:{_UNFINISHED})?")
    for path in version.parent.iterdir():
        if pattern.fullmatch(path.name):
            _remove(path)


def _remove(path: Path) -> None:
    # Windows keeps a file that is still being read; the next import takes it away.
    with suppress(OSError):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
