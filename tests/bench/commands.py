"""CPU of commands, for docs/snelheid.md: `python -m tests.bench.commands data/demo.duckdb`.

Loading pandas, which every answer needs, is measured between them: who reads the table on another
machine, or on a busy one, compares with that.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory

from tests.paths import ROOT

ROUNDS = 3
YARDSTICK = ("-c", "import pandas")
ASKED = (
    "figures matches --level wijk",
    "export --chart overzicht.trend --format csv",
    "export --report stadsdeel --area SD2 --format pdf,docx,pptx",
    "export --report wijk --area all --format pptx,pdf,xlsx",
)


def main(file: Path) -> None:
    """Measures and prints seconds: the median of some rounds, the least and the most."""
    commands = {asked: ("bloei.py", *asked.split(), "--file", str(file)) for asked in ASKED}
    commands = {"import pandas": YARDSTICK, **commands}
    taken: dict[str, list[float]] = {asked: [] for asked in commands}
    for _ in range(ROUNDS):
        for asked, seconds in _round(commands):
            taken[asked].append(seconds)
    for asked, all_ in taken.items():
        print(f"{asked}: {median(all_):.2f} s ({min(all_):.2f} tot {max(all_):.2f})")


def _round(commands: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, float]]:
    """What each command takes, its processes together, once."""
    for asked, words in commands.items():
        with TemporaryDirectory() as folder:
            more = ("--out", folder) if "export" in words else ()
            before = _spent()
            subprocess.run(
                [sys.executable, *words, *more], cwd=ROOT, stdout=subprocess.DEVNULL, check=True
            )
            yield asked, _spent() - before


def _spent() -> float:
    """Seconds of CPU of all processes that were waited for."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
