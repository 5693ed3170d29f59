"""The kijkdoos in a real Chromium: opened from disk, without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from data.file.store import Store
from exports.viewer.page import html
from tests.exports.viewer.conftest import flat_of
from tests.tools.accessibility import faults
from tests.tools.browser import Record, Scheme, open_page

QUICK = 100  # milliseconds of work after a choice
DRAWN = ".area-map[data-drawn=yes]"
# What a choice costs: the work of the page itself, until it has drawn all of it.
TIMED = """async (level) => {
  const select = document.getElementById("level");
  const start = performance.now();
  select.value = level;
  select.dispatchEvent(new Event("change"));
  await Promise.resolve();
  return performance.now() - start;
}"""


@pytest.fixture(scope="module")
def kijkdoos(database: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    store = Store(database)
    file = tmp_path_factory.mktemp("kijkdoos") / "kijkdoos_gemeente.html"
    file.write_bytes(html(flat_of(store)))
    store.close()
    return file.as_uri()


@pytest.fixture(scope="module")
def opened(browser: Browser, kijkdoos: str) -> Iterator[tuple[Page, Record]]:
    with open_page(browser, own=True) as (page, record):
        page.context.set_offline(True)
        page.goto(kijkdoos)
        page.wait_for_selector(DRAWN)
        yield page, record
        assert (record.errors, record.outside) == ([], [])


def rows(page: Page) -> list[str]:
    return page.locator("#areas tbody tr:visible th").all_inner_texts()


def cells(page: Page) -> list[str]:
    return page.locator("#areas tbody tr td").all_inner_texts()


def test_a_choice_changes_map_line_and_table(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.select_option("#level", "team")
    page.select_option("#indicator", "lopende_matches")
    page.wait_for_selector(DRAWN)
    assert "Lopende matches" in page.inner_text("#table-title")
    names = rows(page)
    assert page.locator(".area-map .area").count() == len(names) > 1
    page.locator("#areas tbody button").first.click()
    assert page.input_value("#area") == page.get_attribute("#areas tbody button", "data-area")
    assert names[0] in page.inner_text("#trend-title")
    assert page.locator(".area-map .chosen").count() == 1
    page.select_option("#area", "")


def test_the_slider_moves_line_and_table_too(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    before, title = cells(page), page.inner_text("#table-title")
    page.locator(".area-map input").focus()
    page.keyboard.press("Home")
    assert page.inner_text("#table-title") != title
    assert cells(page) != before
    page.keyboard.press("End")
    assert cells(page) == before


def test_a_table_is_sorted_and_searched(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.select_option("#level", "stadsdeel")
    page.click("[data-sort=name]")
    assert rows(page) == sorted(rows(page))
    page.fill("#find", "TONGEL")
    assert rows(page) == ["Tongelre"]
    page.fill("#find", "nergens")
    assert page.is_visible("#none")
    page.fill("#find", "")


def test_a_choice_is_quick(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    taken = [page.evaluate(TIMED, level) for level in ("buurt", "stadsdeel", "buurt", "team") * 2]
    assert min(taken[::2]) < QUICK


def test_it_prints_the_whole_table_and_no_buttons(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    page.select_option("#level", "buurt")
    page.emulate_media(media="print")
    assert len(rows(page)) > 100
    assert not page.is_visible("#indicator")
    page.emulate_media(media="screen")


def test_on_paper_it_is_light_whatever_the_screen_is(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    shapes = "[...document.querySelectorAll('.area-map path')]"
    fills = f"{shapes}.map((one) => getComputedStyle(one).fill).join()"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(fills)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"(light) => {fills} !== light", arg=light)
    page.emulate_media(color_scheme="dark", media="print")
    page.wait_for_function(f"(light) => {fills} === light", arg=light)
    page.emulate_media(color_scheme="light", media="screen")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_nothing_keeps_a_reader_out(
    browser: Browser, kijkdoos: str, width: int, scheme: Scheme
) -> None:
    with open_page(browser, width, 900, scheme) as (page, record):
        page.goto(kijkdoos)
        page.wait_for_selector(DRAWN)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (record.errors, record.outside) == ([], [])
