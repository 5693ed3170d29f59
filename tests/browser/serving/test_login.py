"""Logging in with a real provider on this computer: who comes in, who does not, and the way out."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from oidc_provider_mock import _app
from playwright.sync_api import Browser, Page, expect

from data.access import record
from data.demo import make_demo
from tests.browser.conftest import AS_OF
from tests.cities import write_city
from tests.tools.browser import open_page, settled
from tests.tools.provider import log_in, running_provider, write_settings
from tests.tools.server import running_dashboard

# The provider of the tests uses what its own library calls old.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
EXACT, ROUNDED = "INTERN: exacte aantallen", "zijn afgerond op 0 of 5"


class House:
    """The dashboard with its login, its settings, and its data file."""

    def __init__(self, url: str, settings: Path, database: Path) -> None:
        self.url, self.settings, self.database = url, settings, database

    def change(self, before: str, after: str) -> None:
        text = self.settings.read_text(encoding="utf-8")
        assert before in text
        self.settings.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture(scope="module")
def provider() -> Iterator[int]:
    with running_provider() as port:
        yield port


@pytest.fixture(scope="module")
def house(provider: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("login")
    settings, database = folder / "login.toml", folder / "bloei.duckdb"
    write_settings(settings, provider)
    write_city(database, make_demo(seed=11, scale=0.05), AS_OF).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BLOEI_LOGIN", str(settings))
        # Streamlit logs a traceback for the login that is refused.
        with running_dashboard(database, calm=False) as url:
            yield House(url, settings, database)


@contextmanager
def visitor(browser: Browser, house: House, path: str = "") -> Iterator[Page]:
    """Somebody at the door, who is not logged in."""
    with open_page(browser) as (page, found):
        page.goto(f"{house.url}{path}")
        expect(page.get_by_role("button", name="Aanmelden")).to_be_visible()
        yield page
        # The pages of the provider fetch a style sheet; the dashboard fetches nothing.
        assert not [url for url in found.outside if not url.endswith("pico.min.css")]


def says(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


@pytest.mark.parametrize(
    ("name", "words", "manages"),
    [("beheer", EXACT, True), ("noor", EXACT, False), ("team", ROUNDED, False)],
)
def test_the_role_of_the_list_decides(
    browser: Browser, house: House, name: str, words: str, manages: bool
) -> None:
    with visitor(browser, house) as page:
        log_in(page, name)
        says(page, words)
        page.goto(f"{house.url}/laden")
        settled(page)
        assert (page.get_by_test_id("stFileUploader").count() == 1) is manages


def test_a_team_sees_its_own_area_exact(browser: Browser, house: House) -> None:
    with visitor(browser, house) as page:
        log_in(page, "team")
        page.goto(f"{house.url}/gebied?gebied=Team+Strijp")
        settled(page)
        says(page, "exact binnen het eigen team")


def test_the_gemeente_asks_for_more_in_vain(browser: Browser, house: House) -> None:
    with visitor(browser, house, "/kaart?publiek=intern&gebied=SD5") as page:
        log_in(page, "gemeente")
        for path in ("?publiek=intern", "kaart?publiek=intern", "te_weinig?publiek=intern"):
            page.goto(f"{house.url}/{path}")
            settled(page)
            says(page, ROUNDED)
            assert not page.get_by_text(EXACT).count()


def test_somebody_without_a_role_hears_whom_to_ask(browser: Browser, house: House) -> None:
    with visitor(browser, house) as page:
        log_in(page, "vreemd")
        says(page, "u hebt geen toegang tot deze cijfers. Vraag het aan Noor, toestel 12")
        assert not page.get_by_role("link", name="Kaart").count()


def test_a_login_for_another_service_is_no_login(
    browser: Browser, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = _app.OpenIDCode
    monkeypatch.setattr(issued, "get_audiences", lambda *_: ["een-andere-dienst"], raising=False)
    with visitor(browser, house) as page:
        page.get_by_role("button", name="Aanmelden").click()
        page.get_by_role("button", name="beheer", exact=True).first.click()
        expect(page.get_by_role("button", name="Aanmelden")).to_be_visible()


def test_a_role_that_is_taken_away_is_gone_at_the_next_click(
    browser: Browser, house: House
) -> None:
    with visitor(browser, house) as page:
        log_in(page, "noor")
        says(page, EXACT)
        house.change('= "intern"', '= "gemeente"')
        try:
            page.get_by_role("link", name="Kaart", exact=True).click()
            says(page, ROUNDED)
            assert not page.get_by_text(EXACT).count()
        finally:
            house.change('= "gemeente"\n"team', '= "intern"\n"team')


def test_a_login_that_is_over_is_over_at_the_next_click(browser: Browser, house: House) -> None:
    with visitor(browser, house) as page:
        log_in(page, "noor")
        house.change("hours = 8", "hours = 0.0001")
        try:
            page.get_by_role("link", name="Kaart", exact=True).click()
            says(page, "Uw aanmelding is verlopen")
            assert not page.get_by_role("link", name="Kaart").count()
        finally:
            house.change("hours = 0.0001", "hours = 8")


def test_who_leaves_is_out_in_every_tab(browser: Browser, house: House) -> None:
    with visitor(browser, house) as page:
        log_in(page, "noor")
        other = page.context.new_page()
        other.goto(house.url)
        settled(other)
        page.get_by_role("button", name="Afmelden").click()
        page.wait_for_load_state()
        other.get_by_role("link", name="Kaart", exact=True).click()
        expect(other.get_by_role("button", name="Aanmelden")).to_be_visible()


def test_two_people_at_once_see_each_their_own(browser: Browser, house: House) -> None:
    with visitor(browser, house) as one, visitor(browser, house) as two:
        log_in(one, "noor")
        log_in(two, "gemeente")
        for name in ("Kaart", "Overzicht", "Kaart"):
            for page, words, other in ((one, EXACT, ROUNDED), (two, ROUNDED, EXACT)):
                page.get_by_role("link", name=name, exact=True).click()
                settled(page)
                says(page, words)
                assert not page.get_by_text(other).count()


def test_a_file_of_one_is_not_for_another(browser: Browser, house: House) -> None:
    with visitor(browser, house) as one, visitor(browser, house) as two:
        log_in(one, "noor")
        log_in(two, "gemeente")
        one.get_by_role("button", name="Meenemen").first.click()
        with one.expect_response(re.compile(r"//[^/]+/media/")) as found:
            one.get_by_role("button", name="Cijfers (CSV met uitleg)").last.click()
        address = found.value.url
        assert found.value.ok
        for page, status in ((one, 200), (two, 403)):
            assert page.context.request.get(address).status == status
        assert browser.new_context().request.get(address).status == 403


def test_the_record_tells_who_did_what_and_no_figure(house: House) -> None:
    """Of what the tests above did."""
    events = record.events(house.database)
    took = [event for event in events if event.what == record.What.EXPORT]
    assert took
    assert {event.who for event in took} == {"noor@bloei.invalid"}
    assert any(event.what == record.What.ROLES for event in events)
    seen = {(event.who, event.subject) for event in events if event.what == record.What.PAGE}
    assert ("noor@bloei.invalid", "Kaart") in seen
    assert not any(who.startswith("gemeente") for who, _ in seen)
    assert "R1" not in json.dumps([event.subject for event in events])
