"""Slides and workbooks as LibreOffice opens them: every file becomes pages with its words."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from charts.pictures import AreaMap
from data.file.store import Store
from exports.house import house
from exports.report.slides import pptx as report_pptx
from exports.report.workbook import xlsx as report_xlsx
from exports.slides.cards import pptx
from exports.workbook.cards import xlsx
from tests.exports.paper.samples import CARDS, INTERN
from tests.exports.report.city import report_of
from tests.tools import office

MAP = CARDS["kaart"].picture
assert isinstance(MAP, AreaMap)
WITH_NAMES = replace(CARDS["kaart"], picture=replace(MAP, spots=()))  # spots stand in for names
FILES = [f"{name}.{ending}" for name in CARDS for ending in ("slides.pptx", "book.xlsx")]


@pytest.fixture(scope="module")
def pages(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of every page of every file, all converted in one go."""
    folder = tmp_path_factory.mktemp("office")
    report = report_of(store)
    made = {f"{name}.slides.pptx": pptx(card, INTERN, house()) for name, card in CARDS.items()}
    made |= {f"{name}.book.xlsx": xlsx(card, INTERN, house()) for name, card in CARDS.items()}
    made["namen.slides.pptx"] = pptx(WITH_NAMES, INTERN, house())
    made["rapport.slides.pptx"] = report_pptx(report, house())
    made["rapport.book.xlsx"] = report_xlsx(report, house())
    for name, data in made.items():
        (folder / name).write_bytes(data)
    found = office.as_pdf((folder / name for name in made), folder, folder / "profile")
    return {name: words(data) for name, data in found.items()}


def words(document: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(document)) as opened:
        return [page.extract_text() for page in opened.pages]


@pytest.mark.parametrize("name", FILES)
def test_every_file_opens_with_its_title_and_marks(pages: dict[str, list[str]], name: str) -> None:
    subject = CARDS[name.partition(".")[0]]
    first = pages[name][0]
    assert subject.title in first
    assert subject.source in first
    for page in pages[name]:
        assert "INTERN" in page
        assert "Demogegevens" in page


def test_figures_and_names_of_a_chart_are_text(pages: dict[str, list[str]]) -> None:
    [slide] = pages["lijnen.slides.pptx"]
    assert "29 matches" in slide
    [slide] = pages["balken.slides.pptx"]
    assert "te weinig mensen" in slide


def test_months_of_a_chart_are_dutch(pages: dict[str, list[str]]) -> None:
    [slide] = pages["lijnen.slides.pptx"]
    assert "jan 2019" in slide


def test_names_on_a_map_are_text(pages: dict[str, list[str]]) -> None:
    assert "Meerhoven" in pages["namen.slides.pptx"][0]
    assert "nog niet gestart" in pages["kaart.slides.pptx"][0]


def test_a_table_on_a_slide_stays_on_its_slide(pages: dict[str, list[str]]) -> None:
    assert len(pages["tabel.slides.pptx"]) == 1
    assert "1.234,5" in pages["tabel.slides.pptx"][0]


def test_a_whole_report_opens(pages: dict[str, list[str]], store: Store) -> None:
    report = report_of(store)
    for kind in ("slides.pptx", "book.xlsx"):
        text = "\n".join(pages[f"rapport.{kind}"])
        assert report.title in text
        assert "=1+1" in text
        for card in report.cards:
            assert card.title in text
