"""Files that a reader drops: for which sessions the way in is open, and where the files lie."""

import hashlib
from collections import deque
from collections.abc import Sequence
from pathlib import Path, PurePath
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

KEPT_SESSIONS = 1_000
_open: deque[str] = deque(maxlen=KEPT_SESSIONS)


def open_way() -> None:
    """Lets the reader of this session send files. Call it for who may load only."""
    context = get_script_run_ctx()
    if context and context.session_id not in _open:
        _open.append(context.session_id)


def is_open(session_id: str) -> bool:
    """Whether a session may send files."""
    return session_id in _open


class Dropped:
    """The dropped files of one reader, in a folder that goes when nobody holds them any more."""

    def __init__(self, files: Sequence[UploadedFile]) -> None:
        """Writes the files under their own names; of equal names the later gets a number."""
        self.mark = mark(files)
        self.folder = Path(mkdtemp(prefix="bloei-levering-"))
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
