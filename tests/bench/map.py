"""The map of 116 buurten in a real Chromium: `python -m tests.bench.map DATABASE`.

A step of the slider: from the key until the map is drawn anew. A click on an area: from the press
until all that depends on it is new, and what the server sent for it.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import WebSocket

from pages import page
from tests.browser.reader import Reader, reader
from tests.tools.browser import open_browser, rerun
from tests.tools.server import running_dashboard

RUNS = 15
ADDRESSES = tuple(
    f"{page(path).address}?niveau=buurt" for path in ("kaart/kaart", "overzicht/overzicht")
)
BUURT = "BU07726370"
# Milliseconds from a key on the slider to the second frame after it, when it has been painted.
STEP = """() => new Promise((done) => {
  const slider = document.querySelector(".area-map input[type=range]");
  const began = performance.now();
  slider.value = slider.value > 0 ? slider.value - 1 : slider.max;
  slider.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""


def main(database: Path) -> None:
    """Prints medians in milliseconds, and kilobytes."""
    with running_dashboard(database) as url, open_browser() as browser:
        for address in ADDRESSES:
            with reader(browser) as someone:
                sent: list[int] = []
                someone.page.on("websocket", partial(_count, sent))
                someone.open(url + address)
                if someone.page.locator(".area-map input[type=range]").count():
                    _report(f"{address} stap van de schuif", *_measured(someone, sent, _step))
                _report(f"{address} klik op een buurt", *_measured(someone, sent, _click))


def _measured(
    someone: Reader, sent: list[int], act: Callable[[Reader], float]
) -> tuple[list[float], list[int]]:
    """What each act took, and how many bytes the server sent for it."""
    times, amounts = [], []
    for _ in range(RUNS):
        sent.clear()
        times.append(act(someone))
        amounts.append(sum(sent))
        if not someone.area(BUURT).count() or "gebied" in someone.query:
            with rerun(someone.page, someone.record):
                someone.page.get_by_role("button", name="Wis selectie").click()
    return times, amounts


def _count(sent: list[int], socket: WebSocket) -> None:
    socket.on("framereceived", lambda frame: sent.append(len(frame)))


def _step(someone: Reader) -> float:
    return float(someone.page.evaluate(STEP))


def _click(someone: Reader) -> float:
    began = time.perf_counter()
    with rerun(someone.page, someone.record):
        someone.page.mouse.click(*someone.place(BUURT))
    return (time.perf_counter() - began) * 1000


def _report(name: str, times: list[float], sent: list[int]) -> None:
    print(f"{name}: {median(times):.0f} ms, {median(sent) / 1000:.1f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
