"""Every page for who cannot see it, or not use a mouse: faults that a machine can find."""

import pytest
from playwright.sync_api import Browser, expect

from pages import PAGES, Page
from tests.browser.reader import reader
from tests.tools.accessibility import heavy
from tests.tools.browser import Scheme, open_page, rerun, settled

VIEWS: list[tuple[int, Scheme]] = [
    (width, scheme) for scheme in ("light", "dark") for width in (320, 768, 1440)
]
QUICK: list[tuple[int, Scheme]] = [(1440, "light"), (320, "dark")]


@pytest.mark.parametrize(
    ("page", "views"),
    [
        *((page, QUICK[place % 2 :][:1]) for place, page in enumerate(PAGES)),  # in turn
        *(pytest.param(page, VIEWS, marks=pytest.mark.slow) for page in PAGES),
    ],
    ids=lambda part: str(part.path) if isinstance(part, Page) else f"{len(part)} screens",
)
def test_axe_finds_nothing_that_keeps_a_reader_out(
    browser: Browser, dashboard: str, page: Page, views: list[tuple[int, Scheme]]
) -> None:
    for width, scheme in views:
        with open_page(browser, width, 900, scheme) as (seen, _):
            seen.goto(dashboard + page.address)
            settled(seen)
            assert heavy(seen) == [], (width, scheme)


@pytest.mark.parametrize("part", ["gebied", "periode", "peildatum", "niveau", "publiek"])
def test_an_open_control_is_accessible(browser: Browser, dashboard: str, part: str) -> None:
    for scheme in ("light", "dark"):
        with open_page(browser, 768, 900, scheme) as (seen, _):
            seen.goto(dashboard)
            settled(seen)
            seen.locator(f".bloei-bar [data-part={part}] .opener").click()
            assert heavy(seen) == []


def test_the_menu_is_a_landmark_that_says_where_one_is(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(f"{dashboard}/kaart")
        menu = seen.page.get_by_role("navigation", name="Pagina's")
        expect(menu.locator("[aria-current=page]")).to_have_text("Kaart")
        expect(seen.page.get_by_role("heading", level=1)).to_have_count(1)


def test_the_title_of_the_window_names_page_and_area(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(f"{dashboard}/?gebied=SD5")
        expect(seen.page).to_have_title(
            "Hoe ver is de uitrol? · Woensel-Noord (stadsdeel) · Buurt in Bloei"
        )


def test_a_change_is_said_politely(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(dashboard)
        voice = seen.page.locator(".bloei-voice")
        expect(voice).to_have_attribute("aria-live", "polite")
        with rerun(seen.page, seen.record):
            seen.click_area("WK077263")
        expect(voice).to_contain_text("Meerhoven")
        expect(voice).to_contain_text("inwoners")


def test_every_menu_to_take_along_is_named_after_its_card(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(dashboard)
        for title in seen.page.locator(".bloei-card h2").all_inner_texts():
            name = f"Meenemen: {title}"
            expect(seen.page.get_by_role("button", name=name)).to_have_count(1)
