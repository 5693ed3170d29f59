"""The map in a real browser: into an area and out again, through time, with keys alone."""

from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Reader, reader
from tests.tools.browser import rerun

FILLS = "areas => areas.map(area => getComputedStyle(area).fill)"
FOCUSED = "document.activeElement?.dataset?.code ?? ''"


def fills(someone: Reader) -> list[str]:
    found: list[str] = someone.page.locator(".area-map .area").evaluate_all(FILLS)
    return found


def slider(someone: Reader) -> Locator:
    return someone.page.get_by_role("slider", name="Moment van de kaart")


def press(someone: Reader, name: str) -> None:
    with rerun(someone.page, someone.record):
        someone.page.get_by_role("button", name=name, exact=True).click()


def test_down_to_a_buurt_and_back_by_the_breadcrumb(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?niveau=stadsdeel")
        areas = someone.page.locator(".area-map .area")
        expect(areas).to_have_count(7)
        someone.click_area("SD6")
        expect(areas).to_have_count(3)
        assert someone.query == {"gebied": "SD6"}
        someone.click_area("WK077263")
        expect(someone.area("BU07726370")).to_be_visible()
        assert someone.query == {"gebied": "WK077263", "niveau": "buurt"}
        someone.click_area("BU07726370")
        expect(someone.selection).to_contain_text("(buurt)")
        expect(someone.page.locator(".area-map .chosen")).to_have_count(1)
        press(someone, "Meerhoven (wijk)")
        assert someone.query == {"gebied": "WK077263", "niveau": "buurt"}
        press(someone, "Eindhoven")
        expect(areas).to_have_count(7)
        assert someone.query == {"niveau": "stadsdeel"}


def test_the_wider_outline_stays_in_sight(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?gebied=SD6")
        expect(someone.page.locator(".area-map .context path")).to_have_count(7)


def test_the_moment_moves_the_map_without_the_server(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart")
        expect(slider(someone)).to_have_attribute("aria-valuetext", "1 oktober 2021")
        now = fills(someone)
        frames: list[str | bytes] = []
        someone.record.sockets[-1].on("framereceived", lambda frame: frames.append(frame))  # noqa: PLW0108
        slider(someone).focus()
        someone.page.keyboard.press("Home")
        assert fills(someone) != now
        expect(slider(someone)).to_have_attribute("aria-valuetext", "september 2017")
        assert sum("bloei-lines" in fill for fill in fills(someone)) == 16  # not started
        expect(someone.area("WK077263")).to_have_attribute(
            "aria-label", "Meerhoven: nog niet gestart"
        )
        someone.page.keyboard.press("End")
        assert fills(someone) == now
        assert frames == []


def test_a_moment_can_become_the_peildatum_of_all(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart")
        slider(someone).focus()
        someone.page.keyboard.press("ArrowLeft")
        press(someone, "Zet de peildatum hierop")
        expect(someone.selection).to_contain_text("september 2021")
        assert someone.query == {"peildatum": "2021-09-30"}
        expect(someone.page.get_by_role("button", name="Zet de peildatum hierop")).to_be_hidden()


def test_what_is_slid_to_is_told_taken_along_and_in_the_link(
    browser: Browser, dashboard: str
) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?indicator=matches")
        slider(someone).focus()
        someone.page.keyboard.press("ArrowLeft")
        with rerun(someone.page, someone.record):
            someone.page.keyboard.press("Tab")
        expect(slider(someone)).to_have_attribute("aria-valuetext", "september 2021")
        assert someone.query == {"indicator": "matches", "moment": "2021-09-30"}
        expect(someone.page.get_by_text("tot en met 30 september 2021")).to_have_count(2)
        someone.page.get_by_role("button", name="Meenemen").first.click()
        expect(someone.page.get_by_text("De kaart van september 2021 gaat mee.")).to_be_visible()
        address = someone.page.url
    with reader(browser) as receiver:
        receiver.open(address)
        expect(slider(receiver)).to_have_attribute("aria-valuetext", "september 2021")
        with rerun(receiver.page, receiver.record):
            receiver.page.get_by_role("button", name="Zet de peildatum hierop").click()
        assert receiver.query == {"indicator": "matches", "peildatum": "2021-09-30"}


def test_playing_goes_through_all_moments_and_stops(browser: Browser, dashboard: str) -> None:
    with reader(browser, own=True) as someone:
        someone.page.clock.install()
        someone.open(f"{dashboard}/kaart")
        someone.page.get_by_role("button", name="Afspelen").click()
        expect(someone.page.get_by_role("button", name="Stoppen")).to_be_visible()
        expect(slider(someone)).to_have_attribute("aria-valuetext", "september 2017")
        someone.page.clock.run_for(60_000)
        expect(slider(someone)).to_have_attribute("aria-valuetext", "1 oktober 2021")
        expect(someone.page.get_by_role("button", name="Afspelen")).to_be_visible()


def test_the_map_can_be_used_with_keys_alone(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?niveau=stadsdeel&gebied=SD6")
        first = someone.page.locator(".area-map .area[tabindex='0']")
        expect(first).to_have_count(1)
        first.focus()
        someone.page.keyboard.press("ArrowRight")
        expect(someone.page.locator(".area-map .tip")).to_be_visible()
        code = someone.page.evaluate(FOCUSED)
        assert code.startswith("WK")
        with rerun(someone.page, someone.record):
            someone.page.keyboard.press("Enter")
        assert someone.query == {"gebied": code, "niveau": "buurt"}
        someone.page.wait_for_function(f"{FOCUSED} !== ''")  # the focus stays on the map
        with rerun(someone.page, someone.record):
            someone.page.keyboard.press("Escape")
        assert someone.query == {"gebied": "SD6"}


def test_series_and_change_stand_one_click_apart(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart")
        with rerun(someone.page, someone.record):
            someone.page.get_by_role("radio", name="Door de tijd").click()
        sheets = someone.page.locator(".area-map .sheet figure")
        assert 6 <= sheets.count() <= 12
        expect(sheets.last.locator("figcaption")).to_have_text("1 oktober 2021")
        expect(someone.page.get_by_role("list", name="Legenda")).to_have_count(1)
        with rerun(someone.page, someone.record):
            someone.page.get_by_role("radio", name="Verandering").click()
        expect(someone.page.locator(".area-map .legend")).to_contain_text("gelijk")
        assert someone.query == {"vorm": "verandering"}


def test_places_are_points_with_a_sign_for_their_sector(browser: Browser, dashboard: str) -> None:
    with reader(browser) as someone:
        someone.open(f"{dashboard}/kaart?plaatsen=ja")
        assert someone.page.locator(".area-map .spots .spot").count() > 10
        expect(someone.page.locator(".area-map .legend")).to_contain_text("tuin en groen")
        expect(someone.page.locator(".area-map .spot title").first).to_contain_text("plek")
