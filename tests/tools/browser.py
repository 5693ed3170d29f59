"""A real Chromium for tests and pictures, with a record of what a page does wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, TypeGuard
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    WebSocket,
    sync_playwright,
)
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
    "--process-per-site",
)
BARE = "http://localhost/"  # answered by the browser itself
OWN_HOSTS = ("localhost", "127.0.0.1")
NETWORK_SCHEMES = ("http", "https", "ws", "wss")
DEADLINE = 30_000  # milliseconds

Scheme = Literal["light", "dark"]

# Nothing runs, nothing is left of the run before, and every chart and map is drawn.
SETTLED = """() => {
  const app = document.querySelector("[data-testid=stApp]")?.dataset;
  const busy = "[data-stale=true], [data-testid=stSkeleton], [data-testid=stSpinner]";
  const charts = [...document.querySelectorAll(".bloei-chart")];
  const maps = [...document.querySelectorAll(".area-map")];
  return app?.testScriptState === "notRunning"
    && app.testConnectionState === "CONNECTED"
    && !document.querySelector(busy)
    && document.fonts.status === "loaded"
    && charts.every((chart) => chart.dataset.drawn)
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


# What readers left behind: all that their browsers keep of the dashboard's scripts and fonts.
_left: WeakKeyDictionary[Browser, list[BrowserContext]] = WeakKeyDictionary()


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
    browser: Browser,
    width: int = 1440,
    height: int = 900,
    scheme: Scheme = "light",
    *,
    own: bool = False,
) -> Iterator[tuple[Page, Record]]:
    """Opens an empty page of a Dutch reader, of width x height pixels, and its record.

    The window is new. What a browser keeps of scripts and fonts is used again, with nothing of an
    earlier reader in it: to fetch and translate them anew costs Chromium three times as much. A
    bare window of localhost is open besides, for what a process translated goes with its last
    window. `own` for who changes the clock or the network.
    """
    left = _left.setdefault(browser, [])
    context = left.pop() if left and not own else _reader(browser)
    page, record = context.new_page(), Record()
    record.watch(page)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    try:
        yield page, record
    except BaseException:
        context.close()  # whatever state it is in
        raise
    if own:
        context.close()
    else:
        _leave(context)
        left.append(context)


def _reader(browser: Browser) -> BrowserContext:
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    context.set_default_timeout(DEADLINE)
    bare = context.new_page()
    bare.route(BARE, lambda route: route.fulfill(body=""))
    bare.goto(BARE)
    return context


def _leave(context: BrowserContext) -> None:
    """Takes away what a reader may have left behind; the bare window stays."""
    for page in context.pages[1:]:
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear()")
        page.close()
    context.clear_cookies()
    context.clear_permissions()


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


def ends_a_page(payload: str | bytes) -> bool:
    """Whether the server says that it drew a whole page, and did not stop for a newer choice."""
    return _ends_a_run(payload) and (
        ForwardMsg.FromString(payload).script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    )


def _ends_a_run(payload: str | bytes) -> TypeGuard[bytes]:
    return (
        isinstance(payload, bytes)
        and ForwardMsg.FromString(payload).WhichOneof("type") == "script_finished"
    )
