"""What common questions cost from Overzicht on a laptop, in clicks."""

from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Reader, reader
from tests.tools.browser import DEADLINE, Scheme, open_page, rerun, settled

WIJKEN = 3  # that are asked for
DARK = 0.3  # of white, the mean of three colours


class Counting(Reader):
    """A reader whose clicks are counted; typing costs none."""

    clicks = 0

    def click(self, found: Locator) -> None:
        self.clicks += 1
        found.click()

    def ask(self, text: str) -> None:
        self.page.keyboard.press("/")
        field = self.page.get_by_role("searchbox", name="Zoeken")
        expect(field).to_be_focused()
        field.press_sequentially(text)


@pytest.fixture
def seen(browser: Browser, dashboard: str) -> Iterator[Counting]:
    with open_page(browser, 1366, 768) as (page, record):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        found = Counting(page, record)
        found.open(dashboard)
        yield found
        found.sees_nothing_wrong()


def test_the_trend_of_an_area_in_a_year(seen: Counting) -> None:
    seen.ask("trend woensel-noord 2020")
    with rerun(seen.page, seen.record):
        seen.click(seen.page.locator(".st-key-found a").first)
    assert seen.query == {"gebied": "SD5", "periode": "2020"}
    expect(seen.page.get_by_text("januari 2020 tot en met december 2020").first).to_be_visible()
    assert seen.clicks <= 3


def test_the_wijken_with_most_people_waiting(seen: Counting) -> None:
    with rerun(seen.page, seen.record):
        seen.click(seen.page.get_by_role("button", name="Wachtend", exact=True))
    cells = seen.page.locator("tbody tr td:last-child").all_inner_texts()
    numbers = [int(cell) for cell in cells if cell.isdigit()]
    assert len(numbers) > WIJKEN
    assert numbers == sorted(numbers, reverse=True)
    assert seen.clicks <= 1


def test_the_map_as_a_slide_for_the_gemeente(seen: Counting) -> None:
    seen.click(seen.page.get_by_role("button", name="Meenemen").first)
    with seen.page.expect_download(timeout=4 * DEADLINE) as download:
        seen.click(seen.page.get_by_role("button", name="Dia (PowerPoint)").first)
    assert download.value.suggested_filename.endswith("_gemeente.pptx")
    assert seen.clicks <= 2


def test_two_wijken_side_by_side(seen: Counting) -> None:
    seen.ask("meerhoven naast erp")
    with rerun(seen.page, seen.record):
        seen.click(seen.page.locator(".st-key-found a").first)
    expect(seen.title).to_have_text("Waarin verschillen deze gebieden?")
    assert seen.query == {"gebied": "WK077263", "naast": "WK077242"}
    assert seen.clicks <= 4


def test_two_wijken_side_by_side_without_typing(seen: Counting) -> None:
    with rerun(seen.page, seen.record):
        seen.click(seen.page.get_by_role("link", name="Vergelijk", exact=True))
    field = seen.page.get_by_test_id("stMultiSelect")
    seen.click(field.get_by_role("combobox"))
    for name in ("Centrum (stadsdeel)", "Stratum (stadsdeel)"):
        with rerun(seen.page, seen.record):
            seen.click(seen.page.get_by_role("option", name=name))
    assert seen.query == {"gebied": "SD1", "naast": "SD2"}
    assert seen.clicks <= 4


def test_sharing_the_view(seen: Counting) -> None:
    seen.click(seen.page.get_by_role("button", name="Kopieer link"))
    expect(seen.page.get_by_role("button", name="Link gekopieerd")).to_be_visible()
    assert seen.page.evaluate("navigator.clipboard.readText()") == seen.page.url
    assert seen.clicks <= 1


def test_back_to_the_whole_city(seen: Counting, dashboard: str) -> None:
    seen.open(f"{dashboard}/?gebied=SD5")
    with rerun(seen.page, seen.record):
        seen.click(seen.page.get_by_role("button", name="Wis selectie"))
    expect(seen.selection).to_contain_text("Heel Eindhoven")
    assert seen.clicks <= 1


def test_what_waiting_means(seen: Counting) -> None:
    seen.click(seen.page.locator(".bloei-tiles .bloei-what summary").last)
    expect(seen.page.get_by_text("zonder match tot en met die dag").first).to_be_visible()
    assert seen.clicks <= 1


def test_printing(seen: Counting) -> None:
    seen.page.evaluate("window.print = () => { window.isPrinted = true; }")
    seen.click(seen.page.get_by_role("button", name="Print"))
    assert seen.page.evaluate("window.isPrinted")
    assert seen.clicks <= 1


def test_paper_has_the_selection_and_no_buttons(browser: Browser, dashboard: str) -> None:
    with reader(browser, 1366) as seen:
        seen.open(f"{dashboard}/?gebied=SD5")
        seen.page.emulate_media(media="print")
        expect(seen.page.get_by_test_id("stSidebar")).to_be_hidden()
        expect(seen.page.locator(".bloei-bar")).to_be_hidden()
        expect(seen.selection).to_be_visible()
        expect(seen.selection).to_contain_text("Woensel-Noord")
        settled(seen.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_holds_all_of_a_chart(
    browser: Browser, dashboard: str, scheme: Scheme
) -> None:
    with open_page(browser, 1366, 768, scheme) as (page, _):
        page.goto(f"{dashboard}/doelen")
        found = page.locator(".bloei-chart text").filter(has_text="●")
        expect(found).to_have_count(3, timeout=DEADLINE)
        settled(page)
        names = found.all_text_contents()
        with pdfplumber.open(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as paper:
            [sheet, *_] = paper.pages
            words = sheet.crop(sheet.bbox).extract_text()
            dark = [box for box in sheet.rects if sum(box["non_stroking_color"]) < 3 * DARK]
        assert [name for name in names if name.removeprefix("●").strip() not in words] == []
        half = sheet.width * sheet.height / 2
        assert [box for box in dark if box["width"] * box["height"] > half] == []
