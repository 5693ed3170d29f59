"""Tables that a PDF names itself are read cell by cell, over all pages on which they go on."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from exports.audit.content import Table
from exports.audit.readers import read_bytes
from tests.exports.audit.paper_exporters import (
    BUURTEN,
    SAYS,
    next_page_of_finely_marked_table,
    next_page_of_named_table,
)

HEAD = ("Buurt", "Matches", "Open vacatures", "Wat dit zegt")


def tables(file: Path) -> tuple[Table, ...]:
    return read_bytes(file.name, file.read_bytes()).tables


def test_a_table_over_pages_is_one_table_of_whole_rows(tmp_path: Path) -> None:
    file = next_page_of_named_table(tmp_path, 3)
    [table] = tables(file)
    buurten = [area.name for area in BUURTEN]
    assert len(PdfReader(file).pages) > 1
    assert table.rows[0] == HEAD
    assert [row[0] for row in table.rows[1:]] == buurten
    assert table.rows[-2] == (buurten[-2], "3", "3", SAYS)
    assert table.topic == "Matches per buurt, 2021-09"
    assert not table.guessed


def test_what_stands_in_a_cell_is_no_line_of_its_page(tmp_path: Path) -> None:
    file = next_page_of_named_table(tmp_path, None)
    lines = {text.text for text in read_bytes(file.name, file.read_bytes()).texts}
    assert "Matches per buurt, 2021-09" in lines
    assert not any("uit af te leiden" in line for line in lines)


def test_marks_that_do_not_part_words_are_not_believed(tmp_path: Path) -> None:
    found = tables(next_page_of_finely_marked_table(tmp_path, None))
    assert len(found) > 1
    assert all(table.guessed for table in found)


@pytest.mark.parametrize(("drawn", "told"), [(b"", 0), (b"BI /W 1 /H 1 /CS /G /BPC 8 ID x EI", 1)])
def test_a_picture_among_the_words_of_a_page_is_told(drawn: bytes, told: int) -> None:
    writer, stream, file = PdfWriter(), DecodedStreamObject(), io.BytesIO()
    stream.set_data(b"q 9 0 0 9 0 0 cm " + drawn + b" Q")
    page = writer.add_blank_page(100, 100)
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(file)
    assert len(read_bytes("a.pdf", file.getvalue()).pictures) == told
