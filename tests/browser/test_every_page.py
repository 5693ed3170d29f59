"""What holds for every page, on a wide screen and on a dark phone: opened once for all of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from pages import PAGES, Page
from tests.browser.reader import HEIGHT, HIGHEST, Reader, misplaced, reader
from tests.tools.accessibility import heavy

WIDE, PHONE = 1440, 390  # pixels
ENGLISH = re.compile(
    r"\b(Choose|Search|Select|Close|Clear|Running|Settings|required|Press|sidebar|loading"
    r"|results?|main content|day|month|year|found|options?|files?|Upload|page|Help)\b|^Open$"
)
VISIBLE_WORDS = """() => {
  const named = [...document.querySelectorAll("[aria-label], [placeholder], [title]")];
  const labels = named.flatMap((element) =>
    ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name)));
  return [document.body.innerText, ...labels].filter(Boolean);
}"""
LOOKS = [(page, width) for page in PAGES for width in (WIDE, PHONE)]


@dataclass(frozen=True)
class Opened:
    """A page that somebody opened cold, on a screen of `width` pixels."""

    page: Page
    width: int
    seen: Reader


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: f"{look[0].path}-{look[1]}")
def opened(request: pytest.FixtureRequest, browser: Browser, dashboard: str) -> Iterator[Opened]:
    page, width = request.param
    with reader(browser, width, "light" if width == WIDE else "dark") as someone:
        yield Opened(page, width, someone.open(dashboard + page.address))


def test_it_asks_its_question_and_complains_of_nothing(opened: Opened) -> None:
    expect(opened.seen.title).to_have_text(opened.page.question)
    expect(opened.seen.page.get_by_role("dialog")).to_have_count(0)
    opened.seen.sees_nothing_wrong()


def test_it_fits_the_screen(opened: Opened) -> None:
    assert opened.seen.page.evaluate("document.documentElement.scrollWidth") <= opened.width
    if opened.width == WIDE:
        assert opened.seen.page.evaluate(HEIGHT) <= HIGHEST


def test_no_words_run_through_each_other_or_beside_the_page(opened: Opened) -> None:
    assert misplaced(opened.seen.page) == []


def test_no_english_is_left(opened: Opened) -> None:
    assert opened.seen.page.evaluate("document.documentElement.lang") == "nl"
    assert opened.seen.page.title().endswith(" · Eindhoven · Buurt in Bloei")
    words = opened.seen.page.evaluate(VISIBLE_WORDS)
    assert [found for found in words if ENGLISH.search(found)] == []


def test_axe_finds_nothing_that_keeps_a_reader_out(opened: Opened) -> None:
    """The wide screen of one page, the phone of the next: `make test-all` tries all of each."""
    if opened.width == (WIDE, PHONE)[PAGES.index(opened.page) % 2]:
        assert heavy(opened.seen.page) == []
