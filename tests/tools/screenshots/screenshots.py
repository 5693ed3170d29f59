"""The pictures of the README and the guide, taken from the running dashboard.

They go out with the repository, so each shows what the gemeente may see.
"""

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser
from playwright.sync_api import Page as Shown

from analytics.figures.doors.marts import Audience
from pages import page
from tests.tools.browser import Scheme, open_browser, open_page, settled

# Name of the picture, module of the page; what is chosen on it.
EVERYWHERE = {"overzicht": "overzicht/overzicht", "kaart": "kaart/kaart"}
# Pages and forms that are shown once, wide and light.
ONCE = {
    "kaart-stadsdeel": ("kaart/kaart", {"niveau": "stadsdeel"}),
    "kaart-buurt": ("kaart/kaart", {"gebied": "SD5", "niveau": "buurt"}),
    "kaart-door-de-tijd": ("kaart/kaart", {"vorm": "reeks"}),
    "kaart-verandering": ("kaart/kaart", {"vorm": "verandering"}),
    "gebied": ("gebied/gebied", {"gebied": "WK077263"}),
    "uitrol-stand": ("uitrol/stand", {}),
    "uitkomsten-blijven": ("uitkomsten/blijven", {}),
    "naar-buiten": ("export/export", {"gebied": "SD5"}),
}
WIDTHS = {1440: "", 390: "-smal"}
HEIGHT = 900
PATIENCE = 120_000  # milliseconds: a picture may be taken on a busy computer
SCHEMES: dict[Scheme, str] = {"light": "", "dark": "-donker"}
CONTENT_HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def take_all(base_url: str, folder: Path) -> None:
    """Writes a picture of every page in every width and colour scheme to `folder`."""
    with open_browser() as browser:
        for (name, path), width, scheme in product(EVERYWHERE.items(), WIDTHS, SCHEMES):
            target = folder / f"{name}{WIDTHS[width]}{SCHEMES[scheme]}.png"
            _take(browser, base_url + address(path, {}), width, scheme, target)
        for name, (path, choices) in ONCE.items():
            url = base_url + address(path, choices)
            _take(browser, url, max(WIDTHS), "light", folder / f"{name}.png")


def address(path: str, choices: Mapping[str, str]) -> str:
    """The address of a page with these choices, as the gemeente sees it."""
    return f"{page(path).address}?{urlencode({**choices, 'publiek': Audience.GEMEENTE.value})}"


def _take(browser: Browser, url: str, width: int, scheme: Scheme, target: Path) -> None:
    with open_page(browser, width, HEIGHT, scheme) as (shown, _):
        shown.set_default_timeout(PATIENCE)
        shown.goto(url)
        settled(shown)
        _show_all(shown, width)
        shown.screenshot(path=target)


def _show_all(shown: Shown, width: int) -> None:
    """Makes the page as high as its content, which scrolls inside the window."""
    content = int(shown.evaluate(CONTENT_HEIGHT))
    shown.set_viewport_size({"width": width, "height": max(HEIGHT, content)})
    settled(shown)
