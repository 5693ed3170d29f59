"""Who never saw a terminal loads a delivery: drop, rehearse, load, mend, add, go back."""

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from data.demo import make_demo
from data.dutch import number
from tests.browser.conftest import AS_OF
from tests.browser.reader import Reader, reader
from tests.cities import write_city
from tests.paths import ROOT
from tests.tools.browser import settled
from tests.tools.server import running_dashboard

DELIVERY = ROOT / "tests" / "samples" / "2021-10"
TRUTH = json.loads((DELIVERY / "truth.json").read_text(encoding="utf-8"))
FILES = [path for path in sorted(DELIVERY.iterdir()) if path.suffix in {".csv", ".xlsx"}]
PATIENCE = 180_000  # milliseconds: a busy machine needs minutes for what takes seconds
LOADED = "De gegevens zijn geladen"
TABLES = {"Ontwikkelplaatsen": "places", "Vacatures": "vacancies", "Matches": "matches"}


@pytest.fixture
def empty_house(tmp_path: Path) -> Iterator[str]:
    """The dashboard as it is when it is new: on demo data, which may be replaced."""
    path = tmp_path / "bloei.duckdb"
    write_city(path, make_demo(seed=11, scale=0.05), AS_OF).close()
    with running_dashboard(path) as url:
        yield url


def drop(guest: Reader, files: list[Path]) -> None:
    guest.page.locator("input[type=file]").set_input_files(files)


def press(guest: Reader, name: str) -> None:
    guest.page.get_by_role("button", name=name, exact=True).click(timeout=PATIENCE)


def rehearse_and_load(guest: Reader) -> None:
    press(guest, "Doe een proef")
    press(guest, "Laad deze gegevens")
    guest.page.get_by_text(LOADED).wait_for(timeout=PATIENCE)
    settled(guest.page)


def counts(guest: Reader, table: str) -> list[str]:
    row = guest.page.locator("[aria-label='Rijen van de levering'] tr", has_text=table)
    return row.locator("td").all_inner_texts()


def tile(guest: Reader, name: str) -> str:
    return guest.page.locator(".bloei-tiles > div", has_text=name).locator(".value").inner_text()


def mended(guest: Reader, folder: Path) -> Path:
    """The workbook with the refused rows, in which one is mended."""
    path = folder / "geweigerde-rijen.xlsx"
    with guest.page.expect_download() as download:
        guest.page.get_by_role("button", name="Bewaar de geweigerde rijen (Excel)").click()
    download.value.save_as(path)
    book = openpyxl.load_workbook(path)
    [row] = [row for row in book["vacatures"].iter_rows(min_row=2) if row[0].value == "V90001"]
    row[4].value = 3
    book.save(path)
    return path


def test_a_delivery_is_loaded_mended_added_to_and_rolled_back(
    browser: Browser, empty_house: str, tmp_path: Path
) -> None:
    with reader(browser) as guest, reader(browser) as other:
        other.open(empty_house)
        guest.open(f"{empty_house}/laden")
        drop(guest, FILES)
        rehearse_and_load(guest)
        for label, name in TABLES.items():
            wanted = TRUTH["tables"][name]
            keys = ("read", "accepted", "duplicate", "rejected")
            assert counts(guest, label) == [number(wanted[key]) for key in keys]
        book = mended(guest, tmp_path)

        other.go_to("Kaart")  # whoever was reading meanwhile reads on
        guest.go_to("Overzicht")
        truth = TRUTH["figures 2021-10-01"]
        assert tile(guest, "lopende matches") == number(truth["running matches"])
        assert tile(guest, "open vacatures") == number(truth["open vacancies"])

        guest.open(f"{empty_house}/laden")
        drop(guest, [book])
        guest.page.get_by_text("Alleen wat nieuw of veranderd is").click()
        rehearse_and_load(guest)
        assert counts(guest, "Vacatures") == ["3", "1", "0", "2"]
        guest.go_to("Overzicht")
        assert tile(guest, "open vacatures") == number(truth["open vacancies"] + 1)

        guest.go_to("Versies")
        why = guest.page.get_by_role("textbox", name="Waarom?")
        why.fill("De mutaties horen bij een andere maand.")
        press(guest, "Neem in gebruik")
        guest.page.get_by_text("Versie 2 is in gebruik.").wait_for()
        guest.page.get_by_text("Reden: De mutaties horen bij").wait_for()
        guest.go_to("Overzicht")
        assert tile(guest, "open vacatures") == number(truth["open vacancies"])
