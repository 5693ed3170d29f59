"""The pictures of the README and the guide, taken from the running dashboard.

`python -m tests.tools.screenshots DATABASE` writes them to docs/beelden/.
"""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.tools.browser import Scheme, open_browser, open_page, settled
from tests.tools.server import ROOT, running_dashboard

FOLDER = ROOT / "docs" / "beelden"
PAGES = {"overzicht": "/", "kaart": "/kaart"}  # name of the picture, address of the page
# Pages and forms that are shown once, wide and light.
ONCE = {
    "kaart-stadsdeel": "/kaart?niveau=stadsdeel",
    "kaart-buurt": "/kaart?gebied=SD5&niveau=buurt",
    "kaart-door-de-tijd": "/kaart?vorm=reeks",
    "kaart-verandering": "/kaart?vorm=verandering",
    "gebied": "/gebied?gebied=WK077263",
    "uitrol-stand": "/stand",
    "uitkomsten-blijven": "/blijven",
    "witte-vlekken": "/te_weinig",
    "naar-buiten": "/export?gebied=SD5",
}
WIDTHS = {1440: "", 390: "-smal"}
HEIGHT = 900
SCHEMES: dict[Scheme, str] = {"light": "", "dark": "-donker"}
CONTENT_HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def take_all(base_url: str, folder: Path) -> None:
    """Writes a picture of every page in every width and colour scheme to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        for (name, address), width, scheme in product(PAGES.items(), WIDTHS, SCHEMES):
            target = folder / f"{name}{WIDTHS[width]}{SCHEMES[scheme]}.png"
            _take(browser, base_url + address, width, scheme, target)
        for name, address in ONCE.items():
            _take(browser, base_url + address, max(WIDTHS), "light", folder / f"{name}.png")


def _take(browser: Browser, url: str, width: int, scheme: Scheme, target: Path) -> None:
    with open_page(browser, width, HEIGHT, scheme) as (page, _):
        page.goto(url)
        settled(page)
        _show_all(page, width)
        page.screenshot(path=target)


def _show_all(page: Page, width: int) -> None:
    """Makes the page as high as its content, which scrolls inside the window."""
    content = int(page.evaluate(CONTENT_HEIGHT))
    page.set_viewport_size({"width": width, "height": max(HEIGHT, content)})
    settled(page)


def main() -> None:
    """Takes all pictures from a dashboard on the data file that the command names."""
    with running_dashboard(Path(sys.argv[1])) as base_url:
        take_all(base_url, FOLDER)


if __name__ == "__main__":
    main()
