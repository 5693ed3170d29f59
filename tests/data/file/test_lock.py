"""One writer at a time: the second is told who is busy, and a dead one is no longer busy."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.file.lock import NAME, Busy, locked
from tests.paths import ROOT

HOLD = """
import sys
from pathlib import Path
from data.file.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    """Another process that holds the lock of a folder until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_told_who_is_busy_and_since_when(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        with pytest.raises(Busy, match=rf"proces {other.pid}, sinds \d+ \w+ \d{{4}} om \d\d:\d\d"):
            locked(tmp_path).__enter__()
        other.communicate()
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_of_a_killed_process_frees_itself(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.communicate()
    assert (tmp_path / NAME).exists()
    with locked(tmp_path):
        assert (tmp_path / NAME).read_text().startswith(f"{os.getpid()} ")


def test_nobody_else_gets_in_within_one_process(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy, match="niets veranderd"):
        locked(tmp_path / "x" / "..").__enter__()


def test_two_names_of_one_folder_are_one_lock(tmp_path: Path) -> None:
    (tmp_path / "ander").symlink_to(tmp_path)
    with locked(tmp_path, tmp_path / "ander"):
        assert (tmp_path / NAME).exists()


def test_a_busy_second_folder_lets_the_first_go(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    with locked(second):
        with pytest.raises(Busy):
            locked(first, second).__enter__()
        with locked(first):
            pass


def test_a_folder_that_was_made_for_nothing_goes_again(tmp_path: Path) -> None:
    with locked(tmp_path / "diep" / "dieper"):
        pass
    assert list(tmp_path.iterdir()) == []
    with locked(tmp_path / "diep" / "dieper"):
        (tmp_path / "diep" / "dieper" / "x").touch()
    assert (tmp_path / "diep" / "dieper" / "x").exists()


def test_an_unreadable_owner_is_still_busy(tmp_path: Path) -> None:
    with locked(tmp_path):
        (tmp_path / NAME).write_text("")
        with pytest.raises(Busy, match=r"wordt al een bestand gemaakt\. Wacht"):
            locked(tmp_path).__enter__()
