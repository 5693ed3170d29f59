"""Reports for Word, read back as what a reader of the screen hears."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from charts.pictures import AreaMap
from data.file.store import Store
from exports.house import house
from exports.paper.elements import letters
from exports.report.kinds import KINDS
from exports.report.report import Report
from exports.report.word import docx
from exports.report.word.table import MARGIN, SIZES, WIDER
from exports.tables.widths import PILOT
from tests.exports.report.city import HOSTILE, report_of


@pytest.fixture(scope="module")
def report(store: Store) -> Report:
    return report_of(store, "Tongelre", kind=KINDS["kwartaalrapport"])


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return docx(report, house())


@pytest.fixture
def file(data: bytes) -> Any:
    return Document(BytesIO(data))


def styled(file: Any, style: str) -> list[str]:
    return [one.text for one in file.paragraphs if one.style.name == style]


def test_the_same_report_gives_the_same_bytes(report: Report, data: bytes) -> None:
    assert docx(report, house()) == data


def test_titles_are_headings_and_figures_have_captions(report: Report, file: Any) -> None:
    assert styled(file, "Heading 1") == [*(piece.title for piece in report.pieces), "Colofon"]
    captions = styled(file, "Caption")
    pictures, grids = len(file.inline_shapes), len(file.tables)
    assert [one for one in captions if one.startswith("Figuur")][-1].startswith(
        f"Figuur {pictures}."
    )
    assert [one for one in captions if one.startswith("Tabel")][-1].startswith(f"Tabel {grids}.")


def test_figures_follow_the_caption_of_a_picture_unless_it_is_a_map(
    report: Report, file: Any
) -> None:
    assert report.cover
    cards = [report.cover, *report.cards]
    maps = {card.topic or card.title for card in cards if isinstance(card.picture, AreaMap)}
    kept = {
        one.text.partition(". ")[2]: one.paragraph_format.keep_with_next
        for one in file.paragraphs
        if one.style.name == "Caption" and one.text.startswith("Figuur")
    }
    assert maps & {*kept}
    assert {*kept} - maps
    assert kept == {name: None if name in maps else True for name in kept}


def test_no_theme_takes_the_place_of_the_font_of_the_house(file: Any) -> None:
    for name in ("Normal", "Title", "Heading 1", "Caption", "Quote"):
        fonts = file.styles[name].element.find(f".//{qn('w:rFonts')}")
        assert fonts.get(qn("w:ascii")) == house().family
        assert not [key for key in fonts.keys() if "heme" in key]  # noqa: SIM118 - of lxml


def test_every_table_has_a_head_that_comes_back(file: Any) -> None:
    assert file.tables
    for grid in file.tables:
        assert grid.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_every_picture_says_what_is_in_it(file: Any) -> None:
    told = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert told
    assert all(told)


def test_the_words_of_the_author_are_text(file: Any) -> None:
    words = [one.text for one in file.paragraphs]
    assert set(HOSTILE.splitlines()) <= set(words)


def test_the_file_is_dutch_and_without_a_clock(file: Any, data: bytes, report: Report) -> None:
    about = file.core_properties
    assert (about.title, about.language) == (report.title, "nl-NL")
    assert about.created.date() == report.setting.as_of
    with ZipFile(BytesIO(data)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


def test_the_file_fits_the_schemas_of_word(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rapport.docx"
    path.write_bytes(data)
    assert [str(fault) for fault in OpenXmlValidator().validate(path).errors] == []


def test_columns_are_as_wide_for_every_program(file: Any) -> None:
    """Word reads the width of cells, LibreOffice that of columns; a date is wider than a phase."""
    tables = file.tables
    assert tables
    for table in tables:
        widths = [column.width for column in table.columns]
        assert [cell.width for cell in table.rows[0].cells] == widths
    assert any(len({column.width for column in table.columns}) > 1 for table in tables)


def test_no_word_of_a_table_is_broken_where_the_font_is_lacking(file: Any) -> None:
    """The letters are as small as the widest table asks; a reader may have wider ones."""
    sizes = set()
    for grid in file.tables:
        rows = [row.cells for row in grid.rows]
        for cells in zip(*rows, strict=True):
            [size] = {run.font.size.pt for cell in cells for run in cell.paragraphs[0].runs}
            sizes.add(size)
            look = letters.Style(size, size, is_bold=True)
            words = {word for cell in cells for word in cell.text.split()}
            widest = max(letters.width(word, look, house()) for word in words)
            assert WIDER * widest + 2 * MARGIN <= cells[0].width.pt
    assert max(SIZES) in sizes
    assert len(sizes) > 1


def test_a_table_is_not_parted_where_a_row_would_be_alone(file: Any) -> None:
    for grid in file.tables:
        rows = list(grid.rows)
        kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]
        assert all(kept[:3] + kept[-2:])
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_the_row_that_a_report_is_about_is_marked(file: Any) -> None:
    bold = {
        row.cells[0].text
        for grid in file.tables
        for row in list(grid.rows)[1:]
        if row.cells[0].paragraphs[0].runs[0].bold
    }
    assert "Tongelre" in {name.removesuffix(PILOT) for name in bold}


def test_the_colophon_is_whole_and_not_alone_on_its_page(file: Any) -> None:
    """Every paragraph but the last keeps the next, from the one before its heading."""
    words = [one.text for one in file.paragraphs]
    before, _, *lines = file.paragraphs[len(words) - 1 - words[::-1].index("Colofon") - 1 :]
    assert before.paragraph_format.keep_with_next
    assert all(line.paragraph_format.keep_with_next for line in lines[:-1])


def test_pictures_of_a_document_of_a_page_or_two_are_smaller(store: Store) -> None:
    brief = Document(BytesIO(docx(report_of(store, kind=KINDS["raadsbrief"]), house())))
    section = brief.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert brief.inline_shapes
    assert all(shape.width < 0.7 * room for shape in brief.inline_shapes)
