"""Choices in the bar: never lost however quick, undone in order, and all of them in the address."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Reader, reader
from tests.paths import ROOT
from tests.tools.browser import ends_a_page, rerun, settled
from tests.tools.server import running_dashboard

PATIENCE = 120_000  # milliseconds: a machine that is busy with more than this
SLOW = 0.4  # seconds that every run of a page takes longer
# Ten choices, and what stands in the address when all of them were taken.
CHOICES = (
    ("niveau", "buurten"),
    ("gebied", "Strijp"),
    ("publiek", "afgerond"),
    ("periode", "laatste 12 maanden"),
    ("niveau", "stadsdelen"),
    ("publiek", "exact (intern)"),
    ("gebied", "Gestel"),
    ("periode", "2020"),
    ("publiek", "afgerond"),
    ("niveau", "buurten"),
)
WANTED = {"niveau": "buurt", "gebied": "SD7", "periode": "2020", "publiek": "gemeente"}


@pytest.fixture(scope="module")
def slow(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard on a machine that is busy: every run of a page waits first and half way."""
    house = tmp_path_factory.mktemp("traag")
    for part in (".streamlit", "analytics", "charts", "data", "exports", "geo", "pages", "static"):
        (house / part).symlink_to(ROOT / part)
    script = (ROOT / "app.py").read_text(encoding="utf-8")
    slowed = script.replace("def main() -> None:", "def main() -> None:\n    SLEEP", 1)
    slowed = slowed.replace("chosen.run()", "SLEEP; chosen.run(); SLEEP", 1)
    app = house / "app.py"
    app.write_text(slowed.replace("SLEEP", f"__import__('time').sleep({SLOW / 3})"))
    with running_dashboard(database, app) as url:
        yield url


def control(seen: Reader, part: str) -> Locator:
    return seen.page.locator(f".bloei-bar [data-part={part}]")


def choose(seen: Reader, part: str, label: str) -> None:
    control(seen, part).locator(".opener").click()
    control(seen, part).get_by_role("button", name=label, exact=True).first.click()


def counted_runs(seen: Reader) -> list[str | bytes]:
    """The runs of the page that came to their end, from now on."""
    ended: list[str | bytes] = []

    def note(payload: str | bytes) -> None:
        if ends_a_page(payload):
            ended.append(payload)

    seen.record.sockets[-1].on("framereceived", note)
    return ended


@pytest.mark.parametrize("turn", range(3))
def test_ten_choices_in_two_seconds_are_all_taken(browser: Browser, slow: str, turn: int) -> None:
    with reader(browser) as seen:
        seen.open(slow)
        if turn:
            choose(seen, "niveau", "teams")  # a page that is still being drawn
        runs = counted_runs(seen)
        seen.page.evaluate(
            """(choices) => choices.reduce((before, [part, text]) => before.then(() => {
              const box = document.querySelector(`.bloei-bar [data-part=${part}]`);
              box.querySelector(".opener").click();
              const options = [...box.querySelectorAll("button.option")];
              options.find((one) => one.textContent === text).click();
              return new Promise((done) => setTimeout(done, 150));
            }), Promise.resolve())""",
            CHOICES,
        )
        assert len(runs) < len(CHOICES)  # faster than pages are drawn
        expect(seen.page).to_have_url(re.compile("gebied=SD7.*publiek=gemeente"), timeout=PATIENCE)
        settled(seen.page)
        assert seen.query == WANTED
        expect(control(seen, "publiek").locator(".value")).to_have_text("afgerond")
        expect(control(seen, "gebied").locator(".value")).to_have_text("Gestel (stadsdeel)")
        expect(seen.page.locator(".bloei-audience")).to_contain_text("afgerond op 0 of")


def test_a_choice_just_before_another_page_goes_along(browser: Browser, slow: str) -> None:
    with reader(browser) as seen:
        seen.open(slow)
        choose(seen, "gebied", "Strijp")
        seen.page.get_by_role("link", name="Kaart", exact=True).click()
        expect(seen.page).to_have_url(re.compile(r"/kaart\?gebied=SD6$"), timeout=PATIENCE)
        settled(seen.page)
        expect(seen.selection).to_contain_text("Strijp")


def test_the_last_choice_is_undone_first_and_the_level_stays(
    browser: Browser, dashboard: str
) -> None:
    with reader(browser) as seen:
        seen.open(f"{dashboard}/?niveau=buurt")
        for part, label in (("periode", "2020"), ("gebied", "Strijp")):
            with rerun(seen.page, seen.record):
                choose(seen, part, label)
        assert seen.query == {"niveau": "buurt", "gebied": "SD6", "periode": "2020"}
        undo = seen.page.get_by_role("button", name="Wis selectie")
        for left in ({"niveau": "buurt", "periode": "2020"}, {"niveau": "buurt"}):
            with rerun(seen.page, seen.record):
                undo.click()
            assert seen.query == left
        expect(undo).to_have_count(0)
        expect(control(seen, "gebied").locator(".opener")).to_be_focused()


def test_all_is_undone_at_once(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(f"{dashboard}/?gebied=SD6&periode=2020")
        with rerun(seen.page, seen.record):
            seen.page.get_by_role("button", name="Wis alles").click()
        assert seen.query == {}


def test_a_day_counts_at_enter(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(dashboard)
        control(seen, "peildatum").locator(".opener").click()
        day = seen.page.get_by_label("Peildatum", exact=True).locator("visible=true").last
        day.fill("2020-05-04")
        assert seen.query == {}
        with rerun(seen.page, seen.record):
            day.press("Enter")
        assert seen.query == {"peildatum": "2020-05-04"}


def test_an_area_is_put_together_from_buurten(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(dashboard)
        box = control(seen, "gebied")
        box.locator(".opener").click()
        box.get_by_text("Eigen gebied samenstellen").click()
        box.get_by_label("Naam").fill("Rond het park")
        for buurt in ("Binnenstad", "Bergen"):
            box.get_by_label(buurt, exact=True).check()
        with rerun(seen.page, seen.record):
            box.get_by_role("button", name="Gebruik dit gebied").click()
        assert seen.query == {"gebied": "eigen~Rond het park~1110~1120", "niveau": "buurt"}
        expect(seen.selection).to_contain_text("Rond het park")


def test_a_heading_orders_the_table_and_the_focus_stays(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(dashboard)
        heading = seen.page.get_by_role("button", name="Wachtend", exact=True)
        heading.focus()
        with rerun(seen.page, seen.record):
            seen.page.keyboard.press("Enter")
        column = seen.page.get_by_role("columnheader", name="Wachtend")
        expect(column).to_have_attribute("aria-sort", "descending")
        expect(heading).to_be_focused()
        numbers = [int(text) for text in _last_cells(seen) if text.isdigit()]
        assert numbers == sorted(numbers, reverse=True)
        assert seen.query["sorteer"].endswith("~af")
        with rerun(seen.page, seen.record):
            heading.click()
        numbers = [int(text) for text in _last_cells(seen) if text.isdigit()]
        assert numbers == sorted(numbers)


def _last_cells(seen: Reader) -> list[str]:
    return seen.page.locator("tbody tr td:last-child").all_inner_texts()


def test_the_slash_goes_to_the_search_field(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(dashboard)
        seen.page.keyboard.press("/")
        field = seen.page.get_by_role("searchbox", name="Zoeken")
        expect(field).to_be_focused()
        field.press_sequentially("trend woensel-noord 2020")
        answer = seen.page.get_by_role("link", name="Overzicht: Woensel-Noord (stadsdeel), 2020")
        expect(answer).to_have_attribute("href", "?gebied=SD5&periode=2020")
        with rerun(seen.page, seen.record):
            answer.click()
        assert seen.query == {"gebied": "SD5", "periode": "2020"}


def test_who_comes_is_chosen_once(browser: Browser, dashboard: str) -> None:
    with reader(browser) as seen:
        seen.open(f"{dashboard}/start")
        expect(seen.page.get_by_role("radio", name="manager")).to_be_checked()
        with rerun(seen.page, seen.record):
            seen.page.get_by_text("ontwikkelaar", exact=True).click()
        seen.open(f"{dashboard}/start")
        expect(seen.page.get_by_role("radio", name="ontwikkelaar")).to_be_checked()
