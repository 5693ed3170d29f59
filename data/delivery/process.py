"""Loading in a process of its own: `bloei.py` as a child, so that no reader waits for it.

The child writes its steps as lines of JSON (`--progress-json`), its report and the refused rows
into a folder of the job. Whoever started it looks there whenever it wants; a child that is killed,
or takes all memory, takes nobody along.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).parents[2] / "bloei.py"
STEPS, SAID, REPORT, REFUSED = "stappen.jsonl", "gezegd.txt", "verslag.json", "geweigerd.xlsx"
_GRACE = 10.0  # seconds for a child to clean up before it is killed
_KILLED = "Het laden is afgebroken: het proces is gestopt. Er is niets veranderd."


@dataclass(frozen=True)
class Job:
    """What is to be loaded: a rehearsal, or for good.

    `add`: only what is new or changed was delivered; `accept_less`: less than there is, is right.
    """

    sources: tuple[Path, ...]
    target: Path
    rehearse: bool = False
    add: bool = False
    accept_less: bool = False
    mapping: Path | None = None

    def words(self, folder: Path) -> list[str]:
        """The words of the command line."""
        flags = {
            "--rehearse": self.rehearse, "--add": self.add, "--accept-less": self.accept_less,
        }  # fmt: skip
        mapping = ["--mapping", str(self.mapping)] if self.mapping else []
        return [
            *("import", "--to", str(self.target), "--progress-json", *mapping),
            *(flag for flag, is_asked in flags.items() if is_asked),
            *("--report", str(folder / REPORT), "--refused", str(folder / REFUSED)),
            *("--", *(str(source) for source in self.sources)),
        ]


@dataclass(frozen=True)
class State:
    """How a job stands: its steps so far, and when it is done its exit code and what it said.

    `said` are Dutch sentences: why it stopped (code 1 or 2), or that it is done. `is_refused`: it
    is the delivery that was refused; without it a code 1 comes from the machine, and may pass.
    """

    steps: tuple[str, ...]
    seconds: float
    code: int | None = None
    said: str = ""
    is_refused: bool = False

    @property
    def is_running(self) -> bool:
        """Whether the child still works."""
        return self.code is None


class Child:
    """A job at work in a child process; everything it tells lies in `folder`."""

    def __init__(self, job: Job, folder: Path, command: Sequence[str] = ()) -> None:
        """Starts it; `folder` is there, is empty, and belongs to this job.

        What the job unpacks lies there too: of one that is killed nothing stays elsewhere.
        """
        self.job, self.folder = job, folder
        self._started = time.monotonic()
        words = [*(command or (sys.executable, str(PROGRAM))), *job.words(folder)]
        with (folder / STEPS).open("wb") as steps, (folder / SAID).open("wb") as said:
            self._process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=steps,
                stderr=said,
                env=os.environ | {"TMPDIR": str(folder)},
            )

    def state(self) -> State:
        """How it stands now."""
        code = self._process.poll()
        seconds = time.monotonic() - self._started
        return State(
            self._told("step"), seconds, _exit(code), self._said(code), bool(self._told("refused"))
        )

    def cancel(self) -> State:
        """Stops it and waits until it is gone: what was half done goes, what was there stays."""
        self._process.terminate()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        return self.state()

    def wait(self) -> State:
        """Waits until it is done."""
        self._process.wait()
        return self.state()

    def report(self) -> Mapping[str, Any]:
        """The report, with `changes` after a rehearsal; empty when there is none (yet)."""
        with suppress(OSError, ValueError):
            found: Mapping[str, Any] = json.loads((self.folder / REPORT).read_text("utf-8"))
            return found
        return {}

    def refused_rows(self) -> bytes:
        """The refused rows as a workbook; empty when no row was refused."""
        path = self.folder / REFUSED
        return path.read_bytes() if path.exists() else b""

    def _told(self, kind: str) -> tuple[str, ...]:
        lines = (self.folder / STEPS).read_text("utf-8", errors="replace").splitlines()
        return tuple(words for line in lines if (words := _words(line, kind)))

    def _said(self, code: int | None) -> str:
        if code is None:
            return ""
        told = (self.folder / SAID).read_text("utf-8", errors="replace").split("\n")
        said = " ".join(line for line in (*self._told("said"), *told) if line)
        return said or (_KILLED if code else "")


def _exit(code: int | None) -> int | None:
    return 1 if code is not None and code < 0 else code  # below 0: ended by a signal


def _words(line: str, kind: str) -> str:
    with suppress(ValueError, TypeError, KeyError):
        return str(json.loads(line)[kind])
    return ""
