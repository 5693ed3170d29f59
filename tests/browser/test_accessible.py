"""Every page for who cannot see it, or not use a mouse: faults that a machine can find."""

import pytest
from playwright.sync_api import Browser, expect

from pages import PAGES, Page
from tests.browser.reader import reader
from tests.tools.accessibility import heavy
from tests.tools.browser import Scheme, open_page, rerun, settled

SCHEMES: list[Scheme] = ["light", "dark"]
WIDTHS = (320, 768, 1440)
TABS = ("In cijfers", "Verhoudingen en doorlooptijden", "Vergelijkbare gebieden")
COLOUR = "(element) => getComputedStyle(element).color"
CONTROLS = ("gebied", "periode", "peildatum", "niveau", "publiek")


@pytest.mark.slow  # test_every_page tries two screens of them always
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.path))
def test_axe_finds_nothing_that_keeps_a_reader_out(
    browser: Browser, dashboard: str, page: Page, scheme: Scheme
) -> None:
    for width in WIDTHS:
        with open_page(browser, width, 900, scheme) as (seen, _):
            seen.goto(dashboard + page.address)
            settled(seen)
            assert heavy(seen) == [], width


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_control_is_accessible(browser: Browser, dashboard: str, scheme: Scheme) -> None:
    with open_page(browser, 768, 900, scheme) as (seen, _):
        seen.goto(dashboard)
        settled(seen)
        for part in CONTROLS:
            opener = seen.locator(f".bloei-bar [data-part={part}] .opener")
            opener.click()
            expect(opener).to_have_attribute("aria-expanded", "true")
            assert heavy(seen, ".bloei-bar") == [], part
            seen.keyboard.press("Escape")
            expect(opener).to_have_attribute("aria-expanded", "false")


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
        for title in seen.page.locator(".bloei-beside h2").all_inner_texts():
            name = f"Meenemen: {title}"
            expect(seen.page.get_by_role("button", name=name)).to_have_count(1)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_menu_to_take_along_is_a_dialog_that_gives_the_focus_back(
    browser: Browser, dashboard: str, scheme: Scheme
) -> None:
    with open_page(browser, 390, 900, scheme) as (seen, record):
        seen.goto(f"{dashboard}/gebied")
        settled(seen)
        for title in ("Bereikte inwoners per 1.000 inwoners", "Eindhoven in cijfers"):
            button = seen.get_by_role("button", name=f"Meenemen: {title}")
            for key in ("Enter", " "):  # again, and after another card
                button.focus()
                seen.keyboard.press(key)
                dialog = seen.get_by_role("dialog", name=f"Meenemen: {title}")
                expect(dialog.get_by_role("button", name="Plaatje (PNG)").first).to_be_visible()
                assert heavy(seen, "[role=dialog]") == []
                words = dialog.get_by_text("Exacte aantallen: INTERN")
                assert words.evaluate(COLOUR) == dialog.evaluate(COLOUR)
                seen.keyboard.press("Escape")
                expect(dialog).to_have_count(0)
                expect(button).to_be_focused()
        assert record.errors == []


def test_tabs_are_walked_with_the_keys_and_stay_open(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(f"{dashboard}/gebied?gebied=SD6")
        first, last = (seen.page.get_by_role("tab", name=name) for name in (TABS[0], TABS[-1]))
        first.focus()
        for key, name in (("ArrowRight", TABS[1]), ("End", TABS[-1]), ("Home", TABS[0])):
            seen.page.keyboard.press(key)
            expect(seen.page.get_by_role("tab", name=name)).to_be_focused()
            expect(seen.page.get_by_role("tabpanel", name=name)).to_be_visible()
            expect(seen.page.get_by_role("tabpanel")).to_have_count(1)
        seen.page.keyboard.press("ArrowLeft")
        expect(last).to_be_focused()
        with rerun(seen.page, seen.record):
            seen.click_area("WK077263")
        expect(last).to_have_attribute("aria-selected", "true")
        expect(seen.page.get_by_role("tabpanel")).to_contain_text("Vergelijkbare wijken")
        with rerun(seen.page, seen.record):  # the whole city resembles no other
            seen.page.get_by_role("button", name="Eindhoven", exact=True).click()
        expect(first).to_have_attribute("aria-selected", "true")
