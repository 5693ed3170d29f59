"""What a browser sees of a page: when the last thing on it changed, and what was sent for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, WebSocket

from tests.bench.contestants import Contestant
from tests.tools.browser import SETTLED

QUIET = 500  # milliseconds without a change, after which a page is complete
DEADLINE = 120_000  # milliseconds: a busy machine is measured too
# From the first moment: when the page last changed, its longest task, and how far it shifted.
WATCH = """
window.bench = { last: 0, longest: 0, shift: 0 };
new MutationObserver(() => { bench.last = performance.now(); }).observe(document, {
  subtree: true, childList: true, attributes: true, characterData: true,
});
const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
  .observe({ type, buffered: true });
watch("longtask", ({ duration }) => { bench.longest = Math.max(bench.longest, duration); });
watch("layout-shift", (one) => { if (!one.hadRecentInput) bench.shift += one.value; });
"""
# What is chosen stands there, nothing runs, all that draws itself has done so, and it is quiet.
COMPLETE = f"""([shows, name, quiet]) => {{
  const find = (selector) => document.querySelector(selector);
  const graphs = [...document.querySelectorAll(".dash-graph, [data-testid=stPlotlyChart]")];
  return find(shows)?.textContent.includes(name)
    && (!find("[data-testid=stApp]") || ({SETTLED})())
    && (!find(".bloei-lists") || find(".bloei-bar button"))
    && graphs.every((graph) => graph.querySelector(".main-svg"))
    && performance.now() - bench.last > quiet;
}}"""


@dataclass
class Sent:
    """What a server sent: messages on websockets, and bytes of these and of all else."""

    messages: int = 0
    bytes: float = 0


@dataclass(frozen=True)
class Seen:
    """A page that is complete: milliseconds it took, and the moment (milliseconds since 1970)."""

    took: float
    moment: float
    sent: Sent


class Window:
    """One reader's window on a page."""

    def __init__(self, page: Page, one: Contestant) -> None:
        self.page, self.one, self.sent = page, one, Sent()
        page.add_init_script(WATCH)
        page.on("websocket", self._listen)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._loaded)

    def visit(self, url: str, name: str) -> Seen:
        """Comes to the page; `name` is what is chosen there without a choice."""
        self.page.goto(url)
        return self._complete(name, 0.0)

    def choose(self, code: str, name: str) -> Seen:
        """Chooses a stadsdeel."""
        self.sent = Sent()
        began = float(self.page.evaluate("() => performance.now()"))
        self.page.evaluate(self.one.chooses, [code, name])
        return self._complete(name, began)

    def noted(self, what: str) -> float:
        """The longest task (milliseconds) or the shift (CLS) so far."""
        return float(self.page.evaluate(f"() => bench.{what}"))

    def _complete(self, name: str, began: float) -> Seen:
        self.page.wait_for_function(COMPLETE, arg=[self.one.shows, name, QUIET])
        last, origin = self.page.evaluate("() => [bench.last, performance.timeOrigin]")
        return Seen(last - began, origin + last, self.sent)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._received)

    def _received(self, payload: str | bytes) -> None:
        self.sent.messages += 1
        self.sent.bytes += len(payload)

    def _loaded(self, event: dict[str, Any]) -> None:
        self.sent.bytes += event["encodedDataLength"]


@contextmanager
def window(browser: Browser, one: Contestant) -> Iterator[Window]:
    """A window of a reader who was never here."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1440, "height": 900})
    context.set_default_timeout(DEADLINE)
    try:
        yield Window(context.new_page(), one)
    finally:
        context.close()
