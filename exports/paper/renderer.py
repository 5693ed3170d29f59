"""The drawing of Vega-Lite plots in a process of its own, which may die without the server.

Its library is not Python inside: where it meets something that it cannot bear, it ends the
process that it lives in. A process that died is started again for the next drawing.
"""

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from threading import Lock
from typing import IO, Any

from data.file.remembered import Remembered
from exports.problems import DrawingFailed

PROGRAM = Path(__file__).with_name("render_process.py")
DEADLINE = 60  # seconds for one drawing
KEPT = 16  # drawings: as many as a report has


class Renderer:
    """Asks a process for drawings, one at a time."""

    def __init__(self) -> None:
        """No process yet: it starts with the first drawing."""
        self._process: subprocess.Popen[str] | None = None
        self._lock = Lock()
        self._made = Remembered(KEPT)

    def ask(self, request: dict[str, Any]) -> str:
        """The answer of the process to a request (see render_process.py). DrawingFailed.

        The documents of one report have the same pictures: each is drawn once.
        """
        line = json.dumps(request, default=_plain_number)
        return self._made.get(line, lambda: self._asked(line))

    def _asked(self, line: str) -> str:
        with self._lock:
            answer = self._answer(line)
            if answer is None:
                self.close()
                raise DrawingFailed(
                    "Dit plaatje kan niet worden getekend. Neem de kaart mee als tabel (xlsx of"
                    " csv), of kies een andere selectie."
                )
        return answer

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answer(self, line: str) -> str | None:
        """The text that comes back; None when the process died, is stuck, or refuses."""
        process = self._running()
        sending, receiving = process.stdin, process.stdout
        if sending is None or receiving is None:
            return None
        try:
            sending.write(line + "\n")
            sending.flush()
            told = receiving.readline() if _is_ready(receiving) else ""
        except OSError:
            return None
        found: str | None = json.loads(told).get("text") if told else None
        return found

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, str(PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        return self._process


@cache
def renderer() -> Renderer:
    """The renderer of this process."""
    made = Renderer()
    atexit.register(made.close)
    return made


def _is_ready(stream: IO[str]) -> bool:
    if sys.platform == "win32":  # pipes cannot be waited for there
        return True
    with DefaultSelector() as selector:
        selector.register(stream, EVENT_READ)
        return bool(selector.select(DEADLINE))


def _plain_number(value: Any) -> Any:
    """A number of numpy as one of Python."""
    return value.item()
