"""What a change costs the server: `python -m tests.bench.server DATA.duckdb [address ...]`.

One reader without a browser, at the real server: medians of CPU milliseconds, messages and kB of
a change of area, first asked and already known, and the memory of the server. CPU time and not
time, so that a busy machine tells the same.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import clock_gettime, monotonic, sleep

from data.reference.areas import Level, at_level
from pages import page
from tests.tools.server import running_dashboard
from tests.tools.wire import Reader, Traffic, reading

MEASURED = ("overzicht/overzicht", "kaart/kaart", "gebied/gebied")
ROUNDS = 5
SETTLE = 1.0  # seconds without work after which a start is over
POLL = 0.05  # and a run
PATIENCE = 60.0
IDLE = 1 / 20  # of the time: a server that does less is done
SCHEDULED = 2  # the kind of clock: clock_getcpuclockid(3)


@dataclass(frozen=True)
class Cost:
    """What one run took: CPU seconds of the server, and what it sent."""

    cpu: float
    sent: Traffic


def main(database: Path, addresses: Sequence[str]) -> None:
    """Prints what the changes of every page cost."""
    codes = [area.code for area in at_level(Level.STADSDEEL)]
    with running_dashboard(database) as url:
        server = _child()
        wait_until_quiet(server, SETTLE)
        print(f"na de start: {cpu_seconds(server):.2f} s CPU, {memory(server):.0f} MB")
        for address in addresses:
            with reading(url, address) as reader:
                asked = ("", *(f"gebied={code}" for code in codes * (1 + ROUNDS)))
                costs = [_measured(reader, server, query) for query in asked]
            name, first = address or "(eerste)", 1 + len(codes)
            _tell(f"{name} bezoek", costs[:1])
            _tell(f"{name} eerst", costs[1:first])
            _tell(f"{name} bekend", costs[first:])
        print(f"aan het eind: {memory(server):.0f} MB")


def _measured(reader: Reader, server: int, query: str) -> Cost:
    began = cpu_seconds(server)
    sent = reader.ask(query)
    wait_until_quiet(server, POLL)
    return Cost(cpu_seconds(server) - began, sent)


def _tell(what: str, costs: Sequence[Cost]) -> None:
    cpu = median(cost.cpu for cost in costs) * 1000
    count = median(cost.sent.messages for cost in costs)
    size = median(cost.sent.size for cost in costs) / 1000
    print(f"{what}: {cpu:.0f} ms CPU, {count:.0f} berichten, {size:.1f} kB")


def _child() -> int:
    found = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return int(found[0])


def cpu_seconds(process: int) -> float:
    """The CPU time of a process so far, of all its threads, those that ended too."""
    return clock_gettime(~process << 3 | SCHEDULED)


def memory(process: int) -> float:
    """MB that a process holds in memory."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [held] = [int(line.split()[1]) for line in lines if line.startswith("VmRSS")]
    return held / 1024


def wait_until_quiet(process: int, poll: float) -> None:
    """Waits until a process has nothing to do."""
    last, deadline = -1.0, monotonic() + PATIENCE
    while cpu_seconds(process) - last > poll * IDLE and monotonic() < deadline:
        last = cpu_seconds(process)
        sleep(poll)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or [page(path).address.strip("/") for path in MEASURED])
