"""The dashboard as a reader uses it: pages, map, addresses, keyboard, a new import."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, expect

from data.demo import make_demo
from tests.browser.reader import HEIGHT, HIGHEST, reader
from tests.cities import odd_frames, write_city
from tests.tools.browser import rerun
from tests.tools.server import running_dashboard

IN_MENU = "document.activeElement.matches('.bloei-menu a')"
OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"
ONE_SCROLL = 2 * 900  # pixels
OVERZICHT, KAART = "Hoe ver is de uitrol?", "Welk deel van de inwoners is bereikt?"


def test_the_first_reader_after_a_start_may_come_by_a_shared_link(
    browser: Browser, database: Path
) -> None:
    with running_dashboard(database) as url, reader(browser) as someone:
        someone.open(f"{url}/kaart?gebied=SD5")
        expect(someone.title).to_have_text(KAART)
        expect(someone.selection).to_contain_text("Woensel-Noord")
        expect(someone.page.get_by_role("dialog")).to_have_count(0)


def test_a_click_on_the_map_of_overzicht_selects_everywhere(
    browser: Browser, dashboard: str
) -> None:
    with reader(browser) as someone:
        someone.open(dashboard)
        someone.click_area("WK077263")
        expect(someone.selection).to_contain_text("Meerhoven (wijk)")
        expect(someone.chosen_row).to_have_text("Meerhoven")
        assert someone.query == {"gebied": "WK077263"}
        someone.go_to("Kaart")
        expect(someone.selection).to_contain_text("Meerhoven (wijk)")
        assert someone.query == {"gebied": "WK077263"}


def test_clicking_on_goes_on_selecting(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(dashboard)
        for code in ("WK077263", "BU07726370", "BU07726380"):  # the map follows into the wijk
            someone.click_area(code)
            assert someone.query == {"gebied": code}
        someone.click_area("BU07726380")
        assert someone.query == {}


def test_a_click_on_a_team_goes_to_its_wijken(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?niveau=team")
        someone.click_area("Team Strijp")
        assert someone.query == {"gebied": "Team Strijp"}
        expect(someone.area("WK077263")).to_be_visible()
        expect(someone.area("WK077211")).to_have_count(0)


def test_hovering_tells_an_area_in_dutch(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?gebied=SD6")
        someone.point_at("WK077263")
        label = someone.page.locator(".area-map .tip")
        expect(label).to_contain_text("Meerhoven")
        expect(label).to_contain_text("per 1.000 inwoners")


def test_a_shared_address_shows_the_same_to_somebody_else(browser: Browser, dashboard: str) -> None:
    with reader(browser) as sender:
        sender.open(f"{dashboard}/kaart?niveau=buurt&periode=jaar&indicator=matches")
        sender.click_area("BU07726370")
        address, shown = sender.page.url, sender.selection.inner_text()
        rows = sender.page.locator("tbody tr").all_inner_texts()
    with reader(browser) as receiver:
        receiver.open(address)
        assert receiver.page.url == address
        expect(receiver.title).to_have_text("Hoeveel matches zijn er gemaakt?")
        expect(receiver.selection).to_have_text(shown)
        assert receiver.page.locator("tbody tr").all_inner_texts() == rows


def test_going_back_brings_the_view_back(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/?gebied=SD2")
        someone.click_area("WK077222")
        someone.go_to("Kaart")
        someone.go_back()
        expect(someone.title).to_have_text(OVERZICHT)
        expect(someone.selection).to_contain_text("Kortonjo (wijk)")
        someone.go_back()
        expect(someone.selection).to_contain_text("Stratum (stadsdeel)")
        assert someone.query == {"gebied": "SD2"}


def test_nonsense_in_an_address_is_overlooked(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?gebied=%00%FF&niveau=land&peildatum=31-02-2021&x=y")
        expect(someone.title).to_have_text(KAART)
        expect(someone.selection).to_contain_text("Heel Eindhoven")
        assert someone.query == {}


def test_an_area_can_be_chosen_with_the_keyboard_alone(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(dashboard)
        opener = someone.page.locator(".bloei-bar [data-part=gebied] .opener")
        for _ in range(25):
            someone.page.keyboard.press("Tab")
            if someone.page.evaluate(IN_MENU):
                assert someone.page.evaluate(OUTLINE) != "none"
            if opener.evaluate("element => element === document.activeElement"):
                break
        expect(opener).to_be_focused()
        someone.page.keyboard.press("Enter")
        someone.page.keyboard.type("Meerhov")
        with rerun(someone.page, someone.record):
            someone.page.keyboard.press("Enter")
        assert someone.query == {"gebied": "WK077263"}
        expect(opener).to_be_focused()


def test_a_new_import_is_followed_within_one_interaction(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "levend.duckdb"
    write_city(path, make_demo(seed=11, scale=0.1), date(2021, 10, 1)).close()
    with running_dashboard(path) as url, reader(browser) as someone:
        someone.open(url)
        expect(someone.selection).to_contain_text("1 oktober 2021")
        write_city(path, odd_frames(), date(2020, 3, 15)).close()
        someone.go_to("Kaart")
        expect(someone.selection).to_contain_text("15 maart 2020")


def test_a_missing_file_is_told_and_a_new_one_is_picked_up(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "later.duckdb"
    with running_dashboard(path) as url, reader(browser) as someone:
        someone.page.goto(url)
        expect(someone.title).to_have_text("Het dashboard kan de gegevens niet lezen")
        write_city(path, odd_frames(), date(2020, 3, 15)).close()
        someone.open(url)
        expect(someone.title).to_have_text(OVERZICHT)


def test_a_shared_profile_opens_on_its_area_and_leads_back(
    browser: Browser, dashboard: str
) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/gebied?gebied=BU07726370")
        expect(someone.title).to_have_text("Hoe gaat het in Flight Forum?")
        someone.page.get_by_role("button", name="Meerhoven (wijk)").focus()
        with rerun(someone.page, someone.record):
            someone.page.keyboard.press("Enter")
        expect(someone.title).to_have_text("Hoe gaat het in Meerhoven?")
        expect(someone.page.locator(".bloei-path [aria-current]")).to_be_focused()
        assert someone.query == {"gebied": "WK077263"}
        assert someone.page.evaluate(HEIGHT) <= HIGHEST


def test_every_term_is_a_line_that_opens_has_a_link_and_is_on_paper(
    browser: Browser, dashboard: str
) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/begrippen")
        expect(someone.page.locator(".bloei-term[open]")).to_have_count(0)
        assert someone.page.evaluate(HEIGHT) <= ONE_SCROLL
        someone.page.get_by_text("witte vlek", exact=True).click()
        expect(someone.page.get_by_text("gebied waar plekken ontbreken")).to_be_visible()
        link = someone.page.url
        someone.page.goto("about:blank")
        someone.open(link)
        expect(someone.page.locator(".bloei-term[open] summary")).to_have_text("witte vlek")
        with pdfplumber.open(BytesIO(someone.page.pdf(format="A4"))) as paper:
            words = " ".join(sheet.extract_text() for sheet in paper.pages)
        assert "registratie" in words
        assert "bedrijf of vereniging" in words
        expect(someone.page.locator(".bloei-term[open]")).to_have_count(1)


@pytest.mark.parametrize(
    ("text", "found"),
    [("binnenst", ["Binnenstadpilot"]), (" GÉNNEPERZ ", ["Genneperzijde"]), ("pilot", [])],
)
def test_the_search_field_narrows_a_long_table(
    browser: Browser, dashboard: str, text: str, found: list[str]
) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?niveau=buurt&indicator=matches")
        names = someone.page.locator(".bloei-table tbody tr:visible th")
        expect(names).to_have_count(10)  # the rest is folded
        field = someone.page.get_by_role("searchbox", name="Zoek in de tabel")
        field.fill(text)
        expect(names).to_have_text(found)
        nothing = someone.page.get_by_text("Geen naam met deze letters")
        expect(nothing).to_be_visible(visible=not found)
        field.fill("")
        expect(names).to_have_count(10)


def test_what_is_searched_stays_when_the_table_is_ordered(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?niveau=buurt&indicator=matches")
        names = someone.page.locator(".bloei-table tbody tr:visible th")
        field = someone.page.get_by_role("searchbox", name="Zoek in de tabel")
        field.fill("strijp")
        before = names.all_inner_texts()
        with rerun(someone.page, someone.record):
            someone.page.get_by_role("button", name="Buurt", exact=True).click()
        expect(field).to_have_value("strijp")
        assert names.all_inner_texts() == sorted(before)
        someone.go_to("Overzicht")
        someone.go_to("Kaart")
        expect(field).to_have_value("")
