"""A running dashboard for tests and pictures: the real server in a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

from tests.paths import ROOT

START_DEADLINE = 60.0  # seconds; a start takes two
POLL = 0.1
STOP_DEADLINE = 10.0


class DashboardFailed(Exception):
    """The dashboard did not start, stopped by itself or wrote a traceback; holds its log."""


@contextmanager
def running_dashboard(
    database: Path,
    app: Path = ROOT / "app.py",
    below: str = "",
    *,
    calm: bool = True,
    ahead: bool = False,
) -> Iterator[str]:
    """Serves the dashboard on `database` from a free port and yields its base URL.

    `app` is the script that Streamlit runs, with its folder as working folder; `below` is the path
    under which all of it stands (/bloei); not `calm` where a test makes it log a traceback;
    `ahead` where it works out first what readers will ask. Raises DashboardFailed when the server
    does not come up, stops, or logs a traceback.
    """
    port = free_port()
    url = f"http://localhost:{port}{below}"
    with TemporaryFile("a+b") as log:  # the server shares the position unless it appends
        process = _start(app, database, port, below, log, ahead=ahead)
        try:
            _wait_until_healthy(process, url, log)
            yield url
            if calm:
                _check(process, log)
        finally:
            _stop(process)


def free_port() -> int:
    """A port of this computer that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _start(
    app: Path, database: Path, port: int, below: str, log: IO[bytes], *, ahead: bool
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streamlit", "run", app.name, "--server.port", str(port)]
    command += ["--server.baseUrlPath", below] if below else []
    return subprocess.Popen(
        command,
        cwd=app.parent,
        env=os.environ | {"BLOEI_DATABASE": str(database.absolute()), "BLOEI_AHEAD": f"{ahead:d}"},
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def _wait_until_healthy(process: subprocess.Popen[bytes], url: str, log: IO[bytes]) -> None:
    deadline = time.monotonic() + START_DEADLINE
    while not _is_healthy(url):
        if _has_stopped(process, POLL) or time.monotonic() > deadline:
            raise DashboardFailed(_text(log))


def _is_healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=START_DEADLINE) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError):
        return False


def _has_stopped(process: subprocess.Popen[bytes], within: float) -> bool:
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        return False
    return True


def _check(process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    text = _text(log)
    if process.poll() is not None or "Traceback" in text:
        raise DashboardFailed(text)


def _text(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode(errors="replace")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    if not _has_stopped(process, STOP_DEADLINE):
        process.kill()
        process.wait()
