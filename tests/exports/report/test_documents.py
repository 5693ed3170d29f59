"""Reports as PDF, slides and workbook, read back by other programs."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pdfplumber
import pikepdf
import pytest
from pptx import Presentation

from analytics.figures.doors.marts import Audience
from charts.pictures import Bar, Bars
from data.file.store import Store
from exports.house import House, house
from exports.report.pdf import pdf
from exports.report.report import Report, Text
from exports.report.slides import NOTES_TITLE, pptx
from exports.report.workbook import xlsx
from tests.exports.paper.samples import CARDS
from tests.exports.paper.samples import card as sample
from tests.exports.report.city import HOSTILE, report_of


@pytest.fixture(scope="module")
def report(store: Store) -> Report:
    return report_of(store)


@pytest.fixture(scope="module")
def document(report: Report) -> bytes:
    return pdf(report, house())


@pytest.fixture(scope="module")
def text(document: bytes) -> str:
    with pdfplumber.open(BytesIO(document)) as opened:
        return "\n".join(page.extract_text() for page in opened.pages)


@pytest.mark.parametrize("make", [pdf, pptx, xlsx])
def test_the_same_report_gives_the_same_bytes(
    report: Report, make: Callable[[Report, House], bytes]
) -> None:
    assert make(report, house()) == make(report, house())


def test_the_pdf_is_text(text: str) -> None:
    for words in (
        "Buurt in Bloei in Tongelre",
        "Scans, vacatures en matches per maand",
        "Tongelre (stadsdeel) · tot en met september 2021",
        "De Laak",
        "Aantallen onder 5 zijn afgerond op 0 of 5; totalen kloppen met elkaar.",
        "pagina 1 van ",
    ):
        assert words in text
    assert "INTERN" not in text


def test_the_words_of_the_author_do_nothing_in_the_pdf(text: str) -> None:
    for line in HOSTILE.splitlines():
        assert line in text


def test_every_page_of_an_internal_pdf_says_so(store: Store) -> None:
    made = pdf(report_of(store, audience=Audience.INTERN), house())
    with pdfplumber.open(BytesIO(made)) as opened:
        assert all("INTERN · Demogegevens" in page.extract_text() for page in opened.pages)


def test_the_pdf_is_tagged_dutch_and_has_bookmarks(document: bytes) -> None:
    with pikepdf.open(BytesIO(document)) as opened:
        assert bool(opened.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang) == "nl-NL"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert str(opened.docinfo["/Title"]) == "Buurt in Bloei in Tongelre"
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20210930")  # no clock
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        with opened.open_outline() as outline:
            titles = [item.title for item in outline.root]
        kinds = [str(item.get("/S")) for item in opened.objects if _is_structure(item)]
        alts = [item for item in opened.objects if _is_structure(item) and "/Alt" in item]
    assert {"Samenvatting", "De uitrol per wijk", "Bescherming van inwoners"} <= set(titles)
    assert {"/H1", "/Table", "/TH", "/Figure", "/P"} <= set(kinds)
    assert len(alts) == kinds.count("/Figure")


def _is_structure(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item


def test_fonts_of_the_pdf_are_inside_it(document: bytes) -> None:
    with pikepdf.open(BytesIO(document)) as opened:
        names = {
            str(item.BaseFont)
            for item in opened.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }
    assert names
    assert all("SourceSans3" in name for name in names)


def test_slides_have_a_cover_all_cards_and_the_words_of_the_author(report: Report) -> None:
    file = Presentation(BytesIO(pptx(report, house())))
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    assert titles[0] == report.title
    assert {card.title for card in report.cards} <= set(titles)
    words = "\n".join(
        shape.text_frame.text
        for slide in file.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for line in HOSTILE.splitlines():
        assert line in words
    assert report.setting.selection in words


def test_a_very_long_text_goes_on_on_the_next_slide(store: Store) -> None:
    words = [f"woord{number}" for number in range(3000)]
    report = report_of(store, text=" ".join(words))
    file = Presentation(BytesIO(pptx(report, house())))
    slides = [s for s in file.slides if s.shapes.title.text_frame.text.startswith("Toelichting")]
    bodies = [
        max((s.text_frame.text for s in slide.shapes if s.has_text_frame), key=len)
        for slide in slides
    ]
    assert len(slides) > 3
    assert " ".join(bodies).split() == words


def links(sheet: Any) -> set[str]:
    return {cell.hyperlink.location for row in sheet.rows for cell in row if cell.hyperlink}


def test_the_workbook_has_a_sheet_a_card_and_links_both_ways(report: Report) -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(report, house())))
    assert book.sheetnames[0] == "Inhoud"
    assert book.sheetnames[-1] == "Toelichting"
    told = [name for name in book.sheetnames[1:] if not name.startswith(("Grafiek ", "Lijnen "))]
    assert len(told) == len(report.cards) + 1
    assert links(book["Inhoud"]) == {f"'{name}'!A1" for name in told}
    with ZipFile(BytesIO(xlsx(report, house()))) as archive:
        drawn = [name for name in archive.namelist() if name.startswith("xl/drawings/_rels/")]
        back = [name for name in drawn if b"#'Inhoud'!A1" in archive.read(name)]
    assert len(back) == len(report.cards)
    cells = [cell for row in book["Inhoud"].rows for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}


def test_an_area_without_data_gives_a_calm_report(store: Store) -> None:
    report = report_of(store, "Gestelse Ontginning", text="")
    told = told_in_pdf(pdf(report, house()))
    assert "Gestelse Ontginning is nog niet gestart." in told
    slides = pptx(report, house())
    assert "Gestelse Ontginning is nog niet gestart." in told_in_pptx(slides)
    assert openpyxl.load_workbook(BytesIO(xlsx(report, house()))).sheetnames


def test_what_has_no_figures_shares_one_slide(store: Store) -> None:
    report = report_of(store, "Gestelse Ontginning", text="")
    slides = list(Presentation(BytesIO(pptx(report, house()))).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    [shared] = [slide for slide, title in zip(slides, titles, strict=True) if NOTES_TITLE in title]
    words = "\n".join(s.text_frame.text for s in shared.shapes if s.has_text_frame)
    notes = [card for card in report.cards if card.note]
    assert notes
    assert all(card.note in words for card in notes)
    title = shared.shapes.title.text_frame.text  # of all that stands on it
    assert {piece.title for piece in report.pieces if f"{piece.title}:" in words} <= {
        *(card.title for card in notes),
        *title.split(" · "),
    }
    assert not {card.title for card in notes} & set(titles)


def test_every_kind_of_card_fits_the_pages_of_a_pdf(report: Report) -> None:
    bars = Bars([Bar(f"Buurt {number}", float(number)) for number in range(116)], "matches")
    cards = [*CARDS.values(), sample(bars)]
    made = pdf(replace(report, pieces=cards), house())
    with pdfplumber.open(BytesIO(made)) as opened:
        for page in opened.pages:
            assert all(word["bottom"] < page.height for word in page.extract_words())
        text = "\n".join(page.extract_text() for page in opened.pages)
    assert "Buurt 115" in text
    assert CARDS["leeg"].note.split(".")[0] in text


def told_in_pdf(data: bytes) -> str:
    with pdfplumber.open(BytesIO(data)) as opened:
        return "\n".join(page.extract_text() for page in opened.pages)


def told_in_pptx(data: bytes) -> str:
    slides = Presentation(BytesIO(data)).slides
    return "\n".join(s.text_frame.text for one in slides for s in one.shapes if s.has_text_frame)


@pytest.mark.parametrize(("make", "told"), [(pdf, told_in_pdf), (pptx, told_in_pptx)])
def test_a_colophon_says_of_when_a_report_is_and_whom_to_ask(
    report: Report, make: Callable[[Report, House], bytes], told: Callable[[bytes], str]
) -> None:
    words = told(make(report, replace(house(), contact="Vraag het aan Noor")))
    assert "Vraag het aan Noor" in words
    colophon = told(make(report, house())).rpartition("Colofon")[2]
    assert "30 september 2021" in colophon
    assert "Vragen" not in colophon


def test_the_contents_of_a_workbook_lead_to_its_sheets_before_its_texts(report: Report) -> None:
    sheet = openpyxl.load_workbook(BytesIO(xlsx(report, house())))["Inhoud"]
    words = [str(row[0].value or "") for row in sheet.rows]
    assert words.index("Bladen") < words.index("Samenvatting")
    terms = [term for one in report.pieces if isinstance(one, Text) for term in one.terms]
    assert terms
    assert {f"{term}: {meaning}" for term, meaning in terms} <= set(words)
