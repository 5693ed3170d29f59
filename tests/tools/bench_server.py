"""What a change costs the server: `python -m tests.tools.bench_server DATA.duckdb [page ...]`.

One reader without a browser, at the real server: medians of CPU milliseconds, messages and kB of
a change of area, first asked and already known, and the memory of the server. CPU time and not
time, so that a busy machine tells the same.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import clock_gettime, monotonic, sleep

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from data.areas import Level, at_level
from tests.tools.server import running_dashboard

PAGES = ("", "kaart", "gebied")
SETTLE = 1.0  # seconds without work after which a start or a run is over
ROUNDS = 5
LARGEST = 2**26
REMEMBERED = 2  # runs for which a browser keeps a message: global.maxCachedMessageAge
SCHEDULED = 2  # the kind of clock: clock_getcpuclockid(3)
POLL = 0.05


@dataclass
class Cost:
    """What one run took: CPU seconds of the server, messages and bytes to the reader."""

    cpu: float
    messages: int
    size: int


@dataclass
class Reader:
    """One open page, which remembers large messages by their hash as a browser does."""

    socket: ClientConnection
    page: str
    process: int
    script: str = ""
    kept: dict[str, int] = field(default_factory=dict)
    runs: int = 0
    kinds: list[str] = field(default_factory=list)

    def ask(self, query: str) -> Cost:
        """Opens the page with an address, until its script is done."""
        self.runs += 1
        self.kept = {h: run for h, run in self.kept.items() if self.runs - run <= REMEMBERED}
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.cached_message_hashes.extend(self.kept)
        if self.script:
            message.rerun_script.page_script_hash = self.script
        else:
            message.rerun_script.page_name = self.page
        began = cpu_seconds(self.process)
        self.socket.send(message.SerializeToString())
        count, size = self._read()
        sleep_until_quiet(self.process, POLL)
        return Cost(cpu_seconds(self.process) - began, count, size)

    def _read(self) -> tuple[int, int]:
        count = size = 0
        self.kinds.clear()
        while True:
            data = self.socket.recv(timeout=60)
            assert isinstance(data, bytes)
            count, size = count + 1, size + len(data)
            message = ForwardMsg.FromString(data)
            self.kinds.append(_kind(message))
            if message.metadata.cacheable:
                self.kept[message.hash] = self.runs
            if message.WhichOneof("type") == "ref_hash":
                self.kept[message.ref_hash] = self.runs
            if message.WhichOneof("type") == "navigation":
                self.script = message.navigation.page_script_hash
            if message.WhichOneof("type") == "script_finished":
                return count, size


def _kind(message: ForwardMsg) -> str:
    kind = str(message.WhichOneof("type"))
    if kind != "delta":
        return kind
    if message.delta.WhichOneof("type") == "new_element":
        return str(message.delta.new_element.WhichOneof("type"))
    return f"block {message.delta.add_block.WhichOneof('type')}"


def cpu_seconds(process: int) -> float:
    """The CPU time of a process so far, of all its threads, those that ended too."""
    return clock_gettime(~process << 3 | SCHEDULED)


def memory(process: int) -> float:
    """MB that a process holds in memory."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [held] = [int(line.split()[1]) for line in lines if line.startswith("VmRSS")]
    return held / 1024


@contextmanager
def reading(url: str, page: str) -> Iterator[Reader]:
    """A reader at a page of a running dashboard."""
    address = url.replace("http", "ws") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=LARGEST) as socket:
        yield Reader(socket, page, _child())


def _child() -> int:
    found = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return int(found[0])


def main(database: Path, pages: Sequence[str]) -> None:
    """Prints what the changes of every page cost."""
    codes = [area.code for area in at_level(Level.STADSDEEL)]
    with running_dashboard(database) as url:
        sleep_until_quiet(_child())
        print(f"na de start: {cpu_seconds(_child()):.2f} s CPU, {memory(_child()):.0f} MB")
        for page in pages:
            with reading(url, page) as reader:
                visit = reader.ask("")
                first = [reader.ask(f"gebied={code}") for code in codes]
                known = [reader.ask(f"gebied={code}") for _ in range(ROUNDS) for code in codes]
            _tell(page or "overzicht", visit, first, known)
            if os.environ.get("KINDS"):
                print({kind: reader.kinds.count(kind) for kind in sorted(set(reader.kinds))})
        print(f"aan het eind: {memory(_child()):.0f} MB")


def sleep_until_quiet(process: int, poll: float = SETTLE) -> None:
    """Waits until a process has nothing to do."""
    last, deadline = -1.0, monotonic() + 60
    while cpu_seconds(process) - last > poll / 20 and monotonic() < deadline:
        last = cpu_seconds(process)
        sleep(poll)


def _tell(page: str, visit: Cost, first: Sequence[Cost], known: Sequence[Cost]) -> None:
    for name, costs in (("bezoek", [visit]), ("eerst", first), ("bekend", known)):
        cpu, count, size = (
            median(getattr(cost, part) for cost in costs) for part in ("cpu", "messages", "size")
        )
        print(f"{page} {name}: {cpu * 1000:.0f} ms CPU, {count:.0f} berichten, {size / 1e3:.1f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or PAGES)
