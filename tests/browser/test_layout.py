"""Every page on every screen: no words through each other, nothing cut, nothing beside the page."""

import pytest
from playwright.sync_api import Browser

from pages import PAGES, Page, page
from tests.browser.layout import OUTSIDE, TOUCH, WORDS
from tests.tools.browser import open_page, settled

WIDTHS = (390, 768, 1024, 1366, 1440)
# What the pages show only after a choice.
VIEWS = {
    "vergelijk/vergelijk": "?gebied=WK077211&naast=SD5|eerder",
    "kaart/kaart": "?vorm=staven&niveau=buurt&gebied=SD5",
}
CHOSEN = [page(path) for path in VIEWS]


@pytest.mark.parametrize(
    ("page", "widths"),
    [
        *((page, WIDTHS[:1]) for page in CHOSEN),  # the others: test_every_page
        *(pytest.param(page, WIDTHS, marks=pytest.mark.slow) for page in PAGES),
    ],
    ids=lambda part: str(part.path) if isinstance(part, Page) else f"{len(part)} widths",
)
def test_no_words_run_through_each_other_or_beside_the_page(
    browser: Browser, dashboard: str, page: Page, widths: tuple[int, ...]
) -> None:
    for width in widths:
        with open_page(browser, width) as (seen, _):
            for query in {"", VIEWS.get(page.path, "")}:
                seen.goto(dashboard + page.address + query)
                settled(seen)
                assert seen.evaluate(WORDS, TOUCH) == [], (width, query)
                assert seen.evaluate(OUTSIDE) == [], (width, query)
