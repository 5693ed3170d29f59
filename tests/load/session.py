"""One reader on the websocket of a dashboard: opens pages and checks what comes back."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Subprotocol
from websockets.asyncio.client import ClientConnection, connect

from analytics.figures.doors.marts import Audience

LARGEST = 50_000_000  # bytes of a message
PATIENCE = 60.0  # seconds for a page
SELECTION = re.compile(r'<p class="bloei-selection">(.*?)</p>')
SAID = {Audience.INTERN: "INTERN: exacte aantallen", Audience.GEMEENTE: "zijn afgerond op 0 of"}
WENT_WRONG = "Deze pagina kan nu niet worden getoond"


@dataclass
class Reader:
    """A reader with an area and an audience of their own, and what went wrong for them."""

    area: str
    label: str
    audience: Audience
    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def read(
        self, url: str, pages: list[str], until: float, pause: float, late: float
    ) -> None:
        """Opens page after page until a moment, with a pause in between.

        `late` is the part of a pause after which the reader comes: they do not come all at once.
        """
        await asyncio.sleep(pause * late)
        async with connect(
            url,
            subprotocols=[Subprotocol("streamlit")],
            max_size=LARGEST,
        ) as socket:
            number = 0
            while time.monotonic() < until:
                await self._open(socket, pages[number % len(pages)])
                number += 1
                await asyncio.sleep(pause)

    async def _open(self, socket: ClientConnection, page: str) -> None:
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = urlencode({"gebied": self.area, "publiek": self.audience})
        begun = time.monotonic()
        await socket.send(asked.SerializeToString())
        try:
            text = await asyncio.wait_for(_until_finished(socket), PATIENCE)
        except TimeoutError:
            self.faults.append(f"{page}: no answer")
            return
        self.seconds.append(time.monotonic() - begun)
        self._check(page, text)

    def _check(self, page: str, text: str) -> None:
        """Whether the page is of this reader's area and audience."""
        if WENT_WRONG in text:
            self.faults.append(f"{page}: went wrong")
        found = SELECTION.search(text)
        if found is None or not found[1].startswith(self.label):
            self.faults.append(f"{page}: {found[1] if found else 'nothing'} for {self.label}")
        other = next(words for audience, words in SAID.items() if audience is not self.audience)
        if SAID[self.audience] not in text or other in text:
            self.faults.append(f"{page}: another audience than {self.audience}")


async def _until_finished(socket: ClientConnection) -> str:
    """All HTML that comes until the run is over."""
    parts: list[str] = []
    while True:
        data = await socket.recv()
        assert isinstance(data, bytes)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "html":
            parts.append(message.delta.new_element.html.body)
        if kind == "script_finished":
            return "\n".join(parts)
