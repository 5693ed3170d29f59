"""The harness itself: what it waits for and what it notes, on a dashboard made for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.paths import ROOT
from tests.tools.browser import Record, open_page, rerun, settled
from tests.tools.server import DashboardFailed, running_dashboard

APP = """
import time
import streamlit as st

st.title("Proef")
if st.button("Reken"):
    time.sleep(0.5)
    st.write("klaar")
if st.button("Vraag elders"):
    st.html("<img src='http://elders.invalid/teller.gif'>")
if st.button("Breek"):
    raise RuntimeError("stuk gemaakt")
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / ".streamlit", house / ".streamlit")
    shutil.copytree(ROOT / "static" / "fonts", house / "static" / "fonts")
    script = house / "app.py"
    script.write_text(APP)
    return script


@pytest.fixture(scope="module")
def url(app: Path) -> Iterator[str]:
    with running_dashboard(app.with_name("x.duckdb"), app) as url:
        yield url


@pytest.fixture
def opened(browser: Browser, url: str) -> Iterator[tuple[Page, Record]]:
    with open_page(browser) as (page, record):
        page.goto(url)
        settled(page)
        yield page, record


def press(page: Page, record: Record, name: str) -> None:
    with rerun(page, record):
        page.get_by_role("button", name=name).click()


def test_it_waits_for_a_slow_computation(opened: tuple[Page, Record]) -> None:
    page, record = opened
    press(page, record, "Reken")
    expect(page.get_by_text("klaar")).to_be_visible(timeout=1)
    assert (record.errors, record.outside) == ([], [])


def test_waiting_for_a_computation_that_never_comes_fails(opened: tuple[Page, Record]) -> None:
    page, record = opened
    page.set_default_timeout(1000)
    with pytest.raises(Error, match="Timeout"), rerun(page, record):
        page.get_by_role("heading").click()


def test_it_notes_a_request_that_leaves_localhost(opened: tuple[Page, Record]) -> None:
    page, record = opened
    press(page, record, "Vraag elders")
    assert record.outside == ["http://elders.invalid/teller.gif"]


def test_it_notes_an_error_on_the_console(opened: tuple[Page, Record]) -> None:
    page, record = opened
    page.evaluate("console.error('stuk')")
    assert record.errors == ["stuk"]


def test_the_page_is_set_in_the_font_that_is_shipped(opened: tuple[Page, Record]) -> None:
    page, _ = opened
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    loaded = page.evaluate(
        "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
    )
    assert family.startswith('"Source Sans 3"')
    assert "Source Sans 3" in [name.strip('"') for name in loaded]


def use_a_dashboard_that_breaks(browser: Browser, app: Path) -> None:
    with (
        running_dashboard(app.with_name("x.duckdb"), app) as url,
        open_page(browser) as (page, record),
    ):
        page.goto(url)
        settled(page)
        press(page, record, "Breek")


def test_a_traceback_in_the_server_does_not_pass_unseen(browser: Browser, app: Path) -> None:
    with pytest.raises(DashboardFailed, match="stuk gemaakt"):
        use_a_dashboard_that_breaks(browser, app)
