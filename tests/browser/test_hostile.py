"""Names are text on every page: the browser asks nothing elsewhere and shows no foreign link."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from data.reference.own_area import own_area
from pages import PAGES
from pages._parts.markup import JOINER
from tests.browser.reader import Reader, reader
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.hostile import NAMES
from tests.tools.browser import rerun
from tests.tools.server import running_dashboard

ADDRESSES = [page.address.lstrip("/") for page in PAGES]
BUURTEN = ["BU07723120", "BU07724100"]
# Links and pictures that lead to another computer.
FOREIGN = """() => [...document.querySelectorAll("a[href], img[src], link[href]")]
  .map((found) => new URL(found.href || found.src, location.href))
  .filter((url) => url.protocol !== "data:" && url.hostname !== location.hostname)
  .map(String)"""

# What the bar does when an area is chosen in it.
CHOOSE = "(code) => window.bloeiChoose('gebied', code)"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard on the odd city, whose teams, places and events have hostile names."""
    frames, names = dict(odd_frames()), cycle(NAMES)
    for table, column in (("places", "name"), ("rollout", "team"), ("events", "label")):
        frames[table] = frames[table].assign(**{column: [next(names) for _ in frames[table].index]})
    path: Path = tmp_path_factory.mktemp("vijand") / "stad.duckdb"
    write_city(path, frames, ODD_AS_OF).close()
    with running_dashboard(path) as url:
        yield url


def address(name: str) -> str:
    own = own_area(name, BUURTEN)
    assert own is not None
    return f"gebied={quote(own.code)}"


def holds_no_foreign(seen: Reader) -> None:
    assert seen.page.evaluate(FOREIGN) == []
    seen.sees_nothing_wrong()


SLOW = pytest.mark.slow
TURNS = 8
PARTS = [0, *(pytest.param(part, marks=SLOW) for part in range(1, TURNS))]  # the names take turns
PAGE_NAMES = [(page, (NAMES[0], NAMES[5])[turn % 2]) for turn, page in enumerate(ADDRESSES)]


@pytest.mark.parametrize("part", PARTS)
def test_a_name_is_shown_as_it_is(browser: Browser, hostile: str, part: int) -> None:
    with reader(browser) as seen:
        seen.open(f"{hostile}/gebied").page.wait_for_function("() => Boolean(window.bloeiChoose)")
        for name in NAMES[part::TURNS]:
            own = own_area(name, BUURTEN)
            assert own is not None
            with rerun(seen.page, seen.record):
                seen.page.evaluate(CHOOSE, own.code)
            assert own.name in " ".join(seen.title.inner_text().replace(JOINER, "").split())
            holds_no_foreign(seen)


@pytest.mark.parametrize(("page", "name"), PAGE_NAMES)
def test_every_page_shows_names_as_text(
    browser: Browser, hostile: str, page: str, name: str
) -> None:
    with reader(browser) as seen:
        seen.open(f"{hostile}/{page}?{address(name)}&niveau=team")
        holds_no_foreign(seen)


def test_an_address_that_names_what_is_not_there_says_so(browser: Browser, hostile: str) -> None:
    with reader(browser) as seen:
        seen.open(f"{hostile}/?gebied=BU07729999&peildatum=31-2-2020")
        words = seen.page.locator("main, body").first.inner_text()
        assert "BU07729999" in words
        assert "31-2-2020" in words
        seen.open(f"{hostile}/?gebied=strijp&peildatum=1-3-2020")
        assert seen.query["peildatum"] == "2020-03-01"
        assert seen.query["gebied"] == "SD6"
        assert seen.page.get_by_text("uit de link").count() == 0
