"""Who is measured: pages of the dashboard, and the same page as others would build it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep, time
from urllib.error import URLError
from urllib.request import urlopen

from pages import page
from tests.bench.peers.shown import CUBE
from tests.paths import ROOT
from tests.tools.server import free_port

PEERS = Path(__file__).parent / "peers"
OURS = ("overzicht/overzicht", "kaart/kaart", "gebied/gebied")
DEADLINE = 60.0  # seconds
POLL = 0.02
PORT = "PORT"  # in a command: the port that it gets
# How a reader chooses a stadsdeel, in the browser, and where its name is then read.
CHOOSES_OURS, SHOWS_OURS = "([code]) => bloeiChoose('gebied', code)", ".bloei-selection"
CHOOSES = """([, name]) => [...document.querySelectorAll("label")]
  .find((label) => label.textContent.trim() === name).click()"""
SHOWS = "h3"


@dataclass(frozen=True)
class Contestant:
    """A page to measure: `command` serves it from `folder`; `address` is where it then is."""

    name: str
    command: tuple[str, ...]
    folder: Path
    address: str = "/"
    chooses: str = CHOOSES
    shows: str = SHOWS


@dataclass(frozen=True)
class Serving:
    """A server that runs: where, its process, and when it was started (seconds since 1970)."""

    root: str
    url: str
    process: int
    began: float


def contestants(folder: Path, dash: str) -> list[Contestant]:
    """All of them; `folder` holds the cube, `dash` is the Python that has Dash, "" without."""
    streamlit = (sys.executable, "-m", "streamlit", "run")
    usual = ("--server.headless", "true", "--browser.gatherUsageStats", "false")
    careful = (*streamlit, str(PEERS / "careful.py"), "--server.port", PORT, *usual)
    found = [
        Contestant(
            "statisch",
            (sys.executable, "-m", "http.server", PORT, "--bind", "localhost"),
            folder,
            "/static.html",
        ),
        Contestant("Streamlit, zorgvuldig", careful, folder),
    ]
    if dash:
        command = (dash, "-m", "tests.bench.peers.dash_page", PORT)
        found.insert(1, Contestant("Dash", command, folder))
    ours = (*streamlit, "app.py", "--server.port", PORT)
    return found + [
        Contestant(
            page(path).title, ours, ROOT, page(path).address, CHOOSES_OURS, SHOWS_OURS
        )
        for path in OURS
    ]  # fmt: skip


@contextmanager
def serving(
    one: Contestant, database: Path, cube: Path, *, ahead: bool = False
) -> Iterator[Serving]:
    """Starts the server of a contestant, and stops it; TimeoutError when it does not answer.

    `ahead`: the dashboard works ahead, as it does where it is used.
    """
    port = str(free_port())
    works = "1" if ahead else "0"
    settings = {"BLOEI_DATABASE": str(database), "BLOEI_AHEAD": works, CUBE: str(cube)}
    began = time()
    process = subprocess.Popen(
        [port if word == PORT else word for word in one.command],
        cwd=one.folder,
        env=os.environ | settings | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        root = f"http://localhost:{port}"
        _wait_until_it_answers(root + one.address)
        yield Serving(root, root + one.address, process.pid, began)
    finally:
        process.terminate()
        process.wait()


def _wait_until_it_answers(url: str) -> None:
    deadline = monotonic() + DEADLINE
    while not _answers(url):
        if monotonic() > deadline:
            raise TimeoutError(url)
        sleep(POLL)


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=DEADLINE):
            return True
    except (URLError, ConnectionError):
        return False
