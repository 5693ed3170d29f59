"""Taking along, in a real browser: files that are made when asked, and work that can be stopped."""

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser
from pptx import Presentation

from tests.tools.browser import DEADLINE, open_page, rerun, settled

# A slow browser may find the button when all is made: it is pressed as soon as it is there.
STOP_AT_ONCE = """() => new MutationObserver((_, watch) => {
  const button = [...document.querySelectorAll("button")]
    .find((one) => one.textContent.trim() === "Stop");
  if (!button) return;
  watch.disconnect();
  button.click();
  window.stopped = true;
}).observe(document.body, { childList: true, subtree: true })"""
PATIENCE = 4 * DEADLINE  # a document takes longer than a page


def test_a_card_is_taken_along_as_a_slide(browser: Browser, dashboard: str) -> None:
    with open_page(browser, 1440, 900, "light") as (page, record):
        page.goto(dashboard)
        settled(page)
        page.get_by_role("button", name="Meenemen").first.click()
        with page.expect_download(timeout=PATIENCE) as download:
            page.get_by_role("button", name="Dia (PowerPoint)").first.click()
        assert download.value.suggested_filename.endswith("_2021-09-30_gemeente.pptx")
        data = Path(download.value.path()).read_bytes()
        assert Presentation(BytesIO(data)).slides
        assert record.errors == []


def test_many_reports_can_be_stopped_and_nothing_is_kept(browser: Browser, dashboard: str) -> None:
    with open_page(browser, 1440, 900, "light") as (page, record):
        page.goto(f"{dashboard}/export?gebied=WK077233")  # of its kind there are most
        settled(page)
        with rerun(page, record):
            page.get_by_text("Alle 20 wijken").click()
        page.evaluate(STOP_AT_ONCE)
        page.get_by_role("button", name="Maak 20 documenten").click()
        page.wait_for_function("window.stopped", timeout=PATIENCE)
        page.get_by_role("button", name="Stop").wait_for(state="detached", timeout=PATIENCE)
        settled(page)
        assert page.get_by_text("Bewaar").count() == 0
        assert record.errors == []


def test_a_report_is_made_and_saved(browser: Browser, dashboard: str) -> None:
    with open_page(browser, 1440, 900, "light") as (page, record):
        page.goto(f"{dashboard}/export?gebied=SD3")
        settled(page)
        page.get_by_role("button", name="Maak rapport").click()
        with page.expect_download(timeout=PATIENCE) as download:
            page.get_by_role("button", name="Bewaar rapport").click(timeout=PATIENCE)
        name = "rapport_stadsdeel_tongelre_2021-09-30_gemeente.pdf"
        assert download.value.suggested_filename == name
        assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
        assert record.errors == []
