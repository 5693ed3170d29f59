"""The pictures of the README and the guide, taken from the running dashboard.

`python -m tests.tools.screenshots DATABASE` writes them to docs/beelden/.
"""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as Shown

from pages import page
from tests.tools.browser import Scheme, open_browser, open_page, settled
from tests.tools.server import ROOT, running_dashboard

FOLDER = ROOT / "docs" / "beelden"
# Name of the picture, module of the page; what is chosen on it.
EVERYWHERE = {"overzicht": "overzicht/overzicht", "kaart": "kaart/kaart"}
# Pages and forms that are shown once, wide and light.
ONCE = {
    "kaart-stadsdeel": ("kaart/kaart", "niveau=stadsdeel"),
    "kaart-buurt": ("kaart/kaart", "gebied=SD5&niveau=buurt"),
    "kaart-door-de-tijd": ("kaart/kaart", "vorm=reeks"),
    "kaart-verandering": ("kaart/kaart", "vorm=verandering"),
    "gebied": ("gebied/gebied", "gebied=WK077263"),
    "uitrol-stand": ("uitrol/stand", ""),
    "uitkomsten-blijven": ("uitkomsten/blijven", ""),
    "witte-vlekken": ("witte_vlekken/te_weinig", ""),
    "naar-buiten": ("export/export", "gebied=SD5"),
}
WIDTHS = {1440: "", 390: "-smal"}
HEIGHT = 900
SCHEMES: dict[Scheme, str] = {"light": "", "dark": "-donker"}
CONTENT_HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def take_all(base_url: str, folder: Path) -> None:
    """Writes a picture of every page in every width and colour scheme to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        for (name, path), width, scheme in product(EVERYWHERE.items(), WIDTHS, SCHEMES):
            target = folder / f"{name}{WIDTHS[width]}{SCHEMES[scheme]}.png"
            _take(browser, base_url + page(path).address, width, scheme, target)
        for name, (path, query) in ONCE.items():
            url = f"{base_url}{page(path).address}?{query}"
            _take(browser, url, max(WIDTHS), "light", folder / f"{name}.png")


def _take(browser: Browser, url: str, width: int, scheme: Scheme, target: Path) -> None:
    with open_page(browser, width, HEIGHT, scheme) as (shown, _):
        shown.goto(url)
        settled(shown)
        _show_all(shown, width)
        shown.screenshot(path=target)


def _show_all(shown: Shown, width: int) -> None:
    """Makes the page as high as its content, which scrolls inside the window."""
    content = int(shown.evaluate(CONTENT_HEIGHT))
    shown.set_viewport_size({"width": width, "height": max(HEIGHT, content)})
    settled(shown)


def main() -> None:
    """Takes all pictures from a dashboard on the data file that the command names."""
    with running_dashboard(Path(sys.argv[1])) as base_url:
        take_all(base_url, FOLDER)


if __name__ == "__main__":
    main()
