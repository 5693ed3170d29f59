"""Every page on every screen: no words through each other, nothing cut, nothing beside the page."""

import pytest
from playwright.sync_api import Browser

from pages import PAGES, Page
from tests.browser.reader import misplaced
from tests.tools.browser import open_page, settled

WIDTHS = (390, 768, 1024, 1366, 1440)
# What the pages show only after a choice.
VIEWS = {
    "vergelijk/vergelijk": "?gebied=WK077211&naast=SD5|eerder",
    "kaart/kaart": "?vorm=staven&niveau=buurt&gebied=SD5",
    "witte_vlekken/advies": "?gebied=eigen~Rond het park~1110~1120~2110",
    "uitrol/stand": "?gebied=SD7",
}

# How far all that is seen moved by itself: 0 is still, 0.25 is bad.
WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) shifted += one.value;
})).observe({ type: "layout-shift", buffered: true });
"""
STILL = 0.05


@pytest.mark.parametrize("width", [390, 1366])
def test_choices_that_come_one_by_one_do_not_push_each_other_away(
    browser: Browser, dashboard: str, width: int
) -> None:
    with open_page(browser, width, own=True) as (seen, _):
        seen.add_init_script(WATCH)
        seen.goto(f"{dashboard}/export")
        settled(seen)
        assert seen.evaluate("shifted") < STILL


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.path))
def test_no_words_run_through_each_other_or_beside_the_page(
    browser: Browser, dashboard: str, page: Page
) -> None:
    for width in WIDTHS:
        with open_page(browser, width) as (seen, _):
            for query in {"", VIEWS.get(page.path, "")}:
                seen.goto(dashboard + page.address + query)
                settled(seen)
                assert misplaced(seen) == [], (width, query)
