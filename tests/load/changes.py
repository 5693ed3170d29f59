"""Twenty readers who each choose another stadsdeel every five seconds, beside thirty who only look.

`python -m tests.load.changes DATA.duckdb [--page kaart] [--seconds 60]`: how long a change takes
until the server has sent all of it, of one in two and of 95 in 100; and what went wrong.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from websockets.asyncio.client import ClientConnection

from analytics.figures.doors.marts import Audience
from data.reference.areas import Area, Level, at_level
from tests.bench.server import wait_until_quiet
from tests.load.run import ACTIVE, PAUSES, READERS, SETTLED, server_of
from tests.load.session import Reader
from tests.tools.server import running_dashboard


@dataclass
class Chooser(Reader):
    """A reader who chooses the next area every time."""

    turns: Iterator[Area] = field(default_factory=lambda: cycle(at_level(Level.STADSDEEL)))

    async def _open(self, socket: ClientConnection, page: str) -> None:
        area = next(self.turns)
        self.area, self.label = area.code, f"{area.name} ({area.level})"
        await super()._open(socket, page)


async def everybody(url: str, page: str, seconds: float) -> list[Chooser]:
    """All readers at once; who is not active opens the page once and stays."""
    socket = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    until = time.monotonic() + seconds
    found = [Chooser("", "", Audience.INTERN) for _ in range(READERS)]
    for number, reader in enumerate(found):
        for _ in range(number % len(at_level(Level.STADSDEEL))):
            next(reader.turns)
    work = [
        reader.read(socket, [page], until, PAUSES[0] if n < ACTIVE else seconds, 0.01 * n)
        for n, reader in enumerate(found)
    ]
    await asyncio.gather(*work)
    return found


def main(database: Path, page: str, seconds: float) -> int:
    """Measures and prints; 1 when something went wrong."""
    with running_dashboard(database, ahead=True) as url:
        wait_until_quiet(server_of(url), SETTLED)  # it has worked ahead
        found = asyncio.run(everybody(url, page, seconds))
    changes = [1000 * one for reader in found[:ACTIVE] for one in reader.seconds[1:]]
    faults = [fault for reader in found for fault in reader.faults]
    slowest = quantiles(changes, n=20)[-1]
    print(f"{page or 'overzicht'}: {len(changes)} changes, half within {median(changes):.0f} ms,")
    print(f"95 of 100 within {slowest:.0f} ms; {len(faults)} faults")
    return int(bool(faults))


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("database", type=Path)
    words.add_argument("--page", default="")
    words.add_argument("--seconds", type=float, default=60.0)
    asked = words.parse_args()
    sys.exit(main(asked.database.absolute(), asked.page, asked.seconds))
