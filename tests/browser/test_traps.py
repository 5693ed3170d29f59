"""What this version of Streamlit and plotly would do wrong if nothing were done about it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from pages import page
from tests.browser.reader import reader
from tests.paths import ROOT
from tests.tools.browser import open_page, settled

WITH_MAP_AND_TABLE = [page(path).address for path in ("overzicht/overzicht", "kaart/kaart")]


def test_a_list_that_finds_nothing_says_so_in_dutch(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(dashboard)
        someone.page.locator(".bloei-bar [data-part=gebied] .opener").click()
        someone.page.get_by_role("searchbox", name="Zoek een gebied").press_sequentially("qqq")
        expect(someone.page.get_by_text("Niets gevonden")).to_be_visible()


def test_the_icon_comes_from_the_dashboard(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(dashboard)
        icon = someone.page.locator("link[rel~=icon]").first.get_attribute("href") or ""
        assert icon.startswith("data:image/svg+xml")


@pytest.mark.parametrize("address", WITH_MAP_AND_TABLE)
def test_charts_have_a_text_for_who_cannot_see_them(
    browser: Browser, dashboard: str, address: str
) -> None:
    with reader(browser) as someone:
        someone.open(dashboard + address)
        map_ = someone.page.get_by_role("group", name=re.compile("^Kaart van Eindhoven"))
        expect(map_).to_have_count(1)


def test_a_map_is_drawn_without_the_internet(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?niveau=buurt")
        expect(someone.page.locator(".area-map .area")).to_have_count(116)


@pytest.mark.parametrize("address", ["/overzicht", "/__init__", "/_parts", "/x"])
def test_no_page_can_be_opened_past_the_frame(
    browser: Browser, dashboard: str, address: str
) -> None:
    with open_page(browser) as (page, record):
        page.goto(dashboard + address)
        settled(page)
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("Deze pagina bestaat niet")
        expect(dialog).to_contain_text("Het overzicht wordt getoond.")
        page.keyboard.press("Escape")
        expect(page.get_by_role("region", name="Selectie")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text("Hoe ver is de uitrol?")
        assert record.outside == []


def test_nothing_but_folders_lies_directly_in_pages() -> None:
    modules = [path.name for path in Path(ROOT, "pages").glob("*.py")]
    assert modules == ["__init__.py"]


@pytest.mark.parametrize("path", ["overzicht/overzicht", "kaart/kaart"])
def test_on_a_phone_the_table_comes_before_the_map(
    browser: Browser, dashboard: str, path: str
) -> None:
    with reader(browser, width=390) as someone:
        someone.open(dashboard + page(path).address)
        table, map_ = (
            someone.page.locator(name).bounding_box() for name in (".bloei-table", ".area-map")
        )
        assert table
        assert map_
        assert table["y"] + 100 < map_["y"]


def test_colours_follow_the_dress_of_the_browser(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        for scheme, expected in (("light", "rgb(31, 41, 51)"), ("dark", "rgb(232, 236, 239)")):
            someone.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            someone.open(f"{dashboard}/kaart")
            colour = someone.page.locator(".bloei-lead, tbody th").first.evaluate(
                "element => getComputedStyle(element).color"
            )
            assert colour == expected
