"""A real Chromium for tests and pictures, with a record of what a page does wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, WebSocket, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.tools import chromium

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OWN_HOSTS = ("localhost", "127.0.0.1")
NETWORK_SCHEMES = ("http", "https", "ws", "wss")
DEADLINE = 30_000  # milliseconds

Scheme = Literal["light", "dark"]

# Nothing runs, nothing is left of the run before, and every chart and map is drawn.
SETTLED = """() => {
  const app = document.querySelector("[data-testid=stApp]")?.dataset;
  const busy = "[data-stale=true], [data-testid=stSkeleton], [data-testid=stSpinner]";
  const charts = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
  const maps = [...document.querySelectorAll(".area-map")];
  return app?.testScriptState === "notRunning"
    && app.testConnectionState === "CONNECTED"
    && !document.querySelector(busy)
    && document.fonts.status === "loaded"
    && charts.every((chart) => chart.querySelector(".main-svg"))
    && maps.every((map) => map.dataset.drawn === "yes");
}"""

NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Record:
    """What a page did that it should not: errors on its console, requests that leave localhost.

    `sockets` are its connections to the server, the newest last.
    """

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    sockets: list[WebSocket] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Notes from now on what `page` does."""
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._note_request(request.url))
        page.on("websocket", self._note_socket)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _note_socket(self, socket: WebSocket) -> None:
        self.sockets.append(socket)
        self._note_request(socket.url)

    def _note_request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in NETWORK_SCHEMES and parts.hostname not in OWN_HOSTS:
            self.outside.append(url)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Starts the Chromium that `chromium.find` names, without a window; LookupError without one."""
    path = chromium.find()
    if path is None:
        raise LookupError(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(
    browser: Browser, width: int = 1440, height: int = 900, scheme: Scheme = "light"
) -> Iterator[tuple[Page, Record]]:
    """Opens an empty page of a Dutch reader, of width x height pixels, and its record."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )
    context.set_default_timeout(DEADLINE)
    page = context.new_page()
    record = Record()
    record.watch(page)
    try:
        yield page, record
    finally:
        context.close()


def settled(page: Page) -> None:
    """Waits until the dashboard has drawn all of its page; TimeoutError when it does not."""
    page.wait_for_function(SETTLED)


@contextmanager
def rerun(page: Page, record: Record) -> Iterator[None]:
    """Runs the block, which makes the dashboard compute anew, and waits for the new page.

    The server's word is needed: right after a click a page still looks settled, and a short
    computation never shows that it runs.
    """
    with record.sockets[-1].expect_event("framereceived", _ends_a_run):
        yield
    page.evaluate(NEXT_FRAME)
    settled(page)


def _ends_a_run(payload: str | bytes) -> bool:
    return (
        isinstance(payload, bytes)
        and ForwardMsg.FromString(payload).WhichOneof("type") == "script_finished"
    )
