"""A report in the Word document of the organisation: its head, page and styles, and no example."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm, Pt

from analytics.figures.doors.marts import Audience
from data.file.store import Store
from exports.house import HouseProblem, house
from exports.report.kinds import KINDS
from exports.report.word import docx
from exports.report.word.letter import opened
from tests.exports.report.city import report_of


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = Document()
    file.add_paragraph("Voorbeeldtekst die weg moet")
    section = file.sections[0]
    section.page_width, section.left_margin, section.right_margin = Cm(20), Cm(4), Cm(2)
    section.header.paragraphs[0].text = "Gemeente Voorbeeld"
    section.footer.paragraphs[0].text = "Postbus 1"
    file.styles["Heading 1"].font.size = Pt(31)
    caption = file.styles["Caption"].element
    caption.getparent().remove(caption)
    path = tmp_path_factory.mktemp("huis") / "brief.docx"
    file.save(str(path))
    return path


def test_the_report_is_in_the_letter_of_the_organisation(store: Store, letter: Path) -> None:
    report = report_of(store, "De Laak", Audience.INTERN, text="", kind=KINDS["factsheet"])
    made = docx(report, house().with_templates([letter]))
    file = Document(BytesIO(made))
    section, text = file.sections[0], [paragraph.text for paragraph in file.paragraphs]
    assert "Voorbeeldtekst die weg moet" not in text
    assert report.title in text
    assert round(section.page_width.cm, 2) == 20
    assert section.footer.paragraphs[0].text == "Postbus 1"
    heads = [paragraph.text for paragraph in section.header.paragraphs]
    assert heads == ["Gemeente Voorbeeld", "INTERN · Demogegevens"]
    assert file.styles["Heading 1"].font.size == Pt(31)
    assert all(shape.width.cm < 14.01 for shape in file.inline_shapes)


def test_what_cannot_be_matched_is_told(letter: Path, tmp_path: Path) -> None:
    assert opened(None)[1] == []
    assert opened(letter)[1] == ["De stijl Caption is er niet: die tekst is als gewone tekst."]
    (tmp_path / "fout.docx").write_bytes(b"geen zip")
    with pytest.raises(HouseProblem, match="geen goed Word-bestand"):
        opened(tmp_path / "fout.docx")
