"""Every page on every screen: no words through each other, nothing cut, nothing beside the page."""

import pytest
from playwright.sync_api import Browser

from pages import PAGES, Page
from tests.tools.browser import open_page, settled

WIDTHS = (390, 768, 1024, 1366, 1440)
# What the pages show only after a choice.
VIEWS = {
    "vergelijk/vergelijk": "?gebied=WK077211&naast=SD5|eerder",
    "kaart/kaart": "?vorm=staven&niveau=buurt&gebied=SD5",
}
TOUCH = 2  # pixels by which the boxes of two words may touch: letters have air around them

# Words of a chart that lie over each other, or stick out of it.
WORDS = """(touch) => {
  const found = [];
  const middles = (text) => {
    const lines = text.querySelectorAll("tspan").length ? text.querySelectorAll("tspan") : [text];
    return [...lines].filter((line) => line.textContent.trim())
      .map((line) => [line.textContent, line.getBoundingClientRect(), text])
      .filter(([, box]) => box.width > 1 && box.height > 1);
  };
  for (const chart of document.querySelectorAll("[data-testid=stPlotlyChart], .area-map svg")) {
    const frame = chart.getBoundingClientRect();
    const words = [...chart.querySelectorAll("text")].flatMap(middles);
    words.forEach(([text, box, owner], index) => {
      if (box.right > frame.right + touch || box.left < frame.left - touch)
        found.push(`cut: ${text}`);
      for (const [other, its, whose] of words.slice(index + 1)) {
        const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (whose !== owner && wide > touch && high > 2 * touch)
          found.push(`${text} over ${other}`);
      }
    });
  }
  return found;
}"""

# What sticks out of the page and cannot be scrolled to.
OUTSIDE = """() => {
  const main = document.querySelector("[data-testid=stMainBlockContainer]");
  const end = main.getBoundingClientRect().right + 1;
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== main; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  return [...main.querySelectorAll("*")]
    .filter((element) => element.children.length === 0 && element.textContent.trim())
    .filter((element) => element.getBoundingClientRect().right > end && !scrolls(element))
    .map((element) => element.textContent);
}"""


@pytest.mark.parametrize(
    ("page", "widths"),
    [
        *((page, WIDTHS[:1]) for page in PAGES[::3]),
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
