"""Files that a reader drops: for which sessions the way in is open, and where the files lie."""

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePath
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import temporary
from data.access.login import LoginProblem
from data.access.people import Person
from pages._parts import access
from pages._parts.access import NoEntry

KEPT_SESSIONS = 1_000
_open: dict[str, Person] = {}


def open_way() -> None:
    """Lets the reader of this session send files. Call it for who may load only."""
    context = get_script_run_ctx()
    if context:
        _open[context.session_id] = access.person()
        while len(_open) > KEPT_SESSIONS:
            del _open[next(iter(_open))]


def is_open(session_id: str) -> bool:
    """Whether a session may send files: its reader may still load at this moment."""
    who = _open.get(session_id)
    try:
        return who is not None and access.rights(who).manages
    except (NoEntry, LoginProblem):
        return False


class Dropped:
    """The dropped files of one reader, in a folder that goes when nobody holds them any more."""

    def __init__(self, files: Sequence[UploadedFile]) -> None:
        """Writes the files under their own names; of equal names the later gets a number."""
        self.mark = mark(files)
        self.folder = Path(mkdtemp(prefix=temporary.prefix()))
        finalize(self, rmtree, self.folder, ignore_errors=True)
        delivery = self.folder / "levering"
        delivery.mkdir()
        self.paths = [_written(delivery, file) for file in files]

    def new_folder(self, name: str) -> Path:
        """An empty folder for a job."""
        count = len(list(self.folder.glob(f"{name}-*")))
        folder = self.folder / f"{name}-{count + 1}"
        folder.mkdir()
        return folder


def mark(files: Sequence[UploadedFile]) -> str:
    """What tells one choice of files from another."""
    return hashlib.sha256(" ".join(file.file_id for file in files).encode()).hexdigest()


def _written(folder: Path, file: UploadedFile) -> Path:
    name = PurePath(file.name.replace("\\", "/")).name or "bestand"
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{number} {name}"
    path.write_bytes(file.getbuffer())
    return path
