"""A sentence about few residents is found where no reader of a format looks for words."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from openpyxl import Workbook
from pptx import Presentation
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from exports.audit import audit
from tests.exports.audit.readers.test_places import PAGE, SVG, WORD, packed

Maker = Callable[[Path, str], Path]


def name_of_a_shape(folder: Path, words: str) -> Path:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Matches"
    slide.shapes.title.name = words
    deck.save(str(folder / "a.pptx"))
    return folder / "a.pptx"


def format_of_a_cell(folder: Path, words: str) -> Path:
    book = Workbook()
    book.active.append(["wijk", "matches"])
    book.active.append(["Binnenstad", 40])
    book.active["B2"].number_format = f'"{words}"'
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def field_of_a_document(folder: Path, words: str) -> Path:
    field = f'<w:fldSimple w:instr="QUOTE &quot;{words}&quot;"/>'
    body = f"<w:document {WORD}><w:body><w:p>{field}</w:p></w:body></w:document>"
    (folder / "a.docx").write_bytes(packed(("word/document.xml", body)))
    return folder / "a.docx"


def style_of_a_drawing(folder: Path, words: str) -> Path:
    style = f'<style>text::after{{content:"{words}"}}</style>'
    (folder / "a.svg").write_text(SVG.format("Matches", style), encoding="utf-8")
    return folder / "a.svg"


def page_in_a_drawing(folder: Path, words: str) -> Path:
    inside = f"<foreignObject><p>{words}</p></foreignObject>"
    (folder / "a.svg").write_text(SVG.format("Matches", inside), encoding="utf-8")
    return folder / "a.svg"


def drawing_in_a_page(folder: Path, words: str) -> Path:
    drawn = quote(SVG.format("Matches", f"<text>{words}</text>"))
    image = f'<img src="data:image/svg+xml;utf8,{drawn}">'
    (folder / "a.html").write_text(PAGE.format(image), encoding="utf-8")
    return folder / "a.html"


def bookmark(folder: Path, words: str) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_outline_item(title=words, page_number=0)
    writer.write(folder / "a.pdf")
    return folder / "a.pdf"


def description_of_a_document(folder: Path, words: str) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    stream = StreamObject()
    stream.set_data(f"<description>{words}</description>".encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    writer.write(folder / "a.pdf")
    return folder / "a.pdf"


def _geopackage(folder: Path, statement: str, *values: object) -> Path:
    with closing(sqlite3.connect(folder / "a.gpkg")) as connection, connection:
        connection.execute("CREATE TABLE bron (x BLOB)")
        connection.execute(statement, values)
    return folder / "a.gpkg"


def bytes_in_a_table(folder: Path, words: str) -> Path:
    return _geopackage(folder, "INSERT INTO bron VALUES (?)", words.encode())


def remark_in_a_statement(folder: Path, words: str) -> Path:
    return _geopackage(folder, f"CREATE TABLE b (x TEXT /* {words} */)")


def name_of_a_folder(folder: Path, words: str) -> Path:
    inside = packed((f"{words.replace(':', '')}/leesmij.txt", "Zie de bijlage."))
    (folder / "a.zip").write_bytes(inside)
    return folder / "a.zip"


def periods_as_keys(folder: Path, words: str) -> Path:
    number = int("".join(filter(str.isdigit, words)))
    (folder / "a.json").write_text(json.dumps({"Kortonjo": {"matches": {"2021-09": number}}}))
    return folder / "a.json"


MAKERS: tuple[Maker, ...] = (
    name_of_a_shape, format_of_a_cell, field_of_a_document, style_of_a_drawing, page_in_a_drawing,
    drawing_in_a_page, bookmark, description_of_a_document, bytes_in_a_table,
    remark_in_a_statement, name_of_a_folder, periods_as_keys,
)  # fmt: skip


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_sentence_in_an_odd_place(tmp_path: Path, maker: Maker, number: int) -> None:
    report = audit([maker(tmp_path, f"Kortonjo: {number} inwoners")])
    assert report.unread == ()
    assert report.failed is (number == 3)
