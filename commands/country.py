"""The country of `bloei.py demo --country`: a folder with a folder for every gemeente.

Each is made by a process of its own, because a process knows the areas of one gemeente only. What
is whole stays: a country that was stopped halfway goes on where it was.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

from commands.answers import stopped
from commands.options import ROOT
from data.demo.country import DATA_FILE, Gemeente, city_files, gemeenten
from data.file.lock import NAME, locked
from data.file.together import put_together
from data.reference.areas import VARIABLE

AT_ONCE = 2  # processes
_POLL = 0.1  # seconds

_Running = dict["Popen[str]", Gemeente]


@dataclass(frozen=True)
class Country:
    """The country that is asked for: where, from which seed, and how large."""

    folder: Path
    seed: int
    scale: float


def write_country(country: Country, count: int | None, progress: Callable[[str], None]) -> int:
    """Makes the first `count` gemeenten (None: all), and says each to `progress`.

    How many there are then. Stops when something else stands in the folder, or a gemeente cannot
    be made.
    """
    wanted, folder = gemeenten()[:count], country.folder
    with locked(folder):
        _refuse_other(folder)
        missing = [one for one in wanted if not (folder / one.code / DATA_FILE).exists()]
        _make(country, missing, len(wanted), progress)
    return len(wanted)


def _refuse_other(folder: Path) -> None:
    """Stops when the folder holds anything but gemeenten of the country."""
    own = {NAME, *(one.code for one in gemeenten())}
    other = sorted(path.name for path in folder.iterdir() if path.name not in own)
    if other:
        raise stopped(f"In {folder} staat iets anders ({other[0]}). Kies een lege map voor --to.")


def _make(
    country: Country, missing: Sequence[Gemeente], total: int, progress: Callable[[str], None]
) -> None:
    running: _Running = {}
    try:
        for number, gemeente in enumerate(missing, total - len(missing) + 1):
            if len(running) == AT_ONCE:
                _wait_for_one(running)
            progress(f"Gemeente {number} van {total}: {gemeente.name}")
            running[_begun(country, gemeente)] = gemeente
        while running:
            _wait_for_one(running)
    finally:
        for process in running:
            process.terminate()
            process.communicate()


def _begun(country: Country, gemeente: Gemeente) -> "Popen[str]":
    """The process that makes a gemeente."""
    folder = country.folder / gemeente.code
    folder.mkdir(exist_ok=True)
    put_together(folder, city_files(gemeente).items())
    asked = [
        *("demo", "--to", folder.absolute() / DATA_FILE),
        *("--seed", country.seed + gemeente.number),
        *("--scale", gemeente.scale * country.scale),
    ]
    return Popen(
        [sys.executable, ROOT / "bloei.py", *map(str, asked)],
        env={**os.environ, VARIABLE: str(folder)},
        stdout=DEVNULL,
        stderr=PIPE,
        text=True,
    )


def _wait_for_one(running: _Running) -> None:
    """Waits until one of the processes is done."""
    while not (done := [process for process in running if process.poll() is not None]):
        time.sleep(_POLL)
    for process in done:
        gemeente, (_, said) = running.pop(process), process.communicate()
        if process.returncode:
            raise stopped(f"{gemeente.name} is niet gemaakt. {said.strip()}")
