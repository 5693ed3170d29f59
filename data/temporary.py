"""Folders for what is needed for a while; they hold records, so none may be left behind.

Their names carry the number of the process that holds them: one that is killed takes nothing away.
"""

import os
import re
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir

_NAME = re.compile(r"bloei-(\d+)-.*")


def prefix() -> str:
    """How a folder of this process is called at the beginning: bloei-1234-."""
    return f"bloei-{os.getpid()}-"


def forget() -> None:
    """Takes away the folders of this process, and of those that are gone."""
    for folder in Path(gettempdir()).glob("bloei-*"):
        named = _NAME.fullmatch(folder.name)
        if named and (int(named[1]) == os.getpid() or not _lives(int(named[1]))):
            rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    if sys.platform == "win32":  # to ask it there is to stop it: only what is one's own goes
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # of somebody else
        return True
    return True
