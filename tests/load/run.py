"""Fifty readers at once on this computer: errors, mix-ups, memory and waiting time.

`python -m tests.load.run --seconds 600`: twenty click every few seconds, thirty now and then.
Ends with 1 when something went wrong, was mixed up, or memory grew after the first part.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from analytics.figures.doors.marts import Audience
from data.demo import make_demo
from data.reference.areas import Level, at_level
from pages import PAGES
from tests.bench.server import wait_until_quiet
from tests.cities import write_city
from tests.load.session import Reader
from tests.pages.conftest import AS_OF
from tests.tools.server import running_dashboard

READERS, ACTIVE = 50, 20
PAUSES = (5.0, 30.0)  # seconds between two clicks of who is active, and of who is not
SETTLED = 2.0  # seconds without work
SETTLING = 0.3  # of the time: before that, memory may grow
FLAT = 1.10
SLOWEST = 2.0  # seconds, for 95 of 100 clicks


def readers() -> list[Reader]:
    """Everybody another area, every other the other audience."""
    areas = (*at_level(Level.WIJK), *at_level(Level.BUURT))[:READERS]
    told = tuple(Audience)
    return [
        Reader(area.code, f"{area.name} ({area.level})", told[number % len(told)])
        for number, area in enumerate(areas)
    ]


async def everybody(url: str, found: list[Reader], seconds: float) -> list[int]:
    """Lets all readers read; the memory of the server, in bytes, as it went."""
    until, memory = time.monotonic() + seconds, [0]
    pages = [page.address.strip("/") for page in PAGES]
    socket = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    work = [
        asyncio.create_task(
            reader.read(
                socket, pages[n % len(pages) :] + pages, until, PAUSES[n >= ACTIVE], n / READERS
            )
        )
        for n, reader in enumerate(found)
    ]
    while time.monotonic() < until:
        await asyncio.sleep(5)
        memory.append(resident(server_of(url)))
    await asyncio.gather(*work)
    return memory[1:]


def server_of(url: str) -> int:
    """The process that serves an address: the one with that port on its command line."""
    port = url.rpartition(":")[2].encode()
    for folder in Path("/proc").glob("[0-9]*"):
        words = (folder / "cmdline").read_bytes().split(b"\0")
        if b"streamlit" in words and port in words:
            return int(folder.name)
    raise LookupError(url)


def resident(process: int) -> int:
    """The memory that a process has, in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) * 1024


def report(found: list[Reader], memory: list[int]) -> bool:
    """Prints what was measured; whether all is well."""
    faults = [fault for reader in found for fault in reader.faults]
    seconds = [second for reader in found for second in reader.seconds]
    slowest = quantiles(seconds, n=20)[-1]
    settled = memory[int(len(memory) * SETTLING) :]
    grown = max(settled[-3:]) / settled[0]
    print(f"{len(seconds)} pages, 95% within {slowest:.2f} s, {len(faults)} faults")
    print(f"memory {settled[0] / 1e6:.0f} -> {settled[-1] / 1e6:.0f} MB (x{grown:.2f})")
    for fault in faults[:10]:
        print(f"  {fault}")
    return not faults and grown <= FLAT and slowest <= SLOWEST


def main() -> None:
    """Runs for as long as is asked; exits with 1 when something is not as it should be."""
    words = argparse.ArgumentParser()
    words.add_argument("--seconds", type=float, default=600.0)
    seconds = words.parse_args().seconds
    with TemporaryDirectory() as folder:
        database = Path(folder) / "bloei.duckdb"
        write_city(database, make_demo(seed=11, scale=0.2), AS_OF).close()
        with running_dashboard(database, ahead=True) as url:
            wait_until_quiet(server_of(url), SETTLED)  # it has worked ahead
            found = readers()
            memory = asyncio.run(everybody(url, found, seconds))
    sys.exit(not report(found, memory))


if __name__ == "__main__":
    main()
