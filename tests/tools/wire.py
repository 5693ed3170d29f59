"""A reader without a browser: what a page sends over the websocket, counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

LARGEST = 2**26  # bytes of a message
DEADLINE = 60.0  # seconds
REMEMBERED = 2  # runs for which a browser keeps a message: global.maxCachedMessageAge


@dataclass(frozen=True)
class Traffic:
    """What one run sent: messages, and bytes before they were compressed."""

    messages: int
    size: int


@dataclass
class Reader:
    """One open page, which keeps large messages by their hash as a browser does."""

    socket: ClientConnection
    page: str
    script: str = ""
    runs: int = 0
    kept: dict[str, int] = field(default_factory=dict)

    def ask(self, query: str) -> Traffic:
        """Opens the page with an address, or changes its address; waits until it is drawn."""
        self.runs += 1
        self.kept = {key: run for key, run in self.kept.items() if self.runs - run <= REMEMBERED}
        self.socket.send(self._rerun(query).SerializeToString())
        sizes = [len(data) for data in self._received()]
        return Traffic(len(sizes), sum(sizes))

    def _rerun(self, query: str) -> BackMsg:
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.cached_message_hashes.extend(self.kept)
        message.rerun_script.page_script_hash = self.script
        if not self.script:
            message.rerun_script.page_name = self.page
        return message

    def _received(self) -> Iterator[bytes]:
        kind = None
        while kind != "script_finished":
            data = self.socket.recv(timeout=DEADLINE)
            assert isinstance(data, bytes)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            self._keep(message)
            yield data

    def _keep(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self.kept[message.hash] = self.runs
        if message.WhichOneof("type") == "ref_hash":
            self.kept[message.ref_hash] = self.runs
        if message.WhichOneof("type") == "navigation":
            self.script = message.navigation.page_script_hash


@contextmanager
def reading(url: str, page: str) -> Iterator[Reader]:
    """A reader at a page ("" is the first) of a running dashboard."""
    address = url.replace("http", "ws") + "/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=LARGEST) as socket:
        yield Reader(socket, page)
