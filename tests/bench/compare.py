"""The dashboard beside others: `python -m tests.bench.compare DATA.duckdb [--dash PYTHON]`.

In every round each page gets a server and readers of its own, one page after the other, so that a
busy machine slows all alike. Medians, with the least and the most, go into docs/snelheid.md.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from data.dutch import number
from tests.bench.contestants import (
    OURS,
    PEERS,
    Contestant,
    Serving,
    contestants,
    serving,
)
from tests.bench.peers.cube import write
from tests.bench.server import cpu_seconds, memory, wait_until_quiet
from tests.bench.watching import Window, window
from tests.paths import ROOT
from tests.tools.browser import open_browser

REPORT = ROOT / "docs" / "snelheid.md"
BEGIN, END = "<!-- gemeten -->", "<!-- tot hier -->"
ROUNDS = 3
EVERYWHERE, FIRST, OTHER = "Eindhoven", ("SD2", "Stratum"), ("SD4", "Woensel-Zuid")
EACH = (FIRST, OTHER, ("SD5", "Woensel-Noord"))  # one a page, so that each is chosen first
POLL = 0.1  # seconds in which a server that is done does nothing
AHEAD = 3.0  # seconds in which a server that worked ahead does nothing
ROWS = (
    "koude start tot volledige pagina, ms",
    "eerste bezoek, ms",
    "verstuurd bij het eerste bezoek, kB",
    "langste taak in de browser, ms",
    "verschuiving (CLS)",
    "ander stadsdeel, eerst gevraagd, ms",
    "rekentijd van de server daarvoor, ms",
    "ander stadsdeel, niets vooruit uitgerekend, ms",
    "rekentijd van de server daarvoor, niets vooruit, ms",
    "ander stadsdeel, bekend, ms",
    "rekentijd van de server daarvoor, bekend, ms",
    "berichten daarvoor",
    "verstuurd daarvoor, kB",
    "geheugen van de server, MB",
)
Taken = dict[str, list[list[float]]]  # by contestant: a list of the ROWS a round


def main(database: Path, dash: str, rounds: int, report: Path) -> None:
    """Measures all rounds and writes the table into the report."""
    with TemporaryDirectory() as name, open_browser() as browser:
        folder = Path(name)
        copy(PEERS / "static.html", folder)
        cube = folder / "cube.json"
        write(database, cube)
        found = contestants(folder, dash)
        taken: Taken = {one.name: [] for one in found}
        for number in range(rounds):
            first = asked_first(browser, found[-len(OURS) :], database.absolute(), cube)
            for one in found:
                print(f"ronde {number + 1} van {rounds}: {one.name}", flush=True)
                with serving(one, database.absolute(), cube) as served:
                    taken[one.name].append(measured(browser, one, served, first.get(one.name)))
    write_table(report, table(taken))


def asked_first(
    browser: Browser, ours: Sequence[Contestant], database: Path, cube: Path
) -> dict[str, list[float]]:
    """By page of ours: a first change, and its CPU time, on a server that worked ahead."""
    taken = {}
    with serving(ours[0], database, cube, ahead=True) as served:
        wait_until_quiet(served.process, AHEAD)
        for one, area in zip(ours, EACH, strict=True):
            with window(browser, one) as seen:
                seen.visit(served.root + one.address, EVERYWHERE)
                taken[one.name] = list(changed(seen, served, area)[:2])
    return taken


def measured(
    browser: Browser, one: Contestant, served: Serving, shipped: list[float] | None
) -> list[float]:
    """One round of a contestant, in the order of ROWS.

    `shipped` is a first change where it works ahead; None for who does not.
    """
    with window(browser, one) as cold:
        start = cold.visit(served.url, EVERYWHERE).moment - served.began * 1000
    with window(browser, one) as seen:
        visit = seen.visit(served.url, EVERYWHERE)
        shown = [visit.took, visit.sent.bytes / 1000, seen.noted("longest"), seen.noted("shift")]
        first, first_cpu, _, _ = changed(seen, served, FIRST)
        changed(seen, served, OTHER)
        again, again_cpu, messages, size = changed(seen, served, FIRST)
    asked = [first, first_cpu]
    costs = [*(shipped or asked), *asked, again, again_cpu, messages, size]
    return [start, *shown, *costs, memory(served.process)]


def changed(seen: Window, served: Serving, area: tuple[str, str]) -> tuple[float, ...]:
    """A change of stadsdeel: milliseconds, those of the server's CPU, messages and kB."""
    wait_until_quiet(served.process, POLL)
    began = cpu_seconds(served.process)
    done = seen.choose(*area)
    wait_until_quiet(served.process, POLL)
    cpu = (cpu_seconds(served.process) - began) * 1000
    return done.took, cpu, done.sent.messages, done.sent.bytes / 1000


def table(taken: Taken) -> str:
    """Medians, with the least and the most of all rounds, in Markdown."""
    lines = [["", *taken], ["---"] * (1 + len(taken))]
    for index, row in enumerate(ROWS):
        lines.append([row, *(_told([one[index] for one in found]) for found in taken.values())])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _told(values: Sequence[float]) -> str:
    found = [find(values) for find in (min, median, max)]
    low, middle, high = (number(one, 2 if 0 < one < 1 else 0) for one in found)
    return middle if low == high else f"{middle} ({low} tot {high})"


def write_table(report: Path, text: str) -> None:
    """Puts the table in its place in the report."""
    before, rest = report.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    report.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("--dash", default="")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--to", type=Path, default=REPORT)
    asked = parser.parse_args()
    main(asked.database, asked.dash and str(Path(asked.dash).absolute()), asked.rounds, asked.to)
